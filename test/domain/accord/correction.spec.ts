import { describe, expect, test } from 'vitest'
import { type AsOf, eventsAsOf } from '../../../domain/accord/asOf.ts'
import { decide } from '../../../domain/accord/decide.ts'
import type { RecordedEvent } from '../../../domain/accord/events.ts'
import { evolve } from '../../../domain/accord/evolve.ts'
import type { DatedFact } from '../../../domain/accord/parts.ts'
import { type AccordState, initialAccord } from '../../../domain/accord/state.ts'
import type { AccordContext } from '../../../domain/accord/terms.ts'
import { fold } from '../../../domain/decider.ts'
import {
  activitiesEnded,
  approvePlan,
  concluded,
  context,
  d,
  inForce,
  ministry,
  noTerms,
  order,
  passes,
  plan,
  planUnderReview,
  proposal,
  region,
  rules,
  submitPlan,
  underway,
  zone,
} from '../../support/fixtures.ts'
import { given, met, missed, moved, obligationOf, record } from '../../support/given.ts'

const reasons = 'errore materiale'
const correct = (when: string, what: DatedFact, to: string, ref?: string) =>
  order('CorrectDate', when, { what, to: d(to), reasons, ...(ref && { ref }) })
const corrected = (to: string) => ({ date: d(to), precision: 'day', assumed: false }) as const

/** A plan that gives no end: its activities are counted from the entry into force, 18 months. */
const { activitiesUntil: _, ...openPlan } = plan
const openEnded = [...inForce, order('SubmitPlan', '2018-03-01', openPlan), approvePlan]

describe('the date of a fact', () => {
  test('of the proposal is corrected, and acts are compared with the right one', () => {
    const correction = correct('2018-01-10', 'proposal', '2017-12-05')
    const early = order('RecordRegionalAct', '2018-01-11', { title: 'Delibera' }, { on: '2017-12-08' })
    given(...inForce)
      .when(correction)
      .then([
        'DateCorrected',
        { what: 'proposal', from: '2017-12-12', to: '2017-12-05', reasons, effects: [] },
      ])
      .withoutNotices()
      .leaving({ proposedOn: corrected('2017-12-05') })
    given(...inForce)
      .when(early)
      .accepted()
      .noting('dated-before-proposal', { on: '2017-12-08', proposed: '2017-12-12' })
    given(...inForce, correction)
      .when(early)
      .accepted()
      .withoutNotices()
  })

  test('of an action known only by its month becomes a day, and the action stays as far as it was', () => {
    const started = [...underway, order('StartAction', '2018-05-02', { numeral: 'I' }, { on: '2018-04' })]
    given(...started)
      .when(correct('2018-05-10', 'actionStart', '2018-04-10', 'I'))
      .then(['DateCorrected', { what: 'actionStart', ref: 'I', from: '2018-04-30', to: '2018-04-10' }])
      .leaving({ actions: { I: { status: 'started', startedOn: corrected('2018-04-10') } } as never })
    given(...started, order('CompleteAction', '2018-07-02', { numeral: 'I' }))
      .when(correct('2018-07-10', 'actionCompletion', '2018-06-29', 'I'))
      .then(['DateCorrected', { what: 'actionCompletion', from: '2018-07-02', to: '2018-06-29' }])
      .leaving({ actions: { I: { status: 'completed', completedOn: corrected('2018-06-29') } } as never })
  })

  test('of a milestone signalled late leaves it late: its receipt decided that', () => {
    given(...underway, order('SignalMilestone', '2018-10-01', { milestoneId: 'rete-attiva' }))
      .when(correct('2018-10-05', 'milestone', '2018-09-27', 'rete-attiva'))
      .then(['DateCorrected', { what: 'milestone', ref: 'rete-attiva', from: '2018-10-01', effects: [] }])
      .leaving({ milestones: { 'rete-attiva': { signalledOn: corrected('2018-09-27') } } as never })
      .owing('milestone:rete-attiva', { status: 'metLate', daysLate: 3, revision: 1 })
  })

  test('said again as it is recorded changes nothing', () => {
    given(...underway)
      .when(correct('2018-04-10', 'inForce', '2017-12-28'))
      .nothing()
    given(...underway, correct('2018-04-10', 'deadline', '2018-11-30', 'activities'))
      .when(correct('2018-04-11', 'deadline', '2018-11-30', 'activities'))
      .nothing()
  })
})

