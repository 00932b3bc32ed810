import type { EventType, RecordedEvent } from './events.ts'
import { type Accord, type ExtensionState, entry } from './state.ts'

type Recorded<T extends EventType> = Extract<RecordedEvent, { type: T }>
export type ExtensionEvent = Recorded<(`Extension${string}` & EventType) | 'AddendumSigned'>

/** The extensions after one more event about one of them. */
export function evolveExtensions(
  extensions: Accord['extensions'],
  event: ExtensionEvent,
): Accord['extensions'] {
  const { extensionId } = event.data
  const before = entry(extensions, extensionId)
  const after = extensionAfter(before, event)
  return after === undefined ? extensions : { ...extensions, [extensionId]: after }
}

function extensionAfter(
  before: ExtensionState | undefined,
  event: ExtensionEvent,
): ExtensionState | undefined {
  const { on } = event.act
  if (event.type === 'ExtensionRequested') return requested(event)
  if (event.type === 'ExtensionGranted') return granted(before, event)
  if (before === undefined) return undefined
  switch (event.type) {
    case 'ExtensionAttachmentsSupplied':
      return { ...before, attachmentsOn: on }
    case 'ExtensionInstructed':
      return { ...before, instruction: { proposal: event.data.proposal, on } }
    case 'AddendumSigned': {
      const { extensionId: _, party, ...signature } = event.data
      if (before.addendum === undefined) return before
      const signatures = { ...before.addendum.signatures, [party]: signature }
      return { ...before, addendum: { ...before.addendum, signatures } }
    }
    case 'ExtensionTookEffect':
      return { ...before, status: statusOf(before.inPart), effects: event.data.effects }
    case 'ExtensionLapsed':
      return { ...before, status: 'lapsed', lapse: event.data.cause }
    case 'ExtensionRefused':
      return { ...before, status: 'refused', decidedOn: on }
    case 'ExtensionRevoked':
      return { ...before, status: 'revoked', revokedOn: on }
    default:
      return event satisfies never
  }
}

function requested({ data, act }: Recorded<'ExtensionRequested'>): ExtensionState {
  const { extensionId, scope, until, holds, targets = holds, attachmentsBy } = data
  return {
    ...{ extensionId, scope, status: 'requested', exOfficio: false, targets, holds, effects: [] },
    ...{ requested: until, requestedOn: act.on },
    ...(attachmentsBy && { attachmentsBy }),
  }
}

function granted(
  before: ExtensionState | undefined,
  { data, act }: Recorded<'ExtensionGranted'>,
): ExtensionState {
  const { extensionId, scope, until, effects, exOfficio, inPart, addendum } = data
  const moved = effects.map(({ deadlineId }) => deadlineId)
  const { targets = before?.targets ?? moved, holds = before?.holds ?? [] } = data
  return {
    ...before,
    ...{ extensionId, scope, exOfficio, inPart, effects, targets, holds },
    ...{ granted: until, decidedOn: act.on },
    ...(addendum && { addendum: { ...addendum, signatures: {} } }),
    status: addendum === undefined ? statusOf(inPart) : 'awaitingAddendum',
  }
}

function statusOf(inPart: boolean | undefined): 'granted' | 'grantedInPart' {
  return inPart ? 'grantedInPart' : 'granted'
}
