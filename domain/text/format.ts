import type { Money } from '../accord/parts.ts'
import { type Instant, lastInstantOf, localDateOf, wallTimeOf } from '../time/instant.ts'
import { type ActDate, type LocalDate, weekday } from '../time/localDate.ts'
import { type Language, textOf } from './render.ts'

/** Own tables, so that a text never depends on the locale data of the machine that prints it. */
const months: Record<Language, readonly string[]> = {
  it: [
    ...['gennaio', 'febbraio', 'marzo', 'aprile', 'maggio', 'giugno'],
    ...['luglio', 'agosto', 'settembre', 'ottobre', 'novembre', 'dicembre'],
  ],
  en: [
    ...['January', 'February', 'March', 'April', 'May', 'June'],
    ...['July', 'August', 'September', 'October', 'November', 'December'],
  ],
}

const weekdays: Record<Language, readonly string[]> = {
  it: ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

/** "31 dicembre 2014"; for an act as precise as its source: "dicembre 2014 (data presunta)". */
export function formatDate(language: Language, on: LocalDate | ActDate): string {
  if (typeof on === 'string') return `${Number(on.slice(8, 10))} ${monthAndYear(language, on)}`
  const written = {
    day: () => formatDate(language, on.date),
    month: () => monthAndYear(language, on.date),
    year: () => on.date.slice(0, 4),
  }[on.precision]()
  return on.assumed ? textOf(language, 'date.assumed', { date: written }) : written
}

/** "lunedì 1 aprile 2019". */
export function formatDay(language: Language, date: LocalDate): string {
  return `${weekdays[language][weekday(date) - 1]} ${formatDate(language, date)}`
}

function monthAndYear(language: Language, date: LocalDate): string {
  return `${months[language][Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`
}

/** "331.117,00 €" in Italian, "€331,117.00" in English. */
export function formatMoney(language: Language, money: Money): string {
  const [thousands, decimals] = language === 'it' ? ['.', ','] : [',', '.']
  const sign = money.cents < 0 ? '-' : ''
  const cents = Math.abs(money.cents)
  const euros = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, thousands ?? '')
  const amount = `${euros}${decimals}${String(cents % 100).padStart(2, '0')}`
  return language === 'it' ? `${sign}${amount} €` : `${sign}€${amount}`
}

/** "1.200,5" in Italian, "1,200.5" in English. */
export function formatNumber(language: Language, value: number): string {
  const [thousands = '', decimals = ''] = language === 'it' ? ['.', ','] : [',', '.']
  const [whole = '', rest] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands)
  return rest === undefined ? grouped : `${grouped}${decimals}${rest}`
}

/** Local wall time, "30 dicembre 2014, ore 14:00"; the last instant of a day is its 24:00. */
export function formatInstant(language: Language, at: Instant, zone: string): string {
  const date = localDateOf(at, zone)
  const time = at === lastInstantOf(date, zone) ? '24:00' : wallTimeOf(at, zone).slice(11)
  return textOf(language, 'date.withTime', { date: formatDate(language, date), time })
}

export function formatDays(language: Language, count: number): string {
  return count === 1 ? textOf(language, 'days.one') : textOf(language, 'days.many', { count })
}
