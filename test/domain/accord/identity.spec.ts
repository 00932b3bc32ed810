import { describe, expect, test } from 'vitest'
import type { AccordCommand, CommandType } from '../../../domain/accord/commands.ts'
import { owner } from '../../../domain/accord/notices.ts'
import type { Party } from '../../../domain/accord/parts.ts'
import { commandTypes } from '../../../schemas/commands.ts'
import {
  approvePlan,
  auditor,
  d,
  inForce,
  ministry,
  ministrySigns,
  neighbour,
  order,
  passes,
  planUnderReview,
  proposal,
  region,
  regionSigns,
  scheduler,
  submitPlan,
  underway,
} from '../../support/fixtures.ts'
import { given, missed } from '../../support/given.ts'

const signAddendum = (party: Party) =>
  order('SignAddendum', '2018-12-20', {
    ...{ extensionId: 'proroga-2', party, kind: 'digital', signerRef: 'ufficio-prova' },
  })

describe('who may act', () => {
  test('a Region submits its own plan', () => {
    given(...inForce)
      .when(submitPlan)
      .accepted()
      .leaving({ phase: 'planUnderReview' })
  })

  test('another Region may not submit it', () => {
    given(...inForce)
      .when({ ...submitPlan, act: { ...submitPlan.act, actor: neighbour } })
      .refused('other-region', { actor: '11', regionId: '10' })
  })

  test('a Region may not approve its own plan', () => {
    given(...planUnderReview)
      .when({ ...approvePlan, act: { ...approvePlan.act, actor: region } })
      .refused('not-authorised', { role: 'region', act: 'ApprovePlan' })
  })

  test('a Region may not sign for the Ministry', () => {
    given(proposal)
      .when({ ...ministrySigns, act: { ...ministrySigns.act, actor: region } })
      .refused('not-authorised', { role: 'region', act: 'SignAccord' })
  })

  test('a Region may not propose an accord', () => {
    given()
      .when({ ...proposal, act: { ...proposal.act, actor: region } })
      .refused('not-authorised', { role: 'region', act: 'ProposeAccord' })
  })

  test('a Region may not sign the addendum for the Ministry', () => {
    const signature = signAddendum('ministry')
    given(...underway)
      .when({ ...signature, act: { ...signature.act, actor: region } })
      .refused('not-authorised', { role: 'region', act: 'SignAddendum' })
  })

  test('a Region may not take a decision back, nor correct a date', () => {
    given(...underway)
      .when(order('ReverseLastDecision', '2018-03-21', { reasons: 'errore' }, { by: region }))
      .refused('not-authorised', { role: 'region', act: 'ReverseLastDecision' })
    const date = { what: 'inForce', to: d('2017-12-27'), reasons: 'errore' } as const
    given(...underway)
      .when(order('CorrectDate', '2018-03-21', date, { by: region }))
      .refused('not-authorised', { role: 'region', act: 'CorrectDate' })
  })

  test('the Ministry registers an act of the Region if it cites it, and the record says so', () => {
    const citing = { source: 'PEC della Regione', protocol: '111/segrsott/2014' }
    given(...inForce)
      .when(order('SubmitPlan', '2018-03-01', submitPlan.data, { by: ministry, citing }))
      .accepted()
      .noting('recorded-on-behalf', { office: 'dg-prova' })
  })

  test('the Ministry may not register an act of the Region without citing it', () => {
    given(...inForce)
      .when(order('SubmitPlan', '2018-03-01', submitPlan.data, { by: ministry }))
      .refused('on-behalf-needs-citation', { act: 'SubmitPlan' })
  })

  test('the Ministry may not sign for the Region without citing the act', () => {
    given(proposal)
      .when({ ...regionSigns, act: { ...regionSigns.act, actor: ministry } })
      .refused('on-behalf-needs-citation', { act: 'SignAccord' })
  })

  test('the scheduler passes deadlines', () => {
    given(...inForce)
      .when(passes('plan', '2018-03-29'))
      .then(missed('plan'))
  })

  test('nobody else passes deadlines, citation or not', () => {
    const citing = { source: 'nota' }
    given(...inForce)
      .when(
        order('PassDeadline', '2018-03-29', { deadlineId: 'plan', revision: 1 }, { by: ministry, citing }),
      )
      .refused('not-authorised', { role: 'ministry', act: 'PassDeadline' })
    given(...inForce)
      .when(order('PassDeadline', '2018-03-29', { deadlineId: 'plan', revision: 1 }, { by: region }))
      .refused('not-authorised', { role: 'region', act: 'PassDeadline' })
  })

  test('the scheduler does nothing but pass deadlines', () => {
    given(...underway)
      .when(order('EndActivities', '2018-12-31', {}, { by: scheduler }))
      .refused('not-authorised', { role: 'scheduler', act: 'EndActivities' })
  })

  test.each(commandTypes)('an auditor only reads: no %s', (type) => {
    const command = { ...submitPlan, type, data: { party: 'region' } } as unknown as AccordCommand
    given(...inForce)
      .when({ ...command, act: { ...command.act, actor: auditor } })
      .refused('not-authorised', { role: 'auditor', act: type })
  })
})

