import type { AccordEvents, EventType, RecordedEvent } from '../../domain/accord/events.ts'
import type { AccordState } from '../../domain/accord/state.ts'
import { order } from './fixtures.ts'
import type { stateAfter } from './given.ts'

/** After which history an event comes, its data, and what it leaves. */
export interface Case<T extends EventType> {
  readonly from: readonly Parameters<typeof stateAfter>[0][number][]
  readonly data: AccordEvents[T]
  readonly leaves: object
}

export type Cases = { readonly [T in EventType]?: Case<T> }

/** The act that every event of these cases comes from: of 2 April 2019. */
export const { act } = order(
  'RecordRegionalAct',
  '2019-04-02',
  { title: '-' },
  { citing: { source: 'nota' } },
)

export const condition = { id: 'quadro', text: 'Quadro economico' }

export function happened<T extends EventType>(
  type: T,
  data: AccordEvents[T],
  before: AccordState,
): RecordedEvent {
  const envelope = { accordId: 'prova-10', version: before.version + 1, commandId: 'c', notices: [] }
  return { type, data, ...envelope, act, recordedAt: act.receivedAt } as unknown as RecordedEvent
}
