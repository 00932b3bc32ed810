import { describe, test } from 'vitest'
import { d, inForce, order, plan } from '../../support/fixtures.ts'
import { given, moved, set } from '../../support/given.ts'

const law = (until?: string) =>
  order('StartSuspension', '2020-03-09', {
    ...{ suspensionId: 'emergenza', ground: 'law', reasons: 'emergenza', from: d('2020-02-23') },
    ...(until !== undefined && { until: d(until) }),
  })
const revoke = (when: string, suspensionId = 'emergenza') =>
  order('RevokeSuspension', when, { suspensionId, reasons: 'non riguarda la Regione' })

// Thirty days from 12 February 2020: until 13 March, or until 4 June with the 83 days of the law.
const reviewed = [...inForce, order('SubmitPlan', '2020-02-12', plan)]

describe('a suspension by law that is taken back', () => {
  test('gives each deadline the date that it would have had without it', () => {
    given(...reviewed, law('2020-05-15'))
      .when(revoke('2020-03-10'))
      .then(
        [
          'SuspensionRevoked',
          {
            suspensionId: 'emergenza',
            effects: [{ deadlineId: 'planReview', fromNominal: '2020-06-04', toNominal: '2020-03-13' }],
          },
        ],
        moved('planReview', 'revocation', { nominal: '2020-03-13', revision: 3 }),
      )
      .owing('planReview', { status: 'open', effective: d('2020-03-13') })
  })

  test('starts a clock again that it had stopped without a last day', () => {
    given(...reviewed, law())
      .when(revoke('2020-03-10'))
      .then(['SuspensionRevoked'], moved('planReview', 'revocation', { nominal: '2020-03-13' }))
      .owing('planReview', { status: 'open' })
  })

  test('stops nothing that begins afterwards', () => {
    given(...inForce, law('2020-05-15'), revoke('2020-03-10'))
      .when(order('SubmitPlan', '2020-03-12', plan))
      .then(['PlanSubmitted'], ['DeadlineMet'], set('planReview', { nominal: d('2020-04-11') }))
  })

  test('is taken back once', () => {
    given(...reviewed, law('2020-05-15'), revoke('2020-03-10'))
      .when(revoke('2020-03-11'))
      .nothing()
  })

  test('says where a date has come to lie behind', () => {
    given(...reviewed, law('2020-05-15'))
      .when(revoke('2020-04-01'))
      .accepted()
      .noting('revoked-into-the-past', { kind: 'planReview', effective: '2020-03-13' })
  })

  test('is not the stop of a procedure', () => {
    const asked = order('StartSuspension', '2020-02-17', {
      ...{ suspensionId: 'informazioni-1', ground: 'art2c7', reasons: 'bilancio' },
      deadlineIds: ['planReview'],
    })
    given(...reviewed, asked)
      .when(revoke('2020-02-18', 'informazioni-1'))
      .refused('suspension-not-by-law', { suspensionId: 'informazioni-1', ground: 'art2c7' })
  })

  test('must be known', () => {
    given(...reviewed)
      .when(revoke('2020-03-10'))
      .refused('unknown-suspension', { suspensionId: 'emergenza', known: '—' })
  })
})
