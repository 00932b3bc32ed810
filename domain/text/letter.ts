import { regions } from '../regions.ts'
import type { Letter, LetterItem } from '../reminders/letter.ts'
import { lastInstantOf, localDateOf, wallTimeOf } from '../time/instant.ts'
import type { LocalDate } from '../time/localDate.ts'
import { deadlineName } from './describe.ts'
import { formatDate, formatDay } from './format.ts'
import { type Language, nameOf, type TextKey, textOf } from './render.ts'

/** Whom a letter is put into words for. */
export interface LetterReader {
  readonly language: Language
  /** The day of the mail. */
  readonly today: LocalDate
  /** Where somebody who may not sign in is shown why a date falls when it does. */
  whyUrl(item: LetterItem): string
  /** Left out where there is nothing to cancel: only digests can be. */
  readonly unsubscribeUrl?: string
}

/** A letter in words, before it is text or HTML. */
export interface LetterInWords {
  readonly language: Language
  readonly subject: string
  readonly title: string
  readonly intro: readonly string[]
  readonly sections: readonly LetterSection[]
  readonly closing: readonly string[]
  readonly unsubscribe?: LetterLink
}

export interface LetterSection {
  readonly when: When
  readonly title: string
  readonly accords: readonly { readonly title: string; readonly items: readonly ItemInWords[] }[]
}

export interface ItemInWords {
  readonly title: string
  readonly rows: readonly { readonly label: string; readonly value: string }[]
  readonly why: LetterLink
}

export interface LetterLink {
  readonly url: string
  readonly text: string
  /** What tells it from its like where a link is read out alone. */
  readonly described?: string
}

export type When = 'overdue' | 'soon' | 'later'

const sections: readonly When[] = ['overdue', 'soon', 'later']
const soonDays = 7

/** What a letter says: what is owed, by whom, by when, why it came here, why that date, what to do next. */
export function letterInWords(letter: Letter, reader: LetterReader): LetterInWords {
  const { language, unsubscribeUrl } = reader
  const closing = [textOf(language, 'letter.close.done'), textOf(language, 'letter.close.automatic')]
  const unsubscribe =
    letter.kind !== 'digest' || unsubscribeUrl === undefined
      ? undefined
      : { url: unsubscribeUrl, text: textOf(language, 'letter.close.unsubscribe') }
  return {
    language,
    subject: subjectOf(letter, language),
    title: titleOf(letter, reader),
    intro: introOf(letter, language),
    sections: sectionsOf(letter.items, reader),
    closing:
      unsubscribe === undefined ? closing : [...closing, textOf(language, 'letter.close.unsubscribe.says')],
    ...(unsubscribe && { unsubscribe }),
  }
}

function subjectOf({ kind, items, part }: Letter, language: Language): string {
  const [only, ...others] = items
  const plain =
    only !== undefined && others.length === 0
      ? textOf(language, `letter.subject.${only.about}`, {
          region: regions[only.regionId],
          deadline: deadlineName(language, only.deadlineId),
          date: formatDate(language, only.dueOn),
          days: daysText(language, only),
        })
      : textOf(language, 'letter.subject.many', {
          counts: countsText(language, items),
          regions: regionsText(language, items),
        })
  const subject =
    part === undefined ? plain : textOf(language, 'letter.subject.part', { subject: plain, ...part })
  return kind === 'fallback' ? textOf(language, 'letter.subject.fallback', { subject }) : subject
}

function titleOf({ kind, items }: Letter, { language, today }: LetterReader): string {
  const [only, ...others] = items
  if (kind === 'digest') return textOf(language, 'letter.title.digest', { day: formatDay(language, today) })
  if (only === undefined || others.length > 0) return textOf(language, 'letter.title.urgent')
  return textOf(language, only.about === 'overdue' ? 'letter.title.pressing' : 'letter.title.reminder')
}

function introOf({ kind, items, part }: Letter, language: Language): string[] {
  const counts = countsText(language, items)
  const lines: string[] = []
  if (kind === 'fallback') lines.push(textOf(language, 'letter.intro.fallback'))
  if (items.length > 1) {
    lines.push(
      textOf(language, kind === 'digest' ? 'letter.intro.digest' : 'letter.intro.urgent', { counts }),
    )
  }
  if (part !== undefined) lines.push(textOf(language, 'letter.intro.part', { ...part }))
  if (items.some((item) => item.lateSince !== undefined)) lines.push(textOf(language, 'letter.intro.late'))
  return lines
}

/** The most pressing first, in each section the oldest; of one accord together. */
function sectionsOf(items: readonly LetterItem[], reader: LetterReader): LetterSection[] {
  const { language } = reader
  const sorted = items.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
  return sections.flatMap((when) => {
    const its = sorted.filter((item) => whenOf(item) === when)
    if (its.length === 0) return []
    const accords = [...Map.groupBy(its, ({ accordId }) => accordId).values()].map((ofOne) => ({
      title: accordText(language, ofOne[0]),
      items: ofOne.map((item) => itemInWords(item, reader)),
    }))
    return [{ when, title: textOf(language, `letter.section.${when}`), accords }]
  })
}

