import { describe, expect, test } from 'vitest'
import type { AccordCommand } from '../../../domain/accord/commands.ts'
import { foresee } from '../../../domain/accord/foresee.ts'
import { nextDue } from '../../../domain/accord/state.ts'
import type { AccordContext, TermName } from '../../../domain/accord/terms.ts'
import { passing } from '../../../domain/accord/timer.ts'
import { instant } from '../../../domain/time/instant.ts'
import { addDays } from '../../../domain/time/localDate.ts'
import { addPeriod, period } from '../../../domain/time/period.ts'
import { programmeRules } from '../../../schemas/reference.ts'
import {
  activitiesEnded,
  activitiesOnly,
  context,
  d,
  inForce,
  order,
  passes,
  plan,
  planUnderReview,
  regionSigns,
  reportOnly,
  rules,
  submitPlan,
  underway,
} from '../../support/fixtures.ts'
import { given, met, missed, moved, obligationOf, set, stateAfter } from '../../support/given.ts'

/** The programme of the fixtures, with the day by which it should be done beside the one by which it must. */
function targets(lengths: Partial<Record<TermName, string>>): AccordContext {
  const terms = Object.fromEntries(
    Object.entries(rules.terms).map(([name, rule]) => {
      const length = lengths[name as TermName]
      return [name, { ...rule, ...(length && { target: period(length) }) }]
    }),
  )
  return { ...context, programmes: { ...context.programmes, prova: { ...rules, terms } } }
}

// The plan should be in by 26 February 2018 and must be by 28 March; its review by the 21st, or by the 31st; the
// report by 14 February 2019, or by 1 March.
const twoTiers = targets({ plan: 'P60D', planReview: 'P20D', finalReport: 'P45D', integrationReply: 'P10D' })
const targetPasses = (deadlineId: string, when: string, revision = 1) =>
  order('PassDeadline', when, { deadlineId, revision, tier: 'target' })
const gone = targetPasses('finalReport', '2019-02-15')
const owing = (id: string, ...history: readonly AccordCommand[]) =>
  obligationOf(stateAfter(history, twoTiers), id)

describe('a target', () => {
  test('is set beside the day by which it must be done, and moves nothing of that day', () => {
    const target = { nominal: '2018-02-26', passesAt: '2018-02-26T22:59:59.999Z' }
    given(...inForce.slice(0, -1))
      .when(regionSigns, twoTiers)
      .then(
        ['AccordSigned'],
        ['AccordEnteredIntoForce'],
        met('signature'),
        set('plan', { nominal: '2018-03-28', target }),
      )
    expect(owing('plan', ...inForce).why).toEqual(obligationOf(stateAfter(inForce), 'plan').why)
  })

  test('is none where the programme gives none', () => {
    expect(obligationOf(stateAfter(inForce), 'plan')).not.toHaveProperty('target')
    expect(owing('activities', ...underway)).not.toHaveProperty('target')
  })

  test('is a day of its own: it does not roll off a Sunday, and ends with it on the day the clocks change', () => {
    const sunday = obligationOf(stateAfter(planUnderReview, targets({ planReview: 'P24D' })), 'planReview')
    expect(sunday.target).toEqual({ nominal: '2018-03-25', passesAt: '2018-03-25T21:59:59.999Z' })
  })

  test('in months is counted from the same start', () => {
    const months = obligationOf(stateAfter(inForce, targets({ plan: 'P2M' })), 'plan')
    expect(months.target).toMatchObject({ nominal: '2018-02-28' })
  })

  test('is given to the answer to a request for integration too', () => {
    const asked = order('RequestPlanIntegration', '2018-03-11', { request: 'costi' })
    const { target } = owing('planIntegration', ...planUnderReview, asked)
    expect(target).toMatchObject({ nominal: '2018-03-21' })
  })
})

