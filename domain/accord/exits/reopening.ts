import { accept, type Notice } from '../../decider.ts'
import { hasPassed } from '../../time/deadline.ts'
import { notThisOffice } from '../acts/extensionTargets.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import { refuse } from '../refusals.ts'
import type { Accord } from '../state.ts'
import { hasEnded } from './state.ts'

/**
 * Takes the end of an accord back, whatever has followed from it: it stands again in the phase it ended from, and what
 * its end lifted is owed again under its old dates. Money ordered to be returned stays owed: that has acts of its own.
 */
export function reopenAccord(command: CommandOf<'ReopenAccord'>, state: Accord): AccordDecision {
  const { mayReopen = state.rules.mayCorrect } = state.rules.exits ?? {}
  const office = notThisOffice(command.act.actor.id, command.type, mayReopen)
  if (office !== undefined) return office
  const { closing, phase: from } = state
  if (!hasEnded(state) || closing === undefined) return refuse('accord-not-ended', { phase: from })
  const past = Object.values(closing.obligations)
    .filter((was) => was.status === 'open' && hasPassed(was, command.act.receivedAt))
    .map(({ kind, effective }): Notice => ({ code: 'reopened-into-the-past', params: { kind, effective } }))
  const { reasons } = command.data
  return accept([{ type: 'AccordReopened', data: { from, to: closing.phase, reasons } }], past)
}
