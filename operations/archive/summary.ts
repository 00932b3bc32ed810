import type { ProvedStream } from '../../db/storedStream.ts'
import type { RecordedEvent } from '../../domain/accord/events.ts'
import { paidCents } from '../../domain/accord/money/totals.ts'
import type { Accord, Obligation } from '../../domain/accord/state.ts'
import { regions } from '../../domain/regions.ts'
import { deadlineName, describeEvent } from '../../domain/text/describe.ts'
import { formatDate, formatDay, formatInstant, formatMoney } from '../../domain/text/format.ts'
import { type Language, nameOf, type TextKey, textOf } from '../../domain/text/render.ts'
import { noticeText } from '../../domain/text/sentences.ts'
import { standingText, whyText } from '../../domain/text/why.ts'
import type { CitedDocument } from './contents.ts'

/** The accord's file for people: one page that any browser opens, without anything from elsewhere. */
export function summary(
  language: Language,
  { accord, events, hashes }: ProvedStream,
  deadlines: readonly Obligation[],
  documents: readonly CitedDocument[],
): string {
  const text = (key: TextKey) => escaped(textOf(language, key))
  const region = regions[accord.regionId]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(accord.title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${escaped(accord.title)} — ${escaped(region)}</h1>
${facts(language, accord)}
<h2>${text('archive.life')}</h2>
${life(language, events)}
<h2>${text('archive.deadlines')}</h2>
${deadlines.map((deadline) => deadlineSection(language, deadline)).join('\n')}
<h2>${text('archive.documents')}</h2>
${documentTable(language, documents)}
<h2>${text('archive.check')}</h2>
<p>${text('archive.check-how')}</p>
<p>${text('archive.head')} <code>${hashes.at(-1)}</code></p>
</body>
</html>
`
}

const style = [
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}',
  'table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;',
  'border-bottom:1px solid #ccc}code{overflow-wrap:anywhere}.note{color:#5a3e00}@media print{body{margin:0}}',
].join('')

function facts(language: Language, accord: Accord): string {
  const paid = paidCents(accord)
  const rows: (readonly [TextKey, string | undefined])[] = [
    ['head.accord', accord.accordId],
    ['head.programme', accord.programmeId],
    ['head.phase', nameOf(language, 'phase', accord.phase)],
    ['head.proposed', formatDate(language, accord.proposedOn)],
    ['head.in-force', accord.inForceOn && formatDate(language, accord.inForceOn)],
    ['stats.paid', paid === 0 ? undefined : formatMoney(language, { cents: paid, currency: 'EUR' })],
  ]
  const cells = rows
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => row(`<th scope="row">${escaped(textOf(language, key))}</th>${cell(value ?? '')}`))
  return `<table>${cells.join('')}</table>`
}

/** The acts in their order, each with what followed from it, what is to be noted and what it cites. */
function life(language: Language, events: readonly RecordedEvent[]): string {
  const rows = events.map((event, index) => {
    const { on, citation, receivedAt } = event.act
    const isFirst = events[index - 1]?.commandId !== event.commandId
    const notices = event.notices.map(
      (notice) => `<br><span class="note">⚠ ${escaped(noticeText(language, notice))}</span>`,
    )
    const cited =
      citation === undefined ? '' : [citation.protocol, citation.source].filter(Boolean).join(', ')
    const day = isFirst ? formatDate(language, on) : ''
    const received = isFirst ? formatInstant(language, receivedAt, accordZone) : ''
    return row(
      `${cell(String(event.version))}${cell(day)}<td>${escaped(describeEvent(language, event))}${notices.join('')}</td>` +
        `${cell(isFirst ? cited : '')}${cell(received)}`,
    )
  })
  const heads = ['sheet.number', 'head.effective', 'head.what', 'sheet.source', 'sheet.received'] as const
  return table(language, heads, rows)
}

const accordZone = 'Europe/Rome'

/** One deadline: its date, whose it is, how it ended, the chain of reasons, and the dates it had before. */
function deadlineSection(language: Language, deadline: Obligation): string {
  const { id, effective, obligor, status, settledOn, history } = deadline
  const steps = [...whyText(language, deadline.why), ...standingText(language, deadline)]
  const settled = settledOn === undefined ? '' : ` (${formatDate(language, settledOn)})`
  const state = `${nameOf(language, 'party', obligor)} — ${nameOf(language, 'status', status)}${settled}`
  const earlier = history.map((past) => {
    const dates = {
      nominal: formatDay(language, past.nominal),
      effective: formatDay(language, past.effective),
    }
    return textOf(language, 'cli.earlier-date', { ...dates, cause: nameOf(language, 'cause', past.movedBy) })
  })
  return [
    `<h3>${escaped(deadlineName(language, id))}: ${escaped(formatDay(language, effective))}</h3>`,
    `<p>${escaped(state)}</p>`,
    list('ol', steps),
    ...(earlier.length === 0 ? [] : [`<p>${escaped(textOf(language, 'cli.earlier-dates'))}</p>`]),
    ...(earlier.length === 0 ? [] : [list('ul', earlier)]),
  ].join('\n')
}

function documentTable(language: Language, documents: readonly CitedDocument[]): string {
  if (documents.length === 0) return `<p>${escaped(textOf(language, 'archive.no-documents'))}</p>`
  const rows = documents.map(({ name, bytes, sha256, events }) =>
    row(`${cell(name)}${cell(String(bytes))}<td><code>${sha256}</code></td>${cell(events.join(', '))}`),
  )
  return table(language, ['archive.document', 'archive.bytes', 'archive.digest', 'archive.cited-by'], rows)
}

function table(language: Language, heads: readonly TextKey[], rows: readonly string[]): string {
  const cells = heads.map((key) => `<th scope="col">${escaped(textOf(language, key))}</th>`)
  return `<table><thead><tr>${cells.join('')}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`
}

function row(cells: string): string {
  return `<tr>${cells}</tr>`
}

function cell(text: string): string {
  return `<td>${escaped(text)}</td>`
}

function list(tag: 'ol' | 'ul', items: readonly string[]): string {
  return `<${tag}>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</${tag}>`
}

/** Titles and reasons are other people's words: none of them is markup. */
function escaped(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
