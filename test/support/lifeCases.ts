import { act, type Cases, condition } from './eventCases.ts'
import {
  activitiesEnded,
  approvePlan,
  d,
  inForce,
  order,
  plan,
  planUnderReview,
  proposal,
  reportApproved,
  reportUnderReview,
  rules,
  underway,
} from './fixtures.ts'

const conditional = [...planUnderReview, order('ApprovePlan', '2018-03-20', { conditions: [condition] })]

/** What the events of an accord's life leave; extensions, suspensions and deadlines are in `termCases.ts`. */
export const lifeCases = {
  AccordProposed: {
    from: [],
    data: { programmeId: 'prova', regionId: '10', title: 'Prova', rules },
    leaves: { phase: 'proposed', proposedOn: act.on, rules, obligations: {} },
  },
  AccordSigned: {
    from: [proposal],
    data: { party: 'region', kind: 'digital', signerRef: 'x', signedAt: act.receivedAt },
    leaves: { phase: 'proposed', signatures: { region: { kind: 'digital', signerRef: 'x' } } },
  },
  AccordEnteredIntoForce: { from: [proposal], data: {}, leaves: { phase: 'inForce', inForceOn: act.on } },
  RegionalActRecorded: {
    from: [proposal],
    data: { title: 'DGR 10' },
    leaves: { regionalActs: [{ title: 'DGR 10', on: act.on, citation: act.citation }] },
  },
  PlanSubmitted: {
    from: inForce,
    data: { ...plan, planVersion: 1 },
    leaves: {
      phase: 'planUnderReview',
      plan: { version: 1, integrationUsed: false },
      actions: { I: { status: 'planned', section: 2 }, II: { status: 'planned', priority: 1 } },
      milestones: { 'rete-attiva': { numeral: 'I' }, sportelli: { numeral: 'II' } },
    },
  },
  PlanIntegrationRequested: {
    from: planUnderReview,
    data: { request: 'budget' },
    leaves: { phase: 'planIntegration', plan: { integrationUsed: true } },
  },
  PlanIntegrationSupplied: {
    from: [...planUnderReview, order('RequestPlanIntegration', '2018-03-11', { request: 'budget' })],
    data: { note: 'ecco' },
    leaves: { phase: 'planUnderReview', plan: { integrationUsed: true } },
  },
  PlanReturned: {
    from: planUnderReview,
    data: { planVersion: 1, reasons: 'no' },
    leaves: { phase: 'planReturned', plan: { version: 1 } },
  },
  PlanApproved: {
    from: planUnderReview,
    data: { planVersion: 1, conditions: [condition] },
    leaves: {
      phase: 'underway',
      conditions: { quadro: { ...condition, met: false } },
      lastDecision: { type: 'PlanApproved', commandId: 'c', before: { phase: 'planUnderReview' } },
    },
  },
  PlanConditionMet: {
    from: conditional,
    data: { conditionId: 'quadro' },
    leaves: { conditions: { quadro: { ...condition, met: true } } },
  },
  ActionStarted: {
    from: underway,
    data: { numeral: 'I' },
    leaves: { actions: { I: { status: 'started', startedOn: act.on }, II: { status: 'planned' } } },
  },
  MilestoneSignalled: {
    from: underway,
    data: { milestoneId: 'sportelli' },
    leaves: { milestones: { sportelli: { signalledOn: act.on } } },
  },
  ActionCompleted: {
    from: [...underway, order('StartAction', '2018-04-01', { numeral: 'I' })],
    data: { numeral: 'I' },
    leaves: { actions: { I: { status: 'completed', completedOn: act.on } } },
  },
  ActivitiesEnded: {
    from: underway,
    data: { how: 'expiry' },
    leaves: { phase: 'activitiesEnded', activitiesEndedOn: act.on, activitiesEndedHow: 'expiry' },
  },
  FinalReportSubmitted: {
    from: activitiesEnded,
    data: { reportVersion: 1, title: 'Relazione' },
    leaves: {
      phase: 'reportUnderReview',
      report: { version: 1, title: 'Relazione', integrationUsed: false },
    },
  },
  ReportIntegrationRequested: {
    from: reportUnderReview,
    data: { request: 'spese' },
    leaves: { phase: 'reportIntegration', report: { integrationUsed: true } },
  },
  ReportIntegrationSupplied: {
    from: reportUnderReview,
    data: { note: 'ecco' },
    leaves: { phase: 'reportUnderReview' },
  },
  FinalReportReturned: {
    from: reportUnderReview,
    data: { reportVersion: 1, reasons: 'no' },
    leaves: { phase: 'reportReturned' },
  },
  FinalReportApproved: {
    from: reportUnderReview,
    data: { reportVersion: 1 },
    leaves: { phase: 'reportApproved' },
  },
  AccordConcluded: {
    from: reportApproved,
    data: {},
    leaves: {
      phase: 'concluded',
      concludedOn: act.on,
      report: { version: 1 },
      lastDecision: { type: 'AccordConcluded', before: { phase: 'reportApproved' } },
    },
  },
  SentToControl: { from: inForce, data: {}, leaves: { phase: 'inForce', control: { sentOn: act.on } } },
  ControlEnded: {
    from: [...inForce, order('SendToControl', '2018-01-08', {})],
    data: { outcome: 'registered' },
    leaves: { control: { sentOn: { date: '2018-01-08' }, outcome: 'registered' } },
  },
  DateCorrected: {
    from: [...underway, order('StartAction', '2018-04-12', { numeral: 'I' })],
    data: {
      ...{ what: 'actionStart', ref: 'I', from: d('2018-04-12'), to: d('2018-04-02') },
      ...{ reasons: 'verbale del 2 aprile', effects: [] },
    },
    leaves: {
      actions: {
        I: { status: 'started', startedOn: { date: '2018-04-02', precision: 'day', assumed: false } },
      },
    },
  },
  DecisionReversed: {
    from: underway,
    data: {
      ...{ decision: 'PlanApproved', decidedBy: approvePlan.commandId, reasons: 'versione sbagliata' },
      effects: [],
    },
    leaves: {
      phase: 'planUnderReview',
      obligations: {
        planReview: { status: 'open', nominal: '2018-03-31', revision: 2, history: [] },
        activities: { status: 'lifted', settledOn: '2019-04-02' },
        'milestone:rete-attiva': { status: 'lifted' },
      },
    },
  },
} satisfies Cases
