import type { ApprovalCommands } from '../../domain/accord/approvals/commands.ts'
import { euro } from './fixtures.ts'

/** For each command about prepared decisions a wire form and what it must become. */
export const approvalForms: {
  readonly [T in keyof ApprovalCommands]: readonly [wire: unknown, domain?: ApprovalCommands[T]]
} = {
  // What is prepared has the wire form of its own command, and is kept as its own command is read.
  PrepareDecision: [
    { decisionId: 'd-1', act: 'PayAdvance', data: { amount: { amount: '331117' } } },
    { decisionId: 'd-1', act: 'PayAdvance', data: { amount: euro(33_111_700) } },
  ],
  CertifyDecision: [{ decisionId: 'd-1' }],
  SendBackDecision: [{ decisionId: 'd-1', reasons: 'da rivedere' }],
  WithdrawDecision: [{ decisionId: 'd-1' }],
}
