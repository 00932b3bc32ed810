import type { AccordDecision } from '../decide.ts'
import { during, onceInForce } from '../phases.ts'
import type { Accord } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { approveAmendment, refuseAmendment, requestAmendment } from './amendments.ts'
import type { MoneyCommand } from './commands.ts'
import { assignFunds, payAdvance, payBalance, payInterim } from './payments.ts'
import { settleAccord } from './settlement.ts'
import { reportSpending } from './spending.ts'

export function decideMoney(command: MoneyCommand, state: Accord, context: AccordContext): AccordDecision {
  const inForce = (run: () => AccordDecision) => onceInForce(command, state, run)
  switch (command.type) {
    case 'AssignFunds':
      return assignFunds(command, state)
    case 'PayAdvance':
      return inForce(() => payAdvance(command, state))
    case 'PayInterim':
      return inForce(() => payInterim(command, state))
    case 'PayBalance':
      return inForce(() => payBalance(command, state))
    case 'ReportSpending':
      return inForce(() => reportSpending(command, state))
    case 'RequestAmendment':
      return during(command, state, ['underway'], (at) => requestAmendment(command, at, context))
    case 'ApproveAmendment':
      return during(command, state, ['underway', 'activitiesEnded'], (at) =>
        approveAmendment(command, at, context),
      )
    case 'RefuseAmendment':
      return inForce(() => refuseAmendment(command, state))
    case 'SettleAccord':
      return during(command, state, ['reportApproved', 'concluded'], (at) => settleAccord(command, at))
    default:
      return command satisfies never
  }
}
