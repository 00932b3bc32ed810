import type { Accord, Obligation } from '../domain/accord/state.ts'
import { type Language, nameOf, textOf } from '../domain/text/render.ts'
import { daysBetween, type LocalDate } from '../domain/time/localDate.ts'

interface Bar {
  readonly label: string
  readonly from: LocalDate
  readonly to: LocalDate
  /** Dates the deadline had before it was moved. */
  readonly marks: readonly LocalDate[]
  readonly end: string
}

/** The accord's life as bars over the years: solid up to the first date, hatched where it was extended. */
export function drawGantt(language: Language, accord: Accord, width: number): string[] {
  const bars = barsOf(language, accord)
  const start = `${accord.proposedOn.date.slice(0, 4)}-01-01` as LocalDate
  const last =
    bars
      .map(({ to }) => to)
      .sort()
      .at(-1) ?? accord.proposedOn.date
  const endYear = Number(last.slice(0, 4)) + 1
  const labelWidth = Math.max(...bars.map(({ label }) => label.length), 8) + 2
  const columns = Math.max(24, width - labelWidth - 14)
  const days = daysBetween(start, `${endYear}-01-01` as LocalDate)
  const column = (date: LocalDate) =>
    Math.max(0, Math.min(columns - 1, Math.floor((daysBetween(start, date) / days) * columns)))
  const margin = ' '.repeat(labelWidth)
  return [
    margin + header(start, endYear, columns, column),
    ...bars.map((bar) => bar.label.padEnd(labelWidth) + draw(bar, columns, column)),
    margin + textOf(language, 'cli.gantt-legend'),
  ]
}

type Column = (date: LocalDate) => number

function header(start: LocalDate, endYear: number, columns: number, column: Column): string {
  const line = Array.from({ length: columns }, () => ' ')
  for (let year = Number(start.slice(0, 4)); year < endYear; year++) {
    const at = column(`${year}-01-01` as LocalDate)
    for (const [index, sign] of [...`|${year}`].entries()) if (at + index < columns) line[at + index] = sign
  }
  return line.join('')
}

function draw(bar: Bar, columns: number, column: Column): string {
  const firstEnd = bar.marks[0] ?? bar.to
  const [from, solid, to] = [column(bar.from), column(firstEnd), column(bar.to)]
  const line = Array.from({ length: columns }, (_, at) => {
    if (at === to) return '◆'
    if (bar.marks.some((mark) => column(mark) === at)) return '◇'
    if (at < from || at > to) return ' '
    return at <= solid ? '█' : '░'
  })
  return `${line.join('').trimEnd()} ${bar.end}`
}

function barsOf(language: Language, accord: Accord): Bar[] {
  return Object.values(accord.obligations)
    .map((obligation) => ({
      label: nameOf(language, 'deadline', obligation.kind) + (obligation.ref ? ` ${obligation.ref}` : ''),
      from: startOf(accord, obligation),
      to: obligation.effective,
      marks: obligation.history.map(({ nominal }) => nominal),
      end: obligation.effective.split('-').reverse().join('/'),
    }))
    .sort((a, b) => (a.to < b.to ? -1 : 1))
}

function startOf(accord: Accord, { why, kind }: Obligation): LocalDate {
  const counted = why.find((step) => step.step === 'counted')
  if (counted !== undefined) return counted.start
  return kind === 'signature' ? accord.proposedOn.date : (accord.inForceOn?.date ?? accord.proposedOn.date)
}