describe('the day on which the activities ended', () => {
  test('leaves a report that is counted from the planned end', () => {
    given(...activitiesEnded)
      .when(correct('2019-01-10', 'activitiesEnd', '2018-12-20'))
      .then(['DateCorrected', { what: 'activitiesEnd', from: '2018-12-31', to: '2018-12-20', effects: [] }])
      .leaving({ phase: 'activitiesEnded', activitiesEndedOn: corrected('2018-12-20') })
      .owing('finalReport', { nominal: d('2019-03-01'), revision: 1 })
  })

  test.each([
    ['2018-10-20', '2018-12-19'],
    ['2018-11-05', '2019-01-04'],
  ])('moves a report that is counted from that day: %s', (to, nominal) => {
    const { finalReport } = rules.terms
    if (finalReport === undefined) throw new Error('the fixture has a term for the report')
    const free = { ...noTerms, terms: { finalReport } }
    const undated = { ...context, programmes: { ...context.programmes, 'senza-termini': free } }
    const proposed = order('ProposeAccord', '2017-12-12', {
      ...proposal.data,
      programmeId: 'senza-termini',
    })
    given(proposed, ...openEnded.slice(1), order('EndActivities', '2018-10-31', {}))
      .when(correct('2018-11-10', 'activitiesEnd', to), undated)
      .then(
        ['DateCorrected', { effects: [{ deadlineId: 'finalReport', toNominal: nominal }] }],
        moved('finalReport', 'correction', { nominal }),
      )
  })
})

describe('the entry into force', () => {
  test('moves the plan counted from it, and lists what it moved', () => {
    const dates = { fromNominal: '2018-03-28', fromEffective: '2018-03-28' }
    const effect = { deadlineId: 'plan', ...dates, toNominal: '2018-04-03', toEffective: '2018-04-03' }
    given(...inForce)
      .when(correct('2018-01-10', 'inForce', '2018-01-03'))
      .then(
        ['DateCorrected', { what: 'inForce', from: '2017-12-28', to: '2018-01-03', effects: [effect] }],
        moved('plan', 'correction', { nominal: '2018-04-03', revision: 2 }),
      )
      .leaving({ inForceOn: corrected('2018-01-03') })
  })

  test.each([
    ['2017-12-20', '2019-06-20', '2019-08-19', '2019-08-19'],
    ['2018-01-03', '2019-07-03', '2019-09-01', '2019-09-02'],
  ])('moves the activities counted from it, and the report with them: %s', (to, end, due, effective) => {
    given(...openEnded)
      .when(correct('2018-04-10', 'inForce', to))
      .then(
        ['DateCorrected', { effects: [{ deadlineId: 'activities' }, { deadlineId: 'finalReport' }] }],
        moved('activities', 'correction', { nominal: end }),
        moved('finalReport', 'parent', { nominal: due, effective }),
      )
      .owing('plan', { status: 'met', nominal: d('2018-03-28') })
  })

  test('leaves a plan that is counted from another day by then', () => {
    given(...inForce, correct('2018-01-09', 'deadline', '2018-01-02', 'plan'))
      .when(correct('2018-01-10', 'inForce', '2018-01-03'))
      .then(['DateCorrected', { effects: [] }])
      .owing('plan', { nominal: d('2018-04-02'), effective: d('2018-04-03') })
  })

  test('leaves an end of activities that the plan names', () => {
    given(...underway)
      .when(correct('2018-04-10', 'inForce', '2018-01-03'))
      .then(['DateCorrected', { effects: [] }])
  })
})

describe('an entry into force recorded wrongly', () => {
  const missedPlan = [...inForce, passes('plan', '2018-03-29')]
  const later = correct('2018-04-03', 'inForce', '2018-02-01')

  test('opens the plan again that was missed by the wrong day, and the plan is then in time', () => {
    given(...missedPlan)
      .when(later)
      .accepted()
      .withoutNotices()
      .owing('plan', { status: 'open', nominal: d('2018-05-02') })
    given(...missedPlan, later)
      .when(order('SubmitPlan', '2018-04-20', plan))
      .then(['PlanSubmitted'], met('plan'), ['DeadlineSet'])
  })

  test('may leave the plan behind: flagged, it passes as a new revision', () => {
    const earlier = correct('2018-03-20', 'inForce', '2017-12-15')
    given(...inForce)
      .when(earlier)
      .accepted()
      .noting('corrected-into-the-past', { kind: 'plan', effective: '2018-03-15' })
    given(...inForce, earlier)
      .when(passes('plan', '2018-03-20', 2))
      .then(missed('plan'))
  })

  test('leaves a plan that was handed in as it was settled', () => {
    given(...planUnderReview)
      .when(correct('2018-03-10', 'inForce', '2017-10-02'))
      .then(['DateCorrected', { effects: [] }])
      .owing('plan', { status: 'met', nominal: d('2018-03-28'), revision: 1 })
  })
})

