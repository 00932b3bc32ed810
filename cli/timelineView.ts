import type { RecordedEvent } from '../domain/accord/events.ts'
import type { Citation } from '../domain/accord/parts.ts'
import type { Accord } from '../domain/accord/state.ts'
import { describeEvent } from '../domain/text/describe.ts'
import { formatDate } from '../domain/text/format.ts'
import { type Language, nameOf } from '../domain/text/render.ts'
import { noticeText } from '../domain/text/sentences.ts'
import { type ExportOptions, exported } from './export/write.ts'
import { drawGantt } from './gantt.ts'
import { eventJson, regionName } from './json.ts'
import { timelineSheet } from './listSheets.ts'
import type { Output } from './output.ts'
import type { Session } from './session.ts'
import { type AsOfOptions, loadAccord, wrapped } from './shared.ts'

/** `accord timeline`: the life of an accord, act by act. */
export async function showTimeline(
  session: Session,
  accordId: string,
  given: AsOfOptions & ExportOptions,
): Promise<void> {
  const { output } = session
  const { accord, events } = await loadAccord(session, accordId, given)
  if (await exported(session, given, () => timelineSheet(output.language, events))) return
  output.document({ items: events.map((event) => eventJson(output.language, event)) })
  if (!output.json) printTimeline(output, accord, events)
}

/** The picture first, then every act with what followed from it, then the sources they cite. */
export function printTimeline(output: Output, accord: Accord, events: readonly RecordedEvent[]): void {
  const { language } = output
  const width = output.width - dateWidth
  output.line(`${accord.title} — ${regionName(accord.regionId)} (${nameOf(language, 'phase', accord.phase)})`)
  output.line('')
  for (const line of drawGantt(language, accord, output.width)) output.line(line)
  output.line('')
  const sources = new Map<string, number>()
  let commandId = ''
  for (const event of events) {
    const { on, citation } = event.act
    const isFirst = event.commandId !== commandId
    commandId = event.commandId
    const sentence = `${isFirst ? '●' : '  └'} ${describeEvent(language, event)}`
    const cited = isFirst && citation !== undefined ? ` ${citationText(language, citation, sources)}` : ''
    printBeside(output, isFirst ? formatDate(language, on) : '', wrapped(sentence + cited, width))
    for (const notice of event.notices) {
      if (notice.code === 'recorded-on-behalf') continue
      printBeside(output, '', wrapped(`    ⚠ ${noticeText(language, notice)}`, width))
    }
  }
  if (sources.size === 0) return
  output.line('')
  output.say('cli.sources')
  for (const [source, number] of sources) output.line(wrapped(`  [${number}] ${source}`, output.width))
}

const dateWidth = 32

/** The protocol as cited, and the number of its source in the list below. */
function citationText(language: Language, citation: Citation, sources: Map<string, number>): string {
  if (citation.mark === 'assumed') return ''
  const number = sources.get(citation.source) ?? sources.size + 1
  sources.set(citation.source, number)
  const protocol = citation.protocol === undefined ? '' : `${citation.protocol} `
  const mark = citation.mark === undefined ? '' : ` ${nameOf(language, 'mark', citation.mark)}`
  return `(${protocol}[${number}]${mark})`
}

function printBeside(output: Output, left: string, right: string): void {
  right.split('\n').forEach((line, index) => {
    output.line(`${(index === 0 ? left : '').padEnd(dateWidth)}${line}`)
  })
}
