import { describe, expect, test } from 'vitest'
import { eventsAsOf } from '../../../domain/accord/asOf.ts'
import type { AccordCommand } from '../../../domain/accord/commands.ts'
import { decide } from '../../../domain/accord/decide.ts'
import type { RecordedEvent } from '../../../domain/accord/events.ts'
import { evolve } from '../../../domain/accord/evolve.ts'
import { foresee } from '../../../domain/accord/foresee.ts'
import { impactOf } from '../../../domain/accord/impact.ts'
import { type AccordState, initialAccord } from '../../../domain/accord/state.ts'
import { fold } from '../../../domain/decider.ts'
import { instant } from '../../../domain/time/instant.ts'
import {
  activitiesEnded,
  activitiesOnly,
  concluded,
  context,
  d,
  italy,
  order,
  passes,
  planUnderReview,
  reportOnly,
  submitReport,
  underway,
} from '../../support/fixtures.ts'
import { given, moved, obligationOf, record, stateAfter } from '../../support/given.ts'

const endOf2019 = instant('2019-12-31T22:59:59.999Z')
const names = ({ steps }: ReturnType<typeof foresee>) =>
  steps.map((step) => ('due' in step ? step.due.id : `${step.what} ${step.command.type}`))

/** What a life left on record: judged with the calendars of its time, whatever comes after. */
function lived(life: readonly AccordCommand[]): RecordedEvent[] {
  const stream: RecordedEvent[] = []
  life.reduce<AccordState>((state, command) => {
    const decision = decide(command, state, context)
    const recorded = record(command, state, decision.outcome === 'accepted' ? decision.events : [])
    stream.push(...recorded)
    return fold(evolve, state, recorded)
  }, initialAccord)
  return stream
}

describe('foresight', () => {
  test('if nobody acts, the deadlines pass one after the other', () => {
    const foresight = foresee(stateAfter(underway), context, { until: endOf2019 })
    expect(names(foresight)).toEqual(['milestone:rete-attiva', 'activities', 'finalReport'])
    expect(foresight.steps.at(-1)).toMatchObject({ what: 'lapse', at: '2019-03-01T23:00:00.000Z' })
    expect(foresight.state).toMatchObject({ phase: 'activitiesEnded' })
    expect(obligationOf(foresight.state, 'finalReport').status).toBe('missed')
  })

  test('ends at the instant asked for: the last instant of a deadline has not passed', () => {
    const upTo = (at: string) => names(foresee(stateAfter(activitiesEnded), context, { until: instant(at) }))
    expect(upTo('2019-03-01T22:59:59.999Z')).not.toContain('finalReport')
    expect(upTo('2019-03-01T23:00:00.000Z')).toContain('finalReport')
  })

  test('with a hypothetical act shows what the act would change', () => {
    const grant = order('GrantExtension', '2018-12-10', activitiesOnly)
    const foresight = foresee(stateAfter(underway), context, { until: endOf2019 }, [grant])
    expect(names(foresight)).toEqual([
      'milestone:rete-attiva',
      'act GrantExtension',
      'activities',
      'finalReport',
    ])
    expect(obligationOf(foresight.state, 'finalReport').nominal).toBe('2019-05-30')
  })

  test('takes hypothetical acts by receipt, whatever their order, and shows those that would be refused', () => {
    const late = order('RequestExtension', '2019-04-10', reportOnly)
    const foresight = foresee(stateAfter(activitiesEnded), context, { until: endOf2019 }, [
      late,
      submitReport,
    ])
    expect(names(foresight).filter((name) => !name.includes(':'))).toEqual([
      'act SubmitFinalReport',
      'reportReview',
      'refused RequestExtension',
    ])
  })

  test('agrees with what then happens, and leaves the state it was given alone', () => {
    const state = stateAfter(activitiesEnded)
    const kept = structuredClone(state)
    const foresight = foresee(state, context, { until: endOf2019 })
    const lived = foresight.steps.reduce<AccordState>((before, step) => {
      if (step.what !== 'lapse') return before
      const pass = passes(step.due.id, '2019-12-31', step.due.revision)
      const decision = decide(pass, before, context)
      return fold(
        evolve,
        before,
        record(pass, before, decision.outcome === 'accepted' ? decision.events : []),
      )
    }, state)
    expect(lived).toMatchObject({ phase: foresight.state.phase })
    expect(obligationOf(lived, 'finalReport').status).toBe(
      obligationOf(foresight.state, 'finalReport').status,
    )
    expect(state).toEqual(kept)
  })

  test('of a concluded accord foresees nothing', () => {
    expect(foresee(stateAfter(concluded), context, { until: endOf2019 }).steps).toEqual([])
  })
})

