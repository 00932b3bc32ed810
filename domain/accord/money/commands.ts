import type { CommandOf } from '../commands.ts'
import type { Money } from '../parts.ts'

/** What may be asked about the money of an accord. */
export interface MoneyCommands {
  PayAdvance: { readonly amount: Money }
  PayBalance: { readonly amount: Money }
}

export type MoneyCommand = { [T in keyof MoneyCommands]: CommandOf<T> }[keyof MoneyCommands]

/** Whose act each is. */
export const moneyActs = {
  PayAdvance: 'ministry',
  PayBalance: 'ministry',
} as const satisfies Record<keyof MoneyCommands, 'ministry' | 'region'>

export function isMoneyCommand(command: { readonly type: string }): command is MoneyCommand {
  return Object.hasOwn(moneyActs, command.type)
}
