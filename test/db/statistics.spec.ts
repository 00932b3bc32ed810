import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { executeCommand } from '../../activities/executeCommand.ts'
import type { Connection } from '../../db/connect.ts'
import {
  moneyByRegion,
  type StatisticsFilter,
  stateCounts,
  type TimelinessGroup,
  timeliness,
} from '../../db/readModels/statistics.ts'
import type { RegionId } from '../../domain/regions.ts'
import { instant } from '../../domain/time/instant.ts'
import { localDate } from '../../domain/time/localDate.ts'
import { actsOf, ministry, plan } from '../support/acts.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { depsOn } from '../support/deps.ts'

let database: TestDatabase
let all: Connection
const later = instant('2031-01-01T00:00:00Z')

/** In force since 9 January 2030, so that its plan is due on 11 March; the plan, its approval, what was paid. */
async function live(
  accordId: string,
  regionId: RegionId,
  planOn?: string,
  approvedOn?: string,
  advance?: string,
): Promise<void> {
  const { act, signByMinistry } = actsOf(accordId)
  const actor = { role: 'region', id: 'ufficio', regionId } as const
  const signed = { party: 'region', kind: 'digital', signerRef: 'presidenza' }
  const received = planOn?.length === 7 ? { receivedAt: `${planOn}-20T09:00:00.000Z` } : {}
  const requests = [
    act('ProposeAccord', '2030-01-07', { programmeId: 'prova', regionId, title: accordId }),
    signByMinistry(),
    act('SignAccord', '2030-01-09', signed, { actor }),
    ...(advance ? [act('PayAdvance', '2030-01-15', { amount: { amount: advance, currency: 'EUR' } })] : []),
    ...(planOn ? [act('SubmitPlan', planOn, plan, { actor, ...received })] : []),
    ...(approvedOn ? [act('ApprovePlan', approvedOn, {}, { actor: ministry })] : []),
  ]
  for (const request of requests) {
    const { answer } = await executeCommand(depsOn(database.as('accordi_app')), {
      ...{ accordId, request, knownVersion: 0 },
    })
    expect(answer).toMatchObject({ outcome: 'accepted' })
  }
}

beforeAll(async () => {
  database = await testDatabase()
  all = database.as('accordi_reader', { regions: '*' })
  await live('umbria', '10', '2030-02-01', '2030-02-15', '331117.00')
  await live('toscana', '09', '2030-03-11', '2030-04-10', '1000.50')
  await live('livorno', '09', '2030-03-16', undefined, '0.01')
  await live('siena', '09', '2030-02')
  await live('lazio', '12')
})
afterAll(() => database.drop())

const of = async (group: TimelinessGroup, id: string, filter: StatisticsFilter = {}, now = later) =>
  (await timeliness(all, group, filter, now)).find((row) => row.group === id)

describe('timeliness', () => {
  it('counts what was done early, on the day and late, and what is still owed', async () => {
    expect(await of('kind', 'plan')).toEqual({
      ...{ group: 'plan', total: 5, metEarly: 2, metOnTheDay: 1, metLate: 1, overdue: 1, open: 0, lifted: 0 },
      // Siena's plan came in February: in time for certain, but nobody knows by how many days.
      uncertain: 1,
      ...{ earlyAverage: 38, earlyMedian: 38, earlyMost: 38 },
      ...{ lateAverage: 5, lateMedian: 5, lateMost: 5 },
    })
  })

  it('by who owes it: the plans of the Regions, the reviews of the Ministry', async () => {
    expect(await of('obligor', 'ministry')).toMatchObject({ total: 4, metEarly: 1, metOnTheDay: 1 })
    expect(await of('obligor', 'ministry')).toMatchObject({ overdue: 2, earlyMost: 17, lateMost: null })
  })

  it('by Region, with average and median over its own days', async () => {
    expect(await of('region', '09')).toMatchObject({ metLate: 1, metOnTheDay: 2, metEarly: 1 })
    expect(await of('region', '10')).toMatchObject({ earlyAverage: 27.5, earlyMedian: 27.5, earlyMost: 38 })
    expect(await of('region', '12')).toMatchObject({ total: 1, overdue: 1, earlyAverage: null })
  })

  it('a deadline is open until its last instant, and overdue after it', async () => {
    const lastInstant = instant('2030-03-11T22:59:59.999Z')
    expect(await of('region', '12', {}, lastInstant)).toMatchObject({ open: 1, overdue: 0 })
    const after = instant('2030-03-11T23:00:00.000Z')
    expect(await of('region', '12', {}, after)).toMatchObject({ open: 0, overdue: 1 })
  })

  it('of one Region, one programme, one period; the days at both ends count', async () => {
    const on = localDate('2030-03-11')
    expect(await of('kind', 'plan', { regionId: '09' })).toMatchObject({ total: 3 })
    expect(await of('kind', 'plan', { from: on, to: on })).toMatchObject({ total: 5 })
    expect(await of('kind', 'plan', { from: localDate('2030-03-12') })).toBeUndefined()
    expect(await of('kind', 'plan', { to: localDate('2030-03-10') })).toBeUndefined()
    expect(await of('kind', 'plan', { programmeId: 'prova' })).toMatchObject({ total: 5 })
    expect(await timeliness(all, 'kind', { programmeId: "' or true --" }, later)).toEqual([])
  })
})

describe('state counts', () => {
  it('are by Region and phase', async () => {
    expect(await stateCounts(all, {})).toEqual([
      { regionId: '09', phase: 'planUnderReview', accords: 2 },
      { regionId: '09', phase: 'underway', accords: 1 },
      { regionId: '10', phase: 'underway', accords: 1 },
      { regionId: '12', phase: 'inForce', accords: 1 },
    ])
    expect(await stateCounts(all, { from: localDate('2030-01-08') })).toEqual([])
  })
})

describe('money by Region', () => {
  it('adds up what was paid, in cents, over the accords of each', async () => {
    expect(await moneyByRegion(all, {})).toEqual([
      { regionId: '09', accords: 2, paidCents: 100051, recoveredCents: 0, balanceCents: 100051 },
      { regionId: '10', accords: 1, paidCents: 33111700, recoveredCents: 0, balanceCents: 33111700 },
    ])
  })

  it('of the days of the acts', async () => {
    const day = localDate('2030-01-15')
    expect(await moneyByRegion(all, { regionId: '10', from: day, to: day })).toHaveLength(1)
    expect(await moneyByRegion(all, { from: localDate('2030-01-16') })).toEqual([])
  })
})

describe('a Region that asks', () => {
  it('gets numbers of its own accords alone, whatever it filters by', async () => {
    const umbria = database.as('accordi_reader', { regions: ['10'] })
    expect((await timeliness(umbria, 'region', {}, later)).map(({ group }) => group)).toEqual(['10'])
    expect(await timeliness(umbria, 'kind', { regionId: '09' }, later)).toEqual([])
    expect((await stateCounts(umbria, {})).map(({ regionId }) => regionId)).toEqual(['10'])
    expect((await moneyByRegion(umbria, {})).map(({ regionId }) => regionId)).toEqual(['10'])
    expect(await moneyByRegion(umbria, { regionId: '09' })).toEqual([])
  })
})
