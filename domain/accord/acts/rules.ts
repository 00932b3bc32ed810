import { accept } from '../../decider.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import { refuse } from '../refusals.ts'
import type { Accord } from '../state.ts'
import type { AccordContext } from '../terms.ts'

/**
 * Moves an accord to another version of its programme's rules. What has a date keeps it: a deadline rests on the
 * term under which it was set, and only what is set from now on follows the new rules.
 */
export function adoptRules(
  command: CommandOf<'AdoptRules'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { rulesVersion, reasons } = command.data
  const { programmeId, version } = state.rules
  if (rulesVersion === version) return accept([])
  const rules = context.rulesVersions?.find(
    (one) => one.programmeId === programmeId && one.version === rulesVersion,
  )
  if (rules === undefined) return refuse('rules-version-unknown', { programmeId, rulesVersion })
  return accept([{ type: 'RulesAdopted', data: { rules, from: version, reasons } }])
}
