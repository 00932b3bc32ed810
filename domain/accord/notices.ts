import type { Notice } from '../decider.ts'
import { hasPassed } from '../time/deadline.ts'
import { type Instant, localDateOf } from '../time/instant.ts'
import { approvalActs } from './approvals/commands.ts'
import type { AccordCommand } from './commands.ts'
import type { AccordEvent } from './events.ts'
import { exitActs } from './exits/commands.ts'
import { moneyActs } from './money/commands.ts'
import { moneyNotices } from './money/notices.ts'
import { monitoringActs } from './monitoring/commands.ts'
import { monitoringNotices } from './monitoring/notices.ts'
import { type AccordState, entry } from './state.ts'

/** Every oddity an accepted act can carry; each has a text in the catalogue (`notice.<code>`). */
export const noticeCodes = [
  'dated-after-receipt',
  'dated-before-proposal',
  'recorded-on-behalf',
  'signature-kind-unknown',
  'regional-act-after-force',
  'action-unclassified',
  'action-before-approval',
  'actions-not-completed',
  'no-end-date',
  'revoked-into-the-past',
  'no-balance-recorded',
  'after-target',
  'grant-before-expiry',
  'term-runs-on',
  'clock-stands-still',
  'attachments-outstanding',
  'control-pending',
  'corrected-into-the-past',
  'reopened-into-the-past',
  ...monitoringNotices,
  ...moneyNotices,
  'signature-not-in-file',
  'certified-on-paper',
  'certified-before-prepared',
] as const

/** Oddities that any act can have. Only full dates are compared: a month says too little. */
export function generalNotices(command: AccordCommand, state: AccordState, zone: string): Notice[] {
  const { on, receivedAt, actor } = command.act
  const notices: Notice[] = []
  const received = localDateOf(receivedAt, zone)
  if (on.precision === 'day' && on.date > received) {
    notices.push({ code: 'dated-after-receipt', params: { on: on.date, received } })
  }
  if (state.phase === 'absent') return notices
  const proposed = state.proposedOn
  if (on.precision === 'day' && proposed.precision === 'day' && on.date < proposed.date) {
    notices.push({ code: 'dated-before-proposal', params: { on: on.date, proposed: proposed.date } })
  }
  if (actor.role === 'ministry' && owner(command) === 'region') {
    notices.push({ code: 'recorded-on-behalf', params: { office: actor.id } })
  }
  return notices
}

/** What was done in time, and after the day by which it should have been. */
export function targetNotices(
  events: readonly AccordEvent[],
  state: AccordState,
  receivedAt: Instant,
): Notice[] {
  if (state.phase === 'absent') return []
  return events.flatMap((event): Notice[] => {
    if (event.type !== 'DeadlineMet' || !event.data.inTime) return []
    const { kind, target } = entry(state.obligations, event.data.deadlineId) ?? {}
    if (kind === undefined || target === undefined || !hasPassed(target, receivedAt)) return []
    return [{ code: 'after-target', params: { kind, target: target.nominal } }]
  })
}

/** Acts of the Ministry; every other act of the life but the signature is the Region's. */
const ministryActs: readonly AccordCommand['type'][] = [
  'ProposeAccord',
  'RequestPlanIntegration',
  'ReturnPlan',
  'ApprovePlan',
  'InstructExtension',
  'GrantExtension',
  'RefuseExtension',
  'RevokeExtension',
  'StartSuspension',
  'EndSuspension',
  'RevokeSuspension',
  'AdoptRules',
  'SendToControl',
  'RecordControl',
  'CorrectDate',
  'ReverseLastDecision',
  'ApplyCalendar',
  'RequestReportIntegration',
  'ReturnFinalReport',
  'ApproveFinalReport',
  'ConcludeAccord',
]

/** Each area says whose its acts are. */
const areaActs: Partial<Record<AccordCommand['type'], 'ministry' | 'region'>> = {
  ...moneyActs,
  ...exitActs,
  ...monitoringActs,
  ...approvalActs,
}

/** Whose act a command is: the party that owes or may do it, whoever records it. */
export function owner(command: AccordCommand): 'ministry' | 'region' | 'scheduler' {
  const { type } = command
  if (type === 'SignAccord' || type === 'SignAddendum' || type === 'AddDocuments') return command.data.party
  if (command.type === 'PassDeadline') return 'scheduler'
  return ownerOf(command.type)
}

/** The same for the acts that are always of one party. */
export function ownerOf(type: AccordCommand['type']): 'ministry' | 'region' {
  return areaActs[type] ?? (ministryActs.includes(type) ? 'ministry' : 'region')
}
