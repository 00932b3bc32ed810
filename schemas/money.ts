import { z } from 'zod'
import type { MoneyCommands } from '../domain/accord/money/commands.ts'
import type { MoneyEvents } from '../domain/accord/money/events.ts'
import { money } from './primitives.ts'

/** The wire form of each command about money. */
export const moneyCommandData = {
  PayAdvance: z.strictObject({ amount: money }),
  PayBalance: z.strictObject({ amount: money }),
} satisfies { [T in keyof MoneyCommands]: z.ZodType<MoneyCommands[T]> }

export const storedMoney = z.strictObject({ cents: z.int().min(1), currency: z.literal('EUR') })

const paid = z.strictObject({ amount: storedMoney })

/** The stored shape of each event about money. */
export const moneyEventData = {
  AdvancePaid: paid,
  BalancePaid: paid,
} satisfies { [T in keyof MoneyEvents]: z.ZodType<MoneyEvents[T]> }
