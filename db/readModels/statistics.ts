import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Deadline } from '../../domain/accord/events.ts'
import { moneyFlows } from '../../domain/accord/money/flows.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { LocalDate } from '../../domain/time/localDate.ts'
import type { Connection } from '../connect.ts'
import type { Database } from '../database.ts'

/** What a statistic is about. Both days are included; which day is meant is said by each statistic. */
export interface StatisticsFilter {
  readonly programmeId?: string
  readonly regionId?: string
  readonly from?: LocalDate
  readonly to?: LocalDate
}

/** Who owes a deadline: what both owe counts under `both` alone. */
export const obligors = [
  'ministry',
  'region',
  'both',
  'corteDeiConti',
] as const satisfies readonly Deadline['obligor'][]

export interface TimelinessFilter extends StatisticsFilter {
  readonly obligor?: (typeof obligors)[number]
}

/** What timeliness can be told by: the step of the procedure, the Region, who owes it. */
export const timelinessGroups = ['kind', 'region', 'obligor'] as const
export type TimelinessGroup = (typeof timelinessGroups)[number]

const groupColumns = { kind: 'o.kind', region: 'o.region_id', obligor: 'o.obligor' } as const

/** Whole days; the average has one decimal, the median may end in .5; null where there is nothing to count. */
export interface Timeliness {
  /** The kind of deadline, the id of the Region, or who owes it. */
  readonly group: string
  /** Deadlines that were owed: all but the lifted ones. */
  readonly total: number
  readonly metEarly: number
  readonly metOnTheDay: number
  readonly metLate: number
  /** Its last instant has gone by, and it is still owed. */
  readonly overdue: number
  /** Still owed, its date to come, or its clock held. */
  readonly open: number
  /** Fell away before it was done. */
  readonly lifted: number
  /** Done, but on a day that the source does not state: in the counts above, in no number of days. */
  readonly uncertain: number
  readonly earlyAverage: number | null
  readonly earlyMedian: number | null
  readonly earlyMost: number | null
  readonly lateAverage: number | null
  readonly lateMedian: number | null
  readonly lateMost: number | null
}

/**
 * How early or late what was owed has been done, by `group`, for the deadlines whose effective date falls in the
 * period. Early days run from the legal day of the act to the effective date; late days are those recorded when
 * the act came. `now`: what has passed by then is overdue.
 */
export async function timeliness(
  { db }: Connection,
  group: TimelinessGroup,
  filter: TimelinessFilter,
  now: Instant,
): Promise<Timeliness[]> {
  const column = sql.ref<string>(groupColumns[group])
  const early = sql`o.effective - o.settled_on`
  const isEarly = sql`(o.status = 'met' and o.settled_on < o.effective)`
  const isLate = sql`(o.status = 'metLate')`
  const isOverdue = sql`(o.status = 'missed' or (o.status = 'open' and o.passes_at < ${now}))`
  const isCertain = sql`not coalesce(s.uncertain, false)`
  const count = (condition: unknown) => sql<number>`(count(*) filter (where ${condition}))::integer`
  const days = (value: unknown, condition: unknown) => {
    const counted = sql`filter (where ${condition} and ${isCertain})`
    return {
      average: sql<number | null>`round(avg(${value}) ${counted}, 1)::float8`,
      median: sql<number | null>`percentile_cont(0.5) within group (order by ${value}) ${counted}`,
      most: sql<number | null>`max(${value}) ${counted}`,
    }
  }
  const [earlyDays, lateDays] = [days(early, isEarly), days(sql`o.days_late`, isLate)]
  return db
    .with('settling', (settling) => settlings(settling))
    .selectFrom('obligations as o')
    .innerJoin('accord_overview as a', 'a.accord_id', 'o.accord_id')
    .leftJoin('settling as s', (join) =>
      join.onRef('s.accord_id', '=', 'o.accord_id').onRef('s.deadline_id', '=', 'o.deadline_id'),
    )
    .select([
      column.as('group'),
      count(sql`o.status <> 'lifted'`).as('total'),
      count(isEarly).as('metEarly'),
      count(sql`o.status = 'met' and o.settled_on >= o.effective`).as('metOnTheDay'),
      count(isLate).as('metLate'),
      count(isOverdue).as('overdue'),
      count(sql`o.status in ('open', 'held', 'suspended') and not ${isOverdue}`).as('open'),
      count(sql`o.status = 'lifted'`).as('lifted'),
      count(sql`o.status in ('met', 'metLate') and s.uncertain`).as('uncertain'),
      earlyDays.average.as('earlyAverage'),
      earlyDays.median.as('earlyMedian'),
      earlyDays.most.as('earlyMost'),
      lateDays.average.as('lateAverage'),
      lateDays.median.as('lateMedian'),
      lateDays.most.as('lateMost'),
    ])
    .where((eb) => chosen(eb, filter, 'o.effective'))
    .$if(filter.obligor !== undefined, (query) => query.where('o.obligor', '=', filter.obligor ?? ''))
    .groupBy(column)
    .orderBy(column)
    .execute()
}

