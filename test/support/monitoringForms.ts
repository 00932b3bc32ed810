import type { MonitoringCommands } from '../../domain/accord/monitoring/commands.ts'
import { euro } from './fixtures.ts'

const persons = { id: 'persone', name: 'Persone', target: 100, done: 12.5, unit: 'persone' }

/** For each command about monitoring a wire form, and what it must become where that is another. */
export const monitoringForms: {
  readonly [T in keyof MonitoringCommands]: readonly [wire: unknown, domain?: MonitoringCommands[T]]
} = {
  SubmitMonitoringReport: [
    {
      period: '2018-T1',
      progress: [
        { numeral: 'I', indicators: [persons], spent: { amount: '1200.5' } },
        { numeral: 'II', spent: { amount: '0.00' } },
      ],
    },
    {
      period: '2018-T1',
      progress: [
        { numeral: 'I', indicators: [persons], spent: euro(120_050) },
        { numeral: 'II', indicators: [], spent: euro(0) },
      ],
    },
  ],
  ReturnMonitoringReport: [{ period: 'R1', reasons: 'mancano i dati' }],
  AcceptMonitoringReport: [{ period: 'intermedia', note: 'bene' }],
  ReopenMonitoringReport: [{ period: '2018-M03', actions: ['II', 'IV'], reasons: 'errore' }],
  LiftMonitoringGate: [{ period: '2018', reasons: 'alluvione' }],
}
