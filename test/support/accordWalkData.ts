import { type ApprovalCommands, isApprovalCommand } from '../../domain/accord/approvals/commands.ts'
import type { CommandType } from '../../domain/accord/commands.ts'
import { type ExitCommands, isExitCommand } from '../../domain/accord/exits/commands.ts'
import { isMoneyCommand, type MoneyCommands } from '../../domain/accord/money/commands.ts'
import { type AccordState, nextDue } from '../../domain/accord/state.ts'
import { addDays, type LocalDate, localDate } from '../../domain/time/localDate.ts'
import { moneyDataOf } from './accordWalkMoney.ts'
import { monitoringDataOf } from './accordWalkMonitoring.ts'
import { approvalDataOf } from './approvalWalkData.ts'
import { exitDataOf } from './exitWalkData.ts'
import { euro, plan } from './fixtures.ts'

/** One step of a random life: what to try, by whom, and how far the clock goes, sometimes backwards. */
export interface Step {
  readonly sensible: boolean
  readonly pick: number
  readonly actor: number
  readonly days: number
  readonly datedBefore: number
  readonly precision: 'day' | 'month' | 'year'
  readonly shift: number
  readonly name: number
  readonly lastInstant: boolean
}

/** The version of the calendars that come out when a life is half lived. */
export const newVersion = '2030-01-01'

export const at = <T>(choices: readonly T[], index: number): T => {
  const choice = choices[index % choices.length]
  if (choice === undefined) throw new Error('nothing to choose from')
  return choice
}

/** A day that somebody can write in. */
export function written(date: LocalDate): LocalDate {
  if (date > '2099-12-31') return localDate('2099-12-31')
  return date < '1900-01-02' ? localDate('1900-01-02') : date
}

const ids = ['a', 'b', 'constructor', 'ignota']
const numerals = ['I', 'II', 'III']

/** What a step says of the command it tries: mostly about things that there are. */
export function dataOf(type: CommandType, step: Step, state: AccordState, today: LocalDate): unknown {
  const { name, shift } = step
  const text = 'prova'
  switch (type) {
    case 'ProposeAccord': {
      const signBy = { date: written(addDays(today, Math.abs(shift))), time: '14:00' }
      return { programmeId: at(['prova', 'prova', 'constructor'], name), regionId: '10', title: text, signBy }
    }
    case 'SignAccord':
      return { party: at(['ministry', 'region'], name), ...signatureOf(step) }
    case 'SignAddendum': {
      const extensionId = unsignedAddendum(state) ?? extensionOf(step, state)
      const signed =
        state.phase === 'absent' ? undefined : state.extensions[extensionId]?.addendum?.signatures
      return { extensionId, party: signed?.ministry ? 'region' : 'ministry', ...signatureOf(step) }
    }
    case 'SubmitPlan':
      return planOf(step, today)
    case 'ApprovePlan': {
      const conditions = ids
        .slice(0, name % 3)
        .map((id) => ({ id, text, dueOn: written(addDays(today, shift)) }))
      return name % 5 === 0 ? { conditions, activitiesUntil: written(addDays(today, shift)) } : { conditions }
    }
    case 'RequestExtension': {
      const attachmentsBy = written(addDays(today, shift))
      const follows = name % 3 === 0 ? { attachmentsBy } : {}
      return { extensionId: at(ids, name), ...datesOf(step, state), reasons: text, ...follows }
    }
    case 'GrantExtension': {
      const asked = requestOf(step, state)
      if (asked !== undefined) return asked
      const addendum = { amount: euro(10), signBy: written(addDays(today, shift)) }
      const onerous = name % 3 === 0 ? { addendum } : {}
      return { extensionId: at(ids, name), ...datesOf(step, state), reasons: text, ...onerous }
    }
    case 'InstructExtension':
      return { extensionId: extensionOf(step, state), proposal: 'grant' }
    case 'SupplyExtensionAttachments':
      return { extensionId: extensionOf(step, state) }
    case 'PassDeadline': {
      const due = nextDue(state)
      if (due === undefined || !step.lastInstant) return { deadlineId: at(ids, name), revision: 1 }
      const revision = due.revision - (name % 7 === 0 ? 1 : 0)
      return { deadlineId: due.id, revision, ...(due.tier && { tier: due.tier }) }
    }
    case 'StartAction':
    case 'CompleteAction':
      return { numeral: at(numerals, name) }
    case 'MeetPlanCondition':
      return { conditionId: at(ids.slice(0, 3), name) }
    case 'SignalMilestone':
      return { milestoneId: at(['rete-attiva', 'sportelli', ...ids], name) }
    case 'ApplyCalendar':
      return { calendarVersion: at([newVersion, newVersion, '2031-01-01'], name), reasons: text }
    case 'StartSuspension':
    case 'CorrectDate':
      return datesDataOf(type, step, state, today)
    case 'SupplyInformation':
      return { suspensionId: at(ids, name), note: text }
    case 'RevokeSuspension':
    case 'EndSuspension':
      return { suspensionId: at(ids, name), reasons: text }
    case 'AdoptRules':
      return { rulesVersion: at([1, 2, 3], name), reasons: text }
    case 'RecordControl':
      return { outcome: at(['registered', 'refused'], name) }
    case 'RefuseExtension':
    case 'RevokeExtension':
      return { extensionId: extensionOf(step, state), reasons: text }
    case 'SubmitMonitoringReport':
    case 'ReturnMonitoringReport':
    case 'AcceptMonitoringReport':
    case 'ReopenMonitoringReport':
    case 'LiftMonitoringGate':
      return monitoringDataOf(type, step, state)
    default:
      if (isApprovalCommand({ type })) return approvalDataOf(type as keyof ApprovalCommands, step, state)
      if (isExitCommand({ type })) return exitDataOf(type as keyof ExitCommands, step, state, today)
      if (isMoneyCommand({ type })) return moneyDataOf(type as keyof MoneyCommands, step, state, today)
      return simple[type]
  }
}

