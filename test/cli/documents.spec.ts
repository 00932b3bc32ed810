import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { digestOf, pdf } from '../support/files.ts'
import { testSystem } from '../support/system.ts'

const { accordi, accordiWith, file, documents } = testSystem()
const region = ['--as', 'region:umbria']
const ministry = ['--as', 'ministry']
const content = pdf('DGR 10')
const digest = digestOf(content)
const stored = (sha256: string) => join(documents, sha256.slice(0, 2), sha256.slice(2, 4), sha256)

const start = (accordId: string) =>
  accordi('accord', 'start', accordId, '--programme', 'prova', '--region', 'Umbria', ...ministry)
const add = (accordId: string, ...words: string[]) =>
  accordi('document', 'add', accordId, ...region, '--json', '--document', ...words)
const list = async (accordId: string) => (await accordi('document', 'list', accordId, '--json')).json().items

let dgr: string
beforeAll(() => {
  dgr = file('dgr.pdf', content)
})

describe('document add', () => {
  it('stores the bytes, then records the act, with what is said of each file', async () => {
    await start('deposito')
    const csv = file('spese.csv', 'azione;spesa\nI;12,50\n')
    const words = ['id=dgr-10', 'kind=regionalAct', 'signature=pades', 'protocol=n. 12/2015']
    const ran = await add('deposito', dgr, ...words, csv, 'kind=accounts', 'name=Spese 2015.csv')
    expect(ran).toMatchObject({ code: 0 })
    expect(await list('deposito')).toMatchObject([
      { name: 'Spese 2015.csv', kind: 'accounts', mime: 'text/csv', version: 1, isCurrent: true },
      {
        ...{ id: 'dgr-10', sha256: digest, name: 'dgr.pdf', bytes: content.length, mime: 'application/pdf' },
        ...{ kind: 'regionalAct', signature: 'pades', protocol: 'n. 12/2015', isLocked: false },
      },
    ])
    expect(readFileSync(stored(digest))).toEqual(content)
    const shown = (await accordi('document', 'list', 'deposito')).out
    expect(shown).toContain('atto della Regione')
    expect(shown).toContain('n. 12/2015')
  })

  it('of the same id makes the next version', async () => {
    await start('versioni')
    await add('versioni', dgr, 'id=dgr')
    const second = file('dgr2.pdf', pdf('DGR 10 bis'))
    expect(await add('versioni', second, 'id=dgr')).toMatchObject({ code: 0 })
    expect(await list('versioni')).toMatchObject([
      { version: 1, isCurrent: false },
      { version: 2, isCurrent: true },
    ])
    const out = file('x', '')
    rmSync(out)
    const ran = await accordi('document', 'get', 'versioni', 'dgr', '--version', '1', '--out', out)
    expect(ran).toMatchObject({ code: 0, out: expect.stringContaining(digest) })
    expect(readFileSync(out)).toEqual(content)
  })

  it('of a superseded version is refused by name', async () => {
    await start('superata')
    await add('superata', dgr, 'id=dgr')
    await add('superata', file('dgr3.pdf', pdf('altro')), 'id=dgr')
    const ran = await add('superata', dgr, 'id=dgr')
    expect(ran.code).toBe(3)
    expect(ran.json()).toMatchObject({ refusal: { code: 'document-superseded' } })
  })

  it.each([
    ['an empty file', () => [file('vuoto.pdf', '')], /vuoto/],
    ['a type that is not taken', () => [file('programma.exe', 'MZ')], /programma\.exe/],
    ['a content that is another', () => [file('finto.docx', content)], /finto\.docx/],
    ['a file that is not there', () => ['/nowhere/piano.pdf'], /nowhere/],
    ['a word that says nothing', () => [dgr, 'tipo=piano'], /tipo=piano/],
    ['a word before any file', () => ['kind=plan'], /kind=plan/],
    ['a kind that there is not', () => [dgr, 'kind=piano'], /regionalAct/],
    ['an id that is none', () => [dgr, 'id=Piano Integrato'], /documents\.0\.documentId|Piano Integrato/],
  ])('of %s is bad input, and nothing is stored', async (_what, words, told) => {
    const before = existsSync(documents) ? readdirSync(documents, { recursive: true }).length : 0
    const ran = await accordi('document', 'add', 'deposito', ...region, '--document', ...words())
    expect(ran).toMatchObject({ code: 2, err: expect.stringMatching(told) })
    expect(existsSync(documents) ? readdirSync(documents, { recursive: true }).length : 0).toBe(before)
  })
})

