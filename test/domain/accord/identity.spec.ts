import { describe, expect, test } from 'vitest'
import type { AccordCommand, CommandType } from '../../../domain/accord/commands.ts'
import { owner } from '../../../domain/accord/notices.ts'
import { commandTypes } from '../../../schemas/commands.ts'
import {
  approvePlan,
  auditor,
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
  const owners: Record<Exclude<CommandType, 'SignAccord'>, string> = {
    ProposeAccord: 'ministry',
    RecordRegionalAct: 'region',
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
    GrantExtension: 'ministry',
    RefuseExtension: 'ministry',
    RevokeExtension: 'ministry',
    ApplyCalendar: 'ministry',
    SubmitFinalReport: 'region',
    RequestReportIntegration: 'ministry',
    SupplyReportIntegration: 'region',
    ReturnFinalReport: 'ministry',
    ApproveFinalReport: 'ministry',
    PayBalance: 'ministry',
    ConcludeAccord: 'ministry',
    PassDeadline: 'scheduler',
  }
  const actual = commandTypes
    .filter((type) => type !== 'SignAccord')
    .map((type) => [type, owner({ type } as AccordCommand)])
  expect(Object.fromEntries(actual)).toEqual(owners)
  expect(owner(ministrySigns)).toBe('ministry')
  expect(owner(regionSigns)).toBe('region')
})