test('every act has one owner', () => {
  const owners: Record<Exclude<CommandType, 'SignAccord' | 'SignAddendum' | 'AddDocuments'>, string> = {
    ProposeAccord: 'ministry',
    RecordRegionalAct: 'region',
    AssignFunds: 'ministry',
    PayInterim: 'ministry',
    ReportSpending: 'region',
    RequestAmendment: 'region',
    ApproveAmendment: 'ministry',
    RefuseAmendment: 'ministry',
    SettleAccord: 'ministry',
    PayAdvance: 'ministry',
    SubmitPlan: 'region',
    RequestPlanIntegration: 'ministry',
    SupplyPlanIntegration: 'region',
    ReturnPlan: 'ministry',
    ApprovePlan: 'ministry',
    MeetPlanCondition: 'region',
    StartAction: 'region',
    SignalMilestone: 'region',
    CompleteAction: 'region',
    EndActivities: 'region',
    RequestExtension: 'region',
    SupplyExtensionAttachments: 'region',
    InstructExtension: 'ministry',
    GrantExtension: 'ministry',
    RefuseExtension: 'ministry',
    RevokeExtension: 'ministry',
    ApplyCalendar: 'ministry',
    StartSuspension: 'ministry',
    SupplyInformation: 'region',
    EndSuspension: 'ministry',
    RevokeSuspension: 'ministry',
    AdoptRules: 'ministry',
    SendToControl: 'ministry',
    RecordControl: 'ministry',
    CorrectDate: 'ministry',
    ReverseLastDecision: 'ministry',
    SubmitFinalReport: 'region',
    RequestReportIntegration: 'ministry',
    SupplyReportIntegration: 'region',
    ReturnFinalReport: 'ministry',
    ApproveFinalReport: 'ministry',
    PayBalance: 'ministry',
    ConcludeAccord: 'ministry',
    ...{ NotifyWithdrawal: 'region', TakeBackWithdrawal: 'region' },
    ...{ RefuseWithdrawal: 'ministry', AcceptWithdrawal: 'ministry' },
    ...{ DeclareNonUse: 'region', RefuseNonUse: 'ministry', AcceptNonUse: 'ministry' },
    ...{ StartRevocation: 'ministry', SupplyRevocationObservations: 'region' },
    ...{ OrderRevocation: 'ministry', DropRevocation: 'ministry' },
    ...{ OrderRecovery: 'ministry', RecordRepayment: 'ministry', ReduceRecovery: 'ministry' },
    ReopenAccord: 'ministry',
    ...{ PrepareDecision: 'ministry', CertifyDecision: 'ministry' },
    ...{ SendBackDecision: 'ministry', WithdrawDecision: 'ministry' },
    PassDeadline: 'scheduler',
    SubmitMonitoringReport: 'region',
    ReturnMonitoringReport: 'ministry',
    AcceptMonitoringReport: 'ministry',
    ReopenMonitoringReport: 'ministry',
    LiftMonitoringGate: 'ministry',
  }
  const actual = commandTypes
    .filter((type) => !['SignAccord', 'SignAddendum', 'AddDocuments'].includes(type))
    .map((type) => [type, owner({ type } as AccordCommand)])
  expect(Object.fromEntries(actual)).toEqual(owners)
  expect(owner(ministrySigns)).toBe('ministry')
  expect(owner(regionSigns)).toBe('region')
  expect(owner(signAddendum('ministry'))).toBe('ministry')
  expect(owner(signAddendum('region'))).toBe('region')
})
