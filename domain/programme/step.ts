import type { AccordCommand } from '../accord/commands.ts'
import { hasEnded } from '../accord/exits/state.ts'
import type { Act, ExtensionDates, ExtensionScope } from '../accord/parts.ts'
import { type Accord, type AccordState, entry, isRunning } from '../accord/state.ts'
import type { CollectiveBody, SkipReason } from './parts.ts'
import type { CollectiveAct } from './state.ts'

/** What an act over many accords does to one of them: one ordinary command, or nothing for a reason. */
export type Step =
  | { readonly do: 'act'; readonly command: AccordCommand }
  | { readonly do: 'skip'; readonly reason: SkipReason }

/** As much of an act as its steps need; `act` carries its date, its receipt and its citation to each accord. */
export interface Going extends Pick<CollectiveAct, 'actId' | 'body' | 'reasons' | 'way' | 'attempt'> {
  readonly act: Act
}

/** The same command whenever it is made anew: what was sent before a crash is known when it is sent again. */
export function collectiveCommandId({
  actId,
  way,
  attempt,
}: Omit<Going, 'act' | 'body' | 'reasons'>): string {
  return `${collectiveIds}${actId}:${way}:${attempt}`
}

/** Only acts over many accords send commands under these ids. */
const collectiveIds = 'collective:'

/** The step that an act takes for an accord as it stands now. Pure: the dry run and the real one both ask it. */
export function stepFor(going: Going, state: AccordState): Step {
  if (state.phase === 'absent') return skip('nothingToMove')
  if (hasEnded(state)) return skip(state.phase)
  return going.way === 'apply' ? applied(going, state) : takenBack(going, state)
}

function skip(reason: SkipReason): Step {
  return { do: 'skip', reason }
}

type Data = {
  [T in AccordCommand['type']]: Pick<Extract<AccordCommand, { type: T }>, 'type' | 'data'>
}[AccordCommand['type']]

function command(going: Going, state: Accord, what: Data): Step {
  const commandId = collectiveCommandId(going)
  const { accordId } = state
  return { do: 'act', command: { ...what, commandId, accordId, act: going.act } as AccordCommand }
}

function applied(going: Going, state: Accord): Step {
  const { body, actId, reasons } = going
  switch (body.kind) {
    case 'extension':
      return extended(going, state, body)
    case 'suspension': {
      const { from, until } = body
      const days = { from, ...(until !== undefined && { until }) }
      const data = { suspensionId: actId, ground: 'law', reasons, ...days } as const
      return command(going, state, { type: 'StartSuspension', data })
    }
    case 'suspensionEnd': {
      const { suspensionId } = body
      const suspension = entry(state.suspensions, suspensionId)
      if (suspension === undefined || suspension.ended !== undefined) return skip('nothingToMove')
      return command(going, state, { type: 'EndSuspension', data: { suspensionId, reasons } })
    }
    case 'calendar': {
      const { calendarVersion } = body
      return command(going, state, { type: 'ApplyCalendar', data: { calendarVersion, reasons } })
    }
    case 'rules': {
      const { rulesVersion } = body
      if (state.rules.version === rulesVersion) return skip('nothingToMove')
      return command(going, state, { type: 'AdoptRules', data: { rulesVersion, reasons } })
    }
    default:
      return body satisfies never
  }
}

/** Each date that the act would move forward; one that is later already stays. */
function extended(
  going: Going,
  state: Accord,
  { until }: Extract<CollectiveBody, { kind: 'extension' }>,
): Step {
  const { actId: extensionId, reasons } = going
  const kinds = (['activities', 'finalReport'] as const).filter((kind) => until[kind] !== undefined)
  const owed = kinds.filter((kind) => isOwedNow(state, kind))
  const later = owed.filter((kind) => (until[kind] ?? '') > (entry(state.obligations, kind)?.nominal ?? ''))
  const scope: ExtensionScope | undefined = later.length === 2 ? 'both' : later[0]
  if (scope === undefined) return skip(owed.length > 0 ? 'laterDate' : 'nothingToMove')
  const dates = Object.fromEntries(later.map((kind) => [kind, until[kind]])) as ExtensionDates
  return command(going, state, {
    type: 'GrantExtension',
    data: { extensionId, scope, until: dates, reasons },
  })
}

function isOwedNow(state: Accord, kind: 'activities' | 'finalReport'): boolean {
  const obligation = entry(state.obligations, kind)
  return obligation !== undefined && (isRunning(obligation) || obligation.status === 'missed')
}

/** Gives back what the act gave, as far as the accord still has it. */
function takenBack(going: Going, state: Accord): Step {
  const { body, actId, reasons } = going
  switch (body.kind) {
    case 'extension': {
      const extension = entry(state.extensions, actId)
      if (extension === undefined || extension.status === 'revoked') return skip('changedSince')
      return command(going, state, { type: 'RevokeExtension', data: { extensionId: actId, reasons } })
    }
    case 'suspension': {
      const suspension = entry(state.suspensions, actId)
      if (suspension === undefined || suspension.revoked) return skip('changedSince')
      return command(going, state, { type: 'RevokeSuspension', data: { suspensionId: actId, reasons } })
    }
    case 'rules': {
      const { rules, rulesBefore } = state
      if (rules.version !== body.rulesVersion || rulesBefore === undefined) return skip('changedSince')
      return command(going, state, { type: 'AdoptRules', data: { rulesVersion: rulesBefore, reasons } })
    }
    case 'suspensionEnd':
    case 'calendar':
      // The programme refuses to revoke these.
      return skip('changedSince')
    default:
      return body satisfies never
  }
}
