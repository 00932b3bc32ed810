import fc from 'fast-check'
import type { AccordCommand, CommandOf, CommandType } from '../../domain/accord/commands.ts'
import { owner } from '../../domain/accord/notices.ts'
import type { Actor } from '../../domain/accord/parts.ts'
import { type AccordState, nextDue, type PhaseName } from '../../domain/accord/state.ts'
import type { AccordContext, ExtensionRules, ProgrammeRules, TermName } from '../../domain/accord/terms.ts'
import { justAfter } from '../../domain/accord/timer.ts'
import { type Instant, instantAt, localDateOf } from '../../domain/time/instant.ts'
import { addDays, type LocalDate, localDate } from '../../domain/time/localDate.ts'
import { period } from '../../domain/time/period.ts'
import { commandTypes } from '../../schemas/commands.ts'
import { at, dataOf, newVersion, type Step, unsignedAddendum, written } from './accordWalkData.ts'
import { moneyRules, payingOf } from './accordWalkMoney.ts'
import { monitoringRules, reportingOf } from './accordWalkMonitoring.ts'
import { certification } from './approvalFixtures.ts'
import { certifiedOr } from './approvalWalkData.ts'
import { walkDocuments } from './documentCases.ts'
import { exitRules } from './exitFixtures.ts'
import { exitTypes } from './exitWalkData.ts'
import {
  accordId,
  auditor,
  context,
  ministry,
  neighbour,
  region,
  rules,
  scheduler,
  zone,
} from './fixtures.ts'

export interface Walk {
  readonly startsOn: LocalDate
  readonly rules: ProgrammeRules
  readonly steps: readonly Step[]
}

const mostly = <T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: other })

