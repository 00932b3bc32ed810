import { type ExitCommands, exitActs } from '../../domain/accord/exits/commands.ts'
import { recoverableCents } from '../../domain/accord/exits/recovery.ts'
import type { AccordState } from '../../domain/accord/state.ts'
import { addDays, type LocalDate } from '../../domain/time/localDate.ts'
import { at, type Step, written } from './accordWalkData.ts'
import { euro } from './fixtures.ts'

export const exitTypes = Object.keys(exitActs) as (keyof ExitCommands)[]

const reasons = 'prova'
const names = ['a', 'b', 'c', 'constructor']

/** What a step says of the exit, or of the money to be returned, that it tries: mostly of those that there are. */
export function exitDataOf(
  type: keyof ExitCommands,
  step: Step,
  state: AccordState,
  today: LocalDate,
): unknown {
  const { name, shift, pick } = step
  const dueOn = name % 2 === 0 ? { dueOn: written(addDays(today, shift)) } : {}
  const most = state.phase === 'absent' ? 0 : recoverableCents(state)
  const amount = euro(name % 4 === 0 ? 1 + (name % 40) : Math.max(1, most))
  const order = { recoveryId: at(names, pick), amount, ...dueOn }
  const recoveries = state.phase === 'absent' ? {} : (state.recoveries ?? {})
  const known = name % 8 === 0 ? names : [...Object.keys(recoveries), 'a']
  const recoveryId = at(known, pick)
  switch (type) {
    case 'AcceptWithdrawal':
      return name % 3 === 0 ? {} : { recovery: order }
    case 'AcceptNonUse':
      return { recoveryId: order.recoveryId, ...dueOn }
    case 'StartRevocation':
      return { grounds: reasons }
    case 'SupplyRevocationObservations':
      return { note: at(names, name) }
    case 'OrderRevocation': {
      const extent = at(['total', 'partial'], name)
      const actions = extent === 'partial' || name % 16 === 0 ? [at(['I', 'II'], pick)] : []
      return { extent, actions, reasons, ...(name % 3 === 0 && { recovery: order }) }
    }
    case 'OrderRecovery':
      return { ...order, cause: at(['settlement', 'error'], name), reasons }
    case 'RecordRepayment': {
      const left = recoveries[recoveryId]?.amountCents ?? 1
      const amount = euro(name % 3 === 0 ? Math.max(1, left) : 1 + (name % 20))
      return { recoveryId, repaymentId: `r${name % 50}`, amount }
    }
    case 'ReduceRecovery':
      return { recoveryId, reasons, ...(name % 2 === 0 && { amount: euro(1 + (name % 20)) }) }
    default:
      return { reasons }
  }
}
