import { describe, expect, test } from 'vitest'
import { instant } from '../../../domain/time/instant.ts'
import {
  certification,
  certifiedContext,
  certifiedLife,
  certifies,
  prepares,
  under,
} from '../../support/approvalFixtures.ts'
import {
  activitiesOnly,
  approvePlan,
  d,
  euro,
  order,
  passes,
  planUnderReview,
  proposal,
  reportOnly,
  submitPlan,
} from '../../support/fixtures.ts'
import { given, stateAfter } from '../../support/given.ts'

const prepared = prepares('d-1', '2018-03-10', 'ApprovePlan', { conditions: [] })
const returned = prepares('d-2', '2018-03-10', 'ReturnPlan', { reasons: 'budget' })
const approving = [...planUnderReview, prepared]
const underway = [...approving, certifies('d-1', '2018-03-11')]
const askBudget = order('RequestPlanIntegration', '2018-03-11', { request: 'budget' })

const statusOf = (history: Parameters<typeof stateAfter>[0], decisionId: string) => {
  const state = stateAfter(history, certifiedContext)
  return state.phase === 'absent' ? undefined : state.decisions?.[decisionId]?.status
}

describe('a decision is bound to what it was prepared on', () => {
  test('an integration of the plan outdates it, and says what has changed', () => {
    const supplied = order('SupplyPlanIntegration', '2018-03-13', { note: 'budget' })
    given(...approving, askBudget, supplied)
      .when(certifies('d-1', '2018-03-14'), certifiedContext)
      .refused('decision-outdated', {
        ...{ decisionId: 'd-1', act: 'ApprovePlan', event: 'PlanIntegrationRequested', on: '2018-03-11' },
      })
  })

  test('prepared again on the plan as it is now, it takes the place of the outdated one', () => {
    const supplied = order('SupplyPlanIntegration', '2018-03-13', { note: 'budget' })
    const again = prepares('d-3', '2018-03-14', 'ApprovePlan', { conditions: [] })
    given(...approving, askBudget, supplied)
      .when(again, certifiedContext)
      .then(['DecisionPrepared', { decisionId: 'd-3', supersedes: ['d-1'] }])
    given(...approving, askBudget, supplied, again)
      .when(certifies('d-3', '2018-03-15'), certifiedContext)
      .accepted()
      .leaving({ phase: 'underway' })
  })

  test('an approval of the first version is none of the second', () => {
    const resubmitted = order('SubmitPlan', '2018-03-20', submitPlan.data)
    const life = [...approving, returned, certifies('d-2', '2018-03-11'), resubmitted]
    given(...life)
      .when(certifies('d-1', '2018-03-21'), certifiedContext)
      .refused('decision-outdated', {
        ...{ decisionId: 'd-1', act: 'ApprovePlan', event: 'PlanReturned', on: '2018-03-11' },
      })
    given(...life)
      .when(prepares('d-3', '2018-03-21', 'ApprovePlan', { conditions: [] }), certifiedContext)
      .then(['DecisionPrepared', { about: { subject: 'plan', version: 2 }, supersedes: ['d-1'] }])
  })

  test('attachments outdate the decision on their request, and on no other', () => {
    const asks = [
      order('RequestExtension', '2018-05-02', { ...reportOnly, attachmentsBy: d('2018-06-01') }),
      order('RequestExtension', '2018-05-02', activitiesOnly),
    ]
    const { extensionId } = reportOnly
    const refuses = (id: string, extension: string) =>
      prepares(id, '2018-05-10', 'RefuseExtension', { extensionId: extension, reasons: 'ritardo' })
    const life = [...underway, ...asks.slice(0, 1), refuses('r-1', extensionId)]
    const arrived = order('SupplyExtensionAttachments', '2018-05-11', { extensionId })
    given(...life, arrived)
      .when(certifies('r-1', '2018-05-12'), certifiedContext)
      .refused('decision-outdated', {
        ...{ decisionId: 'r-1', act: 'RefuseExtension', event: 'ExtensionAttachmentsSupplied' },
        on: '2018-05-11',
      })
    const exOfficio = prepares('r-2', '2018-05-10', 'GrantExtension', {
      ...activitiesOnly,
      extensionId: 'ufficio',
    })
    expect(statusOf([...underway, ...asks.slice(0, 1), exOfficio, arrived], 'r-2')).toBe('open')
  })

  test('what it is not about leaves it as it is', () => {
    const pays = prepares('p-1', '2018-03-10', 'PayAdvance', { amount: euro(5) })
    const regional = order('RecordRegionalAct', '2018-03-11', { title: 'DGR 10' })
    given(...planUnderReview, pays, regional, askBudget)
      .when(certifies('p-1', '2018-03-12'), certifiedContext)
      .then(['DecisionCertified'], ['AdvancePaid', { amount: euro(5) }])
  })

  test('a correction is about one date', () => {
    const starts = order('StartAction', '2018-04-12', { numeral: 'I' })
    const corrects = (id: string, to: string, ref: string) =>
      prepares(id, '2018-05-02', 'CorrectDate', {
        ...{ what: 'actionStart', ref, to: d(to), reasons: 'verbale' },
      })
    const life = [...underway, starts, order('StartAction', '2018-04-12', { numeral: 'II' })]
    const first = [...life, corrects('c-1', '2018-04-02', 'I'), corrects('c-2', '2018-04-03', 'II')]
    const done = [...first, certifies('c-2', '2018-05-03')]
    expect(statusOf(done, 'c-1')).toBe('open')
    expect(statusOf(done, 'c-2')).toBe('certified')
  })

  test('the end of the accord outdates what can no longer be done, and nothing else', () => {
    const pays = prepares('d-2', '2018-03-05', 'PayAdvance', { amount: euro(5) })
    const leaves = order('NotifyWithdrawal', '2018-03-06', { reasons: 'riordino' })
    const accepts = prepares('d-3', '2018-03-07', 'AcceptWithdrawal', {})
    const ended = [...planUnderReview, pays, leaves, accepts, certifies('d-3', '2018-03-08')]
    given(...ended)
      .when(certifies('d-2', '2018-03-09'), certifiedContext)
      .refused('decision-outdated', {
        ...{ decisionId: 'd-2', act: 'PayAdvance', event: 'WithdrawalAccepted', on: '2018-03-08' },
      })
    const reopens = prepares('d-4', '2018-03-10', 'ReopenAccord', { reasons: 'ripensamento' })
    given(...ended, reopens)
      .when(certifies('d-4', '2018-03-11'), certifiedContext)
      .accepted()
      .leaving({ phase: 'planUnderReview' })
  })

  test('the conclusion outdates what was left to do', () => {
    const corrects = prepares('d-2', '2019-04-01', 'CorrectDate', {
      ...{ what: 'inForce', to: d('2018-01-10'), reasons: 'verbale' },
    })
    const pays = prepares('d-4', '2019-04-01', 'PayBalance', { amount: euro(5) })
    const concludes = prepares('d-3', '2019-04-02', 'ConcludeAccord', {})
    const ended = given(...certifiedLife, corrects, pays, concludes, certifies('d-3', '2019-04-03'))
    ended.when(certifies('d-2', '2019-04-04'), certifiedContext).refused('decision-outdated', {
      ...{ decisionId: 'd-2', act: 'CorrectDate', event: 'AccordConcluded', on: '2019-04-03' },
    })
    // The balance may come after the conclusion, and rests on the report, which has not changed.
    ended.when(certifies('d-4', '2019-04-04'), certifiedContext).then(['DecisionCertified'], ['BalancePaid'])
  })
})

