import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actsOf, historyFile } from '../support/acts.ts'
import { testSystem } from '../support/system.ts'
import { zipEntries } from '../support/zip.ts'

const { accordi, file } = testSystem()
const id = 'fascicolo'
const scratch = mkdtempSync(join(tmpdir(), 'accordi-archive-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const document = 'Relazione sul fabbisogno, protocollo 12/2025\n'
const names = [
  ...['LEGGIMI-README.txt', 'riepilogo.it.html', 'summary.en.html', 'events.jsonl', 'hashes.txt'],
  ...['documents.json', 'deadlines.json', 'check.mjs', 'manifest.json', 'manifest.sha256'],
]

let entries: Map<string, Buffer>
let written: Record<string, unknown>

beforeAll(async () => {
  const acts = actsOf(id)
  const title = 'Accordo <b>"di prova"</b> & altro'
  const cited = [
    { sha256: sha256(document), name: 'fabbisogno.txt', bytes: document.length, mime: 'text/plain' },
  ]
  const history = [
    acts.act('ProposeAccord', '2025-01-07', { programmeId: 'prova', regionId: '10', title }),
    acts.signByMinistry('2025-01-08'),
    acts.signByRegion('2025-01-09'),
    { ...acts.submitPlan('2025-02-03'), documents: cited },
    acts.act('ApprovePlan', '2025-02-17', { activitiesUntil: '2090-06-30' }),
  ]
  const content = historyFile(id, history)
  expect(await accordi('import', file('storia.json', content))).toMatchObject({ code: 0 })
  const path = join(scratch, 'a.zip')
  const ran = await accordi('accord', 'archive', id, '--out', path, '--json')
  expect(ran).toMatchObject({ code: 0, err: '' })
  written = ran.json()
  entries = await zipEntries(readFileSync(path))
})

interface Checked {
  readonly code: number
  readonly out: string
}

let folders = 0

/** The archive extracted to a folder of its own, with what a test changes about it, and what the script says. */
function checked(change: (files: Map<string, Buffer | string>) => void, ...args: string[]): Promise<Checked> {
  const files = new Map<string, Buffer | string>(entries)
  change(files)
  const folder = join(scratch, String(folders++))
  mkdirSync(join(folder, 'documents'), { recursive: true })
  for (const [name, content] of files) writeFileSync(join(folder, name), content)
  return new Promise((resolve) => {
    const call = [join(folder, 'check.mjs'), ...args]
    execFile(process.execPath, call, { cwd: '/' }, (error, out) => {
      resolve({ code: error === null ? 0 : Number(error.code), out })
    })
  })
}

/** One bit of one byte changed, so that a letter becomes another. */
function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] = (bytes[at] ?? 0) ^ 1
  return copy
}

const head = () => String(written.headHash)

describe('the archive of an accord', () => {
  test('holds its files, and the same accord gives the same bytes', async () => {
    expect([...entries.keys()]).toEqual(names)
    const again = join(scratch, 'b.zip')
    const { out } = await accordi('accord', 'archive', id, '--out', again)
    expect(readFileSync(again)).toEqual(readFileSync(join(scratch, 'a.zip')))
    expect(out).toContain(`SHA-256 dell'archivio: ${sha256(readFileSync(again))}`)
    expect(written).toMatchObject({ accordId: id, sha256: sha256(readFileSync(again)), files: names })
  })

  test('its events are those of the accord, line by line', async () => {
    const lines = String(entries.get('events.jsonl')).trimEnd().split('\n')
    const { items } = (await accordi('accord', 'timeline', id, '--json')).json()
    expect(lines.map((line) => JSON.parse(line).type)).toEqual(items.map(({ type }) => type))
    expect(Object.keys(JSON.parse(lines[0] ?? ''))).toEqual([
      ...[
        'accordId',
        'act',
        'command_id',
        'data',
        'notices',
        'recorded_at',
        'schema_version',
        'type',
        'version',
      ],
    ])
  })

  test('people can read it in both languages, and a title is no markup', () => {
    const page = String(entries.get('riepilogo.it.html'))
    expect(page).toContain('Accordo &lt;b&gt;&quot;di prova&quot;&lt;/b&gt; &amp; altro — Umbria')
    expect(page).not.toContain('<b>')
    expect(page).toContain('<h3>relazione finale: martedì 29 agosto 2090</h3>')
    expect(page).toContain('fabbisogno.txt')
    expect(String(entries.get('summary.en.html'))).toContain('Tuesday 29 August 2090')
  })

  test('each deadline has its chain, as data and in both languages', async () => {
    const { items } = JSON.parse(String(entries.get('deadlines.json')))
    const report = items.find(({ kind }: { kind: string }) => kind === 'finalReport')
    const { text, why } = (await accordi('deadline', 'why', id, 'finalReport', '--json')).json()
    expect(report).toMatchObject({ why, text: { it: text } })
    expect(report.text.en).toHaveLength(report.text.it.length)
  })
})

