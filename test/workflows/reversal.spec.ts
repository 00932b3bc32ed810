import { expect, test } from 'vitest'
import { verify } from '../../operations/verify.ts'
import { actsOf, wholeLife } from '../support/acts.ts'
import { testEngine } from '../support/system.ts'

const system = testEngine()

test('a conclusion that is reversed brings the workflow back, and the accord can be concluded again', async () => {
  const accords = system.engine.accords()
  for (const request of wholeLife('wf-annullata')) {
    expect(await accords.execute(request)).toMatchObject({ outcome: 'accepted' })
  }
  await expect.poll(() => accords.queryState('wf-annullata').catch(() => 'closed')).toBe('closed')

  const acts = actsOf('wf-annullata')
  const reversal = acts.act(
    'ReverseLastDecision',
    '2030-08-02',
    { reasons: 'Saldo ancora da pagare' },
    { commandId: 'annulla-1' },
  )
  expect(await accords.execute(reversal)).toMatchObject({
    outcome: 'accepted',
    events: [{ type: 'DecisionReversed', data: { decision: 'AccordConcluded' } }],
  })
  expect(await accords.queryState('wf-annullata')).toMatchObject({ phase: 'reportApproved' })
  expect(await accords.execute({ ...reversal, commandId: 'annulla-2' })).toMatchObject({
    outcome: 'refused',
    refusal: { code: 'no-decision-to-reverse' },
  })

  const paid = acts.act('PayBalance', '2030-08-03', { amount: { amount: '10.00' } }, { commandId: 'saldo' })
  expect(await accords.execute(paid)).toMatchObject({ outcome: 'accepted' })
  const again = { ...acts.conclude('2030-08-04'), commandId: 'conclusa-2' }
  expect(await accords.execute(again)).toMatchObject({ outcome: 'accepted' })
  await expect.poll(() => accords.queryState('wf-annullata').catch(() => 'closed')).toBe('closed')
  expect(await verify(system.app, accords)).toMatchObject({ accords: 1, workflows: 0, findings: [] })
})
