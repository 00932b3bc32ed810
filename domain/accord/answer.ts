import type { Notice, Params } from '../decider.ts'
import type { RecordedEvent } from './events.ts'
import type { Refusal } from './refusals.ts'

/** One thing wrong with an input: which field, what it held, and a code with a text in the catalogue. */
export interface InputIssue {
  readonly field: string
  readonly value: string
  readonly code: string
  readonly params: Params
}

/** What became of a command. `repeated`: this id had been answered before, and nothing happened again. */
export type Answer =
  | {
      readonly outcome: 'accepted'
      readonly commandId: string
      readonly events: readonly RecordedEvent[]
      readonly notices: readonly Notice[]
      readonly repeated: boolean
    }
  | {
      readonly outcome: 'refused'
      readonly commandId: string
      readonly refusal: Refusal
      readonly repeated: boolean
    }
  | { readonly outcome: 'invalid'; readonly commandId: string; readonly issues: readonly InputIssue[] }

/** What became of a history: all of it or nothing; `index` is the place of the act that stopped it. */
export type ImportAnswer =
  | {
      readonly outcome: 'accepted'
      readonly accordId: string
      /** Acts recorded now; 0 where the whole history was there already. */
      readonly acts: number
      readonly events: number
    }
  | {
      readonly outcome: 'refused'
      readonly accordId: string
      readonly index: number
      readonly refusal: Refusal
    }
  | { readonly outcome: 'invalid'; readonly accordId: string; readonly issues: readonly InputIssue[] }