describe('the reversal of a decision', () => {
  const reverses = prepares('a-1', '2018-03-12', 'ReverseLastDecision', { reasons: 'versione sbagliata' })

  test('finds the decision that was certified, and is certified itself', () => {
    given(...underway, reverses)
      .when(certifies('a-1', '2018-03-13'), certifiedContext)
      .then(
        ['DecisionCertified', { about: { subject: 'lastDecision' } }],
        [
          'DecisionReversed',
          { decision: 'PlanApproved', decidedBy: certifies('d-1', '2018-03-11').commandId },
        ],
      )
      .leaving({ phase: 'planUnderReview' })
      .owing('planReview', { status: 'open' })
  })

  test('is taken directly where its programme wants that, what is prepared following on nothing', () => {
    const direct = under({ certification: { ...certification, acts: ['ApprovePlan', 'PayAdvance'] } })
    const pays = prepares('p-1', '2018-03-12', 'PayAdvance', { amount: euro(5) })
    given(...underway, pays)
      .when(order('ReverseLastDecision', '2018-03-13', { reasons: 'errore' }), direct)
      .then(['DecisionReversed', { decision: 'PlanApproved' }])
  })

  test('is outdated once something has followed from the decision', () => {
    given(...underway, reverses, order('StartAction', '2018-03-13', { numeral: 'I' }))
      .when(certifies('a-1', '2018-03-14'), certifiedContext)
      .refused('decision-outdated', {
        ...{ decisionId: 'a-1', act: 'ReverseLastDecision', event: 'other', on: '2018-03-13' },
      })
  })

  test('outdates what was prepared on the decision', () => {
    const pays = prepares('s-1', '2019-03-18', 'PayBalance', { amount: euro(5) })
    const annuls = prepares('a-1', '2019-03-18', 'ReverseLastDecision', { reasons: 'errore' })
    given(...certifiedLife, pays, annuls, certifies('a-1', '2019-03-19'))
      .when(certifies('s-1', '2019-03-20'), certifiedContext)
      .refused('decision-outdated', {
        ...{ decisionId: 's-1', act: 'PayBalance', event: 'DecisionReversed', on: '2019-03-19' },
      })
  })

  test('keeps the prepared decisions of an accord, as its end does', () => {
    const state = stateAfter([...underway, reverses, certifies('a-1', '2018-03-13')], certifiedContext)
    expect(state).toMatchObject({
      decisions: { 'd-1': { status: 'certified' }, 'a-1': { status: 'certified' } },
    })
  })
})

