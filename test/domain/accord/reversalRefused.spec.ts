import { describe, expect, test } from 'vitest'
import type { AccordCommand } from '../../../domain/accord/commands.ts'
import type { AccordContext, ExtensionRules } from '../../../domain/accord/terms.ts'
import {
  activitiesEnded,
  activitiesOnly,
  context,
  d,
  euro,
  ministry,
  order,
  passes,
  planUnderReview,
  proposal,
  region,
  reportOnly,
  rules,
  underway,
} from '../../support/fixtures.ts'
import { given, stateAfter } from '../../support/given.ts'

const reasons = 'istruttoria incompleta'
const reverse = (when: string) => order('ReverseLastDecision', when, { reasons })
const request = order('RequestExtension', '2019-02-10', reportOnly)

describe('there is no decision to reverse', () => {
  const refused = (...history: readonly AccordCommand[]) =>
    given(...history)
      .when(reverse('2019-12-10'))
      .refused('no-decision-to-reverse')

  test('where none was taken yet', () => {
    refused(proposal)
    refused(...planUnderReview)
  })

  const registration = { title: 'Delibera di Giunta' }
  const later = { ...activitiesOnly, extensionId: 'proroga-4', until: { activities: d('2019-06-30') } }
  test.each<readonly [string, AccordCommand]>([
    ['an action started', order('StartAction', '2018-04-01', { numeral: 'I' })],
    ['a milestone signalled', order('SignalMilestone', '2018-04-01', { milestoneId: 'rete-attiva' })],
    ['a regional act', order('RecordRegionalAct', '2018-04-01', registration)],
    ['the advance', order('PayAdvance', '2018-04-01', { amount: euro(1) })],
    [
      'a corrected date',
      order('CorrectDate', '2018-04-01', { what: 'inForce', to: d('2018-01-03'), reasons }),
    ],
    ['a deadline that passed', passes('milestone:rete-attiva', '2018-09-29')],
    ['a request', order('RequestExtension', '2018-04-01', activitiesOnly)],
  ])('once something followed: %s', (_what, follows) => {
    refused(...underway, follows)
  })

  test('once a party has signed the addendum of an extension', () => {
    const onerous = order('GrantExtension', '2019-02-20', {
      ...reportOnly,
      addendum: { signBy: d('2019-02-27') },
    })
    const data = { extensionId: 'proroga-1', party: 'region', kind: 'digital', signerRef: 'x' } as const
    refused(...activitiesEnded, request, onerous, order('SignAddendum', '2019-02-22', data))
  })

  test('once it has been reversed; nor does the one before it come back', () => {
    refused(...underway, reverse('2018-03-22'))
    const second = order('GrantExtension', '2018-12-11', later)
    refused(...underway, order('GrantExtension', '2018-12-10', activitiesOnly), second, reverse('2018-12-12'))
  })

  test.each(['granted', 'refused'] as const)('where silence decided: %s', (whenUndecided) => {
    const extensions: ExtensionRules = { citation: 'art. 9 del bando', whenUndecided }
    const silent = { ...context, programmes: { prova: { ...rules, extensions } } }
    const undecided = [...activitiesEnded, request, passes('extensionDecision:proroga-1', '2019-03-13')]
    expect(stateAfter(undecided, silent)).toMatchObject({
      extensions: { 'proroga-1': { status: whenUndecided } },
    })
    given(...undecided)
      .when(reverse('2019-03-20'), silent)
      .refused('no-decision-to-reverse')
  })

  test('but what was refused, or changed nothing, does not stand in its way', () => {
    const repeated = order('CorrectDate', '2018-03-21', { what: 'inForce', to: d('2017-12-28'), reasons })
    given(...underway, repeated, passes('activities', '2018-03-21'))
      .when(reverse('2018-03-22'))
      .then(['DecisionReversed', { decision: 'PlanApproved' }])
  })
})

describe('who may reverse', () => {
  const pinned = { ...rules, mayCorrect: ['dg-controllo'] }
  const strict: AccordContext = { ...context, programmes: { prova: pinned } }

  test('is an office to which the programme leaves it', () => {
    given(...underway)
      .when(reverse('2018-03-22'), strict)
      .refused('not-this-office', {
        ...{ act: 'ReverseLastDecision', office: ministry.id, offices: 'dg-controllo' },
      })
    const office = { role: 'ministry', id: 'dg-controllo' } as const
    given(...underway)
      .when(order('ReverseLastDecision', '2018-03-22', { reasons }, { by: office }), strict)
      .then(['DecisionReversed'])
  })

  test('is not the Region', () => {
    given(...underway)
      .when(order('ReverseLastDecision', '2018-03-22', { reasons }, { by: region }))
      .refused('not-authorised', { role: 'region', act: 'ReverseLastDecision' })
  })
})
