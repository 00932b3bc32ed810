import type { terms as italian } from '../it/terms.ts'

/** Computing a term, and why a deadline falls when it does, on the command line. */
export const terms = {
  'cli.help-term': 'Computing legal terms',
  'cli.help-term-compute': 'Computes a term and says why it falls on that day; accordi need not be running',
  'cli.help-term-start': 'day to count from, YYYY-MM-DD (or YYYY-MM, YYYY: its last day counts)',
  'cli.help-term-period': 'how long: P30D, P3W, P18M, P1Y',
  'cli.help-term-fixed': 'a fixed date, instead of --start and --period',
  'cli.help-term-policy':
    'days that roll: CC (holidays, not Saturday), SAT (Saturday too), EU (Reg. 1182/71), NONE',
  'cli.help-term-calendar': 'calendar: {values}',
  'cli.help-term-subject': 'act (an act to perform, may roll) or end (end of a period, never)',
  'cli.help-term-backward': 'counts backwards',
  'cli.help-term-cut-off': 'hour by which, HH:MM; without it the whole day',
  'cli.help-term-zone': 'time zone',
  'cli.help-term-rule': 'law or act that gives the term, to be cited in the chain',
  'cli.term-nominal': 'Nominal date',
  'cli.term-effective': 'Effective date',
  'cli.term-rule': 'term given on the command line',
  'cli.term-one-basis':
    'Give --start with --period, or --fixed alone: a term is counted from a day, or has a fixed date.',
  'cli.term-partial': 'The date “{value}” is partial: its last day stands for it, {date}.',
  'cli.term-out-of-range':
    'The term leaves the years that accordi can compute. Check the date and the period.',
  'cli.calendar-not-covering':
    'Calendar {calendarId} says nothing of the year {year}: nothing is computed blindly. Check the dates, or use a calendar that covers that year.',
  'cli.calendar-unreadable':
    'Calendar {value} cannot be read ({problem}): no date is computed without it. Restore the file in data/calendars.',
  'cli.help-deadline': 'the deadlines, and why they fall when they do',
  'cli.help-deadline-why': 'why this date: each step of the computation, with its rule',
  'cli.help-deadline-id': 'id of the deadline, as “deadline list” shows it',
  'cli.no-such-deadline': 'Accord {accordId} has no deadline “{deadlineId}”. Choose among: {values}.',
  'cli.earlier-dates': 'Earlier dates:',
  'cli.earlier-date': '{nominal}, effective {effective}; then moved: {cause}',
} satisfies Record<keyof typeof italian, string>
