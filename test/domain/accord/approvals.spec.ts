import { describe, expect, test } from 'vitest'
import { certifiableActs } from '../../../domain/accord/approvals/parts.ts'
import { ownerOf } from '../../../domain/accord/notices.ts'
import {
  certification,
  certifiedContext,
  certifiedLife,
  certifier,
  certifies,
  otherCertifier,
  prepares,
  sendsBack,
  under,
  withdraws,
} from '../../support/approvalFixtures.ts'
import {
  approvePlan,
  context,
  inForce,
  ministry,
  order,
  planUnderReview,
  region,
  reportOnly,
  submitPlan,
} from '../../support/fixtures.ts'
import { given, met, metLate, set } from '../../support/given.ts'

const { citation } = certification
const prepared = prepares('d-1', '2018-03-20', 'ApprovePlan', { conditions: [] })
const approving = [...planUnderReview, prepared]
const dates = [
  set('milestone:rete-attiva', { nominal: '2018-09-28' }),
  set('activities', { nominal: '2018-12-31' }),
  set('finalReport', { nominal: '2019-03-01' }),
]

describe('a decision that its programme wants certified', () => {
  test('is not taken by one act', () => {
    given(...planUnderReview)
      .when(approvePlan, certifiedContext)
      .refused('needs-certification', { act: 'ApprovePlan', citation })
  })

  test('is prepared: nothing is decided, and the term to decide runs on', () => {
    given(...planUnderReview)
      .when(prepared, certifiedContext)
      .then([
        'DecisionPrepared',
        {
          ...{ decisionId: 'd-1', act: 'ApprovePlan', data: { conditions: [] } },
          ...{ about: { subject: 'plan', version: 1 }, supersedes: [] },
        },
      ])
      .leaving({ phase: 'planUnderReview' })
      .owing('planReview', { status: 'open' })
  })

  test('is taken when another person certifies it, on that day', () => {
    given(...approving)
      .when(certifies('d-1', '2018-03-22'), certifiedContext)
      .then(
        [
          'DecisionCertified',
          {
            ...{ decisionId: 'd-1', act: 'ApprovePlan', preparedBy: 'dg-prova' },
            about: { subject: 'plan', version: 1 },
          },
        ],
        ['PlanApproved', { planVersion: 1, conditions: [] }],
        met('planReview'),
        ...dates,
      )
      .leaving({ phase: 'underway', lastDecision: { type: 'PlanApproved' } as never })
      .owing('planReview', { status: 'met', settledOn: '2018-03-22' as never })
  })

  test('is late where its certification is, however early it was prepared', () => {
    given(...approving)
      .when(certifies('d-1', '2018-04-05'), certifiedContext)
      .then(['DecisionCertified'], ['PlanApproved'], metLate('planReview', 5), ...dates)
  })

  test('is refused when it is prepared, where it would be refused when it is certified', () => {
    given(...planUnderReview)
      .when(prepares('d-1', '2018-03-20', 'ApproveFinalReport', {}), certifiedContext)
      .refused('wrong-phase', {
        ...{ act: 'ApproveFinalReport', phase: 'planUnderReview' },
        allowed: 'reportUnderReview, reportIntegration',
      })
  })

  test('is refused when it is certified, where it has become impossible meanwhile', () => {
    const concludes = prepares('d-2', '2019-04-01', 'ConcludeAccord', {})
    const leaves = order('NotifyWithdrawal', '2019-04-02', { reasons: 'riordino' })
    given(...certifiedLife, concludes, leaves)
      .when(certifies('d-2', '2019-04-03'), certifiedContext)
      .refused('exit-pending', { exit: 'withdrawal' })
  })

  test('is nothing to prepare where it would change nothing', () => {
    const acts = ['StartRevocation'] as const
    const rules = under({ certification: { acts, citation } })
    const starts = prepares('d-1', '2018-03-20', 'StartRevocation', { grounds: 'ritardo' })
    const again = prepares('d-2', '2018-03-22', 'StartRevocation', { grounds: 'ritardo' })
    given(...planUnderReview, starts, certifies('d-1', '2018-03-21'))
      .when(again, rules)
      .refused('decision-without-effect', { act: 'StartRevocation' })
  })
})

