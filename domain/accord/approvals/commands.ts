import type { CommandOf } from '../commands.ts'
import type { PreparedAct } from './parts.ts'

/** What may be asked about decisions that one person prepares and another certifies. */
export interface ApprovalCommands {
  /** Keeps a decision for its certification: nothing changes for the accord until then. */
  PrepareDecision: { readonly decisionId: string } & PreparedAct
  /** The decision is taken, on the day of this act. */
  CertifyDecision: { readonly decisionId: string }
  SendBackDecision: { readonly decisionId: string; readonly reasons: string }
  /** By who prepared it. */
  WithdrawDecision: { readonly decisionId: string; readonly reasons?: string }
}

export type ApprovalCommand = { [T in keyof ApprovalCommands]: CommandOf<T> }[keyof ApprovalCommands]

/** Whose act each is. */
export const approvalActs = {
  PrepareDecision: 'ministry',
  CertifyDecision: 'ministry',
  SendBackDecision: 'ministry',
  WithdrawDecision: 'ministry',
} as const satisfies Record<keyof ApprovalCommands, 'ministry' | 'region'>

export function isApprovalCommand(command: { readonly type: string }): command is ApprovalCommand {
  return Object.hasOwn(approvalActs, command.type)
}
