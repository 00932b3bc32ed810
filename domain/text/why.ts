import type { Obligation } from '../accord/state.ts'
import type { ClosedDay } from '../time/calendar.ts'
import { localDateOf } from '../time/instant.ts'
import type { Period } from '../time/period.ts'
import type { WhyStep } from '../time/why.ts'
import { deadlineName } from './describe.ts'
import { formatDate, formatDay, formatDays } from './format.ts'
import { hasText, type Language, textOf } from './render.ts'

/** Why a deadline falls when it does: one sentence per step, each with the rule it rests on. */
export function whyText(language: Language, steps: readonly WhyStep[]): string[] {
  return steps.map((step) => sentence(language, step))
}

/** What holds now and is no step of the chain: a clock that stands still, a target before the date. */
export function standingText(
  language: Language,
  { suspendedRemainingDays: left, target }: Pick<Obligation, 'suspendedRemainingDays' | 'target'>,
): string[] {
  const lines: string[] = []
  if (left !== undefined) lines.push(textOf(language, 'why.standing', { days: formatDays(language, left) }))
  if (target !== undefined) {
    lines.push(textOf(language, 'why.target', { date: formatDay(language, target.nominal) }))
  }
  return lines
}

function sentence(language: Language, step: WhyStep): string {
  switch (step.step) {
    case 'counted':
      return counted(language, step)
    case 'fixed':
      return textOf(language, 'why.fixed', { date: formatDay(language, step.date), rule: step.rule })
    case 'rolled': {
      const { from, to, closed, rule } = step
      const days = closed.map((day) => closedText(language, day)).join('; ')
      const key = to < from ? 'why.rolled.backward' : 'why.rolled'
      return textOf(language, key, { closed: days, to: formatDay(language, to), rule })
    }
    case 'extended':
    case 'revoked':
    case 'resumed':
    case 'restarted':
    case 'followed':
      return moved(language, step)
    case 'corrected': {
      const { was, on, rule } = step
      return textOf(language, 'why.corrected', {
        ...{ was: formatDay(language, was), on: formatDate(language, on) },
        rule,
      })
    }
    case 'suspended': {
      const { on, remainingDays, rule } = step
      const days = formatDays(language, remainingDays)
      return textOf(language, 'why.suspended', { on: formatDate(language, on), days, rule })
    }
    case 'cutOff': {
      const { time, zone: name, passesAt, tz } = step
      const zone = tz === undefined ? name : `${name}, ${textOf(language, 'why.tz', { tz })}`
      const day = formatDay(language, localDateOf(passesAt, name))
      const key = time === '24:00' ? 'why.cutOff' : 'why.cutOff.hour'
      return textOf(language, key, { time, zone, passesAt, day })
    }
    default:
      return step satisfies never
  }
}

/** What is not known for certain is said after the count that rests on it. */
function counted(
  language: Language,
  { start, period, to, rule, startAs, isAssumed }: Extract<WhyStep, { step: 'counted' }>,
): string {
  const key = period.startsWith('-') ? 'why.counted.backward' : 'why.counted'
  const length = periodText(language, period)
  const sentences = [
    textOf(language, key, {
      ...{ length, rule, start: formatDate(language, start) },
      to: formatDay(language, to),
    }),
  ]
  if (startAs?.precision === 'month') sentences.push(textOf(language, 'why.counted.month'))
  if (startAs?.precision === 'year') sentences.push(textOf(language, 'why.counted.year'))
  if (startAs?.assumed) sentences.push(textOf(language, 'why.counted.assumed'))
  if (isAssumed) sentences.push(textOf(language, 'why.counted.ruleAssumed'))
  return sentences.join(' ')
}

function moved(
  language: Language,
  step: Extract<WhyStep, { step: 'extended' | 'revoked' | 'resumed' | 'restarted' | 'followed' }>,
): string {
  const to = formatDate(language, step.to)
  switch (step.step) {
    case 'extended': {
      const { extensionId, from, rule } = step
      return textOf(language, 'why.extended', { extensionId, rule, to, from: formatDate(language, from) })
    }
    case 'revoked': {
      const { extensionId, on, rule } = step
      return textOf(language, 'why.revoked', { extensionId, rule, to, on: formatDate(language, on) })
    }
    case 'resumed':
      return textOf(language, 'why.resumed', { rule: step.rule, to, on: formatDate(language, step.on) })
    case 'restarted': {
      const [on, from] = [formatDate(language, step.on), formatDate(language, step.from)]
      return textOf(language, 'why.restarted', { on, from, to, rule: step.rule })
    }
    case 'followed': {
      const parent = deadlineName(language, step.parentId)
      return textOf(language, 'why.followed', { parent, to, from: formatDate(language, step.from) })
    }
    default:
      return step satisfies never
  }
}

/** "90 giorni"; the direction of a backward period is said by the sentence around it. */
export function periodText(language: Language, period: Period): string {
  const [, count = '', unit = ''] = /^-?P(\d+)([DWMY])$/.exec(period) ?? []
  const key = `length.${unit}.${count === '1' ? 'one' : 'many'}`
  return hasText(key) ? textOf(language, key, { count }) : period
}

/** A weekend day is named by its weekday already, and its law is the rule of the whole step. */
function closedText(language: Language, { date, name, law }: ClosedDay): string {
  const day = formatDay(language, date)
  if (name === 'sunday' || name === 'saturday') return day
  return textOf(language, 'why.day', { day, name, law })
}
