// Checks the archive of an accord. It needs Node.js 20 or later and nothing else, and it writes nothing.
// It is short so that you can read it before you trust it.
//
//   node check.mjs [--en] [HEAD]
//
// HEAD is the hash of the last event as the Ministry told you by another way. Whoever altered an event could have
// computed every later hash again, and this script too: only a hash that you know from elsewhere excludes that.
// Documents lie beside this script, in a folder called "documents"; where one is missing, it says which.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = dirname(fileURLToPath(import.meta.url))
const args = process.argv.slice(2)
const english = args.includes('--en')
const [wantedHead, ...others] = args.filter((arg) => arg !== '--en')
if (others.length > 0 || (wantedHead !== undefined && !/^[0-9a-f]{64}$/.test(wantedHead))) {
  console.error('node check.mjs [--en] [HEAD]    HEAD: 64 × 0-9 a-f')
  process.exit(2)
}

const problems = []
const say = (italian, inEnglish) => console.log(english ? inEnglish : italian)
const wrong = (italian, inEnglish) => problems.push(english ? inEnglish : italian)
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const digest = (bytes) => sha256(bytes).toString('hex')
const read = (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name)) : undefined)

/** The content of a JSON file; undefined, and a problem, where it is none. */
function json(name) {
  try {
    return JSON.parse(read(name))
  } catch {
    wrong(`${name}: manca o non è JSON`, `${name}: is missing or is no JSON`)
    return undefined
  }
}

/** JSON in its one canonical form (RFC 8785): no spaces, the keys of every object in order. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}

/** 1. The manifest is the one whose digest lies beside it. */
function isManifestSound() {
  const noted = read('manifest.sha256')?.toString()
  if (noted === `${digest(read('manifest.json') ?? '')}  manifest.json\n`) return true
  wrong(
    'manifest.json: non corrisponde a manifest.sha256; uno dei due è alterato, e il resto non si può giudicare',
    'manifest.json: does not match manifest.sha256; one of the two is altered, and the rest cannot be judged',
  )
  return false
}

/** 2. Every file is the one of the manifest. */
function checkFiles(manifest) {
  for (const { name, sha256: expected } of manifest.files) {
    const bytes = read(name)
    if (bytes === undefined) wrong(`${name}: manca`, `${name}: is missing`)
    else if (digest(bytes) !== expected) {
      wrong(
        `${name}: alterato (impronta diversa dal manifesto)`,
        `${name}: altered (its digest is not the manifest's)`,
      )
    }
  }
  const known = [...manifest.files.map(({ name }) => name), 'manifest.json', 'manifest.sha256', 'documents']
  for (const name of readdirSync(folder).filter((file) => !known.includes(file))) {
    say(`Nota: ${name} non fa parte dell'archivio.`, `Note: ${name} is no part of the archive.`)
  }
}

/** 3. Each event's hash comes out: SHA-256 over the 32 bytes of the one before (zeros first) and its line. */
function checkEvents(manifest) {
  const lines = (read('events.jsonl')?.toString() ?? '').split('\n').slice(0, -1)
  const hashes = (read('hashes.txt')?.toString() ?? '').split('\n').slice(0, -1)
  const events = []
  let previous = Buffer.alloc(32)
  lines.forEach((line, index) => {
    const [number, place] = [index + 1, `events.jsonl, ${english ? 'event' : 'evento'} ${index + 1}`]
    try {
      const event = JSON.parse(line)
      events.push(event)
      const isInPlace = event.version === number && event.accordId === manifest.accordId
      if (!isInPlace) wrong(`${place}: fuori posto`, `${place}: out of place`)
      if (canonical(event) !== line)
        wrong(`${place}: non in forma canonica`, `${place}: not in canonical form`)
    } catch {
      wrong(`${place}: non è JSON`, `${place}: is no JSON`)
    }
    const hash = sha256(previous, line)
    if (hash.toString('hex') !== hashes[index]) {
      wrong(
        `${place}: l'impronta non torna con hashes.txt`,
        `${place}: its hash is not the one in hashes.txt`,
      )
    }
    // Go on from what is noted, so that one altered event is one problem and not all that follow.
    previous = /^[0-9a-f]{64}$/.test(hashes[index] ?? '') ? Buffer.from(hashes[index], 'hex') : hash
  })
  if (lines.length !== manifest.events || hashes.length !== manifest.events) {
    wrong(
      `events.jsonl: eventi ${lines.length}, attesi ${manifest.events}`,
      `events.jsonl: ${lines.length} events, not ${manifest.events}`,
    )
  }
  if (hashes.at(-1) !== manifest.headHash) {
    wrong(
      "hashes.txt: l'ultima impronta non è quella del manifesto",
      "hashes.txt: its last hash is not the manifest's",
    )
  }
  if (wantedHead !== undefined && hashes.at(-1) !== wantedHead) {
    wrong(
      `l'ultima impronta è ${hashes.at(-1)}, non ${wantedHead}`,
      `the last hash is ${hashes.at(-1)}, not ${wantedHead}`,
    )
  }
  return events
}