describe('the impact of a calendar', () => {
  const feast = { name: 'Festa di prova', rule: { month: 3, day: 1 }, law: 'l. di prova', periods: [{}] }
  const amended = { ...italy, version: '2030-01-01', holidays: [...italy.holidays, feast] }

  test('lists the open deadlines it would move, and their dates then', () => {
    const [impact, ...others] = impactOf(stateAfter(activitiesEnded), amended)
    expect(others).toEqual([])
    expect(impact?.obligation).toMatchObject({ id: 'finalReport', effective: '2019-03-01' })
    expect(impact?.would).toMatchObject({ effective: '2019-03-02', calendar: { version: '2030-01-01' } })
  })

  test('is none for the same days, for another calendar, and for what is settled', () => {
    const state = stateAfter(activitiesEnded)
    expect(impactOf(state, { ...italy, version: '2030-01-01' })).toEqual([])
    expect(impactOf(state, { ...amended, id: 'IT-ROMA' })).toEqual([])
    expect(impactOf(stateAfter([...activitiesEnded, submitReport]), amended)).toEqual([])
    expect(impactOf(initialAccord, amended)).toEqual([])
  })
})

describe('applying a calendar', () => {
  const feast = { name: 'Festa di prova', rule: { month: 3, day: 1 }, law: 'l. di prova', periods: [{}] }
  const amended = { ...italy, version: '2030-01-01', holidays: [...italy.holidays, feast] }
  const after = { ...context, calendars: { ...context.calendars, IT: amended } }
  const apply = order('ApplyCalendar', '2019-01-10', {
    calendarVersion: '2030-01-01',
    reasons: 'festa nuova',
  })

  test('moves what its impact lists, by an act of its own, and nothing else', () => {
    given(...lived(activitiesEnded))
      .when(apply, after)
      .then(
        [
          'CalendarApplied',
          { calendarId: 'IT', effects: [{ deadlineId: 'finalReport', toEffective: '2019-03-02' }] },
        ],
        moved('finalReport', 'calendar', { nominal: '2019-03-01', effective: '2019-03-02', revision: 2 }),
      )
      .owing('finalReport', { status: 'open', calendar: { id: 'IT', version: '2030-01-01' } })
  })

  test('changes nothing where no date would move', () => {
    const same = { ...context, calendars: { IT: { ...italy, version: '2030-01-01' } } }
    given(...activitiesEnded)
      .when(apply, same)
      .nothing()
  })

  test('keeps the hold of a pending request, and a stopped clock stopped', () => {
    const asked = [...activitiesEnded, order('RequestExtension', '2019-01-09', reportOnly)]
    const held = stateAfter(asked)
    const decision = decide(apply, held, after)
    const events = decision.outcome === 'accepted' ? decision.events : []
    expect(obligationOf(fold(evolve, held, record(apply, held, events)), 'finalReport')).toMatchObject({
      status: 'held',
      effective: '2019-03-02',
    })
    const stopped = order('RequestPlanIntegration', '2018-03-05', { request: 'budget' })
    const lent = { ...italy, version: '2030-01-01', holidays: [{ ...feast, rule: { month: 3, day: 31 } }] }
    given(...lived([...planUnderReview, stopped]))
      .when(apply, { ...context, calendars: { IT: lent } })
      .accepted()
      .owing('planReview', { status: 'suspended', suspendedRemainingDays: 26 })
  })

  test('names the version that is in use', () => {
    given(...activitiesEnded)
      .when(apply)
      .refused('calendar-version-not-in-use', {
        ...{ calendarId: 'IT', asked: '2030-01-01', version: italy.version },
      })
  })
})

describe('as of a day', () => {
  /** The activities end on the 31st and are recorded on 4 January; the report date passes unmet. */
  const ended = order('EndActivities', '2019-01-04', {}, { on: '2018-12-31' })
  const stream = lived([...underway, ended, passes('finalReport', '2019-03-02')])
  const asOf = (question: Parameters<typeof eventsAsOf>[1]) =>
    fold(evolve, initialAccord, eventsAsOf(stream, question, 'Europe/Rome'))

  test('known on a day is what had been recorded by its end', () => {
    expect(asOf({ knownOn: d('2019-01-03') }).phase).toBe('underway')
    expect(asOf({ knownOn: d('2019-01-04') }).phase).toBe('activitiesEnded')
  })

  test('effective on a day is what had its legal date by then, whenever it was recorded', () => {
    expect(asOf({ effectiveOn: d('2018-12-30') }).phase).toBe('underway')
    expect(asOf({ effectiveOn: d('2018-12-31') }).phase).toBe('activitiesEnded')
  })

  test('both together: what was legally so on one day, as it was known on another', () => {
    expect(asOf({ effectiveOn: d('2018-12-31'), knownOn: d('2019-01-03') }).phase).toBe('underway')
  })

  test('on its last day a deadline has not passed', () => {
    const reportOn = (day: string) => obligationOf(asOf({ effectiveOn: d(day) }), 'finalReport').status
    expect(reportOn('2019-03-01')).toBe('open')
    expect(reportOn('2019-03-02')).toBe('missed')
  })

  test('before its proposal there is no accord', () => {
    expect(asOf({ knownOn: d('2017-12-11') }).phase).toBe('absent')
  })
})
