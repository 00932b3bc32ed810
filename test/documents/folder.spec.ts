import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { extensions } from '../../documents/contentType.ts'
import { folderStore } from '../../documents/folderStore.ts'
import { type Documents, type Limits, receive } from '../../documents/receive.ts'
import { contentOf, digestOf, pdf, scratchFolder, streamOf } from '../support/files.ts'

const limits: Limits = { mostBytes: 1_000_000, extensions }
const plan = pdf('piano')
const sha256 = digestOf(plan)
const name = 'piano.pdf'

function opened(more: Partial<Documents> = {}) {
  const folder = scratchFolder()
  const store = folderStore(folder)
  const stored = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
  return { folder, store, stored, documents: { store, limits, ...more } satisfies Documents }
}

describe('a folder of documents', () => {
  test('gives back the bytes that it was given, by their digest', async () => {
    const { documents, store, stored } = opened()
    expect(await receive(documents, { name }, streamOf(plan.subarray(0, 5), plan.subarray(5)))).toEqual({
      sha256,
      bytes: plan.length,
      mime: 'application/pdf',
    })
    expect(stored()).toEqual([sha256])
    expect(await store.bytesOf(sha256)).toBe(plan.length)
    expect(await contentOf(await store.open(sha256))).toEqual(plan)
  })

  test('keeps the same bytes once, under whatever names they come', async () => {
    const { documents, stored, folder } = opened()
    await receive(documents, { name }, streamOf(plan))
    const { ino } = statSync(join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256))
    await receive(documents, { name: 'copia.pdf' }, streamOf(plan))
    expect(stored()).toEqual([sha256])
    expect(statSync(join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)).ino).toBe(ino)
  })

  test('lets nobody else on the machine read them', async () => {
    const { documents, folder } = opened()
    await receive(documents, { name }, streamOf(plan))
    const file = join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
    expect(statSync(file).mode & 0o077).toBe(0)
  })

  test('says what it does not hold', async () => {
    const { store, folder } = opened()
    expect(await store.bytesOf(sha256)).toBeUndefined()
    await expect(store.open(sha256)).rejects.toMatchObject({
      code: 'not-stored',
      params: { sha256, place: folder },
    })
  })

  test('finds out on reading what the disk has changed, and takes the good bytes in its place', async () => {
    const { documents, store, folder } = opened()
    await receive(documents, { name }, streamOf(plan))
    const damaged = Buffer.from(plan)
    damaged[10] = 0
    writeFileSync(join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256), damaged)
    await expect(store.open(sha256).then(contentOf)).rejects.toMatchObject({ code: 'damaged' })
    await receive(documents, { name }, streamOf(plan))
    expect(await contentOf(await store.open(sha256))).toEqual(plan)
  })

  test('is away where its folder cannot be written', async () => {
    const { documents, folder, store } = opened()
    // A file where a folder should be: rights do not stop the superuser, this does.
    writeFileSync(join(folder, sha256.slice(0, 2)), '')
    await expect(receive(documents, { name }, streamOf(plan))).rejects.toMatchObject({
      code: 'store-away',
      params: { place: folder },
    })
    expect(readdirSync(store.spool)).toEqual([])
    expect(() => folderStore(join(folder, sha256.slice(0, 2)))).toThrow(/store-away/)
  })
})

describe('a crash between the writing and the renaming', () => {
  test('leaves a file that is no document, and in nobody’s way', async () => {
    const { documents, store, stored } = opened()
    writeFileSync(join(store.spool, 'accordi-crashed'), plan.subarray(0, 7))
    expect(await store.bytesOf(sha256)).toBeUndefined()
    await receive(documents, { name }, streamOf(plan))
    expect(stored().sort()).toEqual(['accordi-crashed', sha256].sort())
    expect(await contentOf(await store.open(sha256))).toEqual(plan)
  })

  test('is tidied up a day later', async () => {
    const { documents, store, stored } = opened()
    const crashed = join(store.spool, 'accordi-crashed')
    writeFileSync(crashed, 'x')
    const long = (Date.now() - 25 * 60 * 60 * 1_000) / 1_000
    utimesSync(crashed, long, long)
    await receive(documents, { name }, streamOf(plan))
    expect(stored()).toEqual([sha256])
  })
})

describe('is refused, and nothing is stored', () => {
  const refusals: [string, Parameters<typeof receive>[1], Buffer, object][] = [
    [
      'a document whose hash differs',
      { name, sha256: 'f'.repeat(64) },
      plan,
      { code: 'hash-differs', params: { name, sha256: 'f'.repeat(64), found: sha256 } },
    ],
    ['an empty file', { name }, Buffer.alloc(0), { code: 'empty', params: { name } }],
    [
      'a file over the limit',
      { name },
      Buffer.concat([plan, Buffer.alloc(1_000_000)]),
      { code: 'too-large', params: { name, most: 1_000_000 } },
    ],
    [
      'a type that is not taken',
      { name: 'programma.exe' },
      plan,
      { code: 'unknown-type', params: { name: 'programma.exe', known: extensions.join(', ') } },
    ],
    ['a declared type that is not taken', { name, mime: 'application/x-sh' }, plan, { code: 'unknown-type' }],
    [
      'a content that is not the type its name says',
      { name: 'piano.docx' },
      plan,
      { code: 'other-type', params: { name: 'piano.docx', extension: 'docx', found: 'pdf' } },
    ],
    [
      'a content that is not the declared type',
      { name, mime: 'image/png' },
      plan,
      { code: 'other-type', params: { name, extension: 'png', found: 'pdf' } },
    ],
  ]

  test.each(refusals)('%s', async (_what, incoming, bytes, problem) => {
    const { documents, stored } = opened()
    await expect(receive(documents, incoming, streamOf(bytes))).rejects.toMatchObject(problem)
    expect(stored()).toEqual([])
  })

  test('a type that this installation does not take', async () => {
    const { documents, stored } = opened({ limits: { ...limits, extensions: ['p7m'] } })
    await expect(receive(documents, { name }, streamOf(plan))).rejects.toMatchObject({
      code: 'unknown-type',
      params: { known: 'p7m' },
    })
    expect(stored()).toEqual([])
  })

  test('a file that breaks off while it comes', async () => {
    const { documents, stored } = opened()
    const breaking = Readable.from(
      (async function* () {
        yield plan.subarray(0, 9)
        throw new Error('connection lost')
      })(),
    )
    await expect(receive(documents, { name }, breaking)).rejects.toThrow(/connection lost/)
    expect(stored()).toEqual([])
  })

  test('whatever the scanner throws at', async () => {
    const { documents, stored } = opened({ scan: () => Promise.reject(new Error('found')) })
    await expect(receive(documents, { name }, streamOf(plan))).rejects.toThrow('found')
    expect(stored()).toEqual([])
  })
})