/** The last act that settled each deadline, and whether its day is only presumed or known by month or year. */
function settlings(db: Pick<Connection['db'], 'selectFrom'>) {
  return db
    .selectFrom('events')
    .distinctOn(['accord_id', sql`data ->> 'deadlineId'`])
    .select([
      'accord_id',
      sql<string>`data ->> 'deadlineId'`.as('deadline_id'),
      sql<boolean>`(act #>> '{on,assumed}')::boolean or act #>> '{on,precision}' <> 'day'`.as('uncertain'),
    ])
    .where('type', '=', 'DeadlineMet')
    .orderBy('accord_id')
    .orderBy(sql`data ->> 'deadlineId'`)
    .orderBy('version', 'desc')
}

export interface StateCount {
  readonly regionId: string
  readonly phase: string
  readonly accords: number
}

/** How many accords are in each phase, by Region; the period is of the day on which they were proposed. */
export async function stateCounts({ db }: Connection, filter: StatisticsFilter): Promise<StateCount[]> {
  return db
    .selectFrom('accord_overview as a')
    .select(['a.region_id as regionId', 'a.phase', sql<number>`count(*)::integer`.as('accords')])
    .where((eb) => chosen(eb, filter, 'a.proposed_on'))
    .groupBy(['a.region_id', 'a.phase'])
    .orderBy('a.region_id')
    .orderBy('a.phase')
    .execute()
}

/** In cents. `balanceCents` is what the Region holds: paid less recovered. */
export interface RegionMoney {
  readonly regionId: string
  readonly accords: number
  readonly paidCents: number
  readonly recoveredCents: number
  readonly balanceCents: number
}

const typesOf = (flow: 'paid' | 'recovered') =>
  Object.entries(moneyFlows).flatMap(([type, goes]) => (goes === flow ? [type] : []))

/** What each Region received and gave back, from the events; the period is of the legal day of the act. */
export async function moneyByRegion({ db }: Connection, filter: StatisticsFilter): Promise<RegionMoney[]> {
  const amount = sql`(e.data #>> '{amount,cents}')::bigint`
  const sum = (flow: 'paid' | 'recovered') =>
    sql<number>`coalesce(sum(${amount}) filter (where e.type = any(${typesOf(flow)}::text[])), 0)::bigint`
  const [paid, recovered] = [sum('paid'), sum('recovered')]
  return db
    .selectFrom('events as e')
    .innerJoin('accord_overview as a', 'a.accord_id', 'e.accord_id')
    .select([
      'e.region_id as regionId',
      sql<number>`count(distinct e.accord_id)::integer`.as('accords'),
      paid.as('paidCents'),
      recovered.as('recoveredCents'),
      sql<number>`(${paid} - ${recovered})::bigint`.as('balanceCents'),
    ])
    .where('e.type', 'in', [...typesOf('paid'), ...typesOf('recovered')])
    .where((eb) => chosen(eb, filter, 'e.on_date'))
    .groupBy('e.region_id')
    .orderBy('e.region_id')
    .execute()
}

function chosen(
  eb: ExpressionBuilder<Database & { a: Database['accord_overview'] }, 'a'>,
  { programmeId, regionId, from, to }: StatisticsFilter,
  day: string,
) {
  const on = sql.ref(day)
  const conditions = [
    ...(programmeId === undefined ? [] : [sql<SqlBool>`a.programme_id = ${programmeId}`]),
    ...(regionId === undefined ? [] : [sql<SqlBool>`a.region_id = ${regionId}`]),
    ...(from === undefined ? [] : [sql<SqlBool>`${on} >= ${from}::date`]),
    ...(to === undefined ? [] : [sql<SqlBool>`${on} <= ${to}::date`]),
  ]
  return eb.and(conditions)
}
