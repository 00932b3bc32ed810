import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Accord } from '../../domain/accord/state.ts'
import { testSystem } from '../support/system.ts'
import { describeChain } from './chain.ts'

/** The page of the programme, word for word: what the imported accord is compared with. */
const seed = readFileSync('test/e2e/umbria-integrated-plan.txt', 'utf8')
/** Words alone: the page has non-breaking spaces and closes its points with signs of its own. */
const plain = (text = '') =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[;:.]$/, '')
    .trim()
    .toLowerCase()

const folder = `${process.cwd()}/data/programmes/2014-2020`
const files = readdirSync(folder).map((file) => `${folder}/${file}`)

const { accordi } = testSystem()
let umbria: Accord & {
  id: string
  region: string
  deadlines: Record<string, unknown>[]
  plan: { sections: { title: string }[] }
}

beforeAll(async () => {
  const imported = await accordi('import', ...files)
  expect(imported, imported.err).toMatchObject({ code: 0 })
  umbria = (await accordi('accord', 'show', 'umbria-2014-2020', '--json')).json() as never
})
describe('the Umbria accord, imported, against its page', () => {
  it('is of the programme 2014-2020 and its fund, with the Region Umbria', () => {
    expect(seed).toContain('FONDO POLITICHE MIGRATORIE 2014')
    expect(umbria).toMatchObject({ id: 'umbria-2014-2020', region: '10', programme: '2014-2020' })
    const programme = JSON.parse(readFileSync(`${folder}/programme.json`, 'utf8'))
    expect(programme.fund.toUpperCase()).toBe('FONDO POLITICHE MIGRATORIE 2014')
  })

  it('"ha sottoscritto nel Dicembre 2014": both signatures in December 2014, known to the month', async () => {
    const { items } = (await accordi('accord', 'timeline', 'umbria-2014-2020', '--json')).json()
    const signed = items.filter(({ type }) => type === 'AccordSigned')
    expect(signed.map(({ on }) => on)).toEqual(['2014-12', '2014-12'])
    expect(new Set(signed.map(({ precision }) => precision))).toEqual(new Set(['month']))
  })

  it('has the three sections of the integrated plan', () => {
    const numbered = [...seed.matchAll(/^ {2}\d\. (.+)$/gm)].map(([, text]) => plain(text))
    expect(numbered).toHaveLength(3)
    expect(umbria.plan.sections.map(({ title }) => plain(title))).toEqual(numbered)
  })

  it('has the five priorities', () => {
    const programme = JSON.parse(readFileSync(`${folder}/programme.json`, 'utf8'))
    const bullets = [...seed.matchAll(/^ {2}• (.+?)[;.]?$/gm)].map(([, text]) => text)
    expect(bullets).toHaveLength(5)
    expect(programme.priorities).toHaveLength(5)
    for (const [index, text] of bullets.entries()) {
      expect(plain(programme.priorities[index].title)).toBe(plain(text))
    }
  })

  it('has the seven actions with their numerals and titles, all completed', () => {
    const actions = [...seed.matchAll(/^([IVX]+) Azione – (.+)$/gm)].map(([, numeral, title]) => ({
      numeral,
      title: title?.trim(),
    }))
    expect(actions).toHaveLength(7)
    expect(umbria.actions).toMatchObject(actions.map((action) => ({ ...action, status: 'completed' })))
  })

  it('obtained an extension to 31 March 2019 only for the final report', () => {
    expect(seed).toContain('proroga al 31 marzo 2019 solo per la presentazione della relazione finale')
    const individual = Object.values(umbria.extensions).filter(({ exOfficio }) => !exOfficio)
    expect(individual).toMatchObject([
      { scope: 'finalReport', status: 'granted', granted: { finalReport: '2019-03-31' } },
    ])
    const report = umbria.deadlines.find(({ kind }) => kind === 'finalReport')
    // A Sunday: the act to perform rolls to Monday, and passes at the end of that day in Rome.
    expect(report).toMatchObject({
      nominal: '2019-03-31',
      effective: '2019-04-01',
      passesAt: '2019-04-01T21:59:59.999Z',
      status: 'met',
    })
  })

  it('kept the end of activities apart: 30 September 2018, after the collective extensions', () => {
    const activities = umbria.deadlines.find(({ kind }) => kind === 'activities')
    expect(activities).toMatchObject({ nominal: '2018-09-30', effective: '2018-09-30' })
    const history = activities?.history as { nominal: string }[]
    expect(history.slice(1).map(({ nominal }) => nominal)).toEqual(['2017-06-30', '2018-06-30'])
  })

  it('"ha concluso il progetto": is concluded, with nothing left open', () => {
    expect(seed).toContain('La regione Umbria ha concluso il progetto')
    expect(umbria.phase).toBe('concluded')
    expect(
      umbria.deadlines.filter(({ status }) => ['open', 'held', 'suspended'].includes(String(status))),
    ).toEqual([])
  })

  it('presents no assumed date as a fact: each is marked, and says so to the reader', async () => {
    const { items } = (await accordi('accord', 'timeline', 'umbria-2014-2020', '--json')).json()
    const acts = items.filter(({ actor }) => (actor as { role: string }).role !== 'scheduler')
    for (const { citation } of acts)
      expect((citation as { mark?: string })?.mark).toMatch(/^(stated|act|assumed)$/)
    for (const { citation, assumed, type } of acts) {
      if ((citation as { mark: string }).mark === 'assumed') expect(assumed, String(type)).toBe(true)
    }
    const { out } = await accordi('accord', 'timeline', 'umbria-2014-2020')
    expect(out).toContain('(data presunta)')
    expect(plain(out)).toContain(
      '«relazione finale» spostata dal 29 novembre 2018 al 31 marzo 2019, che slitta a lunedì 1 aprile',
    )
  })

  it('stands in the record soundly, with the other accords of the programme', async () => {
    const { items } = (await accordi('accord', 'list', '--json')).json()
    expect(items.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'abruzzo-2014-2020',
        'piemonte-2014-2020',
        'toscana-2014-2020',
        'umbria-2014-2020',
      ]),
    )
    const verified = await accordi('verify', '--json')
    expect(verified.json()).toMatchObject({ outcome: 'sound', findings: [] })
    expect(verified.json()).toHaveProperty(
      'derivations',
      expect.toSatisfy((count) => count > 20),
    )
    expect(verified.code).toBe(0)
  })

  it('changes nothing when the same files are imported again', async () => {
    const before = await accordi('accord', 'timeline', 'umbria-2014-2020', '--json')
    expect((await accordi('import', ...files)).code).toBe(0)
    expect((await accordi('accord', 'timeline', 'umbria-2014-2020', '--json')).out).toBe(before.out)
  })
})

describeChain((...args) => accordi(...args), files)
