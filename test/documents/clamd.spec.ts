import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { clamdScanner } from '../../documents/clamd.ts'
import { extensions } from '../../documents/contentType.ts'
import { folderStore } from '../../documents/folderStore.ts'
import { receive } from '../../documents/receive.ts'
import { noScanner, signature, startScanner, virus } from '../support/clamd.ts'
import { contentOf, digestOf, pdf, scratchFolder, streamOf } from '../support/files.ts'

const name = 'piano.pdf'
const clean = Buffer.concat([pdf('pulito'), Buffer.alloc(300_000, 'a')])
const infected = Buffer.concat([
  pdf('infetto'),
  Buffer.alloc(200_000, 'a'),
  Buffer.from(virus),
  Buffer.alloc(9),
])

function documents(path: string) {
  const store = folderStore(scratchFolder())
  return { store, limits: { mostBytes: 10_000_000, extensions }, scan: clamdScanner({ path }) }
}

/** Answers anything with these bytes, or hangs up at once. */
async function answering(answer: string | undefined): Promise<string> {
  const path = join(scratchFolder(), 'clamd.sock')
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    if (answer === undefined) socket.destroy()
    else socket.end(answer)
    socket.resume()
  })
  await new Promise<void>((resolve) => server.listen(path, resolve))
  onTestFinished(() => void server.close())
  return path
}

const missing = noScanner === undefined ? '' : ` (not run: ${noScanner})`

describe.skipIf(noScanner !== undefined)(`the real clamd${missing}`, { timeout: 60_000 }, () => {
  test('lets a clean file through', async () => {
    const to = documents(await startScanner())
    await receive(to, { name }, streamOf(clean))
    expect(await contentOf(await to.store.open(digestOf(clean)))).toEqual(clean)
  })

  test('keeps an infected one out, and names what it found', async () => {
    const to = documents(await startScanner())
    await expect(receive(to, { name }, streamOf(infected))).rejects.toMatchObject({
      code: 'infected',
      params: { name, found: signature },
    })
    expect(await to.store.bytesOf(digestOf(infected))).toBeUndefined()
  })

  test('that will not look at so large a file keeps it out', async () => {
    const to = documents(await startScanner(1024 * 128))
    await expect(receive(to, { name }, streamOf(clean))).rejects.toMatchObject({ code: 'scanner-away' })
    expect(await to.store.bytesOf(digestOf(clean))).toBeUndefined()
  })
})

describe('nothing is stored unseen', () => {
  test.each([
    ['where no scanner answers', () => Promise.resolve('/nowhere/clamd.sock'), /ENOENT/],
    ['where it hangs up', () => answering(undefined), /hung up|EPIPE|ECONNRESET/],
    ['where it reports trouble', () => answering("Can't allocate memory. ERROR\0"), /memory/],
    ['where what answers is no scanner', () => answering('220 mail ready\r\n\0'), /220/],
    ['where its answer is empty', () => answering('\0'), /\?/],
  ])('%s', async (_where, listening, problem) => {
    const path = await listening()
    const to = documents(path)
    await expect(receive(to, { name }, streamOf(clean))).rejects.toMatchObject({
      code: 'scanner-away',
      params: { place: path, problem: expect.stringMatching(problem) },
    })
    expect(await to.store.bytesOf(digestOf(clean))).toBeUndefined()
  })
})