const step: fc.Arbitrary<Step> = fc.record({
  sensible: fc.oneof(
    { weight: 3, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
  pick: fc.nat(1000),
  actor: mostly(fc.constant(0), fc.integer({ min: 1, max: 5 })),
  days: mostly(fc.integer({ min: 0, max: 45 }), fc.integer({ min: -400, max: 400 })),
  datedBefore: mostly(fc.constant(0), fc.integer({ min: -60, max: 400 })),
  precision: mostly(fc.constant('day' as const), fc.constantFrom('month' as const, 'year' as const)),
  shift: fc.integer({ min: -40, max: 120 }),
  name: fc.nat(1000),
  lastInstant: fc.boolean(),
})

const limits: fc.Arbitrary<ExtensionRules> = fc.record(
  {
    noticeDays: fc.integer({ min: 1, max: 90 }),
    cap: fc.constantFrom(localDate('2019-06-30'), localDate('2021-12-31')),
    most: fc.integer({ min: 1, max: 3 }),
    opensDays: fc.constantFrom(120, 700),
    longest: fc.constantFrom(period('P6M'), period('P2Y')),
    decidedBy: mostly<string[]>(fc.constant(['altro-ufficio', ministry.id]), fc.constant(['altro-ufficio'])),
    instruction: fc.constant('required' as const),
    pending: fc.constantFrom('warning' as const, 'standstill' as const),
    whenUndecided: fc.constantFrom('refused' as const, 'granted' as const),
    citation: fc.constant('limiti di prova'),
  },
  { requiredKeys: ['citation'] },
)

/** Terms with a target before them, and those of the Court of Auditors. */
const targeted = [
  ['plan', { ...rules.terms.plan, period: period('P60D'), target: period('P45D') }],
  ['planReview', { ...rules.terms.planReview, period: period('P30D'), target: period('P20D') }],
  ['control', { period: period('P30D'), citation: 'art. 3 l. 20/1994', assumed: false }],
  ['controlLatest', { period: period('P60D'), citation: 'art. 27 l. 340/2000', assumed: false }],
] as const

const programme: fc.Arbitrary<ProgrammeRules> = fc
  .record({
    policy: fc.constantFrom('CC', 'SAT', 'EU', 'NONE'),
    calendarId: fc.constantFrom('IT', 'IT-ROMA'),
    extensions: fc.option(limits, { nil: undefined, freq: 2 }),
    exits: fc.constantFrom(undefined, exitRules.exits),
    monitoring: fc.option(monitoringRules, { nil: undefined, freq: 2 }),
    money: fc.option(moneyRules, { nil: undefined, freq: 2 }),
    certification: fc.constantFrom(...Array<undefined>(4), certification),
    isTargeted: fc.boolean(),
    without: mostly<TermName[]>(fc.constant([]), fc.subarray(Object.keys(rules.terms) as TermName[])),
  })
  .map(({ policy, calendarId, without, isTargeted, ...areas }) => {
    const kept = Object.entries(rules.terms).filter(([name]) => !without.some((left) => left === name))
    const terms = Object.fromEntries([...kept, ...(isTargeted ? targeted : [])])
    const there = Object.fromEntries(Object.entries(areas).filter(([, area]) => area !== undefined))
    return { ...rules, policy, calendarId, terms, ...there }
  })

export const walks: fc.Arbitrary<Walk> = fc.record({
  startsOn: mostly(
    fc.constant(localDate('2018-01-08')),
    fc.constantFrom(localDate('1900-01-01'), localDate('2099-10-01')),
  ),
  rules: programme,
  steps: fc.array(step, { minLength: 1, maxLength: 80, size: 'max' }),
})

/**
 * New calendars come out when a life is half lived: a day in five of every month is closed from then on. They
 * are such as could be stored: no holiday has the name or the day of another.
 */
const newFeasts = Array.from({ length: 12 * 5 }, (_, index) => ({
  name: `Festa di prova ${index + 1}`,
  rule: { month: (index % 12) + 1, day: 5 * Math.floor(index / 12) + 3 },
  law: 'l. di prova',
  periods: [{}],
}))
export const newCalendars = Object.fromEntries(
  Object.entries(context.calendars).map(([id, calendar]) => {
    const taken = new Set(calendar.holidays.map(({ rule }) => JSON.stringify(rule)))
    const feasts = newFeasts.filter(({ rule }) => !taken.has(JSON.stringify(rule)))
    return [id, { ...calendar, version: newVersion, holidays: [...calendar.holidays, ...feasts] }]
  }),
)

export function contextOf(walk: Walk, place: number): AccordContext {
  const calendars = place * 2 < walk.steps.length ? context.calendars : newCalendars
  const rulesVersions = [walk.rules, { ...walk.rules, version: 2 }]
  return { calendars, programmes: { prova: walk.rules }, rulesVersions }
}

/** What can come in any phase, and about any date. */
const anywhere: readonly CommandType[] = [
  'PassDeadline',
  'StartSuspension',
  'SupplyInformation',
  'EndSuspension',
  'RevokeSuspension',
  'AdoptRules',
  'CorrectDate',
  'ReverseLastDecision',
]
/** What is pending is mostly decided. */
function leavingOf(state: AccordState): readonly CommandType[] {
  if (state.phase === 'absent' || state.nonUse === undefined) return leaving
  return ['AcceptNonUse', 'RefuseNonUse', ...leaving.slice(-2)]
}

/** What leads out of an accord, and what follows; only under rules about exits, so that other lives go on. */
const leaving: readonly CommandType[] = [
  ...exitTypes,
  ...(['OrderRevocation', 'AcceptWithdrawal', 'DeclareNonUse', 'PassDeadline', 'PayAdvance'] as const),
]
const extending: readonly CommandType[] = [
  'SupplyExtensionAttachments',
  'InstructExtension',
  'SignAddendum',
  'SignAddendum',
  'SignAddendum',
]

const afterTheEnd: readonly CommandType[] = [
  'OrderRecovery',
  'ReduceRecovery',
  'ReopenAccord',
  'OrderRecovery',
  'RecordRepayment',
  'RecordRepayment',
  'ReduceRecovery',
  'PassDeadline',
  'SubmitPlan',
]

/** What moves an accord on from each phase; anything else is tried as well, as nonsense. */
const onwards: Record<PhaseName | 'absent', readonly CommandType[]> = {
  absent: ['ProposeAccord'],
  proposed: ['SignAccord', 'SignAccord', 'RecordRegionalAct', 'PassDeadline'],
  inForce: [
    'SubmitPlan',
    'SubmitPlan',
    'AssignFunds',
    'PayAdvance',
    'SendToControl',
    'RecordControl',
    'PassDeadline',
  ],
  planUnderReview: [
    'ApprovePlan',
    'ApprovePlan',
    'RequestPlanIntegration',
    'ReturnPlan',
    'StartAction',
    'PassDeadline',
  ],
  planIntegration: ['SupplyPlanIntegration', 'ApprovePlan', 'SignalMilestone', 'PassDeadline'],
  planReturned: ['SubmitPlan', 'SignalMilestone', 'PassDeadline'],
  underway: [
    ...extending,
    ...extending.slice(-3),
    ...(['RequestExtension', 'RequestExtension', 'GrantExtension', 'GrantExtension'] as const),
    ...(['PayInterim', 'ReportSpending', 'RequestAmendment', 'ApproveAmendment', 'RefuseAmendment'] as const),
    'ApplyCalendar',
    ...(['StartAction', 'SignalMilestone', 'CompleteAction', 'MeetPlanCondition', 'EndActivities'] as const),
    ...([
      'RequestExtension',
      'GrantExtension',
      'RefuseExtension',
      'RevokeExtension',
      'PassDeadline',
    ] as const),
  ],
  activitiesEnded: [
    ...extending,
    'ApplyCalendar',
    ...(['SubmitFinalReport', 'SubmitFinalReport', 'RequestExtension', 'GrantExtension'] as const),
    ...(['RefuseExtension', 'RevokeExtension', 'PassDeadline', 'CompleteAction'] as const),
  ],
  reportUnderReview: [
    ...(['ApproveFinalReport', 'ApproveFinalReport'] as const),
    ...(['RequestReportIntegration', 'ReturnFinalReport', 'PassDeadline'] as const),
  ],
  reportIntegration: ['SupplyReportIntegration', 'ApproveFinalReport', 'PassDeadline'],
  reportReturned: ['SubmitFinalReport', 'SubmitFinalReport', 'PassDeadline'],
  reportApproved: [
    'SettleAccord',
    ...(['PayBalance', 'MeetPlanCondition', 'MeetPlanCondition', 'PassDeadline'] as const),
    ...(['ConcludeAccord', 'ConcludeAccord'] as const),
  ],
  concluded: [...commandTypes, 'ReverseLastDecision', ...afterTheEnd],
  withdrawn: afterTheEnd,
  unused: afterTheEnd,
  revoked: afterTheEnd,
}

/** An addendum that waits for its signatures is mostly signed. */
function onwardsOf(state: AccordState, { name }: Step): readonly CommandType[] {
  const waits = unsignedAddendum(state) !== undefined && name % 3 !== 0
  return waits ? ['SignAddendum'] : onwards[state.phase]
}

/** The command that a step tries on the accord as it stands, and the day that it leaves on the clock. */
export function commandOf(step: Step, state: AccordState, today: LocalDate): AccordCommand {
  const isAside = step.name % 6 === 5 && state.phase !== 'absent'
  const isLeaving = step.name % 8 === 4 && state.phase !== 'absent' && state.rules.exits !== undefined
  const isReporting = step.name % 9 === 4 && state.phase !== 'absent' && state.monitoring !== undefined
  const isPaying = step.name % 9 === 2 && state.phase !== 'absent' && state.rules.money !== undefined
  const sensible = isReporting
    ? reportingOf(state)
    : isPaying
      ? payingOf(state)
      : isAside
        ? anywhere
        : isLeaving
          ? leavingOf(state)
          : onwardsOf(state, step)
  const wanted = at(step.sensible ? sensible : commandTypes, step.pick)
  const tried = { type: wanted, data: dataOf(wanted, step, state, today) }
  const { type, data, by } = certifiedOr(tried, step, state)
  const command = { type, commandId: `c-${state.version}`, accordId, data } as CommandOf<CommandType>
  const usual = by ?? { ministry, region, scheduler }[owner(command as AccordCommand)]
  const actor: Actor = at([usual, ministry, region, neighbour, scheduler, auditor], step.actor)
  const receivedAt = receipt(type, step, state, today)
  const on = {
    date: written(addDays(localDateOf(receivedAt, zone), -step.datedBefore)),
    precision: step.precision,
    assumed: false,
  }
  const citation = step.name % 2 === 0 ? { citation: { source: 'nota' } } : {}
  return {
    ...command,
    act: { on, receivedAt, actor, ...citation, documents: walkDocuments(type, step) },
  } as AccordCommand
}

/** Half of the timers fire when they should; half of the acts come at the last instant of what is due next. */
function receipt(type: CommandType, step: Step, state: AccordState, today: LocalDate): Instant {
  const due = nextDue(state)
  if (due !== undefined && step.lastInstant) {
    if (type === 'PassDeadline') return justAfter(due.passesAt)
    if (step.name % 4 === 0 && due.passesAt < '2099') return due.passesAt
  }
  return instantAt(today, '10:00', zone)
}
