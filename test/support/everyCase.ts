import type { EventType } from '../../domain/accord/events.ts'
import { approvalCases } from './approvalCases.ts'
import { documentCases } from './documentCases.ts'
import type { Case } from './eventCases.ts'
import { exitCases } from './exitCases.ts'
import { lifeCases } from './lifeCases.ts'
import { moneyCases } from './moneyCases.ts'
import { monitoringCases } from './monitoringCases.ts'
import { termCases } from './termCases.ts'

/** One for each event type: the compiler asks for a new one with every new event. */
export const everyCase: { [T in EventType]: Case<T> } = {
  ...lifeCases,
  ...termCases,
  ...exitCases,
  ...moneyCases,
  ...monitoringCases,
  ...documentCases,
  ...approvalCases,
}
