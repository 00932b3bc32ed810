import type { z } from 'zod'
import type {
  ProgrammeEvent,
  ProgrammeEventType,
  RecordedProgrammeEvent,
} from '../../domain/programme/events.ts'
import { storedAct } from '../../schemas/events.ts'
import { programmeEventData } from '../../schemas/programme.ts'
import { type StoredEvent, UnreadableEvent } from '../eventCodec.ts'

/** Every type of event is at its first version. */
const schemaVersion = 1

export function encodeProgramme(event: RecordedProgrammeEvent): StoredEvent {
  const { version, commandId, type, data, act, recordedAt } = event
  return {
    ...{ version, command_id: commandId, type, schema_version: schemaVersion },
    ...{ data, act, notices: [], recorded_at: recordedAt },
  }
}

/** Checks a stored event strictly; throws UnreadableEvent naming the event and the field. */
export function decodeProgramme(programmeId: string, stored: StoredEvent): RecordedProgrammeEvent {
  const at = `${streamName(programmeId)} v${stored.version} ${stored.type}@${stored.schema_version}`
  if (!Object.hasOwn(programmeEventData, stored.type)) {
    throw new UnreadableEvent(`${at}: unknown event type`)
  }
  if (stored.schema_version > schemaVersion) {
    throw new UnreadableEvent(`${at}: written by a newer accordi, this one knows version ${schemaVersion}`)
  }
  const type = stored.type as ProgrammeEventType
  const data = (programmeEventData[type] as z.ZodType).safeParse(stored.data)
  const act = storedAct.safeParse(stored.act)
  const [issue] = [...(data.error?.issues ?? []), ...(act.error?.issues ?? [])]
  if (!data.success || !act.success) {
    throw new UnreadableEvent(`${at}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`)
  }
  return {
    ...({ type, data: data.data } as ProgrammeEvent),
    programmeId,
    version: stored.version,
    commandId: stored.command_id,
    act: act.data,
    recordedAt: stored.recorded_at as RecordedProgrammeEvent['recordedAt'],
  }
}

/** Under this name a programme's events are chained: no accord can have it. */
export function streamName(programmeId: string): string {
  return `programme:${programmeId}`
}