describe('a correction is refused', () => {
  const facts: readonly [DatedFact, string | undefined][] = [
    ['inForce', undefined],
    ['actionStart', 'I'],
    ['actionCompletion', 'I'],
    ['milestone', 'rete-attiva'],
    ['activitiesEnd', undefined],
    ['deadline', 'ignota'],
    ['deadline', undefined],
    ['deadline', 'constructor'],
    ['actionStart', 'constructor'],
    ['milestone', 'constructor'],
  ]

  test.each(facts)('where nothing is recorded: %s %s', (what, ref) => {
    // Everything but the entry into force is still to come once the plan is approved.
    given(...(what === 'inForce' ? [proposal] : underway))
      .when(correct('2018-04-10', what, '2018-01-01', ref))
      .refused('nothing-to-correct', { what, ref: ref ?? '—' })
  })

  test('where the report is counted from an end that is still to come', () => {
    given(...underway)
      .when(correct('2018-04-10', 'deadline', '2018-11-30', 'finalReport'))
      .refused('origin-follows-end', { deadlineId: 'finalReport', parent: 'activities' })
  })

  test.each(['plan', 'planReview'])('where the deadline is settled: %s', (deadlineId) => {
    given(...underway)
      .when(correct('2018-04-10', 'deadline', '2018-01-01', deadlineId))
      .refused('deadline-settled', { deadlineId })
  })

  test('from an office to which the programme does not leave it; another may', () => {
    const pinned = { ...rules, mayCorrect: ['dg-controllo', 'dg-archivio'] }
    const strict: AccordContext = { ...context, programmes: { ...context.programmes, prova: pinned } }
    const data = { what: 'inForce', to: d('2018-01-03'), reasons } as const
    given(...inForce)
      .when(order('CorrectDate', '2018-01-10', data), strict)
      .refused('not-this-office', {
        ...{ act: 'CorrectDate', office: ministry.id },
        offices: 'dg-controllo, dg-archivio',
      })
    given(...inForce)
      .when(order('CorrectDate', '2018-01-10', data, { by: { role: 'ministry', id: 'dg-archivio' } }), strict)
      .then(['DateCorrected'], ['DeadlineMoved'])
  })

  test('from the Region, and after the conclusion', () => {
    const data = { what: 'inForce', to: d('2018-01-03'), reasons } as const
    given(...inForce)
      .when(order('CorrectDate', '2018-01-10', data, { by: region }))
      .refused('not-authorised', { role: 'region', act: 'CorrectDate' })
    given(...concluded)
      .when(order('CorrectDate', '2019-06-10', data))
      .refused('accord-concluded', { accordId: 'prova-10' })
  })
})

describe('as known on a day', () => {
  const stream: RecordedEvent[] = []
  ;[...inForce, correct('2018-02-10', 'inForce', '2018-01-03'), submitPlan].reduce<AccordState>(
    (state, command) => {
      const decision = decide(command, state, context)
      const recorded = record(command, state, decision.outcome === 'accepted' ? decision.events : [])
      stream.push(...recorded)
      return fold(evolve, state, recorded)
    },
    initialAccord,
  )
  const asOf = (when: AsOf) => fold(evolve, initialAccord, eventsAsOf(stream, when, zone))

  test('before the correction was recorded the wrong date shows, and from that day on the right one', () => {
    const before = asOf({ knownOn: d('2018-02-09') })
    expect(before).toMatchObject({ inForceOn: { date: '2017-12-28' } })
    expect(obligationOf(before, 'plan')).toMatchObject({ nominal: '2018-03-28', revision: 1 })
    const after = asOf({ knownOn: d('2018-02-10') })
    expect(after).toMatchObject({ inForceOn: { date: '2018-01-03' } })
    expect(obligationOf(after, 'plan')).toMatchObject({ nominal: '2018-04-03', revision: 2 })
  })
})
