import type { Letter } from '../domain/reminders/letter.ts'
import { type LetterReader, letterInWords } from '../domain/text/letter.ts'
import { letterHtml } from './html.ts'
import { letterText } from './text.ts'

export interface Composed {
  /** One line. */
  readonly subject: string
  readonly text: string
  /** A whole document. */
  readonly html: string
}

/** The same letter for the same reader gives the same mail, byte by byte: its digest proves what was said. */
export function composeLetter(letter: Letter, to: LetterReader): Composed {
  const words = letterInWords(letter, to)
  return { subject: words.subject, text: letterText(words), html: letterHtml(words) }
}
