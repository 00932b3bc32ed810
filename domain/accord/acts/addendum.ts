import { accept, type Notice } from '../../decider.ts'
import { hasPassed } from '../../time/deadline.ts'
import type { LocalDate } from '../../time/localDate.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import type { AccordEvent } from '../events.ts'
import { refuse } from '../refusals.ts'
import { type Accord, entry } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { grantedBy, movesOf, standingStill } from './extensionDecision.ts'
import { known, targetsLeft } from './extensionTargets.ts'
import { effectOf } from './moves.ts'
import { receiptDate, settle } from './obligations.ts'
import { signatureOf } from './signature.ts'

/** The second signature brings an onerous extension into effect: only now do the dates move. */
export function signAddendum(
  command: CommandOf<'SignAddendum'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { extensionId, party, kind } = command.data
  const extension = known(state, extensionId)
  if ('outcome' in extension) return extension
  const { addendum, granted, status } = extension
  if (addendum === undefined || granted === undefined) return refuse('no-addendum', { extensionId })
  if (addendum.signatures[party] !== undefined) return refuse('already-signed', { party })
  const deadline = entry(state.obligations, `addendum:${extensionId}`)
  // Received within its term a signature counts, even where the timer came before it was processed.
  const isInTime = deadline !== undefined && !hasPassed(deadline, command.act.receivedAt)
  const isAwaited = status === 'awaitingAddendum' || extension.lapse === 'addendumUnsigned'
  if (isAwaited && !isInTime) {
    return refuse('addendum-too-late', { extensionId, signBy: deadline?.effective ?? addendum.signBy })
  }
  if (!isAwaited) return refuse('no-addendum', { extensionId })
  const signature = signatureOf(command)
  if ('outcome' in signature) return signature
  const signed: AccordEvent = { type: 'AddendumSigned', data: { extensionId, party, ...signature } }
  const notices: Notice[] = kind === 'unknown' ? [{ code: 'signature-kind-unknown', params: { party } }] : []
  if (addendum.signatures[party === 'ministry' ? 'region' : 'ministry'] === undefined) {
    return accept([signed], notices)
  }
  const given = grantedBy(command, receiptDate(state, command))
  const moves = movesOf(state, context, targetsLeft(state, granted), given)
  return accept(
    [
      signed,
      { type: 'ExtensionTookEffect', data: { extensionId, effects: moves.map(effectOf) } },
      ...moves.map(({ event }) => event),
      ...settle(state, command.act, 'addendum', extensionId),
    ],
    notices,
  )
}

/** The addendum was not signed in time: the extension gives nothing, and what it held is open again. */
export function unsigned(
  state: Accord,
  context: AccordContext,
  extensionId: string,
  on: LocalDate,
): AccordEvent[] {
  if (entry(state.extensions, extensionId)?.status !== 'awaitingAddendum') return []
  return [
    { type: 'ExtensionLapsed', data: { extensionId, cause: 'addendumUnsigned' } },
    ...standingStill(state, context, extensionId, on),
  ]
}
