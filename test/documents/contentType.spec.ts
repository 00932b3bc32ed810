import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Extension, extensionOf, otherThan } from '../../documents/contentType.ts'
import { p7m, pdf, scratchFolder } from '../support/files.ts'

const png = Buffer.from(
  '89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301010018dd8db00000000049454e44ae426082',
  'hex',
)
const base64 = Buffer.from(p7m.toString('base64'))
const pem = Buffer.from(`-----BEGIN PKCS7-----\n${p7m.toString('base64')}\n-----END PKCS7-----\n`)
const program = Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(64)])

function written(content: Buffer | string): string {
  const file = join(scratchFolder(), 'file')
  writeFileSync(file, content)
  return file
}

describe('the content of a file is what it is declared to be', () => {
  test.each<[Extension, string, Buffer | string]>([
    ['pdf', 'a PDF', pdf('x')],
    ['png', 'a picture', png],
    ['p7m', 'a signed envelope', p7m],
    ['p7m', 'a signed envelope in base64', base64],
    ['p7m', 'a signed envelope in PEM', pem],
    ['xml', 'XML with its declaration', '<?xml version="1.0"?><a/>'],
    ['xml', 'XML without it', '<a/>'],
    ['json', 'JSON', '\ufeff {"a": 1}'],
    ['csv', 'a table', 'azione;spesa\nI;12,50\n'],
    ['txt', 'text of an old register', Buffer.from('citt\xe0', 'latin1')],
    ['eml', 'a certified mail', 'Received: from x\r\nSubject: accettazione\r\n\r\n'],
  ])('%s: %s', async (extension, _what, content) => {
    expect(await otherThan(extension, written(content))).toBeUndefined()
  })

  test.each<[Extension, string, Buffer | string, string]>([
    ['pdf', 'a picture', png, 'png'],
    ['pdf', 'text', 'ciao', '?'],
    ['p7m', 'a PDF that nobody signed', pdf('x'), 'pdf'],
    ['p7m', 'text', 'ciao', '?'],
    ['csv', 'a PDF', pdf('x'), 'pdf'],
    ['txt', 'a program', program, 'elf'],
    ['txt', 'bytes that are no text', Buffer.from([65, 0, 66]), '?'],
    ['json', 'text', 'ciao', 'text, not application/json'],
    ['xml', 'text', 'ciao', 'text, not application/xml'],
    ['eml', 'text', 'ciao', 'text, not message/rfc822'],
  ])('%s is not %s', async (extension, _what, content, found) => {
    expect(await otherThan(extension, written(content))).toBe(found)
  })

  test('its name says the type, in capitals too, and by the last extension', () => {
    expect(extensionOf('Piano.PDF')).toBe('pdf')
    expect(extensionOf('piano.pdf.p7m')).toBe('p7m')
    expect(extensionOf('foto.JPEG')).toBe('jpg')
    expect(extensionOf('piano')).toBeUndefined()
    expect(extensionOf('piano.constructor')).toBeUndefined()
  })
})