const grounds = ['art2c7', 'art10bis', 'law', 'law', 'control'] as const
const facts = ['deadline', 'deadline', 'proposal', 'inForce', 'actionStart', 'actionCompletion'] as const

/** A stop of one of the clocks that run, and a correction of one of the dates that there are. */
function datesDataOf(
  type: 'StartSuspension' | 'CorrectDate',
  { name, shift, pick }: Step,
  state: AccordState,
  today: LocalDate,
): unknown {
  const known = state.phase === 'absent' ? [] : Object.keys(state.obligations)
  const deadlineId = known.length === 0 ? 'plan' : at(known, pick)
  if (type === 'CorrectDate') {
    const what = at([...facts, 'milestone', 'activitiesEnd'] as const, name)
    const ref = what === 'deadline' ? deadlineId : at(['I', 'II', 'rete-attiva'], name)
    return { what, ref, to: written(addDays(today, shift - 40)), reasons: 'prova' }
  }
  const ground = at(grounds, name)
  const stopped = { suspensionId: at(ids, name >> 1), ground, reasons: 'prova' }
  if (ground !== 'law') return { ...stopped, deadlineIds: [deadlineId] }
  const from = written(addDays(today, -Math.abs(shift)))
  const until = shift % 2 === 0 ? { until: written(addDays(from, shift + 40)) } : {}
  return { ...stopped, from, ...until, ...(name % 4 === 0 && { deadlineIds: [deadlineId] }) }
}

function signatureOf({ pick }: Step) {
  return { kind: at(['digital', 'handwritten', 'unknown', 'digital'], pick), signerRef: 'firma' }
}

/** The extension that waits for the signatures of its addendum, where there is one. */
export function unsignedAddendum(state: AccordState): string | undefined {
  const all = state.phase === 'absent' ? [] : Object.values(state.extensions)
  return all.find(({ status }) => status === 'awaitingAddendum')?.extensionId
}

/** Mostly an extension that there is. */
function extensionOf({ name, pick }: Step, state: AccordState): string {
  const known = state.phase === 'absent' ? [] : Object.keys(state.extensions)
  return known.length === 0 || name % 8 === 0 ? at(ids, name) : at(known, pick)
}

/** A grant of what was asked, for half of the requests that are pending. */
function requestOf(step: Step, state: AccordState): unknown {
  const request = state.phase === 'absent' ? undefined : state.extensions[extensionOf(step, state)]
  if (request?.requested === undefined || step.name % 2 === 0) return undefined
  const { extensionId, scope, requested: until } = request
  const addendum = { signBy: written(addDays(request.requestedOn?.date ?? localDate('2018-01-01'), 400)) }
  return { extensionId, scope, until, reasons: 'prova', ...(step.pick % 2 === 0 && { addendum }) }
}

/** Commands whose data does not matter to any rule. */
const simple: Partial<Record<CommandType, object>> = {
  SendToControl: {},
  ReverseLastDecision: { reasons: 'prova' },
  RecordRegionalAct: { title: 'DGR' },
  AddDocuments: { party: 'region' },
  RequestPlanIntegration: { request: 'prova' },
  RequestReportIntegration: { request: 'prova' },
  SupplyPlanIntegration: { note: 'prova' },
  SupplyReportIntegration: { note: 'prova' },
  ReturnPlan: { reasons: 'prova' },
  ReturnFinalReport: { reasons: 'prova' },
  SubmitFinalReport: { title: 'Relazione' },
  EndActivities: {},
  ApproveFinalReport: {},
  ConcludeAccord: {},
}

/** The fixture's plan, with its end moved or left out; one in eight has something wrong with it. */
function planOf({ name, shift }: Step, today: LocalDate) {
  const { activitiesUntil: _, ...open } = plan
  const dated = name % 3 === 0 ? open : { ...open, activitiesUntil: written(addDays(today, 60 + shift)) }
  const third = { numeral: 'III', title: 'Formazione', milestones: [] }
  const actions = name % 4 === 0 ? [...plan.actions, third] : plan.actions
  if (name % 8 === 7) return { ...dated, sections: plan.sections.slice(name % 3) }
  return { ...dated, actions: name % 16 === 5 ? plan.actions.slice(1) : actions }
}

/** Dates around those that the accord has now; one in eight does not fit its scope. */
function datesOf({ name, shift, pick }: Step, state: AccordState) {
  if (name % 5 === 4) {
    const until = written(addDays(localDate('2018-06-30'), shift))
    return { scope: 'parts' as const, until: { milestones: [{ id: 'rete-attiva', until }] } }
  }
  const scope = at(['activities', 'finalReport', 'both'] as const, pick)
  const around = (kind: 'activities' | 'finalReport') => {
    const now = state.phase === 'absent' ? undefined : state.obligations[kind]?.nominal
    return written(addDays(now ?? localDate('2018-12-31'), name % 32 === 9 ? 40_000 : shift))
  }
  const activities = scope === 'finalReport' ? {} : { activities: around('activities') }
  const finalReport = scope === 'activities' ? {} : { finalReport: around('finalReport') }
  return { scope: name % 8 === 7 ? ('both' as const) : scope, until: { ...activities, ...finalReport } }
}