describe('a target that goes by', () => {
  const late = targetPasses('plan', '2018-02-27')

  test('is recorded and changes nothing else', () => {
    given(...inForce)
      .when(late, twoTiers)
      .then(['TargetPassed', { deadlineId: 'plan', revision: 1, passedAt: '2018-02-26T22:59:59.999Z' }])
      .withoutNotices()
      .leaving({ phase: 'inForce' })
    const { targetPassed, ...after } = owing('plan', ...inForce, late)
    expect(targetPassed).toBe(true)
    expect(after).toEqual(owing('plan', ...inForce))
  })

  test.each<readonly [string, readonly AccordCommand[], AccordCommand]>([
    ['a second time', [late], targetPasses('plan', '2018-03-01')],
    ['within its last instant', [], targetPasses('plan', '2018-02-26T22:59:59.999Z')],
    ['of another revision', [], targetPasses('plan', '2018-02-27', 2)],
    ['of what is done already', [order('SubmitPlan', '2018-02-20', plan)], late],
    ['of what was missed before', [passes('plan', '2018-03-29')], targetPasses('plan', '2018-03-30')],
    ['of a deadline without one', [], targetPasses('signature', '2018-02-27')],
  ])('changes nothing %s', (_when, history, command) => {
    given(...inForce, ...history)
      .when(command, twoTiers)
      .nothing()
  })

  test('leaves an act before the day by which it must be done in time', () => {
    given(...inForce, late)
      .when(submitPlan, twoTiers)
      .then(['PlanSubmitted'], met('plan'), ['DeadlineSet'])
      .owing('plan', { status: 'met', daysLate: 0 })
  })

  test('leaves that day to pass as usual, no sooner', () => {
    given(...inForce, late)
      .when(passes('plan', '2018-03-28T21:59:59.999Z'), twoTiers)
      .nothing()
    given(...inForce, late)
      .when(passes('plan', '2018-03-29'), twoTiers)
      .then(missed('plan'))
  })
})

describe('the next thing due', () => {
  const state = (...history: readonly AccordCommand[]) => stateAfter(history, twoTiers)

  test('is the target, and once it has gone by the deadline itself', () => {
    expect(nextDue(state(...inForce))).toMatchObject({
      ...{ id: 'plan', tier: 'target', effective: '2018-02-26', passesAt: '2018-02-26T22:59:59.999Z' },
    })
    const after = nextDue(state(...inForce, targetPasses('plan', '2018-02-27')))
    expect(after).toMatchObject({ id: 'plan', effective: '2018-03-28' })
    expect(after).not.toHaveProperty('tier')
  })

  test('is a deadline of something else where that comes before the target', () => {
    const signalled = order('SignalMilestone', '2018-04-01', { milestoneId: 'rete-attiva' })
    expect(nextDue(state(...underway, signalled))).toMatchObject({ id: 'activities' })
  })

  test('is asked for under an id of its own, with the day and the tier that pass', () => {
    const due = nextDue(state(...inForce))
    const then = nextDue(state(...inForce, targetPasses('plan', '2018-02-27')))
    if (due === undefined || then === undefined) throw new Error('the plan is due')
    expect(passing('prova-10', due, '2018-02-26T22:59:59.000Z')).toMatchObject({
      ...{ commandId: 'pass:plan:r1:target', on: '2018-02-26', receivedAt: '2018-02-26T23:00:00.000Z' },
      data: { deadlineId: 'plan', revision: 1, tier: 'target' },
    })
    const { commandId, data } = passing('prova-10', then, '2018-03-29T08:00:00.000Z')
    expect([commandId, data]).toEqual(['pass:plan:r1', { deadlineId: 'plan', revision: 1 }])
  })

  const foreseen = () => {
    const { steps } = foresee(state(...inForce), twoTiers, { until: instant('2018-12-31T22:59:59.999Z') })
    return steps.flatMap((step) => (step.what === 'lapse' ? [step] : []))
  }

  test('is foreseen tier by tier', () => {
    expect(foreseen().map(({ due, events }) => [due.id, due.tier, events[0]?.type])).toEqual([
      ['plan', 'target', 'TargetPassed'],
      ['plan', undefined, 'DeadlineMissed'],
    ])
  })

  test('is foreseen each time as a command of its own', () => {
    expect(new Set(foreseen().map(({ events }) => events[0]?.commandId)).size).toBe(2)
  })
})

describe('when the deadline moves, its target', () => {
  const grant = order('GrantExtension', '2019-02-20', reportOnly)

  test('keeps its distance, and an extension arms it again', () => {
    given(...activitiesEnded, gone)
      .when(grant, twoTiers)
      .then(
        ['ExtensionGranted'],
        moved('finalReport', 'extension', {
          ...{ nominal: '2019-03-31', effective: '2019-04-01' },
          target: { nominal: '2019-03-16', passesAt: '2019-03-16T22:59:59.999Z' },
        }),
      )
    expect(owing('finalReport', ...activitiesEnded, gone, grant)).not.toHaveProperty('targetPassed')
    given(...activitiesEnded, gone, grant)
      .when(targetPasses('finalReport', '2019-03-17', 2), twoTiers)
      .then(['TargetPassed', { revision: 2 }])
  })

  test('follows with the report that follows the activities', () => {
    given(...underway)
      .when(order('GrantExtension', '2018-12-10', activitiesOnly), twoTiers)
      .then(
        ['ExtensionGranted'],
        ['DeadlineMoved'],
        moved('finalReport', 'parent', { nominal: '2019-05-30', target: { nominal: '2019-05-15' } }),
      )
  })

  test('goes back with a revocation, and along with a correction', () => {
    const revoke = order('RevokeExtension', '2019-02-25', { extensionId: 'proroga-1', reasons: 'chiuse' })
    given(...activitiesEnded, grant)
      .when(revoke, twoTiers)
      .then(
        ['ExtensionRevoked'],
        moved('finalReport', 'revocation', { nominal: '2019-03-01', target: { nominal: '2019-02-14' } }),
      )
    given(...inForce)
      .when(
        order('CorrectDate', '2018-01-10', { what: 'inForce', to: d('2018-01-03'), reasons: '?' }),
        twoTiers,
      )
      .then(
        ['DateCorrected'],
        moved('plan', 'correction', { nominal: '2018-04-03', target: { nominal: '2018-03-04' } }),
      )
  })
})

