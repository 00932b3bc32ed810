import proto from '@temporalio/proto'
import { expect, it } from 'vitest'
import { justAfter } from '../../domain/accord/timer.ts'
import { instant } from '../../domain/time/instant.ts'
import { workflowId } from '../../workflows/messages.ts'
import { wholeLife } from '../support/acts.ts'
import type { Engine } from '../support/engine.ts'
import { testEngine } from '../support/system.ts'

const system = testEngine()

const { EventType } = proto.temporal.api.enums.v1
type History = Awaited<ReturnType<ReturnType<Engine['client']['workflow']['getHandle']>['fetchHistory']>>

function msOf(time: { seconds?: unknown; nanos?: number | null } | null | undefined): number {
  return Number(time?.seconds ?? 0) * 1_000 + (time?.nanos ?? 0) / 1e6
}

/** What the workflow asked of the server: type, id, and for a timer the minute in which it fires. */
function commandsOf(history: History): string[] {
  return (history.events ?? []).flatMap((event) => {
    switch (event.eventType) {
      case EventType.EVENT_TYPE_TIMER_STARTED: {
        const { timerId, startToFireTimeout } = event.timerStartedEventAttributes ?? {}
        const firesMs = msOf(event.eventTime) + msOf(startToFireTimeout)
        // The server counts from when it takes the timer: some milliseconds later, never earlier.
        return [`timer ${timerId} fires ${new Date(firesMs).toISOString().slice(0, 16)}`]
      }
      case EventType.EVENT_TYPE_TIMER_CANCELED:
        return [`timer ${event.timerCanceledEventAttributes?.timerId} canceled`]
      case EventType.EVENT_TYPE_MARKER_RECORDED:
        return [`marker ${event.markerRecordedEventAttributes?.markerName}`]
      case EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED:
        return ['update completed']
      default:
        return []
    }
  })
}

// Replay does not notice a timer whose length has changed; this does.
it('asks for one activity per command, and one timer at the first millisecond after each earliest deadline', async () => {
  for (const request of wholeLife('golden')) await system.engine.accords().execute(request)
  const history = await system.engine.client.workflow.getHandle(workflowId('golden')).fetchHistory()
  const fires = (passesAt: string) => justAfter(instant(passesAt)).slice(0, 16)
  const act = ['marker core_local_activity', 'update completed']
  expect(commandsOf(history)).toEqual([
    ...act, // proposed: nothing is due
    ...act, // signed by the Ministry
    ...act, // signed by the Region: the plan is due 60 days later, a Sunday, so on Monday
    `timer 1 fires ${fires('2030-03-11T22:59:59.999Z')}`,
    ...act, // plan submitted: its review is due in 30 days, a Sunday
    'timer 1 canceled',
    `timer 2 fires ${fires('2030-03-04T22:59:59.999Z')}`,
    ...act, // plan approved: activities end on 30 June, a Sunday, which does not roll
    'timer 2 canceled',
    `timer 3 fires ${fires('2030-06-30T21:59:59.999Z')}`,
    ...act, // action started: nothing moves, the timer stays
    ...act, // activities ended: the report is due 60 days after 30 June
    'timer 3 canceled',
    `timer 4 fires ${fires('2030-08-29T21:59:59.999Z')}`,
    ...act, // report submitted: its review is due in 30 days
    'timer 4 canceled',
    `timer 5 fires ${fires('2030-08-09T21:59:59.999Z')}`,
    ...act, // report approved
    'timer 5 canceled',
    ...act, // concluded
  ])
})