describe('the script inside', () => {
  test('finds it sound, with the head that the command told, in both languages', async () => {
    const sound = await checked(() => undefined, head())
    expect(sound).toMatchObject({ code: 0 })
    expect(sound.out).toContain('✓ Integro: tutto torna.')
    expect(sound.out).toContain('Documenti citati 1, presenti e integri 0.')
    expect((await checked(() => undefined, '--en')).out).toContain('✓ Sound: everything comes out.')
  })

  test.each(names)('one byte of %s changed: it says which, and exits with 1', async (name) => {
    // Of the script a word of its first comment, so that it still runs.
    const at = name === 'check.mjs' ? 5 : Math.floor((entries.get(name)?.length ?? 0) / 2)
    const { code, out } = await checked((files) =>
      files.set(name, flipped(Buffer.from(files.get(name) ?? ''), at)),
    )
    expect(code).toBe(1)
    expect(out).toContain('✗ ALTERATO')
    const blamed = out.split('\n').filter((line) => /^✗ \S+: (alterato|non corrisponde)/.test(line))
    expect(blamed).toHaveLength(1)
    expect(blamed[0]).toContain(name)
  })

  test.each(names.filter((name) => name !== 'check.mjs'))('%s taken away is missed', async (name) => {
    const { code, out } = await checked((files) => files.delete(name))
    expect(code).toBe(1)
    expect(out).toContain(name)
  })

  test('an altered event is named by its number', async () => {
    const { out } = await checked((files) => {
      const text = String(files.get('events.jsonl'))
      files.set('events.jsonl', text.replace('"planVersion":1', '"planVersion":2'))
    })
    expect(out).toMatch(/✗ events\.jsonl, evento \d+: l'impronta non torna con hashes\.txt/)
    expect(out.match(/l'impronta non torna/g)).toHaveLength(1)
  })

  test('an archive made anew as a whole is found by the head that is known from elsewhere', async () => {
    const forge = (files: Map<string, Buffer | string>) => {
      const lines = String(files.get('events.jsonl'))
        .replaceAll('2025-02-17', '2025-02-18')
        .trimEnd()
        .split('\n')
      let previous: Uint8Array = Buffer.alloc(32)
      const hashes = lines.map((line) => {
        previous = createHash('sha256').update(previous).update(line).digest()
        return Buffer.from(previous).toString('hex')
      })
      files.set('events.jsonl', `${lines.join('\n')}\n`)
      files.set('hashes.txt', `${hashes.join('\n')}\n`)
      const manifest = JSON.parse(String(files.get('manifest.json')))
      manifest.headHash = hashes.at(-1)
      for (const one of manifest.files) one.sha256 = sha256(files.get(one.name) ?? '')
      files.set('manifest.json', JSON.stringify(manifest))
      files.set('manifest.sha256', `${sha256(JSON.stringify(manifest))}  manifest.json\n`)
    }
    expect(await checked(forge)).toMatchObject({ code: 0 })
    const { code, out } = await checked(forge, head())
    expect(code).toBe(1)
    expect(out).toContain(`non ${head()}`)
  })

  test('documents put beside it are compared with those that the events cite', async () => {
    const sound = await checked((files) => files.set('documents/fabbisogno.txt', document))
    expect(sound).toMatchObject({ code: 0 })
    expect(sound.out).toContain('Documenti citati 1, presenti e integri 1.')
    const altered = await checked((files) => files.set('documents/fabbisogno.txt', `${document} `))
    expect(altered).toMatchObject({ code: 1 })
    expect(altered.out).toContain('✗ documents/fabbisogno.txt')
  })

  test('what it is not asked is told as its usage, with exit code 2', async () => {
    expect(await checked(() => undefined, 'impronta')).toMatchObject({ code: 2 })
  })
})

describe('the documents of the accord', () => {
  const content = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'
  const name = `documents/${sha256(content).slice(0, 16)} nota della Regione.pdf`
  let whole: Map<string, Buffer>

  beforeAll(async () => {
    const pdf = file('nota della Regione.pdf', content)
    const added = await accordi('document', 'add', id, '--as', 'ministry:dg-prova', '--document', pdf)
    expect(added).toMatchObject({ code: 0 })
    const path = join(scratch, 'whole.zip')
    const ran = await accordi('accord', 'archive', id, '--out', path)
    expect(ran).toMatchObject({ code: 0 })
    expect(ran.out).toContain('1 inclusi, 1 no')
    expect(ran.out).toContain(`fabbisogno.txt (${sha256(document)})`)
    whole = await zipEntries(readFileSync(path))
  })

  test('lie in it with their own bytes, and the script compares them and names what is missing', async () => {
    expect(String(whole.get(name))).toBe(content)
    entries = whole
    const { code, out } = await checked(() => undefined)
    expect(code).toBe(0)
    expect(out).toContain('Documenti citati 2, presenti e integri 1.')
    expect(out).toContain(`Nota: il documento fabbisogno.txt (${sha256(document)}) non è qui.`)
  })

  test('one that was altered in the archive is found', async () => {
    entries = whole
    const altered = await checked((files) => files.set(name, content.replace('Catalog', 'Catalox')))
    expect(altered).toMatchObject({ code: 1 })
    expect(altered.out).toContain(`✗ ${name}`)
  })

  test('can be left out', async () => {
    const path = join(scratch, 'without.zip')
    const ran = await accordi('accord', 'archive', id, '--out', path, '--without-documents', '--json')
    expect(ran.json()).toMatchObject({ documents: { included: [] } })
    const bare = await zipEntries(readFileSync(path))
    expect([...bare.keys()]).toEqual(names)
  })
})

describe('bad input', () => {
  test.each([
    [['nessuno', '--out', join(scratch, 'c.zip')], 'nessuno'],
    [[id, '--out', '/nessuna/cartella/c.zip'], '/nessuna/cartella'],
    [[id, '--out', join(scratch, 'a.zip')], 'esiste già'],
    [[id], '--out'],
  ])('%j is named, with exit code 2', async (args, named) => {
    const { code, err } = await accordi('accord', 'archive', ...args)
    expect(code).toBe(2)
    expect(err).toContain(named)
  })
})
