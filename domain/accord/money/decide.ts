import type { AccordDecision } from '../decide.ts'
import { onceInForce } from '../phases.ts'
import type { Accord } from '../state.ts'
import type { MoneyCommand } from './commands.ts'
import { payAdvance, payBalance } from './payments.ts'

export function decideMoney(command: MoneyCommand, state: Accord): AccordDecision {
  switch (command.type) {
    case 'PayAdvance':
      return onceInForce(command, state, () => payAdvance(command, state))
    case 'PayBalance':
      return onceInForce(command, state, () => payBalance(command, state))
    default:
      return command satisfies never
  }
}
