import type { ExitCommands } from '../../domain/accord/exits/commands.ts'
import { d, euro } from './fixtures.ts'

const debt = { recoveryId: 'anticipo', dueOn: d('2018-08-31') }

/** For each command about exits and recoveries a wire form and what it must become. */
export const exitForms: {
  readonly [T in keyof ExitCommands]: readonly [wire: unknown, domain?: ExitCommands[T]]
} = {
  NotifyWithdrawal: [{ reasons: 'riordino' }],
  TakeBackWithdrawal: [{ reasons: 'ripensamento' }],
  RefuseWithdrawal: [{ reasons: 'fondi già impegnati' }],
  AcceptWithdrawal: [
    { recovery: { ...debt, amount: { amount: '120000' } }, note: 'd.d. 12' },
    { recovery: { ...debt, amount: euro(12_000_000) }, note: 'd.d. 12' },
  ],
  DeclareNonUse: [{ reasons: 'avviso deserto' }],
  RefuseNonUse: [{ reasons: 'risultano spese' }],
  AcceptNonUse: [
    { recoveryId: 'anticipo', dueOn: '2018-08-31' },
    { recoveryId: 'anticipo', dueOn: debt.dueOn },
  ],
  StartRevocation: [{ grounds: 'nessuna azione avviata' }],
  SupplyRevocationObservations: [{ note: 'avvio a giugno' }],
  OrderRevocation: [
    { extent: 'total', reasons: 'inadempimento' },
    { extent: 'total', actions: [], reasons: 'inadempimento' },
  ],
  DropRevocation: [{ reasons: 'azioni avviate' }],
  OrderRecovery: [
    { ...debt, amount: { amount: '120000.00' }, cause: 'settlement', reasons: 'conguaglio' },
    { ...debt, amount: euro(12_000_000), cause: 'settlement', reasons: 'conguaglio' },
  ],
  RecordRepayment: [
    { recoveryId: 'anticipo', repaymentId: 'r1', amount: { amount: '0.01' } },
    { recoveryId: 'anticipo', repaymentId: 'r1', amount: euro(1) },
  ],
  ReduceRecovery: [{ recoveryId: 'anticipo', reasons: 'sgravio' }],
  ReopenAccord: [{ reasons: 'saldo da pagare' }],
}
