import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { plan } from '../support/acts.ts'
import { accordiCommand, type Ran } from '../support/cli.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { type Engine, startEngine } from '../support/engine.ts'

let database: TestDatabase
let engine: Engine
let accordi: (...args: string[]) => Promise<Ran>
const scratch = mkdtempSync(join(tmpdir(), 'accordi-cli-'))
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(scratch, name), content)
  return join(scratch, name)
}

beforeAll(async () => {
  database = await testDatabase()
  engine = await startEngine(database.urls.accordi_app)
  accordi = accordiCommand({
    ACCORDI_DATABASE_URL: database.urls.accordi_app,
    ACCORDI_READER_URL: database.urls.accordi_reader,
    ACCORDI_TASK_QUEUE: engine.taskQueue,
    TEMPORAL_ADDRESS: inject('temporalAddress'),
  })
})
afterAll(async () => {
  await engine.close()
  await database.drop()
  rmSync(scratch, { recursive: true, force: true })
})

const ministry = ['--as', 'ministry']
const region = ['--as', 'region:umbria']
const start = (id: string) =>
  accordi('accord', 'start', id, '--programme', 'prova', '--region', 'Umbria', ...ministry, '--json')
const events = async (id: string) => (await accordi('accord', 'timeline', id, '--json')).json().items.length

