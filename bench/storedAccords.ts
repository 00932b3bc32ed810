import type { Connection } from '../db/connect.ts'
import { firstHash } from '../db/eventCodec.ts'
import { append } from '../db/eventStore.ts'
import type { CommandRequest } from '../domain/accord/commands.ts'
import { accordDecider, decide } from '../domain/accord/decide.ts'
import type { RecordedEvent } from '../domain/accord/events.ts'
import { recordedAs } from '../domain/accord/recorded.ts'
import { type AccordState, initialAccord } from '../domain/accord/state.ts'
import type { AccordContext } from '../domain/accord/terms.ts'
import { fold } from '../domain/decider.ts'
import { addDays, localDate } from '../domain/time/localDate.ts'
import { command } from '../schemas/commands.ts'
import { actsOf, plan } from '../test/support/acts.ts'
import { sideBySide } from './measure.ts'

/**
 * Stores so many open accords, each as its own acts made it, in one append of the event store without their command
 * log: in four stages from underway to the report under review, on the days of a year. Returns how many events.
 */
export async function storeAccords(
  { pool }: Connection,
  context: AccordContext,
  accords: number,
): Promise<number> {
  let [next, events] = [0, 0]
  await sideBySide(8, async () => {
    for (let place = next++; place < accords; place = next++) {
      const accordId = `prova-${String(place).padStart(6, '0')}`
      const lived = liveOut(openLife(accordId, place), context)
      const before = { version: 0, headHash: firstHash, state: initialAccord }
      const { outcome } = await append(pool, { accordId, before, ...lived, commands: [] })
      if (outcome === 'conflict') throw new Error(`${accordId} is already stored`)
      events += lived.events.length
    }
  })
  return events
}

/** The requests of one accord: 13, 15, 17 or 18 events, whose deadlines are still open. */
function openLife(accordId: string, place: number): CommandRequest[] {
  const acts = actsOf(accordId)
  const on = (day: string) => addDays(localDate(day), place % 365)
  const activitiesUntil = on('2030-06-30')
  const underway = [
    acts.propose(on('2030-01-07')),
    acts.signByMinistry(on('2030-01-08')),
    acts.signByRegion(on('2030-01-09')),
    acts.act('SubmitPlan', on('2030-02-01'), { ...plan, activitiesUntil }),
    acts.approvePlan(on('2030-02-15')),
    acts.startAction(on('2030-03-01')),
  ]
  const extension = {
    ...{ extensionId: 'proroga', scope: 'activities', reasons: 'avvio tardivo' },
    until: { activities: on('2030-12-31') },
  }
  const ended = () => [...underway, acts.endActivities(on('2030-06-28'))]
  const stages: readonly (() => CommandRequest[])[] = [
    () => underway,
    () => [
      ...underway,
      acts.act('RequestExtension', on('2030-05-02'), extension),
      acts.act('GrantExtension', on('2030-05-15'), extension),
    ],
    ended,
    () => [...ended(), acts.submitReport(on('2030-07-10'))],
  ]
  return stages[place % stages.length]?.() ?? underway
}

function liveOut(life: readonly CommandRequest[], context: AccordContext) {
  const events: RecordedEvent[] = []
  let state: AccordState = initialAccord
  for (const request of life) {
    const parsed = command.parse(request)
    const decision = decide(parsed, state, context)
    if (decision.outcome === 'refused') {
      throw new Error(`${request.commandId}: ${JSON.stringify(decision.refusal)}`)
    }
    const recorded = recordedAs(parsed, state, decision.events, parsed.act.receivedAt, decision.notices)
    state = fold(accordDecider.evolve, state, recorded)
    events.push(...recorded)
  }
  if (state.phase === 'absent') throw new Error('an accord without a proposal')
  return { events, state }
}
