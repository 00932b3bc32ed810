import { describe, expect, test } from 'vitest'
import { defaultMostBytes, documentsConfig } from '../../documents/config.ts'
import { extensions } from '../../documents/contentType.ts'

describe('where documents are, by environment', () => {
  test('nowhere, where nothing says', () => {
    expect(documentsConfig(undefined, {})).toBeUndefined()
  })

  test('in the folder of the local stack, without a scanner, within the usual limits', () => {
    expect(documentsConfig('/data/documents', {})).toEqual({
      place: { folder: '/data/documents' },
      limits: { mostBytes: defaultMostBytes, extensions },
    })
  })

  test('in a bucket, with its own limits and a scanner', () => {
    const env = {
      ACCORDI_DOCUMENTS: 's3://accordi-documenti/2014-2020/',
      ACCORDI_DOCUMENT_MOST_BYTES: '1000',
      ACCORDI_DOCUMENT_TYPES: 'pdf, P7M',
      ACCORDI_CLAMD: 'clamd.interno:3310',
      AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:8014',
    }
    expect(documentsConfig('/data/documents', env)).toEqual({
      place: { bucket: 'accordi-documenti', prefix: '2014-2020', pathStyle: true },
      limits: { mostBytes: 1000, extensions: ['pdf', 'p7m'] },
      clamd: { host: 'clamd.interno', port: 3310 },
    })
  })

  test('the bucket is in the host name where the endpoint is Amazon’s own', () => {
    expect(documentsConfig(undefined, { ACCORDI_DOCUMENTS: 's3://accordi' })?.place).toEqual({
      bucket: 'accordi',
      prefix: '',
      pathStyle: false,
    })
  })

  test('clamd can listen on a Unix socket', () => {
    expect(documentsConfig('/d', { ACCORDI_CLAMD: 'unix:/run/clamav/clamd.ctl' })?.clamd).toEqual({
      path: '/run/clamav/clamd.ctl',
    })
  })

  test.each([
    ['ACCORDI_DOCUMENTS', 's3://'],
    ['ACCORDI_DOCUMENTS', 's3://Bucket_With_Capitals'],
    ['ACCORDI_DOCUMENT_MOST_BYTES', '10 MB'],
    ['ACCORDI_DOCUMENT_MOST_BYTES', `${defaultMostBytes + 1}`],
    ['ACCORDI_DOCUMENT_TYPES', 'exe'],
    ['ACCORDI_CLAMD', 'localhost'],
  ])('%s = %s is refused by its name', (name, value) => {
    expect(() => documentsConfig('/d', { [name]: value })).toThrow(
      expect.objectContaining({ code: 'bad-setting', params: expect.objectContaining({ name, value }) }),
    )
  })
})
