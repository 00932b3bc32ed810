import type { AccordCommand } from '../../domain/accord/commands.ts'
import type { AccordContext } from '../../domain/accord/terms.ts'
import { localDate } from '../../domain/time/localDate.ts'
import { period } from '../../domain/time/period.ts'
import { exitContext, exitRules } from '../support/exitFixtures.ts'
import {
  activitiesEnded,
  activitiesOnly,
  both,
  inForce,
  order,
  passes,
  planUnderReview,
  reportApproved,
  reportUnderReview,
  underway,
} from '../support/fixtures.ts'

/** A life, and the rules under which it is lived. */
export interface Crossing {
  readonly history: readonly AccordCommand[]
  readonly context: AccordContext
}

const expired = [...underway, passes('activities', '2019-01-01')]
const lastOfYear = '2018-12-31T22:59:59.999Z'
const stop = { suspensionId: 'blocco', ground: 'law', reasons: 'legge di prova' } as const

const addendum = { amount: { cents: 1, currency: 'EUR' }, signBy: localDate('2019-02-28') } as const

const term = (length: string) => ({ period: period(length), citation: 'regole di prova', assumed: false })
const terms = { ...exitRules.terms, control: term('P30D'), controlLatest: term('P60D') }
const controlled: AccordContext = {
  ...exitContext,
  programmes: { ...exitContext.programmes, prova: { ...exitRules, terms } },
}
const query = {
  suspensionId: 'rilievo',
  ground: 'control',
  deadlineIds: ['control'],
  reasons: 'rilievo istruttorio',
} as const

const lives: readonly (readonly AccordCommand[])[] = [
  [
    ...underway,
    order('RequestExtension', '2018-05-02', both),
    order('GrantExtension', '2018-05-15', { ...activitiesOnly, extensionId: both.extensionId }),
  ],
  [...expired, order('RequestExtension', lastOfYear, activitiesOnly)],
  [...expired, order('GrantExtension', lastOfYear, activitiesOnly)],
  [...expired, order('GrantExtension', lastOfYear, { ...activitiesOnly, addendum })],
  [...expired, order('StartSuspension', lastOfYear, { ...stop, from: localDate('2018-12-01') })],
]

/** An accord in each phase from which it can be left. */
const leaving: readonly (readonly AccordCommand[])[] = [
  inForce,
  planUnderReview,
  [...planUnderReview, order('RequestPlanIntegration', '2018-03-05', { request: 'quadro economico' })],
  [...planUnderReview, order('ReturnPlan', '2018-03-05', { reasons: 'quadro economico' })],
  underway,
  activitiesEnded,
  reportUnderReview,
  [...reportUnderReview, order('RequestReportIntegration', '2019-02-25', { request: 'allegati' })],
  [...reportUnderReview, order('ReturnFinalReport', '2019-02-25', { reasons: 'mancano i dati' })],
  reportApproved,
]
const reasons = 'riordino degli uffici'
const waysOut: readonly (readonly AccordCommand[])[] = [
  [order('NotifyWithdrawal', '2019-04-02', { reasons }), order('AcceptWithdrawal', '2019-04-05', {})],
  [
    order('PayAdvance', '2019-04-01', { amount: { cents: 1, currency: 'EUR' } }),
    order('DeclareNonUse', '2019-04-02', { reasons }),
    order('AcceptNonUse', '2019-04-05', { recoveryId: 'anticipo' }),
  ],
  [
    order('StartRevocation', '2019-04-01', { grounds: reasons }),
    order('SupplyRevocationObservations', '2019-04-02', { note: 'nulla' }),
    order('OrderRevocation', '2019-04-05', { extent: 'total', actions: [], reasons }),
  ],
]

/**
 * Acts received in time and processed after the activities or the control had expired, a request granted in part, and
 * every way out from every phase: too rare for lives drawn at random.
 */
export const crossings: readonly Crossing[] = [
  ...[...lives, ...leaving.flatMap((life) => waysOut.map((out) => [...life, ...out]))].map((history) => {
    return { history, context: exitContext }
  }),
  {
    history: [
      ...inForce,
      order('SendToControl', '2018-01-02', {}),
      passes('control', '2018-02-02'),
      order('StartSuspension', '2018-02-01T22:59:59.999Z', query),
    ],
    context: controlled,
  },
]