describe('what needs no certification', () => {
  test('is done directly, beside what does', () => {
    given(...planUnderReview)
      .when(order('RequestPlanIntegration', '2018-03-11', { request: 'budget' }), certifiedContext)
      .accepted()
      .leaving({ phase: 'planIntegration' })
    given(...inForce)
      .when(submitPlan, certifiedContext)
      .accepted()
      .withoutNotices()
  })

  test('is not prepared either', () => {
    given(...planUnderReview)
      .when(prepared, context)
      .refused('certification-not-foreseen', { act: 'ApprovePlan' })
    given(...planUnderReview)
      .when(prepares('d-1', '2018-03-11', 'RequestPlanIntegration', { request: '-' }), certifiedContext)
      .refused('certification-not-foreseen', { act: 'RequestPlanIntegration' })
  })

  test('can still be certified, where it was prepared before the rules of the accord changed', () => {
    const { certification: _, ...relaxed } = certifiedContext.programmes.prova ?? {}
    const rulesVersions = [{ ...relaxed, version: 2 }] as never
    const adopts = prepares('d-2', '2018-03-20', 'AdoptRules', { rulesVersion: 2, reasons: 'nuove regole' })
    const certifiesRules = certifies('d-2', '2018-03-21')
    given(...approving, adopts, certifiesRules)
      .when(certifies('d-1', '2018-03-22'), { ...certifiedContext, rulesVersions })
      .accepted()
      .leaving({ phase: 'underway' })
    given(...planUnderReview, adopts, certifiesRules)
      .when(approvePlan, { ...certifiedContext, rulesVersions })
      .accepted()
      .leaving({ phase: 'underway' })
  })

  test('is every act of the Region: only acts of the Ministry can be certified', () => {
    for (const act of certifiableActs) expect(ownerOf(act), act).toBe('ministry')
  })
})

describe('who certifies', () => {
  test('is not who prepared it, and neither is who sends it back', () => {
    const refused = { decisionId: 'd-1', preparedBy: 'dg-prova' }
    given(...approving)
      .when(certifies('d-1', '2018-03-22', ministry), certifiedContext)
      .refused('certifier-is-preparer', refused)
    given(...approving)
      .when(sendsBack('d-1', '2018-03-22', ministry), certifiedContext)
      .refused('certifier-is-preparer', refused)
  })

  test('is of an office that the programme names, where it names any', () => {
    const named = under({ certification: { ...certification, certifiers: ['dirigente-prova'] } })
    given(...approving)
      .when(certifies('d-1', '2018-03-22', otherCertifier), named)
      .refused('not-this-office', {
        ...{ act: 'CertifyDecision', office: 'vicario-prova', offices: 'dirigente-prova' },
      })
    given(...approving)
      .when(sendsBack('d-1', '2018-03-22', otherCertifier), named)
      .refused('not-this-office', {
        ...{ act: 'SendBackDecision', office: 'vicario-prova', offices: 'dirigente-prova' },
      })
    given(...approving)
      .when(certifies('d-1', '2018-03-22'), named)
      .accepted()
  })

  test('is of an office that may take the decision itself; who prepares it need not be', () => {
    const decided = under({ extensions: { decidedBy: ['dirigente-prova'], citation: 'art. 7' } })
    const life = [...approving, certifies('d-1', '2018-03-22')]
    const grants = prepares('d-2', '2018-05-02', 'GrantExtension', reportOnly)
    given(...life, grants)
      .when(certifies('d-2', '2018-05-03', otherCertifier), decided)
      .refused('not-this-office', {
        ...{ act: 'GrantExtension', office: 'vicario-prova', offices: 'dirigente-prova' },
      })
    given(...life, grants)
      .when(certifies('d-2', '2018-05-03'), decided)
      .accepted()
      .owing('finalReport', { nominal: '2019-03-31' as never })
  })

  test('is never a Region', () => {
    given(...approving)
      .when(certifies('d-1', '2018-03-22', region), certifiedContext)
      .refused('not-authorised', { role: 'region', act: 'CertifyDecision' })
  })
})

