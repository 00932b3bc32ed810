import { beforeAll, describe, expect, test } from 'vitest'
import { syntheticProgramme } from '../../operations/synthesis/programme.ts'
import { actsOf, historyFile } from '../support/acts.ts'
import { pdf } from '../support/files.ts'
import { testSystem } from '../support/system.ts'

const { accordi, file } = testSystem()
const programmeId = 'certificata'
const id = 'decisioni-umbria'
const officer = ['--as', 'ministry:istruttoria']
const director = ['--as', 'ministry:dirigente']

beforeAll(async () => {
  const whole = syntheticProgramme(programmeId, 1)
  const acts = ['ApprovePlan', 'PayAdvance'] as const
  const rules = { ...whole.rules, certification: { acts, citation: 'art. 6 della convenzione' } }
  const programme = file('programma.json', JSON.stringify({ ...whole, rules }))
  expect(await accordi('import', programme)).toMatchObject({ code: 0 })
  const life = actsOf(id)
  const history = [
    life.act('ProposeAccord', '2026-01-07', { programmeId, regionId: '10', title: 'Accordo di prova' }),
    ...[life.signByMinistry('2026-01-08'), life.signByRegion('2026-01-09'), life.submitPlan('2026-02-03')],
  ]
  const content = historyFile(id, history)
  expect(await accordi('import', file('storia.json', content))).toMatchObject({ code: 0 })
})

const approve = (...more: string[]) => accordi('plan', 'approve', id, ...more)
const certify = (decision: string, as: string[]) =>
  accordi('decision', 'certify', id, '--decision', decision, ...as)
const waiting = async () =>
  (await accordi('decision', 'list', id, '--json')).json().items.map((item) => [item.id, item.status])
const phase = async () => (await accordi('accord', 'show', id, '--json')).json().phase

test('a programme has no file to put documents into, and says so', async () => {
  const change = ['programme', 'change', file('regole.json', '{}'), '--reasons', 'prova']
  const document = ['--document', file('nota.txt', 'nota')]
  expect(await accordi(...change, ...document, ...officer)).toMatchObject({
    code: 2,
    err: expect.stringContaining('--document'),
  })
})

describe('a decision that the programme wants certified', () => {
  test('is not taken by one person alone, and the refusal says how it is done', async () => {
    const alone = await approve(...officer)
    expect(alone).toMatchObject({ code: 3, out: expect.stringContaining('--prepare') })
    expect(alone.out).toContain('art. 6 della convenzione')
    expect(await phase()).toBe('planUnderReview')
  })

  test('is prepared, shown with what it would bring, and changes nothing yet', async () => {
    expect(await approve('--prepare', '--decision', 'd-1', ...officer)).toMatchObject({ code: 0 })
    expect(await phase()).toBe('planUnderReview')
    expect(await waiting()).toEqual([['d-1', 'open']])
    const { out } = await accordi('decision', 'show', id, 'd-1')
    expect(out).toContain('istruttoria')
    expect(out).toMatch(/Certificata oggi, comporterebbe:\n.*Approvato il piano integrato/s)
  })

  test('is not certified by who prepared it', async () => {
    expect(await certify('d-1', officer)).toMatchObject({
      code: 3,
      out: expect.stringContaining('istruttoria'),
    })
    expect(await phase()).toBe('planUnderReview')
  })

  test('is sent back with reasons, and prepared again', async () => {
    const reasons = ['--reasons', 'manca il budget']
    expect(
      await accordi('decision', 'send-back', id, '--decision', 'd-1', ...reasons, ...director),
    ).toMatchObject({ code: 0 })
    expect(await waiting()).toEqual([])
    expect(await certify('d-1', director)).toMatchObject({
      code: 3,
      out: expect.stringContaining('rinviata'),
    })
    expect(await approve('--prepare', '--decision', 'd-2', ...officer)).toMatchObject({ code: 0 })
  })

  test('falls with the version that it was about, and says what has changed', async () => {
    const request = ['--request', 'il budget per azione']
    expect(await accordi('plan', 'request-integration', id, ...request, ...director)).toMatchObject({
      code: 0,
    })
    expect(await waiting()).toEqual([['d-2', 'outdated']])
    expect(await certify('d-2', director)).toMatchObject({
      code: 3,
      out: expect.stringContaining('chieste integrazioni sul piano'),
    })
  })

  test('falls with the text that came with it, once another takes its place', async () => {
    const supply = ['--note', 'budget allegato', '--as', 'region:10']
    expect(await accordi('plan', 'supply-integration', id, ...supply)).toMatchObject({ code: 0 })
    const decree = (text: string) => ['--document', file(`${text}.pdf`, pdf(text)), 'id=decreto']
    const draft = ['--prepare', '--decision', 'd-testo', ...decree('prima stesura'), ...officer]
    expect(await approve(...draft)).toMatchObject({ code: 0 })
    expect(await accordi('document', 'add', id, ...decree('altra stesura'), ...officer)).toMatchObject({
      code: 0,
    })
    expect(await waiting()).toContainEqual(['d-testo', 'outdated'])
    expect(await certify('d-testo', director)).toMatchObject({
      code: 3,
      out: expect.stringContaining('depositata una nuova versione di un documento'),
    })
  })

  test('is taken by the certification, once, and the record keeps both', async () => {
    expect(await approve('--prepare', '--decision', 'd-3', ...officer)).toMatchObject({ code: 0 })
    expect(await waiting()).toEqual([['d-3', 'open']])
    expect((await certify('d-3', director)).out).toContain('Approvato il piano integrato')
    expect(await phase()).toBe('underway')
    expect(await certify('d-3', director)).toMatchObject({ code: 3 })
    const { out } = await accordi('accord', 'timeline', id)
    expect(out).toContain('Certificata la decisione «d-3», preparata da istruttoria')
    expect((await accordi('verify', '--json')).json()).toMatchObject({ outcome: 'sound', findings: [] })
  })
})