describe('document get', () => {
  it('by the first characters of the digest writes the bytes, and never over a file', async () => {
    await start('ripresa')
    await add('ripresa', dgr)
    const out = file('gia.pdf', 'x')
    const ran = await accordi('document', 'get', 'ripresa', digest.slice(0, 10), '--out', out)
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining(out) })
    rmSync(out)
    expect(await accordi('document', 'get', 'ripresa', digest.slice(0, 10), '--out', out)).toMatchObject({
      code: 0,
    })
    expect(readFileSync(out)).toEqual(content)
  })

  it('of what the accord does not have names what it has', async () => {
    const ran = await accordi('document', 'get', 'deposito', 'piano', '--out', '/tmp/mai.pdf')
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('dgr-10') })
  })
})

describe('document verify', () => {
  it('reads every byte; what is damaged or missing is named, and never given out', async () => {
    await start('prova-byte')
    const [good, bad, gone] = [pdf('buono'), pdf('alterato'), pdf('perduto')]
    await add('prova-byte', file('buono.pdf', good), file('alterato.pdf', bad), file('perduto.pdf', gone))
    expect(await accordi('document', 'verify', 'prova-byte', '--json')).toMatchObject({ code: 0 })
    chmodSync(stored(digestOf(bad)), 0o600)
    const changed = Buffer.from(bad)
    changed[12] = 0
    writeFileSync(stored(digestOf(bad)), changed)
    rmSync(stored(digestOf(gone)))
    const ran = await accordi('document', 'verify', 'prova-byte', '--json')
    expect(ran.code).toBe(1)
    const { documents: count, findings } = ran.json()
    expect(count).toBe(3)
    expect(
      new Set(
        (findings as { code: string; detail: string }[]).map(({ code, detail }) => `${code} ${detail}`),
      ),
    ).toEqual(
      new Set([
        `document-differs alterato.pdf, ${digestOf(bad)}`,
        `document-missing perduto.pdf, ${digestOf(gone)}`,
      ]),
    )
    const out = join(documents, 'mai.pdf')
    const got = await accordi('document', 'get', 'prova-byte', digestOf(bad), '--out', out)
    expect(got).toMatchObject({ code: 2, err: expect.stringContaining(digestOf(bad)) })
    expect(existsSync(out)).toBe(false)
    const whole = await accordi('verify', '--json')
    expect(whole.json()).toMatchObject({ findings: [{ code: 'document-missing' }] })
    await add('deposito', file('perduto.pdf', gone))
    expect((await accordi('verify', '--json')).json()).toMatchObject({ outcome: 'sound' })
  })
})

describe('without a document store', () => {
  it('an act that carries a document is told where to set one', async () => {
    const before = await list('deposito')
    const ran = await accordiWith(
      { ACCORDI_DOCUMENTS: '' },
      'document',
      'add',
      'deposito',
      ...region,
      '--document',
      dgr,
    )
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('ACCORDI_DOCUMENTS') })
    expect(await list('deposito')).toEqual(before)
  })
})

describe('with a scanner that does not answer', () => {
  it('nothing is stored and nothing is recorded', async () => {
    const before = await list('deposito')
    const fresh = pdf('mai visto')
    const words = ['--document', file('mai.pdf', fresh)]
    const ran = await accordiWith(
      { ACCORDI_CLAMD: 'unix:/nowhere/clamd' },
      'document',
      'add',
      'deposito',
      ...region,
      ...words,
    )
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('ACCORDI_CLAMD') })
    expect(existsSync(stored(digestOf(fresh)))).toBe(false)
    expect(await list('deposito')).toEqual(before)
  })
})