function whenOf({ about, daysLeft }: LetterItem): When {
  if (about === 'overdue') return 'overdue'
  return daysLeft <= soonDays ? 'soon' : 'later'
}

function accordText(language: Language, item: LetterItem | undefined): string {
  if (item === undefined) return ''
  return textOf(language, 'letter.accord', { title: item.accordTitle, region: regions[item.regionId] })
}

function itemInWords(item: LetterItem, reader: LetterReader): ItemInWords {
  const { language } = reader
  const row = (label: TextKey, value: string) => ({ label: textOf(language, label), value })
  const deadline = deadlineName(language, item.deadlineId)
  const rows = [
    row(item.about === 'extensionWindow' ? 'letter.due.last' : 'letter.due', dueText(language, item)),
    row('letter.owes', textOf(language, `letter.owes.${item.obligor}`, { region: regions[item.regionId] })),
    row('letter.next', nextText(language, item)),
    row('letter.reason', reasonText(language, item)),
  ]
  if (item.lateSince !== undefined) {
    const day = formatDay(language, item.lateSince)
    rows.push(row('letter.late', textOf(language, 'letter.late.value', { day })))
  }
  const why = {
    url: reader.whyUrl(item),
    text: textOf(language, 'letter.why'),
    described: textOf(language, 'letter.why.of', { deadline, accord: accordText(language, item) }),
  }
  return { title: `${deadline.slice(0, 1).toUpperCase()}${deadline.slice(1)}`, rows, why }
}

function dueText(language: Language, item: LetterItem): string {
  const { passesAt, zone, dueOn } = item
  const date = localDateOf(passesAt, zone)
  const time = passesAt === lastInstantOf(date, zone) ? '24:00' : wallTimeOf(passesAt, zone).slice(11)
  const days = daysText(language, item)
  if (item.about === 'extensionWindow') {
    const deadlineDay = formatDay(language, date)
    return textOf(language, 'letter.due.value.last', {
      day: formatDay(language, dueOn),
      days,
      deadlineDay,
      time,
    })
  }
  return textOf(language, 'letter.due.value', {
    ...{ day: formatDay(language, date), time, days },
    zone: zone === 'Europe/Rome' ? nameOf(language, 'letter.zone', 'rome') : zone,
  })
}

function nextText(language: Language, item: LetterItem): string {
  const own = textOf(language, `letter.next.${item.kind}`)
  if (item.obligor === 'corteDeiConti') return own
  if (!owes(item)) return textOf(language, 'letter.next.waiting', { act: own })
  if (item.level > 0) return textOf(language, 'letter.next.above', { act: own })
  if (item.about === 'extensionWindow') return textOf(language, 'letter.next.extensionWindow')
  return item.about === 'overdue' ? textOf(language, 'letter.next.overdue', { act: own }) : own
}

function reasonText(language: Language, item: LetterItem): string {
  if (item.obligor === 'corteDeiConti' && item.level === 0) return textOf(language, 'letter.reason.control')
  if (!owes(item)) return textOf(language, 'letter.reason.waiting')
  const days = daysText(language, item)
  if (item.level === 1) return textOf(language, 'letter.reason.above.one', { days })
  if (item.level === 2) return textOf(language, 'letter.reason.above.two', { days })
  return textOf(
    language,
    item.obligor === 'both' ? 'letter.reason.responsible.both' : 'letter.reason.responsible',
  )
}

/** Whether it went to the side that owes, and not to the one that waits. What the Corte dei conti owes, the Ministry follows. */
function owes({ obligor, party }: LetterItem): boolean {
  return obligor === 'both' || obligor === party || obligor === 'corteDeiConti'
}

function daysText(language: Language, { about, daysLeft }: LetterItem): string {
  if (about === 'overdue') {
    if (daysLeft >= 0) return textOf(language, 'letter.days.passedToday')
    const count = -daysLeft
    return count === 1
      ? textOf(language, 'letter.days.since.one')
      : textOf(language, 'letter.days.since.many', { count })
  }
  if (daysLeft <= 0) return textOf(language, 'letter.days.today')
  if (daysLeft === 1) return textOf(language, 'letter.days.tomorrow')
  return textOf(language, 'letter.days.in', { count: daysLeft })
}

function countsText(language: Language, items: readonly LetterItem[]): string {
  return sections
    .map((when) => ({ when, count: items.filter((item) => whenOf(item) === when).length }))
    .filter(({ count }) => count > 0)
    .map(({ when, count }) =>
      count === 1
        ? textOf(language, `letter.count.${when}.one`)
        : textOf(language, `letter.count.${when}.many`, { count }),
    )
    .join(', ')
}

/** A subject has room for three. */
function regionsText(language: Language, items: readonly LetterItem[]): string {
  const names = [...new Set(items.map(({ regionId }) => regions[regionId]))]
  const first = names.slice(0, 3).join(', ')
  return names.length <= 3
    ? first
    : textOf(language, 'letter.regions.more', { regions: first, count: names.length - 3 })
}
