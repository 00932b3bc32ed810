import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  log,
  proxyLocalActivities,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow'
import type { Activities } from '../activities/createActivities.ts'
import type { CommandRequest } from '../domain/accord/commands.ts'
import { evolve } from '../domain/accord/evolve.ts'
import { type AccordState, type Due, initialAccord, isFinished, nextDue } from '../domain/accord/state.ts'
import { passing } from '../domain/accord/timer.ts'
import { fold } from '../domain/decider.ts'
import { type AccordInput, executeUpdate, importUpdate, milestoneSignal, stateQuery } from './messages.ts'
import { oneAtATime } from './oneAtATime.ts'

// An act waits for Postgres as long as it takes: retries have no end, each attempt has 10 seconds.
const { executeCommand, importHistory, loadAccord } = proxyLocalActivities<Activities>({
  startToCloseTimeout: '10 seconds',
  localRetryThreshold: '10 seconds',
  retry: { initialInterval: '100 milliseconds', backoffCoefficient: 2, maximumInterval: '5 seconds' },
})

const defaultEventsPerRun = 2_000

/**
 * One accord from proposal to conclusion: receives acts, waits for the earliest deadline, passes it.
 * Its state is a cache of the stream; the next run, or a workflow started after a disaster, loads it.
 */
export async function accord({ accordId, eventsPerRun = defaultEventsPerRun }: AccordInput): Promise<void> {
  let state: AccordState = initialAccord
  let isLoaded = false
  const queue = oneAtATime()

  const execute = (request: CommandRequest, isTimer = false) =>
    queue.add(async () => {
      const result = await executeCommand({ accordId, request, knownVersion: state.version, isTimer })
      const { answer } = result
      if (result.state !== undefined) state = result.state
      else if (answer.outcome === 'accepted' && !answer.repeated) state = fold(evolve, state, answer.events)
      // What could not even be read says nothing of the stream; every other answer was judged at our version.
      if (answer.outcome !== 'invalid') isLoaded = true
      return answer
    })

  setHandler(stateQuery, () => state)
  setHandler(executeUpdate, (request) => execute(request))
  setHandler(importUpdate, (requests) =>
    queue.add(async () => {
      const result = await importHistory({ accordId, requests })
      state = result.state
      isLoaded = true
      return result.answer
    }),
  )
  setHandler(milestoneSignal, async (signal) => {
    // A failure here would fail the whole workflow; the sender does not wait for an answer anyway.
    await execute({ ...signal, type: 'SignalMilestone' }).catch((error) => log.error('milestone', { error }))
  })

  const passDue = async (due: Due) => {
    const answer = await execute(passing(accordId, due, new Date().toISOString()), true).catch(
      () => undefined,
    )
    if (answer === undefined || isSame(due, nextDue(state))) await sleep('1 minute')
  }
  const isLong = () => workflowInfo().continueAsNewSuggested || workflowInfo().historyLength > eventsPerRun

  const load = () =>
    queue.add(async () => {
      state = await loadAccord({ accordId })
      isLoaded = true
    })

  // A message that came with the start brings the state along; otherwise the stream is loaded. One that
  // cannot be read now, as by a worker older than its events, may be by the next.
  await condition(queue.isIdle)
  while (!isLoaded) await load().catch(() => sleep('1 minute'))
  while (!isFinished(state) && !isLong()) {
    const due = nextDue(state)
    const moved = () => queue.isIdle() && (!isSame(due, nextDue(state)) || isFinished(state) || isLong())
    if (due === undefined) await condition(moved)
    else if (await passedBefore(due, moved)) await passDue(due)
  }
  await condition(() => queue.isIdle() && allHandlersFinished())
  if (!isFinished(state)) await continueAsNew<typeof accord>({ accordId, eventsPerRun })
}

/** One timer, kept while the earliest deadline stays the same; true where it fired before `moved`. */
async function passedBefore(due: Due, moved: () => boolean): Promise<boolean> {
  const waitMs = Math.max(1, Date.parse(due.passesAt) + 1 - Date.now())
  const timer = new CancellationScope()
  const fired = timer
    .run(() => sleep(waitMs))
    .then(
      () => true,
      () => false,
    )
  const passed = await Promise.race([fired, condition(moved).then(() => false)])
  if (!passed) timer.cancel()
  return passed
}

function isSame(a: Due | undefined, b: Due | undefined): boolean {
  return a?.id === b?.id && a?.revision === b?.revision && a?.tier === b?.tier
}