describe('an accord by hand', () => {
  it('is started, signed, planned, extended and looked at', async () => {
    expect(await start('a-mano')).toMatchObject({ code: 0 })
    const sign = (...who: string[]) =>
      accordi('accord', 'sign', 'a-mano', '--kind', 'digital', ...who, '--json')
    expect((await sign(...ministry)).json()).toMatchObject({
      outcome: 'accepted',
      events: [{ type: 'AccordSigned' }],
    })
    expect((await sign(...region)).json()).toMatchObject({ outcome: 'accepted' })
    const submitted = await accordi(
      'plan',
      'submit',
      'a-mano',
      '--data',
      file('piano.json', JSON.stringify(plan)),
      ...region,
      '--json',
    )
    expect(submitted.json()).toMatchObject({ outcome: 'accepted' })
    expect((await accordi('plan', 'approve', 'a-mano', ...ministry, '--json')).code).toBe(0)
    const asked = await accordi(
      'extension',
      'request',
      'a-mano',
      '--extension',
      'p1',
      '--scope',
      'finalReport',
      '--until-final-report',
      '2031-03-31',
      '--reasons',
      'Ritardi',
      ...region,
      '--json',
    )
    expect(asked.json()).toMatchObject({ outcome: 'accepted' })
    const granted = await accordi(
      'extension',
      'grant',
      'a-mano',
      '--extension',
      'p1',
      '--scope',
      'finalReport',
      '--until-final-report',
      '2031-03-31',
      '--reasons',
      'Accolta',
      ...ministry,
      '--json',
    )
    expect(granted.json()).toMatchObject({ outcome: 'accepted' })
    const shown = (await accordi('accord', 'show', 'a-mano', '--json')).json()
    expect(shown).toMatchObject({
      id: 'a-mano',
      region: '10',
      phase: 'underway',
      extensions: [{ extensionId: 'p1' }],
    })
    expect(shown.deadlines).toContainEqual(
      expect.objectContaining({
        kind: 'finalReport',
        nominal: '2031-03-31',
        effective: '2031-03-31',
        passesAt: '2031-03-31T21:59:59.999Z',
        status: 'open',
        extensions: [expect.objectContaining({ fromNominal: '2030-08-29', toNominal: '2031-03-31' })],
      }),
    )
    const { items } = (await accordi('accord', 'deadlines', '--region', '10', '--json')).json()
    expect(items[0]).toMatchObject({ accord: 'a-mano', kind: 'activities', status: 'open' })
  })

  it('is told in Italian by default and in English where asked', async () => {
    await start('due-lingue')
    expect((await accordi('accord', 'timeline', 'due-lingue')).out).toContain('Proposto alla Regione Umbria')
    expect((await accordi('accord', 'timeline', 'due-lingue', '--lang', 'en')).out).toContain('Umbria')
    expect((await accordi('--help')).out).toContain('Comandi:')
    expect((await accordi('--lang', 'en', '--help')).out).toContain('Commands:')
  })

  it('keeps documents by digest, name, size and type', async () => {
    await start('documenti')
    const pdf = file('atto.pdf', '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
    const ran = await accordi(
      'accord',
      'record-act',
      'documenti',
      '--title',
      'DGR 10',
      '--document',
      pdf,
      ...region,
      '--json',
    )
    expect(ran.json()).toMatchObject({
      events: [
        {
          documents: [
            {
              name: 'atto.pdf',
              mime: 'application/pdf',
              bytes: 48,
              sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
            },
          ],
        },
      ],
    })
  })

  it('does an act once under one id, from two commands', async () => {
    await start('una-volta')
    const once = () =>
      accordi(
        'accord',
        'sign',
        'una-volta',
        '--kind',
        'digital',
        ...ministry,
        '--command-id',
        'firma-1',
        '--on',
        '2026-01-08',
        '--json',
      )
    const first = (await once()).json()
    const again = (await once()).json()
    expect(first).toMatchObject({ outcome: 'accepted', events: [{ version: 2 }] })
    expect(again).toMatchObject({ outcome: 'accepted', events: [{ version: 2 }] })
    expect(await events('una-volta')).toBe(2)
  })
})

describe('a refusal', () => {
  it.each([
    ['an act before the signature', 'not-in-force', ['plan', 'approve', 'rifiuti', ...ministry]],
    [
      'an accord that exists',
      'accord-exists',
      ['accord', 'start', 'rifiuti', '--programme', 'prova', '--region', '10', ...ministry],
    ],
    ['an accord that does not exist', 'unknown-accord', ['plan', 'approve', 'mai-visto', ...ministry]],
    [
      'a programme that does not exist',
      'unknown-programme',
      ['accord', 'start', 'nuovo', '--programme', 'altro', '--region', '10', ...ministry],
    ],
    ['a Region that acts for the Ministry', 'not-authorised', ['plan', 'approve', 'rifiuti', ...region]],
    [
      'a Region that acts for another',
      'other-region',
      ['activities', 'end', 'rifiuti', '--as', 'region:toscana'],
    ],
    [
      'a signature that is not digital',
      'digital-signature-required',
      ['accord', 'sign', 'rifiuti', '--kind', 'handwritten', ...ministry],
    ],
  ])(
    'of %s has a code, a sentence and a rule, exit code 3, and leaves the stream as it was',
    async (_, code, args) => {
      await start('rifiuti')
      const before = await events('rifiuti')
      const ran = await accordi(...args, '--json')
      expect(ran.code).toBe(3)
      expect(ran.json()).toMatchObject({
        outcome: 'refused',
        refusal: { code, message: expect.stringMatching(/\w{3}.*/), rule: expect.stringMatching(/\w{3}.*/) },
      })
      expect(await events('rifiuti')).toBe(before)
    },
  )

  it('of a second signature says who has signed already', async () => {
    await start('firma-doppia')
    const sign = () => accordi('accord', 'sign', 'firma-doppia', '--kind', 'digital', ...ministry)
    expect((await sign()).code).toBe(0)
    const again = await sign()
    expect(again.code).toBe(3)
    expect(again.out).toMatch(/Ministero ha già firmato/)
  })
})

describe('bad input', () => {
  const base = ['accord', 'start', 'cattivo', '--programme', 'prova', ...ministry]

  it.each([
    ['an unknown Region', [...base, '--region', '99'], /regionId.*«99».*ISTAT/],
    ['a missing field', base, /regionId.*manca/],
    ['an impossible date', [...base, '--region', '10', '--on', '2015-02-30'], /on: «2015-02-30».*AAAA-MM-GG/],
    ['a malformed date', [...base, '--region', '10', '--on', '30/12/2014'], /on: «30\/12\/2014»/],
    [
      'a receipt still to come',
      [...base, '--region', '10', '--received-at', '2999-01-01T00:00:00Z'],
      /receivedAt/,
    ],
    ['an unknown option', [...base, '--regione', '10'], /Opzione sconosciuta.*--regione/],
    ['an unknown command', ['accordo'], /Comando sconosciuto.*accordo/],
    ['nobody who acts', ['accord', 'sign', 'x', '--kind', 'digital'], /--as/],
    [
      'an address where an office belongs',
      ['accord', 'sign', 'x', '--kind', 'digital', '--as', 'ministry:Mario Rossi'],
      /Mario Rossi/,
    ],
    [
      'a float where cents belong',
      ['advance', 'pay', 'x', '--amount', '10.005', ...ministry],
      /amount.*«10.005»/,
    ],
    ['an unknown language', ['accord', 'list', '--lang', 'de'], /de/],
    ['a page without size', ['accord', 'list', '--limit', '0'], /--limit/],
    ['an unknown phase', ['accord', 'list', '--phase', 'boh'], /boh.*concluded/],
    ['an accord that nobody knows', ['accord', 'show', 'mai-visto'], /mai-visto/],
    ['a file that is not there', ['import', '/nessun/file.json'], /non esiste/],
  ])('%s: exit code 2, and a message with field, value and remedy', async (_, args, message) => {
    const ran = await accordi(...args)
    expect(ran).toMatchObject({ code: 2, err: expect.stringMatching(message) })
    expect(ran.err).not.toMatch(/at .*\.ts:\d+/)
  })

  it('is JSON for machines too', async () => {
    const ran = await accordi(...base, '--region', '99', '--json')
    expect(ran.code).toBe(2)
    expect(ran.json()).toMatchObject({
      outcome: 'invalid',
      errors: expect.arrayContaining([
        expect.objectContaining({ field: 'data.regionId', value: '99', code: 'unknown-region' }),
      ]),
    })
  })

  it('in a data file names every extra field', async () => {
    const data = file(
      'extra.json',
      JSON.stringify({ ...plan, colore: 'blu', actions: [{ numeral: 'IIII', title: 't' }] }),
    )
    const ran = await accordi('plan', 'submit', 'x', '--data', data, ...region)
    expect(ran.code).toBe(2)
    expect(ran.err).toMatch(/data\.colore/)
    expect(ran.err).toMatch(/data\.actions\.0\.numeral: «IIII»/)
  })

  it.each([
    [
      'is not what its extension says',
      () =>
        file(
          'foto.json',
          new Uint8Array([
            0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
          ]),
        ),
      /png/,
    ],
    ['is not JSON', () => file('testo.json', 'ciao'), /non è JSON/],
    ['is empty', () => file('vuoto.json', ''), /vuoto/],
    ['holds 10 MB', () => file('grande.json', `"${'x'.repeat(10 * 1024 * 1024)}"`), /troppo grande/],
    ['is a list where an object belongs', () => file('elenco.json', '[]'), /JSON/],
    ['is of an unknown format', () => file('altro.json', '{"format":"boh"}'), /format/],
  ])('a file that %s is refused by name', async (_, make, message) => {
    const ran = await accordi('import', make())
    expect(ran.code).toBe(2)
    expect(ran.err + ran.out).toMatch(message)
  })

  it('a document that is not what its extension says is refused by name', async () => {
    const ran = await accordi(
      'accord',
      'record-act',
      'x',
      '--title',
      't',
      '--document',
      file('finto.pdf', 'non un pdf'),
      ...region,
    )
    expect(ran).toMatchObject({ code: 2, err: expect.stringMatching(/finto\.pdf/) })
  })
})

describe('an import', () => {
  it('with a refused act records nothing and names the act', async () => {
    const history = {
      format: 'accordi/accord@1',
      accordId: 'storia-rotta',
      acts: [
        {
          type: 'ProposeAccord',
          on: '2015-01-07',
          citation: { source: 'prova' },
          data: { programmeId: 'prova', regionId: '10', title: 'T' },
        },
        { type: 'ApprovePlan', on: '2015-01-08', citation: { source: 'prova' } },
      ],
    }
    const ran = await accordi('import', file('rotta.json', JSON.stringify(history)), '--json')
    expect(ran.code).toBe(3)
    expect(ran.json().items).toMatchObject([
      { outcome: 'refused', index: 1, refusal: { code: 'not-in-force' } },
    ])
    expect((await accordi('accord', 'show', 'storia-rotta')).code).toBe(2)
  })
})