describe('a prepared decision', () => {
  test('is sent back with reasons, and then certified no more', () => {
    const back = sendsBack('d-1', '2018-03-21')
    given(...approving)
      .when(back, certifiedContext)
      .then([
        'DecisionSentBack',
        { decisionId: 'd-1', act: 'ApprovePlan', reasons: 'quadro economico da rivedere' },
      ])
      .leaving({ phase: 'planUnderReview' })
    given(...approving, back)
      .when(certifies('d-1', '2018-03-22'), certifiedContext)
      .refused('decision-settled', { decisionId: 'd-1', status: 'sentBack', on: '2018-03-21' })
  })

  test('is withdrawn by who prepared it, and by nobody else', () => {
    given(...approving)
      .when(withdraws('d-1', '2018-03-21'), certifiedContext)
      .then(['DecisionWithdrawn', { decisionId: 'd-1', act: 'ApprovePlan', reasons: 'errore nel testo' }])
    given(...approving)
      .when(withdraws('d-1', '2018-03-21', { by: certifier }), certifiedContext)
      .refused('not-the-preparer', { decisionId: 'd-1', preparedBy: 'dg-prova' })
  })

  test('is certified once', () => {
    given(...approving, certifies('d-1', '2018-03-22'))
      .when(certifies('d-1', '2018-03-23', otherCertifier), certifiedContext)
      .refused('decision-settled', { decisionId: 'd-1', status: 'certified', on: '2018-03-22' })
  })

  test('that there is not is named with those that wait', () => {
    given(...approving)
      .when(certifies('constructor', '2018-03-22'), certifiedContext)
      .refused('unknown-decision', { decisionId: 'constructor', waiting: 'd-1' })
    given(...planUnderReview)
      .when(certifies('d-1', '2018-03-22'), certifiedContext)
      .refused('unknown-decision', { decisionId: 'd-1', waiting: '—' })
  })

  test('gives way to a new one for the same act on the same matter, by whomever', () => {
    const again = prepares('d-2', '2018-03-21', 'ApprovePlan', { conditions: [] }, { by: certifier })
    given(...approving)
      .when(again, certifiedContext)
      .then(['DecisionPrepared', { decisionId: 'd-2', supersedes: ['d-1'] }])
    given(...approving, again)
      .when(certifies('d-1', '2018-03-22', otherCertifier), certifiedContext)
      .refused('decision-settled', { decisionId: 'd-1', status: 'superseded', on: '2018-03-21' })
    given(...approving, again)
      .when(certifies('d-2', '2018-03-22', ministry), certifiedContext)
      .accepted()
  })

  test('waits beside one for another act on the same matter', () => {
    given(...approving)
      .when(prepares('d-2', '2018-03-21', 'ReturnPlan', { reasons: 'budget' }), certifiedContext)
      .then(['DecisionPrepared', { decisionId: 'd-2', supersedes: [] }])
  })

  test('prepared twice in the same words is there once; its id is good for no other', () => {
    given(...approving)
      .when(prepares('d-1', '2018-03-21', 'ApprovePlan', { conditions: [] }), certifiedContext)
      .nothing()
    given(...approving)
      .when(prepares('d-1', '2018-03-21', 'ReturnPlan', { reasons: 'budget' }), certifiedContext)
      .refused('decision-exists', { decisionId: 'd-1' })
    given(...approving, withdraws('d-1', '2018-03-21'))
      .when(prepared, certifiedContext)
      .refused('decision-exists', { decisionId: 'd-1' })
  })

  test('certified under an earlier date is taken, and the oddity noted', () => {
    given(...approving)
      .when(certifies('d-1', '2018-03-22', certifier, { on: '2018-03-19' }), certifiedContext)
      .accepted()
      .noting('certified-before-prepared', { on: '2018-03-19', prepared: '2018-03-20' })
    given(...approving)
      .when(certifies('d-1', '2018-03-22', certifier, { on: '2018-03' }), certifiedContext)
      .accepted()
      .withoutNotices()
  })
})
