import { accept, type Notice, type Refused } from '../../decider.ts'
import { localDate } from '../../time/localDate.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import type { AccordEvent } from '../events.ts'
import type { Signature } from '../parts.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { type Accord, entry } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { setByRule, setDeadline, settle } from './obligations.ts'

/** The proposal pins the rules of the programme: the accord keeps them whatever the programme does later. */
export function proposeAccord(command: CommandOf<'ProposeAccord'>, context: AccordContext): AccordDecision {
  const { programmeId, regionId, title, fund, signBy } = command.data
  const rules = entry(context.programmes, programmeId)
  if (rules === undefined) return refuse('unknown-programme', { programmeId })
  const events: AccordEvent[] = [
    { type: 'AccordProposed', data: { programmeId, regionId, title, rules, ...(fund && { fund }) } },
  ]
  if (signBy !== undefined) {
    const basis = { basis: 'FIXED_DATE', date: signBy.date } as const
    const citation = command.act.citation?.source ?? 'proposta di accordo'
    const wanted = { kind: 'signature', obligor: 'both', basis, citation } as const
    const cutOff = signBy.time === undefined ? {} : { cutOff: signBy.time }
    events.push(setDeadline({ rules, obligations: {}, suspensions: {} }, context, { ...wanted, ...cutOff }))
  }
  return accept(events)
}

const digitalSince = localDate('2014-06-30')

/** What a signature's event says of it, and why it cannot be taken. */
export function signatureOf(command: CommandOf<'SignAccord' | 'SignAddendum'>): Signature | Refused<Refusal> {
  const { kind, signerRef } = command.data
  const { on, receivedAt } = command.act
  if (kind === 'handwritten' && on.date >= digitalSince) {
    return refuse('digital-signature-required', { kind, on: on.date })
  }
  // A source that gives only a month says nothing of the instant: none is invented.
  const isDated = on.precision === 'day' && !on.assumed
  const signedAt = command.data.signedAt ?? (isDated ? receivedAt : undefined)
  return { kind, signerRef, ...(signedAt && { signedAt }) }
}

/** The second signature brings the accord into force. */
export function signAccord(
  command: CommandOf<'SignAccord'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { party, kind } = command.data
  const { on } = command.act
  if (state.signatures[party] !== undefined) return refuse('already-signed', { party })
  const signature = signatureOf(command)
  if ('outcome' in signature) return signature
  const signed: AccordEvent = { type: 'AccordSigned', data: { party, ...signature } }
  const notices: Notice[] = kind === 'unknown' ? [{ code: 'signature-kind-unknown', params: { party } }] : []
  const other = party === 'ministry' ? 'region' : 'ministry'
  if (state.signatures[other] === undefined) return accept([signed], notices)
  return accept(
    [
      signed,
      { type: 'AccordEnteredIntoForce', data: {} },
      ...settle(state, command.act, 'signature'),
      ...setByRule(state, context, 'plan', on, { kind: 'plan', obligor: 'region' }),
    ],
    notices,
  )
}

/** Regional paperwork is recorded as cited, whatever its date: its order never blocks the accord. */
export function recordRegionalAct(command: CommandOf<'RecordRegionalAct'>, state: Accord): AccordDecision {
  const { title } = command.data
  const { on, citation } = command.act
  const same = (known: Accord['regionalActs'][number]) =>
    known.title === title && known.on.date === on.date && known.citation?.protocol === citation?.protocol
  if (state.regionalActs.some(same)) return accept([])
  const late = state.inForceOn !== undefined && on.date > state.inForceOn.date
  const notices: Notice[] = late ? [{ code: 'regional-act-after-force', params: { on: on.date } }] : []
  return accept([{ type: 'RegionalActRecorded', data: { title } }], notices)
}
