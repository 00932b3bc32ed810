import { beforeAll, describe, expect, test } from 'vitest'
import { syntheticProgramme } from '../../operations/synthesis/programme.ts'
import { actsOf, historyFile, plan } from '../support/acts.ts'
import { testSystem } from '../support/system.ts'

const { accordi, file } = testSystem()
const programmeId = 'pagante'
const id = 'denaro-umbria'
const ministry = ['--as', 'ministry:dg-immigrazione']
const region = ['--as', 'region:10']
const citation = 'convenzione di prova'

beforeAll(async () => {
  const whole = syntheticProgramme(programmeId, 1)
  const tranche = (tranche: string, kind: string, shareBasisPoints: number, condition?: object) => ({
    ...{ id: tranche, kind, shareBasisPoints, citation },
    ...(condition && { condition }),
  })
  const money = {
    tranches: [
      tranche('anticipo', 'advance', 3_000),
      tranche('seconda', 'interim', 3_000, { spentBasisPoints: 5_000 }),
      tranche('saldo', 'balance', 4_000, { fact: 'reportApproved' }),
    ],
    amendments: { freeBasisPoints: 1_000, most: 2, citation },
    citation,
  }
  const decision = { period: 'P30D', citation, assumed: false }
  const rules = { ...whole.rules, terms: { ...whole.rules.terms, amendmentDecision: decision }, money }
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
const data = (content: object) => ['--data', file(`dati-${++files}.json`, JSON.stringify(content))]
const line = (numeral: string, amount: string) => ({ numeral, amount: { amount } })
const pay = (what: string, amount: string, ...more: string[]) =>
  accordi(what, 'pay', id, '--amount', amount, ...more, ...ministry)
const euro = (amount: string) => ({ amount, currency: 'EUR' })
const shown = async () => (await accordi('money', 'show', id, '--json')).json()

describe('the money of an accord at the command line', () => {
  test('is assigned, and paid by the tranches of its programme', async () => {
    expect(await accordi('funds', 'assign', id, '--amount', '100000.00', ...ministry)).toMatchObject({
      code: 0,
    })
    const above = await pay('advance', '30000.01')
    expect(above).toMatchObject({ code: 3, out: expect.stringContaining('30.000,00 €') })
    const kept = ['--deduction-amount', '1000.00', '--deduction-cause', 'anticipo 2013 non speso']
    expect(await pay('advance', '29000.00', ...kept)).toMatchObject({
      code: 0,
      out: expect.stringContaining('dopo aver trattenuto 1.000,00 €'),
    })
    expect(await shown()).toMatchObject({
      funds: { amount: '100000.00' },
      paid: { amount: '29000.00' },
      left: { amount: '70000.00' },
      tranches: [
        { id: 'anticipo', status: 'paid' },
        { id: 'seconda', status: 'waiting', worth: { amount: '30000.00' } },
        { id: 'saldo', status: 'waiting', worth: { amount: '40000.00' } },
      ],
    })
  })

  test('is followed per action, and the second tranche waits for what was spent', async () => {
    const short = await pay('interim', '30000.00', '--tranche', 'seconda')
    expect(short).toMatchObject({ code: 3, out: expect.stringContaining('15.000,00 €') })
    const budget = {
      amendmentId: 'budget-iniziale',
      reasons: 'primo budget',
      budget: [line('I', '60000.00'), line('II', '40000.00')],
    }
    expect(await accordi('amendment', 'request', id, ...data(budget), ...region)).toMatchObject({ code: 0 })
    const second = { ...budget, amendmentId: 'altra' }
    expect(await accordi('amendment', 'request', id, ...data(second), ...region)).toMatchObject({
      code: 3,
      out: expect.stringContaining('budget-iniziale'),
    })
    expect(
      await accordi('amendment', 'approve', id, '--amendment', 'budget-iniziale', ...ministry),
    ).toMatchObject({ code: 0 })
    const spent = { until: '2026-06-30', lines: [line('I', '15000.00'), line('II', '45000.00')] }
    const told = await accordi('spending', 'report', id, ...data(spent), ...region)
    expect(told).toMatchObject({ code: 0, out: expect.stringContaining('supera il budget') })
    expect(await pay('interim', '30000.00', '--tranche', 'seconda')).toMatchObject({ code: 0 })
    const { out } = await accordi('money', 'show', id)
    expect(out).toContain('█████░░░░░░░░░░░░░░░  15.000,00 € / 60.000,00 €  I')
    expect(out).toContain('████████████████████  45.000,00 € / 40.000,00 €  II')
    expect(out).toMatch(/budget-iniziale +approvata/)
  })

  test('is settled after the report, and never paid beyond it', async () => {
    expect(await pay('balance', '1.00')).toMatchObject({ code: 3 })
    for (const [noun, verb, by, ...more] of [
      ['activities', 'end', region],
      ['report', 'submit', region, '--title', 'Relazione finale'],
      ['report', 'approve', ministry],
    ] as const) {
      expect(await accordi(noun, verb, id, ...more, ...by)).toMatchObject({ code: 0 })
    }
    const settled = await accordi('settlement', 'record', id, '--recognised', '60000.00', ...ministry)
    // 60,000 recognised, less 29,000 and 30,000 paid and 1,000 kept back: nothing is left.
    expect(settled).toMatchObject({ code: 0, out: expect.stringContaining('0,00 €') })
    expect(await pay('balance', '0.01')).toMatchObject({
      code: 3,
      out: expect.stringContaining('rendiconto'),
    })
    expect(await accordi('accord', 'conclude', id, ...ministry)).toMatchObject({ code: 0 })
    const all = (await accordi('money', 'list', '--region', '10', '--limit', '1000', '--json')).json()
    expect(all.items.find(({ accord }) => accord === id)).toEqual({
      ...{ accord: id, region: '10', phase: 'concluded', funds: euro('100000.00') },
      ...{ paid: euro('59000.00'), left: euro('40000.00'), recovered: euro('0.00'), spent: euro('60000.00') },
    })
    expect((await accordi('money', 'list', '--limit', '1000')).out).toMatch(
      /denaro-umbria +Umbria +concluso +100\.000,00 € +59\.000,00 € +█{12}░{8} 60\.000,00 €/,
    )
    expect((await shown()).settlement).toMatchObject({
      balance: { amount: '0.00' },
      recover: { amount: '0.00' },
    })
    expect((await accordi('verify', '--json')).json()).toMatchObject({ outcome: 'sound', findings: [] })
  })

  test('counts as recovered what has come back, not what was ordered', async () => {
    const order = ['--recovery', 'errore', '--amount', '500.00', '--due-on', '2090-06-30', '--cause', 'error']
    expect(
      await accordi('recovery', 'order', id, ...order, '--reasons', 'pagato due volte', ...ministry),
    ).toMatchObject({ code: 0 })
    expect(await shown()).toMatchObject({ recovered: { amount: '0.00' }, left: { amount: '40000.00' } })
    const repaid = ['--recovery', 'errore', '--repayment', 'bonifico-1', '--amount', '200.00']
    expect(await accordi('recovery', 'repay', id, ...repaid, ...ministry)).toMatchObject({ code: 0 })
    expect(await shown()).toMatchObject({ recovered: { amount: '200.00' }, left: { amount: '40200.00' } })
  })
})
