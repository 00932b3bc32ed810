import { describe, test } from 'vitest'
import type { CertifiableAct } from '../../../domain/accord/approvals/parts.ts'
import { certification, certifies, prepares, under } from '../../support/approvalFixtures.ts'
import { carrying, file } from '../../support/documentCases.ts'
import { exitRules } from '../../support/exitFixtures.ts'
import {
  d,
  euro,
  inForce,
  order,
  planUnderReview,
  reportApproved,
  submitPlan,
} from '../../support/fixtures.ts'
import { given } from '../../support/given.ts'

const wanting = (...acts: CertifiableAct[]) =>
  under({ ...exitRules, certification: { ...certification, acts } })
const certifiedPlan = wanting('ApprovePlan')
const certifiedSums = wanting('AcceptNonUse', 'SettleAccord')

const adds = (when: string, letter: string, documentId: string, party: 'region' | 'ministry' = 'region') =>
  carrying(order('AddDocuments', when, { party }), file(letter, { documentId }))

describe('a decision is bound to the documents that were read', () => {
  const withPlan = [...inForce, carrying(submitPlan, file('a', { documentId: 'piano' }))]
  const approves = prepares('d-1', '2018-03-10', 'ApprovePlan', { conditions: [] })
  const replaced = {
    ...{ decisionId: 'd-1', act: 'ApprovePlan', event: 'documentReplaced', on: '2018-03-11' },
  } as const

  test('another version of the plan outdates it, though nobody submitted the plan again', () => {
    given(...withPlan, approves, adds('2018-03-11', 'b', 'piano'))
      .when(certifies('d-1', '2018-03-12'), certifiedPlan)
      .refused('decision-outdated', replaced)
  })

  test('so does one that comes with an act about something else', () => {
    const regional = order('RecordRegionalAct', '2018-03-11', { title: 'DGR 10' })
    given(...withPlan, approves, carrying(regional, file('b', { documentId: 'piano' })))
      .when(certifies('d-1', '2018-03-12'), certifiedPlan)
      .refused('decision-outdated', replaced)
  })

  test('another version of what was prepared with it outdates it', () => {
    const drafted = carrying(approves, file('c', { documentId: 'decreto' }))
    given(...withPlan, drafted, adds('2018-03-11', 'd', 'decreto', 'ministry'))
      .when(certifies('d-1', '2018-03-12'), certifiedPlan)
      .refused('decision-outdated', replaced)
  })

  test('the same bytes again, and documents about something else, leave it as it is', () => {
    const drafted = carrying(approves, file('c', { documentId: 'decreto' }))
    const more = [
      adds('2018-03-11', 'a', 'piano'),
      adds('2018-03-11', 'e', 'lettera'),
      adds('2018-03-11', 'f', 'lettera'),
    ]
    given(...withPlan, drafted, ...more)
      .when(certifies('d-1', '2018-03-12'), certifiedPlan)
      .accepted()
      .leaving({ phase: 'underway' })
  })

  test('its own preparation may bring another version, and its certification the signed one', () => {
    const drafted = carrying(
      approves,
      file('b', { documentId: 'piano' }),
      file('c', { documentId: 'decreto' }),
    )
    given(...withPlan, drafted)
      .when(carrying(certifies('d-1', '2018-03-12'), file('d', { documentId: 'decreto' })), certifiedPlan)
      .accepted()
      .leaving({ phase: 'underway' })
  })
})

describe('a decision whose sums follow from what was assigned and paid is bound to that', () => {
  const error = { recoveryId: 'errore', amount: euro(40), cause: 'error', reasons: 'doppio' } as const
  const recovers = (when: string) => order('OrderRecovery', when, { ...error, dueOn: d('2019-08-30') })

  test('of the whole advance no other sum is asked back than the one that was prepared', () => {
    const life = [
      ...[...planUnderReview, order('ApprovePlan', '2018-03-20', { conditions: [] })],
      order('PayAdvance', '2018-03-26', { amount: euro(100) }),
      order('DeclareNonUse', '2018-05-02', { reasons: 'avviso andato deserto' }),
    ]
    const accepts = prepares('d-1', '2018-05-03', 'AcceptNonUse', {
      ...{ recoveryId: 'anticipo', dueOn: d('2018-08-31') },
    })
    given(...life, accepts, recovers('2018-05-04'))
      .when(certifies('d-1', '2018-05-05'), certifiedSums)
      .refused('decision-outdated', {
        ...{ decisionId: 'd-1', act: 'AcceptNonUse', event: 'RecoveryOrdered', on: '2018-05-04' },
      })
  })

  test('the account is settled on the funds on which it was prepared', () => {
    const funds = (when: string, cents: number) =>
      order('AssignFunds', when, { amount: euro(cents), reasons: 'riparto' })
    const settles = prepares('d-1', '2019-03-20', 'SettleAccord', { recognised: euro(900) })
    const life = [...reportApproved, funds('2019-03-16', 1000), settles]
    given(...life)
      .when(certifies('d-1', '2019-03-22'), certifiedSums)
      .then(['DecisionCertified'], ['AccordSettled', { balanceCents: 900 }])
    given(...life, funds('2019-03-21', 500))
      .when(certifies('d-1', '2019-03-22'), certifiedSums)
      .refused('decision-outdated', {
        ...{ decisionId: 'd-1', act: 'SettleAccord', event: 'FundsAssigned', on: '2019-03-21' },
      })
  })
})
