import type { Params } from '../domain/decider.ts'
import { filledWith, type Language } from '../domain/text/render.ts'
import { type NoteKey, noteTexts, type StageKey, stageTexts } from './texts.ts'

/** Something under way. */
export interface Stage {
  /** A short measure of how far it is, such as a count; replaces the one before. */
  detail(text: string): void
  end(): void
}

export interface Progress {
  readonly language: Language
  begin(key: StageKey, params?: Params): Stage
  /** A line that stays. */
  note(key: NoteKey, params?: Params): void
  close(): void
}

export interface ProgressOptions {
  readonly language: Language
  readonly stream?: NodeJS.WritableStream & { isTTY?: boolean; columns?: number }
  /** How often a line is written where nobody can see a refreshed one, in milliseconds. */
  readonly lineEveryMs?: number
}

interface OpenStage {
  readonly text: string
  readonly startedAt: number
  detail: string
  /** When the next line about it is due, where lines are not refreshed. */
  lineAt: number
}

const refreshMs = 250
/** What ends sooner than this is not worth a line that stays. */
const quietMs = 2_000

/** Elapsed time on stderr: one refreshed line on a terminal, a line now and then elsewhere. */
export function createProgress(options: ProgressOptions): Progress {
  const { language, stream = process.stderr, lineEveryMs = 15_000 } = options
  const open = new Set<OpenStage>()
  const clearLine = () => stream.isTTY === true && stream.write('\r\u001b[2K')
  const write = (line: string) => {
    clearLine()
    stream.write(`${line}\n`)
  }
  const refresh = () => {
    if (open.size === 0) return
    clearLine()
    const separator = ' · '
    const width = Math.floor((stream.columns || 80) / open.size) - separator.length
    stream.write([...open].map((stage) => lineOf(stage, width)).join(separator))
  }
  const lineNowAndThen = () => {
    for (const stage of open) {
      if (performance.now() < stage.lineAt) continue
      stage.lineAt = performance.now() + lineEveryMs
      write(lineOf(stage))
    }
  }
  const timer = setInterval(() => (stream.isTTY === true ? refresh() : lineNowAndThen()), refreshMs)
  timer.unref()
  return {
    language,
    begin(key, params = {}) {
      const text = filledWith(stageTexts[key][language], params)
      const startedAt = performance.now()
      const stage: OpenStage = { text, startedAt, detail: '', lineAt: startedAt + quietMs }
      open.add(stage)
      return {
        detail(detail) {
          stage.detail = detail
        },
        end() {
          if (!open.delete(stage)) return
          if (performance.now() - startedAt >= quietMs) write(`${lineOf(stage)} ✓`)
          else clearLine()
        },
      }
    },
    note: (key, params = {}) => write(filledWith(noteTexts[key][language], params)),
    close() {
      clearInterval(timer)
      if (open.size > 0) clearLine()
      open.clear()
    },
  }
}

/** For tests and for callers that show nothing. */
export const silent: Progress = {
  language: 'it',
  begin: () => ({ detail: () => undefined, end: () => undefined }),
  note: () => undefined,
  close: () => undefined,
}

/** Where it must be short, the text is cut rather than the measure and the time. */
function lineOf({ text, detail, startedAt }: OpenStage, width = Number.POSITIVE_INFINITY): string {
  const seconds = Math.floor((performance.now() - startedAt) / 1_000)
  const minutes = Math.floor(seconds / 60)
  const elapsed = minutes > 0 ? `${minutes} min ${String(seconds % 60).padStart(2, '0')} s` : `${seconds} s`
  const measure = `${detail === '' ? '' : ` – ${detail}`} (${elapsed})`
  const room = Math.max(width - measure.length, 8)
  return `${text.length <= room ? text : `${text.slice(0, room - 1)}…`}${measure}`
}
