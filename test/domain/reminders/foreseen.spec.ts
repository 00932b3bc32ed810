import { describe, expect, test } from 'vitest'
import type { AccordCommand } from '../../../domain/accord/commands.ts'
import { type Foreseen, foresee } from '../../../domain/accord/foresee.ts'
import { instant } from '../../../domain/time/instant.ts'
import {
  concluded,
  context,
  endActivities,
  order,
  reportOnly,
  rules,
  submitReport,
  underway,
} from '../../support/fixtures.ts'
import { stateAfter } from '../../support/given.ts'

/** What happens, and on which day a reminder goes out. */
function nameOf(step: Foreseen): string {
  if (step.what === 'lapse') return step.due.id
  if (step.what === 'reminder') return `${step.due.id} ${step.reminder.step} ${step.reminder.on}`
  return `${step.what} ${step.command.type}`
}
const names = ({ steps }: ReturnType<typeof foresee>) => steps.map(nameOf)

describe('foreseen reminders', () => {
  /** Nothing but the report is owed. */
  const signal = order('SignalMilestone', '2018-09-20', { milestoneId: 'rete-attiva' })
  const ended = [...underway, signal, endActivities]
  const now = instant('2019-02-01T09:00:00.000Z')
  const until = instant('2019-03-15T22:59:59.999Z')
  const seen = (life: readonly AccordCommand[], acts: readonly AccordCommand[] = [], given = context) =>
    names(foresee(stateAfter(life, given), given, { from: now, until }, acts))

  test('stand among the lapses: promised before, pressed for after', () => {
    expect(seen(ended)).toEqual([
      'finalReport T-15 2019-02-14',
      'finalReport T-7 2019-02-22',
      'finalReport T-1 2019-02-28',
      'finalReport',
      'finalReport T+1 2019-03-04',
      'finalReport W1 2019-03-08',
      'finalReport W2 2019-03-15',
    ])
  })

  test('go out at eight in the morning where the accord lives, in winter and in summer', () => {
    const state = stateAfter(ended)
    const { steps } = foresee(state, context, { from: now, until: instant('2019-04-06T00:00:00.000Z') })
    const sent = steps.filter(({ what }) => what === 'reminder').map(({ at }) => at)
    expect([sent[0], sent.at(-1)]).toEqual(['2019-02-14T07:00:00.000Z', '2019-04-05T06:00:00.000Z'])
  })

  test('begin after the instant that is now, and end with the last one', () => {
    const between = (from: string, until: string) => {
      const horizon = { from: instant(from), until: instant(until) }
      return names(foresee(stateAfter(ended), context, horizon))
    }
    const eight = '2019-02-14T07:00:00.000Z'
    expect(between('2019-02-14T06:59:59.999Z', eight)).toEqual(['finalReport T-15 2019-02-14'])
    expect(between(eight, '2019-02-15T00:00:00.000Z')).toEqual([])
  })

  test('are none where nobody says from when, and none of an accord that is concluded', () => {
    expect(names(foresee(stateAfter(ended), context, { until }))).toEqual(['finalReport'])
    expect(seen(concluded)).toEqual([])
  })

  test('change nothing of what else is foreseen', () => {
    const without = foresee(stateAfter(underway), context, { until }, [submitReport])
    const foresight = foresee(stateAfter(underway), context, { from: now, until }, [submitReport])
    expect(foresight.steps.filter(({ what }) => what !== 'reminder')).toEqual(without.steps)
    expect(foresight.state).toEqual(without.state)
  })

  test('end with an act that settles their deadline, and begin with the one it sets', () => {
    expect(seen(ended, [submitReport])).toEqual([
      'finalReport T-15 2019-02-14',
      'act SubmitFinalReport',
      'reportReview T-10 2019-03-12',
    ])
  })

  test('move with a deadline that moves: of its new revision, and only what is still to come', () => {
    const grant = order('GrantExtension', '2019-02-20', reportOnly)
    const { steps } = foresee(stateAfter(ended), context, { from: now, until }, [grant])
    expect(steps.map(nameOf)).toEqual([
      'finalReport T-15 2019-02-14',
      'act GrantExtension',
      'finalReport T-30 2019-03-01',
      'finalReport T-15 2019-03-15',
    ])
    expect(steps.at(-1)).toMatchObject({ reminder: { revision: 2, dueOn: '2019-04-01' } })
  })

  test('go to whoever owes: while the Region replies nobody reminds the Ministry', () => {
    const report = order('SubmitFinalReport', '2019-01-21', { title: 'Relazione finale' })
    const asked = order('RequestReportIntegration', '2019-01-31', { request: 'budget' })
    const { steps } = foresee(stateAfter([...ended, report, asked]), context, { from: now, until })
    expect(steps.map(nameOf)).toEqual([
      'reportIntegration half 2019-02-15',
      'reportIntegration T-3 2019-02-27',
      'reportIntegration',
      'reportReview T-10 2019-03-12',
    ])
    const sent = steps.flatMap((step) => (step.what === 'reminder' ? [step.reminder.to] : []))
    expect(sent).toEqual(['region', 'region', 'ministry'])
  })

  test('say when the window for asking an extension closes, until one is asked for', () => {
    const limits = { noticeDays: 10, citation: 'prova' }
    const prova = { ...rules, extensions: limits }
    const limited = { ...context, programmes: { ...context.programmes, prova } }
    const window = (acts: readonly AccordCommand[]) =>
      seen(ended, acts, limited).filter((name) => name.includes(' E-'))
    expect(window([])).toEqual(['finalReport E-7 2019-02-12', 'finalReport E-1 2019-02-18'])
    const ask = order('RequestExtension', '2019-02-14', reportOnly)
    expect(window([ask])).toEqual(['finalReport E-7 2019-02-12'])
  })
})
