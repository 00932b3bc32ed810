import { randomUUID } from 'node:crypto'
import type { Connection } from '../db/connect.ts'
import { executeProgramme, type ProgrammeAnswer } from '../db/programmes/execute.ts'
import { pendingItems } from '../db/programmes/items.ts'
import { loadProgramme } from '../db/programmes/store.ts'
import { timeline } from '../db/readModels/timeline.ts'
import { evolve } from '../domain/accord/evolve.ts'
import type { Act } from '../domain/accord/parts.ts'
import { type AccordState, entry, initialAccord } from '../domain/accord/state.ts'
import { fold } from '../domain/decider.ts'
import type { ProgrammeCommand, ProgrammeCommands } from '../domain/programme/commands.ts'
import type { Outcome } from '../domain/programme/parts.ts'
import type { ProgrammeRefusal } from '../domain/programme/refusals.ts'
import type { CollectiveAct } from '../domain/programme/state.ts'
import { stepFor } from '../domain/programme/step.ts'
import { type Instant, instantAt } from '../domain/time/instant.ts'
import type { CollectiveFile } from '../schemas/importFile.ts'

export type ImportedCollective =
  | {
      readonly outcome: 'collective'
      /** False where the act was known already. */
      readonly stored: boolean
      readonly params: { readonly programmeId: string; readonly actId: string; readonly applied: number }
    }
  | {
      readonly outcome: 'programmeRefused'
      readonly programmeId: string
      readonly refusal: ProgrammeRefusal
    }

const batchSize = 500
/** An accord has hundreds of events at most. */
const mostEvents = 5_000

/**
 * An act over many accords that was done on paper, once their histories are recorded: nothing is sent to any
 * accord. Those whose record holds it had it; the others are skipped, with the reason that their record gives.
 */
export async function importCollective(
  connection: Connection,
  file: CollectiveFile,
  now: Instant,
): Promise<ImportedCollective> {
  const { programmeId, actId, on, citation, body, cohort, reasons } = file
  const receivedAt = instantAt(on.date, '12:00', 'Europe/Rome')
  const act: Act = {
    ...{ on, receivedAt, citation, documents: [] },
    actor: { role: 'ministry', id: 'registro-storico' },
  }
  const send = (data: ProgrammeCommands['StartCollectiveAct'] | ProgrammeCommands['RecordOutcomes']) =>
    execute(connection, programmeId, act, data, now)
  const before = await actNow(connection, programmeId, actId)
  if (before === undefined) {
    const answer = await send({ actId, body, cohort, reasons })
    if (answer.outcome === 'refused') {
      return { outcome: 'programmeRefused', programmeId, refusal: answer.refusal }
    }
  }
  for (;;) {
    const going = await actNow(connection, programmeId, actId)
    const pending = await pendingItems(connection.db, { programmeId, actId }, 'apply', batchSize)
    if (going?.status !== 'running' || pending.length === 0) {
      const applied = going?.counts.applied ?? 0
      return { outcome: 'collective', stored: before === undefined, params: { programmeId, actId, applied } }
    }
    const outcomes: Outcome[] = []
    for (const accordId of pending) outcomes.push(await outcomeOf(connection, { ...going, act }, accordId))
    const answer = await send({ actId, way: 'apply', outcomes })
    if (answer.outcome === 'refused') {
      return { outcome: 'programmeRefused', programmeId, refusal: answer.refusal }
    }
  }
}

function execute(
  connection: Connection,
  programmeId: string,
  act: Act,
  data: ProgrammeCommands['StartCollectiveAct'] | ProgrammeCommands['RecordOutcomes'],
  now: Instant,
): Promise<ProgrammeAnswer> {
  const isStart = 'body' in data
  const command = {
    ...{ programmeId, data, commandId: `import:${data.actId}:${randomUUID()}` },
    type: isStart ? 'StartCollectiveAct' : 'RecordOutcomes',
    act: isStart ? act : { ...act, actor: { role: 'scheduler', id: 'registro-storico' } },
  } as ProgrammeCommand
  return executeProgramme(connection, command, command, now)
}

async function actNow(
  { db }: Connection,
  programmeId: string,
  actId: string,
): Promise<CollectiveAct | undefined> {
  const { state } = await loadProgramme(db, programmeId)
  return state.status === 'absent' ? undefined : entry(state.acts, actId)
}

async function outcomeOf(
  connection: Connection,
  going: CollectiveAct & { readonly act: Act },
  accordId: string,
): Promise<Outcome> {
  const events = await timeline(connection, accordId, { limit: mostEvents })
  const brought = events.find(({ data }) => isItsOwn(data, going.actId))
  if (brought !== undefined) return { accordId, outcome: 'applied', commandId: brought.commandId }
  const state = fold<AccordState, (typeof events)[number]>(evolve, initialAccord, events)
  const step = stepFor(going, state)
  return { accordId, outcome: 'skipped', reason: step.do === 'skip' ? step.reason : 'notRecorded' }
}

/** The extension, or the suspension, that carries the act's id. */
function isItsOwn(data: object, actId: string): boolean {
  const { extensionId, suspensionId } = data as { extensionId?: string; suspensionId?: string }
  return extensionId === actId || suspensionId === actId
}
