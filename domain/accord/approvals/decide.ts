import { accept, type Notice, type Refused } from '../../decider.ts'
import { inKeyOrder } from '../../keyOrder.ts'
import { notThisOffice } from '../acts/extensionTargets.ts'
import type { AccordCommand, CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { type Accord, type AccordState, entry } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { aboutOf } from './about.ts'
import type { ApprovalCommand } from './commands.ts'
import type { CertifiableAct, PreparedAct } from './parts.ts'
import { type DecisionState, isWaiting } from './state.ts'

/** The acts that can be prepared, as commands of their own. */
export type CertifiableCommand = Extract<AccordCommand, { type: CertifiableAct }>

/** Judges an act of the accord as if nobody had to certify it. */
type JudgeAct = (command: CertifiableCommand, state: Accord) => AccordDecision

export function decideApprovals(command: ApprovalCommand, state: Accord, judge: JudgeAct): AccordDecision {
  switch (command.type) {
    case 'PrepareDecision':
      return prepareDecision(command, state, judge)
    case 'CertifyDecision':
      return certifyDecision(command, state, judge)
    case 'SendBackDecision':
      return sendBackDecision(command, state)
    case 'WithdrawDecision':
      return withdrawDecision(command, state)
    default:
      return command satisfies never
  }
}

/**
 * An act that its programme wants certified is not done directly. In a history, what was received before the accord
 * entered the record was certified on paper, if at all: it is taken as its source has it, and says so.
 */
export function certified(
  command: AccordCommand,
  state: Accord,
  { enteredAt }: AccordContext,
  run: () => AccordDecision,
): AccordDecision {
  const { type: act } = command
  const { certification } = state.rules
  if (certification === undefined || !certification.acts.some((one) => one === act)) return run()
  const { receivedAt, citation } = command.act
  if (enteredAt === undefined || receivedAt > enteredAt || citation === undefined) {
    return refuse('needs-certification', { act, citation: certification.citation })
  }
  const decision = run()
  if (decision.outcome === 'refused' || decision.events.length === 0) return decision
  const onPaper: Notice = { code: 'certified-on-paper', params: {} }
  return { ...decision, notices: [...decision.notices, onPaper] }
}

/** What would be refused when it is certified is refused when it is prepared. */
function prepareDecision(
  command: CommandOf<'PrepareDecision'>,
  state: Accord,
  judge: JudgeAct,
): AccordDecision {
  const { decisionId, ...prepared } = command.data
  const { act } = prepared
  if (!state.rules.certification?.acts.includes(act)) return refuse('certification-not-foreseen', { act })
  const before = entry(state.decisions ?? {}, decisionId)
  if (before?.status === 'open' && inKeyOrder(before.prepared) === inKeyOrder(prepared)) return accept([])
  if (before !== undefined) return refuse('decision-exists', { decisionId })
  // Which office may take it is asked of whoever certifies.
  const tried = judge(asCommand(prepared, command), forAnyOffice(state))
  if (tried.outcome === 'refused') return tried
  if (tried.events.length === 0) return refuse('decision-without-effect', { act })
  const about = aboutOf(prepared, state)
  const supersedes = Object.values(state.decisions ?? {})
    .filter((other) => isWaiting(other) && other.prepared.act === act && other.about.ref === about.ref)
    .map((other) => other.decisionId)
  const data = { decisionId, ...prepared, about, supersedes }
  return accept([{ type: 'DecisionPrepared', data }])
}

/** The accord as it is, under rules that name no office: for what is tried before it is known who will do it. */
export function forAnyOffice(state: Accord): Accord {
  const { mayCorrect: _, extensions, exits, certification, ...rules } = state.rules
  const { decidedBy: __, ...limits } = extensions ?? { citation: '' }
  const { mayReopen: ___, ...terms } = exits ?? {}
  const { certifiers: ____, ...certified } = certification ?? { acts: [], citation: '' }
  const open = {
    ...rules,
    ...(extensions && { extensions: limits }),
    ...(exits && { exits: terms }),
    ...(certification && { certification: certified }),
  }
  return { ...state, rules: open }
}

/** The prepared act is decided now, as an act of the day on which it is certified, by who certifies it. */
function certifyDecision(
  command: CommandOf<'CertifyDecision'>,
  state: Accord,
  judge: JudgeAct,
): AccordDecision {
  const decision = waiting(command, state)
  if ('outcome' in decision) return decision
  const { decisionId, prepared, about, preparedBy, changed } = decision
  const { act } = prepared
  const stranger = certifierRefusal(command, state, decision)
  if (stranger !== undefined) return stranger
  if (changed !== undefined) {
    return refuse('decision-outdated', { decisionId, act, event: changed.by, on: changed.on.date })
  }
  const taken = judge(asCommand(prepared, command), state)
  if (taken.outcome === 'refused') return taken
  if (taken.events.length === 0) return refuse('decision-without-effect', { act })
  const data = { decisionId, act, about, preparedBy }
  return accept(
    [{ type: 'DecisionCertified', data }, ...taken.events],
    [...taken.notices, ...dateNotices(command, decision)],
  )
}

function asCommand(
  { act: type, data }: PreparedAct,
  { commandId, accordId, act }: ApprovalCommand,
): CertifiableCommand {
  return { type, data, commandId, accordId, act } as CertifiableCommand
}

/** Only full dates are compared: a month says too little. */
function dateNotices({ act }: ApprovalCommand, { preparedOn }: DecisionState): Notice[] {
  const { on } = act
  if (on.precision !== 'day' || preparedOn.precision !== 'day' || on.date >= preparedOn.date) return []
  return [{ code: 'certified-before-prepared', params: { on: on.date, prepared: preparedOn.date } }]
}

function sendBackDecision(command: CommandOf<'SendBackDecision'>, state: Accord): AccordDecision {
  const decision = waiting(command, state)
  if ('outcome' in decision) return decision
  const stranger = certifierRefusal(command, state, decision)
  if (stranger !== undefined) return stranger
  const { act } = decision.prepared
  return accept([{ type: 'DecisionSentBack', data: { ...command.data, act } }])
}

function withdrawDecision(command: CommandOf<'WithdrawDecision'>, state: Accord): AccordDecision {
  const decision = waiting(command, state)
  if ('outcome' in decision) return decision
  const { decisionId, prepared, preparedBy } = decision
  if (command.act.actor.id !== preparedBy) return refuse('not-the-preparer', { decisionId, preparedBy })
  return accept([{ type: 'DecisionWithdrawn', data: { ...command.data, act: prepared.act } }])
}

function waiting(
  { data }: Exclude<ApprovalCommand, { type: 'PrepareDecision' }>,
  { decisions = {} }: Accord,
): DecisionState | Refused<Refusal> {
  const { decisionId } = data
  const decision = entry(decisions, decisionId)
  if (decision === undefined) {
    const open = Object.values(decisions).filter(isWaiting)
    return refuse('unknown-decision', {
      decisionId,
      waiting: open.map((one) => one.decisionId).join(', ') || '—',
    })
  }
  const { status, settled } = decision
  if (isWaiting(decision) || settled === undefined) return decision
  return refuse('decision-settled', { decisionId, status, on: settled.on.date })
}

/** Never who prepared it; and one of the offices that the programme names, where it names any. */
function certifierRefusal(
  command: CommandOf<'CertifyDecision' | 'SendBackDecision'>,
  { rules }: Accord,
  { decisionId, preparedBy }: DecisionState,
): Refused<Refusal> | undefined {
  const { id } = command.act.actor
  if (id === preparedBy) return refuse('certifier-is-preparer', { decisionId, preparedBy })
  return notThisOffice(id, command.type, rules.certification?.certifiers)
}

/**
 * The act that a command would do, itself or by what was prepared: what `decide` must know beside the state depends
 * on that.
 */
export function actBehind(command: AccordCommand, state: AccordState): AccordCommand {
  if (command.type === 'PrepareDecision') {
    const { decisionId: _, ...prepared } = command.data
    return asCommand(prepared as PreparedAct, command)
  }
  if (command.type !== 'CertifyDecision') return command
  const { decisions = {} }: Pick<Accord, 'decisions'> = state.phase === 'absent' ? {} : state
  const decision = entry(decisions, command.data.decisionId)
  return decision === undefined ? command : asCommand(decision.prepared, command)
}
