import type { Adjustment, Suspension } from './adjustments.ts'
import { addDays, daysBetween, earlierOf, type LocalDate } from './localDate.ts'
import { addPeriod, type Period } from './period.ts'
import type { WhyStep } from './why.ts'

/**
 * One way to a term's date: its own count, an extension, a parent that moved, a count begun anew. Each takes the
 * days of the stops that came after it, those of overlapping stops once, and the latest of them is the date.
 */
export interface Clock {
  readonly nominal: LocalDate
  /** The day from which it runs, if it has one. */
  readonly start?: LocalDate
  /** A day that an act names; under Reg. 1182/71 such a day does not roll. */
  readonly isFixed: boolean
  /** The stops that it has taken into account. */
  readonly stops: readonly Piece[]
}

/** Days that stood still: `on` is the last one before, `until` the last of them. */
interface Piece {
  readonly on: LocalDate
  readonly until: LocalDate
}

/** A stop with an end; a law begins to stop on the day after `on`, an act of a procedure on that day itself. */
interface Stop extends Piece {
  readonly isLaw: boolean
}

/** What an adjustment must know of its term. */
export interface Adjusting {
  readonly period?: Period
  /** The last day on which a clock still runs, closed days included. */
  readonly lastDay: (clock: Clock) => LocalDate
  readonly earlier: readonly Adjustment[]
  /** The chain of reasons; each adjustment that counts adds its steps. */
  readonly why: WhyStep[]
}

/** The clock that gives the date: the latest, and of two that agree the one that was there first. */
export function latestOf(clocks: readonly Clock[]): Clock {
  return clocks.reduce((latest, clock) => (clock.nominal > latest.nominal ? clock : latest))
}

export function adjust(clocks: readonly Clock[], one: Adjustment, about: Adjusting): readonly Clock[] {
  const { why } = about
  const now = latestOf(clocks)
  switch (one.kind) {
    case 'extension': {
      const { extensionId, until, rule, revoked } = one
      if (revoked !== undefined) {
        why.push({ step: 'revoked', extensionId, on: revoked.on, to: until, rule: revoked.rule })
        return clocks
      }
      const { nominal: from } = now
      if (until > from) why.push({ step: 'extended', extensionId, from, to: until, rule })
      return [...clocks, { ...now, nominal: until, isFixed: true, stops: [] }]
    }
    case 'suspension':
      return suspended(clocks, one, about)
    case 'restart':
      return restarted(clocks, one, about)
    case 'parent': {
      const { parentId, until, from } = one
      if (until > now.nominal) why.push({ step: 'followed', parentId, from: now.nominal, to: until })
      return [...clocks, { ...now, nominal: until, ...(from && { start: from }), isFixed: false, stops: [] }]
    }
    case 'correction': {
      const { was, on, rule } = one
      why.push({ step: 'corrected', was, on, rule })
      return clocks
    }
    default:
      return one satisfies never
  }
}

function suspended(clocks: readonly Clock[], stop: Suspension, about: Adjusting): readonly Clock[] {
  const { on, until, rule } = stop
  const isLaw = stop.ground === 'law'
  const after =
    until === undefined ? clocks : clocks.map((clock) => stopped(clock, { on, until, isLaw }, about))
  const latest = latestOf(after)
  const before = clocks[after.indexOf(latest)] ?? latest
  const [first] = notCounted(before, { on, until: until ?? forEver, isLaw }, about)
  if (first === undefined) return after
  const remainingDays = Math.max(0, daysBetween(first.on, before.nominal))
  about.why.push({ step: 'suspended', on: first.on, remainingDays, rule })
  if (until !== undefined) about.why.push({ step: 'resumed', on: until, to: latest.nominal, rule })
  return after
}

/** A stop that has not ended reaches on, but no day of it counts so far. */
const forEver = '9999-12-31' as LocalDate

/** The clock with the days that it actually stood still added. */
function stopped(clock: Clock, stop: Stop, about: Adjusting): Clock {
  const pieces = notCounted(clock, stop, about)
  if (pieces.length === 0) return clock
  const days = pieces.reduce((sum, piece) => sum + daysBetween(piece.on, piece.until), 0)
  return { ...clock, nominal: addDays(clock.nominal, days), stops: [...clock.stops, stop] }
}

/**
 * What earlier stops leave of this one, in order. A clock that had not begun stands still only from its start; one
 * that had run out, closed days included, cannot be stopped.
 */
function notCounted(clock: Clock, { on, until, isLaw }: Stop, { lastDay }: Adjusting): Piece[] {
  const last = lastDay(clock)
  if (isLaw ? on >= last : on > last) return []
  const { start, nominal } = clock
  const begun = earlierOf(start !== undefined && on < start ? start : on, nominal)
  const pieces = clock.stops.reduce<Piece[]>(
    (left, stop) => left.flatMap((piece) => without(piece, stop)),
    [{ on: begun, until }],
  )
  return pieces.filter((piece) => piece.on < piece.until).sort((a, b) => (a.on < b.on ? -1 : 1))
}

function without(piece: Piece, stop: Piece): Piece[] {
  if (stop.until <= piece.on || stop.on >= piece.until || stop.on >= stop.until) return [piece]
  return [
    { on: piece.on, until: stop.on },
    { on: stop.until, until: piece.until },
  ].filter(({ on, until }) => on < until)
}

/** Counted from nothing again; a stop that was not over on that day still stops it. */
function restarted(
  clocks: readonly Clock[],
  { on, from, rule }: Extract<Adjustment, { kind: 'restart' }>,
  about: Adjusting,
): readonly Clock[] {
  const { period, lastDay, earlier, why } = about
  const now = latestOf(clocks)
  if (period === undefined || on > lastDay(now)) return clocks
  const anew: Clock = { nominal: addPeriod(from, period), start: from, isFixed: false, stops: [] }
  const again = earlier.reduce(
    (clock, one) =>
      one.kind === 'suspension' && one.until !== undefined
        ? stopped(clock, { on: one.on, until: one.until, isLaw: one.ground === 'law' }, about)
        : clock,
    anew,
  )
  const after = [...clocks, again]
  why.push({ step: 'restarted', on, from, to: latestOf(after).nominal, rule })
  return after
}