describe('while its deadline does not run, a target', () => {
  const asked = (when: string) => order('RequestPlanIntegration', when, { request: 'costi' })
  const supplied = (when: string) => order('SupplyPlanIntegration', when, { note: 'costi' })
  const reviewGone = targetPasses('planReview', '2018-03-22')

  test('cannot go by while the clock stands still, and moves by the days it stood', () => {
    const still = [...planUnderReview, asked('2018-03-11')]
    given(...still)
      .when(reviewGone, twoTiers)
      .nothing()
    given(...still)
      .when(supplied('2018-03-31'), twoTiers)
      .accepted()
      .owing('planReview', { nominal: d('2018-04-20'), target: { nominal: d('2018-04-10') } as never })
    given(...still, supplied('2018-03-31'))
      .when(targetPasses('planReview', '2018-04-11', 2), twoTiers)
      .then(['TargetPassed'])
  })

  test('gone by before the clock stood still is not armed again by its days', () => {
    const life = [...planUnderReview, reviewGone, asked('2018-03-25'), supplied('2018-04-04')]
    expect(owing('planReview', ...life)).toMatchObject({
      ...{ status: 'open', nominal: '2018-04-10', target: { nominal: '2018-03-31' }, targetPassed: true },
    })
    given(...life)
      .when(targetPasses('planReview', '2018-04-05', 2), twoTiers)
      .nothing()
    expect(nextDue(stateAfter(life, twoTiers))).not.toHaveProperty('tier')
  })

  test('held by a request waits for its refusal, and one gone by before stays gone', () => {
    const request = (when: string) => order('RequestExtension', when, reportOnly)
    const refuse = order('RefuseExtension', '2019-02-20', { extensionId: 'proroga-1', reasons: 'generica' })
    given(...activitiesEnded, request('2019-02-10'))
      .when(gone, twoTiers)
      .nothing()
    given(...activitiesEnded, request('2019-02-10'), refuse)
      .when(targetPasses('finalReport', '2019-02-20', 2), twoTiers)
      .then(['TargetPassed'])
    given(...activitiesEnded, gone, request('2019-02-18'), refuse)
      .when(targetPasses('finalReport', '2019-02-21', 2), twoTiers)
      .nothing()
  })
})

describe('the rules of a programme', () => {
  const read = (length: string, target: string) =>
    programmeRules.safeParse({
      ...rules,
      terms: { plan: { period: length, target, citation: 'regole di prova', assumed: false } },
    })

  test('are refused with a target that is not before its term', () => {
    const path = ['terms', 'plan', 'target']
    expect(read('P30D', 'P31D').error?.issues).toMatchObject([{ message: 'target-after-term', path }])
    expect(read('P30D', 'P30D').success).toBe(false)
    expect(read('P30D', '-P5D').success).toBe(false)
    expect(read('P30D', 'P29D').data?.terms.plan).toMatchObject({ period: 'P30D', target: 'P29D' })
    expect(read('P18M', 'P17M').success).toBe(true)
  })

  test('that are accepted give a target before its term from whatever day both are counted', () => {
    const lengths = 'P28D P29D P30D P31D P4W P5W P1M P2M P59D P61D P365D P1Y'.split(' ')
    const starts = Array.from({ length: 4 * 366 }, (_, days) => addDays(d('2017-01-01'), days))
    const wrong = lengths.flatMap((length) =>
      lengths
        .filter((target) => read(length, target).success)
        .filter((target) =>
          starts.some((start) => addPeriod(start, period(target)) >= addPeriod(start, period(length))),
        )
        .map((target) => `${target} before ${length}`),
    )
    expect(wrong).toEqual([])
  })
})
