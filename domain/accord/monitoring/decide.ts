import type { AccordDecision } from '../decide.ts'
import { onceInForce } from '../phases.ts'
import type { Accord } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import type { MonitoringCommand } from './commands.ts'
import { acceptReport, liftGate, reopenReport, returnReport } from './review.ts'
import { submitReport } from './submission.ts'

export function decideMonitoring(
  command: MonitoringCommand,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  switch (command.type) {
    case 'SubmitMonitoringReport':
      return onceInForce(command, state, () => submitReport(command, state, context))
    case 'ReturnMonitoringReport':
      return onceInForce(command, state, () => returnReport(command, state, context))
    case 'AcceptMonitoringReport':
      return onceInForce(command, state, () => acceptReport(command, state))
    case 'ReopenMonitoringReport':
      return onceInForce(command, state, () => reopenReport(command, state, context))
    case 'LiftMonitoringGate':
      return onceInForce(command, state, () => liftGate(command, state))
    default:
      return command satisfies never
  }
}