describe('a history', () => {
  const entered = { ...certifiedContext, enteredAt: instant('2026-11-23T10:00:00.000Z') }
  const cited = (when: string) =>
    order('ApprovePlan', when, { conditions: [] }, { citing: { source: 'd.d. 3' } })

  test('has its decisions as they were taken on paper, if they are cited, and says so', () => {
    given(...planUnderReview)
      .when(cited('2018-03-20'), entered)
      .accepted()
      .leaving({ phase: 'underway' })
      .noting('certified-on-paper')
  })

  test('has none that no source states', () => {
    given(...planUnderReview)
      .when(approvePlan, entered)
      .refused('needs-certification', { act: 'ApprovePlan', citation: certification.citation })
  })

  test('is over when the accord enters the record', () => {
    given(...planUnderReview)
      .when(cited('2026-11-23T10:00:00.001Z'), entered)
      .refused('needs-certification', { act: 'ApprovePlan', citation: certification.citation })
  })

  test('is no excuse for an act that comes by itself', () => {
    given(...planUnderReview)
      .when(cited('2018-03-20'), certifiedContext)
      .refused('needs-certification', { act: 'ApprovePlan', citation: certification.citation })
  })

  test('may hold decisions that were prepared and certified', () => {
    given(...approving)
      .when(certifies('d-1', '2018-03-11'), entered)
      .accepted()
      .withoutNotices()
  })
})

test('deadlines pass as before, and nobody certifies the timer', () => {
  given(proposal)
    .when(passes('signature', '2018-01-02'), certifiedContext)
    .then(['DeadlineMissed', { deadlineId: 'signature' }])
})
