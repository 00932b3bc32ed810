import { describe, expect, test } from 'vitest'
import { type AsOf, eventsAsOf } from '../../../domain/accord/asOf.ts'
import type { AccordCommand } from '../../../domain/accord/commands.ts'
import { decide } from '../../../domain/accord/decide.ts'
import type { RecordedEvent } from '../../../domain/accord/events.ts'
import { evolve } from '../../../domain/accord/evolve.ts'
import type { DatedFact } from '../../../domain/accord/parts.ts'
import { type AccordState, initialAccord } from '../../../domain/accord/state.ts'
import { fold } from '../../../domain/decider.ts'
import { context, d, inForce, order, underway, zone } from '../../support/fixtures.ts'
import { obligationOf, record } from '../../support/given.ts'

/** The whole stream, as the store would hold it. */
function streamOf(history: readonly AccordCommand[]): RecordedEvent[] {
  const stream: RecordedEvent[] = []
  let state: AccordState = initialAccord
  for (const command of history) {
    const decision = decide(command, state, context)
    if (decision.outcome === 'refused') throw new Error(`${command.type}: ${decision.refusal.code}`)
    const recorded = record(command, state, decision.events)
    stream.push(...recorded)
    state = fold(evolve, state, recorded)
  }
  return stream
}

const correct = (when: string, what: DatedFact, to: string, ref?: string) =>
  order('CorrectDate', when, { what, to: d(to), reasons: 'errore', ...(ref && { ref }) })
const asOf = (history: readonly AccordCommand[], when: AsOf) =>
  fold(evolve, initialAccord, eventsAsOf(streamOf(history), when, zone))

describe('what was legally so on a day, where a date was corrected since', () => {
  // Recorded as in force on 28 December 2017, though it was on the 20th.
  const history = [...inForce, correct('2018-04-10', 'inForce', '2017-12-20')]

  test('counts the fact from its right day, with the dates that are counted from it', () => {
    const state = asOf(history, { effectiveOn: d('2017-12-22') })
    expect(state).toMatchObject({ phase: 'inForce', inForceOn: { date: '2017-12-20' } })
    expect(obligationOf(state, 'plan')).toMatchObject({ nominal: '2018-03-20' })
    expect(asOf(history, { effectiveOn: d('2017-12-19') })).toMatchObject({ phase: 'proposed' })
  })

  test('and as it was known before the correction, from the wrong one', () => {
    const known = { knownOn: d('2018-04-09') }
    expect(asOf(history, { ...known, effectiveOn: d('2017-12-22') })).toMatchObject({ phase: 'proposed' })
    expect(asOf(history, { ...known, effectiveOn: d('2017-12-28') })).toMatchObject({ phase: 'inForce' })
  })

  test('gives a deadline its right date from the day on which it was set', () => {
    const wrongEnd = correct('2018-09-15', 'deadline', '2018-11-30', 'activities')
    const state = asOf([...underway, wrongEnd], { effectiveOn: d('2018-06-01') })
    expect(obligationOf(state, 'activities')).toMatchObject({ nominal: '2018-11-30', revision: 2 })
    const before = asOf([...underway, wrongEnd], { effectiveOn: d('2018-06-01'), knownOn: d('2018-09-14') })
    expect(obligationOf(before, 'activities')).toMatchObject({ nominal: '2018-12-31', revision: 1 })
  })

  test('takes the last of two corrections', () => {
    const twice = [...history, correct('2018-04-11', 'inForce', '2017-12-22')]
    expect(asOf(twice, { effectiveOn: d('2017-12-21') })).toMatchObject({ phase: 'proposed' })
    expect(asOf(twice, { effectiveOn: d('2017-12-22') })).toMatchObject({ inForceOn: { date: '2017-12-22' } })
  })

  test('is about that fact only, where there are several of its kind', () => {
    const [first, second] = [
      order('StartAction', '2018-05-01', { numeral: 'I' }),
      order('StartAction', '2018-05-02', { numeral: 'II' }),
    ]
    const moved = [...underway, first, second, correct('2018-06-01', 'actionStart', '2018-04-20', 'II')]
    const state = asOf(moved, { effectiveOn: d('2018-04-25') })
    expect(state).toMatchObject({ actions: { I: { status: 'planned' }, II: { status: 'started' } } })
  })
})
