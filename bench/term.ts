import italyData from '../data/calendars/it.json' with { type: 'json' }
import { localDate } from '../domain/time/localDate.ts'
import { period } from '../domain/time/period.ts'
import { computeTerm, type Term } from '../domain/time/term.ts'
import { calendar } from '../schemas/reference.ts'
import type { BenchConfig } from './config.ts'
import { inTurns } from './measure.ts'
import { comparison, type Row } from './rows.ts'

const italy = calendar.parse(italyData)
const zone = 'Europe/Rome'
const rest = { subject: 'ACT_TO_PERFORM', policy: 'CC', zone, citation: 'misura' } as const

/** Twenty-eight days each, as they come: on some of them, a Sunday or 2 June, a term rolls by itself. */
const terms: Readonly<Record<string, readonly Term[]>> = {
  'a period of 30 days': starts('2018-05', (start) => ({
    ...{ basis: 'PERIOD', start, period: period('P30D') },
    ...rest,
  })),
  'a fixed date': starts('2018-10', (date) => ({ basis: 'FIXED_DATE', date, ...rest })),
  // Each ends on the Saturday before Easter and rolls over three days, to the Tuesday.
  'a period that rolls over Easter': starts('2019-02', (start) => ({
    ...{ basis: 'PERIOD', start, period: period(`P${daysToEaster(start)}D`) },
    ...rest,
    policy: 'SAT',
  })),
}

function starts(month: string, term: (day: ReturnType<typeof localDate>) => Term): Term[] {
  return Array.from({ length: 28 }, (_, index) =>
    term(localDate(`${month}-${String(index + 1).padStart(2, '0')}`)),
  )
}

/** To the Saturday before Easter of 2019, 20 April. */
function daysToEaster(start: string): number {
  return (Date.parse('2019-04-20') - Date.parse(start)) / 86_400_000
}

/** Computing a term, against what Temporal alone takes to find the end of the same day: no rule, no chain. */
export async function termPart({ quick }: BenchConfig): Promise<Row[]> {
  const [rounds, iterations] = [quick ? 3 : 7, quick ? 10_000 : 100_000]
  const rows: Row[] = []
  for (const [what, some] of Object.entries(terms)) {
    const ours = async () => microseconds(some, iterations, (term) => computeTerm(term, italy).passesAt)
    const bare = async () => microseconds(some, iterations, endOfDay)
    // Code is compiled as it runs: the first thousands of calls are slower than all others.
    await ours()
    await bare()
    const pair = await inTurns(rounds, ours, bare)
    rows.push(comparison(`computeTerm, ${what}`, pair, (value) => `${value.toFixed(2)} us`))
  }
  return rows
}

function endOfDay(term: Term): string {
  const day =
    term.basis === 'PERIOD'
      ? Temporal.PlainDate.from(term.start).add(Temporal.Duration.from(term.period))
      : Temporal.PlainDate.from(term.date)
  const next = day.add({ days: 1 }).toZonedDateTime(zone)
  return next.toInstant().subtract({ milliseconds: 1 }).toString({ fractionalSecondDigits: 3 })
}

/** Microseconds per call. The lengths are added up, so that no call can be left out as without effect. */
function microseconds(some: readonly Term[], iterations: number, compute: (term: Term) => string): number {
  let written = 0
  let calls = 0
  const startedMs = performance.now()
  while (calls < iterations) {
    for (const term of some) written += compute(term).length
    calls += some.length
  }
  const elapsedMs = performance.now() - startedMs
  if (written !== calls * '2019-04-23T21:59:59.999Z'.length) throw new Error('a term has no instant')
  return (elapsedMs * 1_000) / calls
}
