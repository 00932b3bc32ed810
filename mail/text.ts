import type { ItemInWords, LetterInWords, LetterSection } from '../domain/text/letter.ts'

/** A letter as plain text: all that the HTML says, in the same order. */
export function letterText({ title, intro, sections, closing, unsubscribe }: LetterInWords): string {
  const ending = unsubscribe === undefined ? [] : [`${unsubscribe.text}: ${unsubscribe.url}`]
  const parts = [title, ...intro, ...sections.flatMap(sectionText), '-- ', ...closing, ...ending]
  return `${parts.join('\n\n').replace('-- \n\n', '-- \n')}\n`
}

function sectionText({ title, accords }: LetterSection): string[] {
  const heading = `${title.toUpperCase()}\n${'='.repeat(title.length)}`
  return [heading, ...accords.flatMap(({ title, items }) => [underlined(title), ...items.map(itemText)])]
}

function underlined(title: string): string {
  return `${title}\n${'-'.repeat(Math.min(title.length, 72))}`
}

function itemText({ title, rows, why }: ItemInWords): string {
  const lines = rows.map(({ label, value }) => `  ${label}: ${value}`)
  return [`* ${title}`, ...lines, `  ${why.text}: ${why.url}`].join('\n')
}