/** 4. The index lists the documents that the events cite; those at hand are the ones cited. */
function checkDocuments(events) {
  const cited = new Map()
  for (const { version, act } of events) {
    for (const { sha256: id, name, bytes, mime } of act?.documents ?? []) {
      const known = cited.get(`${id} ${name}`) ?? { sha256: id, name, bytes, mime, events: [] }
      cited.set(`${id} ${name}`, { ...known, events: [...known.events, version] })
    }
  }
  if (canonical(json('documents.json')?.items ?? null) !== canonical([...cited.values()])) {
    wrong(
      'documents.json: non elenca i documenti citati dagli eventi',
      'documents.json: does not list the documents that the events cite',
    )
  }
  const atHand = existsSync(join(folder, 'documents'))
    ? readdirSync(join(folder, 'documents'), { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => ({ name, id: digest(read(join('documents', name))) }))
    : []
  const present = new Set(atHand.map(({ id }) => id))
  const wanted = new Set([...cited.values()].map((document) => document.sha256))
  for (const { name } of atHand.filter(({ id }) => !wanted.has(id))) {
    wrong(
      `documents/${name}: non è un documento citato dagli eventi`,
      `documents/${name}: is no document that the events cite`,
    )
  }
  const found = [...wanted].filter((id) => present.has(id)).length
  const absent = [...cited.values()].filter((document) => !present.has(document.sha256))
  for (const { name, sha256: id } of absent) {
    say(`Nota: il documento ${name} (${id}) non è qui.`, `Note: the document ${name} (${id}) is not here.`)
  }
  say(
    `Documenti citati ${wanted.size}, presenti e integri ${found}.`,
    `Documents cited ${wanted.size}, at hand and sound ${found}.`,
  )
}

function check() {
  if (!isManifestSound()) return
  const manifest = json('manifest.json')
  if (manifest?.format !== 'accordi/archive@1') {
    wrong(
      'manifest.json: non è il manifesto di un archivio',
      'manifest.json: is not the manifest of an archive',
    )
    return
  }
  const { accordId, events, headHash } = manifest
  say(`Accordo ${accordId}, eventi ${events}.`, `Accord ${accordId}, ${events} events.`)
  checkFiles(manifest)
  checkDocuments(checkEvents(manifest))
  say(`Impronta dell'ultimo evento: ${headHash}`, `Hash of the last event: ${headHash}`)
  if (wantedHead !== undefined) return
  say(
    'Confrontarla con quella comunicata dal Ministero: node check.mjs IMPRONTA',
    'Compare it with the one that the Ministry tells you: node check.mjs HASH',
  )
}

check()
for (const problem of problems) console.log(`✗ ${problem}`)
if (problems.length === 0) say('✓ Integro: tutto torna.', '✓ Sound: everything comes out.')
else say('✗ ALTERATO: non fidarsi di questo archivio.', '✗ ALTERED: do not trust this archive.')
process.exitCode = problems.length === 0 ? 0 : 1
