import { writeFileSync } from 'node:fs'
import Table from 'cli-table3'
import type { Pair } from './measure.ts'

/** What design.md section 6 asks of a number. */
export type Bar = { readonly atLeast: number } | { readonly atMost: number }

/** One line of the table. `judged` is what the bar applies to: a ratio, or our own count. */
export interface Row {
  readonly what: string
  readonly ours: string
  readonly reference: string
  readonly ratio: string
  readonly judged: number | undefined
  readonly bar: Bar | undefined
}

/** A row that compares two measures taken in turns; its ratio is the median of the rounds' ratios. */
export function comparison(what: string, pair: Pair, show: (value: number) => string, bar?: Bar): Row {
  const { ours, reference, ratio, lowest, highest } = pair
  return {
    what,
    ours: show(ours),
    reference: show(reference),
    ratio: `${ratio.toFixed(2)}x (${lowest.toFixed(2)}-${highest.toFixed(2)})`,
    judged: ratio,
    bar,
  }
}

/** A row with a number of ours alone. */
export function count(what: string, value: number, shown: string, bar?: Bar): Row {
  return { what, ours: shown, reference: '', ratio: '', judged: value, bar }
}

/** A row that says loudly that there is no number. */
export function missing(what: string, why: string): Row {
  return { what, ours: `DID NOT RUN: ${why}`, reference: '', ratio: '', judged: undefined, bar: undefined }
}

export function verdict({ judged, bar }: Row): string {
  if (judged === undefined) return 'NOT MEASURED'
  if (bar === undefined) return ''
  const met = 'atLeast' in bar ? judged >= bar.atLeast : judged <= bar.atMost
  return met ? 'met' : 'NOT MET'
}

function barText(bar: Bar | undefined): string {
  if (bar === undefined) return ''
  return 'atLeast' in bar ? `>= ${bar.atLeast}` : `<= ${bar.atMost}`
}

export function printRows(rows: readonly Row[]): void {
  const table = new Table({
    head: ['what', 'ours', 'reference', 'ratio (rounds)', 'bar', ''],
    style: { head: [], border: [], compact: true },
  })
  for (const row of rows) {
    if (row.judged === undefined) table.push([row.what, { content: row.ours, colSpan: 4 }, verdict(row)])
    else table.push([row.what, row.ours, row.reference, row.ratio, barText(row.bar), verdict(row)])
  }
  console.log(table.toString())
}

export function saveRows(file: string, facts: Readonly<Record<string, string>>, rows: readonly Row[]): void {
  const saved = rows.map((row) => ({ ...row, verdict: verdict(row) }))
  writeFileSync(file, `${JSON.stringify({ facts, rows: saved }, null, 2)}\n`)
}
