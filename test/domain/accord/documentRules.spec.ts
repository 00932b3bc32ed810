import { describe, expect, test } from 'vitest'
import { isLocked } from '../../../domain/accord/documents/state.ts'
import { carrying, file } from '../../support/documentCases.ts'
import {
  approvePlan,
  context,
  d,
  inForce,
  order,
  plan,
  rules,
  submitPlan,
  underway,
} from '../../support/fixtures.ts'
import { given, stateAfter } from '../../support/given.ts'
import { monitoringCases } from '../../support/monitoringCases.ts'

const first = file('a', { documentId: 'piano', kind: 'plan' })

describe('a programme that asks for documents', () => {
  const citation = 'art. 4, convenzione di prova'
  const asking = {
    ...context,
    programmes: {
      prova: {
        ...rules,
        documents: { required: [{ act: 'SubmitPlan', kind: 'plan', citation } as const] },
      },
    },
  }

  test.each([
    ['with none', submitPlan],
    ['with another', carrying(submitPlan, file('a', { kind: 'letter' }))],
  ])('refuses the act that comes %s', (_how, act) => {
    const params = { act: 'SubmitPlan', documentKind: 'plan', kindCode: 'plan', citation }
    given(...inForce)
      .when(act, asking)
      .refused('document-required', params)
  })

  test('takes the act with its document; the acts of which it asks none come as before', () => {
    given(...inForce)
      .when(carrying(submitPlan, first), asking)
      .accepted()
    given(...inForce, carrying(submitPlan, first))
      .when(approvePlan, asking)
      .accepted()
  })

  test('says why an act is refused before it asks for its document', () => {
    given(...inForce, carrying(submitPlan, first))
      .when(order('SubmitPlan', '2018-03-06', plan), asking)
      .refused('wrong-phase', {
        act: 'SubmitPlan',
        phase: 'planUnderReview',
        allowed: 'inForce, planReturned',
      })
  })
})

describe('a document about a report or an amendment', () => {
  const state = stateAfter(underway)
  if (state.phase === 'absent') throw new Error('it is underway')
  const amendments = (status: 'requested' | 'refused') => ({
    ...state,
    money: {
      ...state.money,
      amendments: { r: { amendmentId: 'r', status, reasons: 'prova', requestedOn: underwayOn } },
    },
  })
  const underwayOn = { date: d('2018-04-01'), precision: 'day', assumed: false } as const

  test('is locked once the amendment is decided', () => {
    expect(isLocked(amendments('requested'), { about: 'amendment:r' })).toBe(false)
    expect(isLocked(amendments('refused'), { about: 'amendment:r' })).toBe(true)
  })

  test('is locked while the report counts as accepted, and open again once it is reopened', () => {
    const reported = stateAfter(monitoringCases.MonitoringReportReopened.from)
    if (reported.phase === 'absent') throw new Error('it is underway')
    const [period = ''] = Object.keys(reported.monitoring?.reports ?? {})
    expect(isLocked(reported, { about: `monitoring:${period}` })).toBe(true)
    expect(isLocked(state, { about: `monitoring:${period}` })).toBe(false)
  })
})
