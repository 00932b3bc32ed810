import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { documentsConfig, openDocuments } from '../../documents/config.ts'
import { receive } from '../../documents/receive.ts'
import { contentOf, digestOf, pdf, scratchFolder, streamOf } from '../support/files.ts'
import { noS3Server, type S3Server, startS3 } from '../support/s3Server.ts'

const plan = Buffer.concat([pdf('piano'), Buffer.alloc(3_000_000, 'a')])
const sha256 = digestOf(plan)
const name = 'piano.pdf'

const folder = mkdtempSync(join(tmpdir(), 'accordi-s3-'))
let server: S3Server
const missing = noS3Server === undefined ? '' : ` (not run: ${noS3Server})`

beforeAll(async () => {
  if (noS3Server === undefined) server = await startS3(folder)
}, 600_000)

afterAll(async () => {
  await server?.stop()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

beforeEach(() => {
  for (const file of readdirSync(server.bucketFolder))
    rmSync(join(server.bucketFolder, file), { recursive: true })
})

/** The objects of the bucket; what the server keeps about itself begins with a dot. */
function held(): string[] {
  return readdirSync(server.bucketFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name: file }) => file)
}

function opened(more: Record<string, string> = {}) {
  for (const [key, value] of Object.entries({ ...server.env, ...more })) vi.stubEnv(key, value)
  const config = documentsConfig()
  if (config === undefined) throw new Error('not configured')
  return openDocuments(config)
}

describe.skipIf(noS3Server !== undefined)(
  `a bucket of a real S3 server${missing}`,
  { timeout: 60_000 },
  () => {
    test('gives back the bytes that it was given, by their digest', async () => {
      const documents = await opened()
      expect(await receive(documents, { name }, streamOf(plan))).toMatchObject({ sha256, bytes: plan.length })
      expect(await documents.store.bytesOf(sha256)).toBe(plan.length)
      expect(await contentOf(await documents.store.open(sha256))).toEqual(plan)
      expect(readFileSync(join(server.bucketFolder, sha256))).toEqual(plan)
      expect(held()).toEqual([sha256])
    })

    test('keeps them below a prefix, where one is set', async () => {
      const documents = await opened({ ACCORDI_DOCUMENTS: 's3://documenti/2014-2020' })
      await receive(documents, { name }, streamOf(plan))
      expect(readFileSync(join(server.bucketFolder, '2014-2020', sha256))).toEqual(plan)
      expect(await contentOf(await documents.store.open(sha256))).toEqual(plan)
    })

    test('is not sent what it holds', async () => {
      const { store, limits } = await opened()
      await receive({ store, limits }, { name }, streamOf(plan))
      // The file is not read: there is none.
      expect(await store.put({ sha256, bytes: plan.length }, '/nowhere')).toBe('already')
    })

    test('says what it does not hold', async () => {
      const { store } = await opened()
      expect(await store.bytesOf(sha256)).toBeUndefined()
      await expect(store.open(sha256)).rejects.toMatchObject({ code: 'not-stored', params: { sha256 } })
    })

    test('refuses bytes that are not those of the digest, and holds nothing of them', async () => {
      const { store } = await opened()
      const file = join(scratchFolder(), 'changed')
      writeFileSync(file, Buffer.alloc(plan.length, 'b'))
      await expect(store.put({ sha256, bytes: plan.length }, file)).rejects.toMatchObject({
        code: 'store-away',
      })
      expect(await store.bytesOf(sha256)).toBeUndefined()
      expect(held()).toEqual([])
    })

    test('whose disk has changed the bytes is found out on reading', async () => {
      const { store, limits } = await opened()
      await receive({ store, limits }, { name }, streamOf(plan))
      writeFileSync(join(server.bucketFolder, sha256), Buffer.alloc(plan.length, 'b'))
      await expect(store.open(sha256).then(contentOf)).rejects.toMatchObject({ code: 'damaged' })
    })
  },
)

describe('the store is away, and nothing is taken', { timeout: 60_000 }, () => {
  test.each([
    ['with other credentials', { AWS_SECRET_ACCESS_KEY: 'sbagliato' }],
    ['with nobody at the address', { AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:9' }],
  ])('%s', async (_what, env) => {
    const documents = await opened(env)
    await expect(receive(documents, { name }, streamOf(plan))).rejects.toMatchObject({ code: 'store-away' })
    expect(held()).toEqual([])
  })

  test('while the server is down; once it is back, the same file goes through', async () => {
    const documents = await opened()
    await server?.stop()
    await expect(documents.store.bytesOf(sha256)).rejects.toMatchObject({ code: 'store-away' })
    await expect(receive(documents, { name }, streamOf(plan))).rejects.toMatchObject({ code: 'store-away' })
    await server.start()
    await receive(documents, { name }, streamOf(plan))
    expect(await contentOf(await documents.store.open(sha256))).toEqual(plan)
  })
})
