import { expect, inject, test } from 'vitest'
import { obligationsOf } from '../../db/readModels/obligations.ts'
import { timeline } from '../../db/readModels/timeline.ts'
import { verify } from '../../operations/verify.ts'
import { actsOf, wholeLife } from '../support/acts.ts'
import { testEngine } from '../support/system.ts'

const system = testEngine()

const stateOf = (accordId: string) =>
  system.engine
    .accords()
    .queryState(accordId)
    .catch(() => 'closed')
const typesOf = async (accordId: string) =>
  (await timeline(system.app, accordId, { limit: 1000 })).map(({ type }) => type)

/** An advance of 120.000 euro, a withdrawal accepted, and all of it to be returned by 30 August 2030. */
async function withdrawn(accordId: string) {
  const accords = system.engine.accords()
  const acts = actsOf(accordId)
  const amount = { amount: '120000.00' }
  const life = [
    ...[acts.propose(), acts.signByMinistry(), acts.signByRegion(), acts.submitPlan(), acts.approvePlan()],
    acts.act('PayAdvance', '2030-03-01', { amount }),
    acts.act('NotifyWithdrawal', '2030-05-02', { reasons: 'Riordino degli uffici' }),
    acts.act('AcceptWithdrawal', '2030-05-20', {
      recovery: { recoveryId: 'anticipo', amount, dueOn: '2030-08-30' },
    }),
  ]
  for (const request of life) expect(await accords.execute(request)).toMatchObject({ outcome: 'accepted' })
  const repay = (on: string, paid: string) =>
    acts.act('RecordRepayment', on, {
      ...{ recoveryId: 'anticipo', repaymentId: on, amount: { amount: paid } },
    })
  return { accords, acts, repay }
}

test('a withdrawal is closed, and its workflow ends, with the last of two repayments', async () => {
  const { accords, acts, repay } = await withdrawn('uscita-saldata')
  expect(await stateOf('uscita-saldata')).toMatchObject({ phase: 'withdrawn' })
  expect(await accords.execute(repay('2030-06-03', '50000.00'))).toMatchObject({ outcome: 'accepted' })
  expect(await accords.execute(repay('2030-06-04', '70000.01'))).toMatchObject({
    outcome: 'refused',
    refusal: { code: 'repayment-above-owed', params: { amount: '70000.01', most: '70000.00' } },
  })
  expect(await accords.execute(acts.submitReport('2030-06-05'))).toMatchObject({
    refusal: { code: 'accord-ended' },
  })
  expect(await stateOf('uscita-saldata')).toMatchObject({ phase: 'withdrawn' })
  expect(await accords.execute(repay('2030-07-01', '70000.00'))).toMatchObject({ outcome: 'accepted' })
  expect((await typesOf('uscita-saldata')).slice(-3)).toEqual([
    ...['RepaymentRecorded', 'DeadlineMet', 'AccordClosed'],
  ])
  await expect.poll(() => stateOf('uscita-saldata')).toBe('closed')
})

// The real timer fires by the server's own time skipping; test/support/globalSetup.ts says where there is none.
test.runIf(inject('timeSkipping'))(
  'a recovery that is late is missed, and owed until it is settled',
  async () => {
    const { accords, repay } = await withdrawn('uscita-tardi')
    expect(await accords.execute(repay('2030-06-03', '50000.00'))).toMatchObject({ outcome: 'accepted' })
    await system.engine.skipTime('uscita-tardi')
    await expect.poll(() => typesOf('uscita-tardi'), { timeout: 30_000 }).toContain('DeadlineMissed')
    const recovery = async () =>
      (await obligationsOf(system.app, 'uscita-tardi')).find(({ kind }) => kind === 'recovery')
    expect(await recovery()).toMatchObject({ status: 'missed', ref: 'anticipo' })
    expect(await stateOf('uscita-tardi')).toMatchObject({ phase: 'withdrawn' })
    expect(await accords.execute(repay('2030-10-01', '70000.00'))).toMatchObject({ outcome: 'accepted' })
    expect(await recovery()).toMatchObject({ status: 'metLate', days_late: 32 })
    await expect.poll(() => stateOf('uscita-tardi')).toBe('closed')
  },
)

test('a concluded accord that is reopened gets its workflow back, and can be concluded again', async () => {
  const accords = system.engine.accords()
  for (const request of wholeLife('uscita-riaperta')) {
    expect(await accords.execute(request)).toMatchObject({ outcome: 'accepted' })
  }
  await expect.poll(() => stateOf('uscita-riaperta')).toBe('closed')
  const acts = actsOf('uscita-riaperta')
  const reopened = acts.act(
    'ReopenAccord',
    '2030-08-02',
    { reasons: 'Saldo da ricalcolare' },
    { commandId: 'riapri-1' },
  )
  expect(await accords.execute(reopened)).toMatchObject({
    outcome: 'accepted',
    events: [{ type: 'AccordReopened', data: { from: 'concluded', to: 'reportApproved' } }],
  })
  expect(await stateOf('uscita-riaperta')).toMatchObject({ phase: 'reportApproved' })
  const again = { ...acts.conclude('2030-08-20'), commandId: 'conclusa-2' }
  expect(await accords.execute(again)).toMatchObject({ outcome: 'accepted' })
  await expect.poll(() => stateOf('uscita-riaperta')).toBe('closed')
  expect(await verify(system.app, accords)).toMatchObject({ workflows: 0, findings: [] })
})
