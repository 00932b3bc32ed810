import type { AccordDecision } from '../decide.ts'
import { onceInForce } from '../phases.ts'
import type { Accord } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import type { ExitCommand } from './commands.ts'
import { acceptNonUse, declareNonUse, refuseNonUse } from './nonUse.ts'
import { orderRecovery, recordRepayment, reduceRecovery } from './recovery.ts'
import { reopenAccord } from './reopening.ts'
import {
  dropRevocation,
  orderRevocation,
  startRevocation,
  supplyRevocationObservations,
} from './revocation.ts'
import { acceptWithdrawal, notifyWithdrawal, refuseWithdrawal, takeBackWithdrawal } from './withdrawal.ts'

/** Before both have signed there is nothing to leave and nothing to return. */
export function decideExits(command: ExitCommand, state: Accord, context: AccordContext): AccordDecision {
  return onceInForce(command, state, () => judge(command, state, context))
}

function judge(command: ExitCommand, state: Accord, context: AccordContext): AccordDecision {
  switch (command.type) {
    case 'NotifyWithdrawal':
      return notifyWithdrawal(command, state, context)
    case 'TakeBackWithdrawal':
      return takeBackWithdrawal(command, state)
    case 'RefuseWithdrawal':
      return refuseWithdrawal(command, state)
    case 'AcceptWithdrawal':
      return acceptWithdrawal(command, state, context)
    case 'DeclareNonUse':
      return declareNonUse(command, state, context)
    case 'RefuseNonUse':
      return refuseNonUse(command, state)
    case 'AcceptNonUse':
      return acceptNonUse(command, state, context)
    case 'StartRevocation':
      return startRevocation(command, state, context)
    case 'SupplyRevocationObservations':
      return supplyRevocationObservations(command, state)
    case 'OrderRevocation':
      return orderRevocation(command, state, context)
    case 'DropRevocation':
      return dropRevocation(command, state)
    case 'OrderRecovery':
      return orderRecovery(command, state, context)
    case 'RecordRepayment':
      return recordRepayment(command, state)
    case 'ReduceRecovery':
      return reduceRecovery(command, state)
    case 'ReopenAccord':
      return reopenAccord(command, state)
    default:
      return command satisfies never
  }
}
