import { accept } from '../../decider.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import type { ExtensionEffect } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { type Accord, entry, type LastDecision } from '../state.ts'
import { notThisOffice } from './extensionTargets.ts'

/**
 * Takes back the last decision: the accord stands as before it, with its reasons in the record. Only while nothing
 * has followed: what was built on a decision is undone by acts of its own.
 */
export function reverseLastDecision(
  command: CommandOf<'ReverseLastDecision'>,
  state: Accord,
): AccordDecision {
  const office = notThisOffice(command.act.actor.id, command.type, state.rules.mayCorrect)
  if (office !== undefined) return office
  const { lastDecision } = state
  if (lastDecision === undefined) return refuse('no-decision-to-reverse')
  const { type: decision, commandId: decidedBy } = lastDecision
  const data = { decision, decidedBy, reasons: command.data.reasons }
  return accept([{ type: 'DecisionReversed', data: { ...data, effects: effectsOf(state, lastDecision) } }])
}

/** The dates that go back to what they were; a deadline that the decision had set falls away, and has no date before. */
function effectsOf(state: Accord, { before }: LastDecision): ExtensionEffect[] {
  return Object.entries(before.obligations).flatMap(([deadlineId, was]) => {
    const now = entry(state.obligations, deadlineId)
    if (was === null || now === undefined || was.nominal === now.nominal) return []
    return [
      {
        deadlineId,
        ...{ fromNominal: now.nominal, fromEffective: now.effective },
        ...{ toNominal: was.nominal, toEffective: was.effective },
      },
    ]
  })
}
