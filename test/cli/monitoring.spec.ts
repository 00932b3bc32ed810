import { beforeAll, describe, expect, test } from 'vitest'
import { syntheticProgramme } from '../../operations/synthesis/programme.ts'
import { actsOf, historyFile, plan } from '../support/acts.ts'
import { testSystem } from '../support/system.ts'

const { accordi, file } = testSystem()
const programmeId = 'monitorato'
const id = 'schede-umbria'
const ministry = ['--as', 'ministry:dg-immigrazione']
const region = ['--as', 'region:10']

/** Reports by the calendar quarter since February 2025, none of them sent. */
beforeAll(async () => {
  const whole = syntheticProgramme(programmeId, 1)
  const citation = 'art. 7 della convenzione'
  const term = { period: 'P30D', citation, assumed: false }
  const monitoring = { term, review: term, resubmission: term, gates: ['RequestExtension'], citation }
  const rules = { ...whole.rules, monitoring }
  const programme = file('programma.json', JSON.stringify({ ...whole, rules }))
  expect(await accordi('import', programme)).toMatchObject({ code: 0 })
  const life = actsOf(id)
  const history = [
    life.act('ProposeAccord', '2025-01-07', { programmeId, regionId: '10', title: 'Accordo di prova' }),
    ...[life.signByMinistry('2025-01-08'), life.signByRegion('2025-01-09')],
    life.act('SubmitPlan', '2025-02-03', { ...plan, activitiesUntil: '2090-06-30' }),
    life.act('ApprovePlan', '2025-02-17'),
  ]
  const content = historyFile(id, history)
  expect(await accordi('import', file('storia.json', content))).toMatchObject({ code: 0 })
})

let files = 0
const progress = (done: number) => [
  {
    numeral: 'I',
    indicators: [{ id: 'sportelli', name: 'Sportelli', target: 10, done, unit: 'sportelli' }],
    spent: { amount: '1200.00' },
  },
  { numeral: 'II', indicators: [] },
]
const submit = (period: string, done: number) =>
  accordi(
    ...(['monitoring', 'submit', id, '--data'] as const),
    file(`scheda-${++files}.json`, JSON.stringify({ period, progress: progress(done) })),
    ...region,
  )
const ask = () =>
  accordi(
    ...['extension', 'request', id, '--extension', `proroga-${++files}`, '--scope', 'activities'],
    ...['--until-activities', '2091-06-30', '--reasons', 'avvio tardivo', ...region],
  )
const items = async () => (await accordi('monitoring', 'list', id, '--json')).json().items

interface Due {
  readonly status: string
  readonly effective: string
}
const overdue = async () =>
  (await items()).filter(
    (item) => item.status === 'missing' && (item.deadline as Due | null)?.status === 'missed',
  )

describe('monitoring at the command line', () => {
  test('lists what is due and what is overdue, and what that blocks', async () => {
    // The timers of the quarters that have gone by fire one after the other, up to the one that is due next.
    const today = new Date().toISOString().slice(0, 10)
    const lastDue = async () => (await items()).findLast(({ deadline }) => deadline !== null)?.deadline as Due
    const isCaughtUp = async () => (await lastDue()).status === 'open' && (await lastDue()).effective > today
    await expect.poll(isCaughtUp, { timeout: 30_000, interval: 1_000 }).toBe(true)
    const [first] = await items()
    expect(first).toMatchObject({ period: '2025-T1', status: 'missing', deadline: { status: 'missed' } })
    const { out } = await accordi('monitoring', 'list', id)
    expect(out).toContain('2025-T1')
    expect(out).toContain('Richiesta di proroga')
  })

  test('an overdue report blocks a request, and the refusal says which and what to do', async () => {
    const refused = await ask()
    expect(refused).toMatchObject({ code: 3, out: expect.stringContaining('2025-T1') })
  })

  test('a report is sent, returned, sent again and accepted, with its progress as bars', async () => {
    expect(await submit('2025-T1', 5)).toMatchObject({ code: 0 })
    const back = ['--period', '2025-T1', '--reasons', 'manca la spesa', ...ministry]
    expect(await accordi('monitoring', 'return', id, ...back)).toMatchObject({ code: 0 })
    expect(await submit('2025-T1', 5)).toMatchObject({ code: 0 })
    const accept = ['--period', '2025-T1', ...ministry]
    expect(await accordi('monitoring', 'accept', id, ...accept)).toMatchObject({ code: 0 })
    expect((await items())[0]).toMatchObject({ period: '2025-T1', status: 'accepted', version: 2 })
    const { out } = await accordi('monitoring', 'show', id, '--period', '2025-T1')
    expect(out).toContain('██████████░░░░░░░░░░  5/10 sportelli')
    expect(out).toContain('1.200,00 €')
  })

  test('a period that does not exist is refused, and told from one that has not begun', async () => {
    expect(await submit('2025-T9', 1)).toMatchObject({ code: 3, out: expect.stringContaining('2025-T9') })
    expect(await submit('2089-T1', 1)).toMatchObject({ code: 3, out: expect.stringContaining('2089') })
  })

  test('the block falls once every overdue report is in, or is lifted with a reason', async () => {
    const late = await overdue()
    expect(late.length).toBeGreaterThan(1)
    for (const { period } of late) {
      const lifted = ['--period', String(period), '--reasons', 'dati in arrivo', ...ministry]
      expect(await accordi('monitoring', 'lift-gate', id, ...lifted)).toMatchObject({ code: 0 })
    }
    expect(await ask()).toMatchObject({ code: 0 })
    expect((await accordi('verify', '--json')).json()).toMatchObject({ outcome: 'sound', findings: [] })
  })
})
