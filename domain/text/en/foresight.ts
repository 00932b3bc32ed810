import type { foresight as italian } from '../it/foresight.ts'

/** Foresight, impact of calendars, readings as of a day. */
export const foresight = {
  'cli.help-foresee':
    'What happens until a day if nobody does anything, or with hypothetical acts; writes nothing',
  'cli.help-foresee-accord': 'id of the accord; without it, all open accords',
  'cli.help-foresee-until': 'last day to foresee, YYYY-MM-DD (required)',
  'cli.help-foresee-acts':
    'file with the hypothetical acts of one accord, in the form of an import file (accordi/accord@1); the accord and dates of receipt are needed',
  'cli.help-foresee-no-reminders': 'without reminders',
  'cli.help-calendar': 'Calendars of holidays',
  'cli.help-calendar-impact': 'The open deadlines that a version of a calendar would move; none is moved',
  'cli.help-calendar-file': 'file of the calendar, like those of data/calendars',
  'cli.help-known-on': 'as the record had it at the end of that day, YYYY-MM-DD',
  'cli.help-effective-on': 'as it legally stood at the end of that day, YYYY-MM-DD',
  'cli.foresee-needs-accord': 'Hypothetical acts are about one accord: name it before --acts.',
  'cli.foresee-past': 'Foreseeing until {value} lies in the past. Give a day from today on.',
  'cli.bad-day': '{field}: “{value}” is not a date. Write a day that exists as YYYY-MM-DD.',
  'cli.foresee-nothing': 'Nothing falls due until {until}.',
  'cli.foresee-written': 'A forecast: nothing was written.',
  'cli.foresee-target': 'target passed; the term still runs',
  'cli.foresee-lapse': 'passes, if nobody acts',
  'cli.foresee-reminder.comingDue': 'reminder to {to}, due on {date}',
  'cli.foresee-reminder.overdue': 'reminder to {to}, overdue since {date}',
  'cli.foresee-reminder.extensionWindow': 'reminder to {to}, an extension can be asked for until {date}',
  'cli.foresee-act': 'with the hypothetical act “{act}”',
  'cli.foresee-refused': 'the hypothetical act “{act}” would be refused: {message}',
  'cli.foresee-more': 'The first {shown} of {total} lines: all of them with --json, or by naming an accord.',
  'cli.foresee-count': 'Deadlines that pass: {count}, in {accords} accords.',
  'cli.foresee-count-reminders':
    'Deadlines that pass: {count}; reminders: {reminders}; in {accords} accords.',
  'cli.impact-none': 'Calendar {id}, version {version}, moves no open deadline.',
  'cli.impact-count':
    'Calendar {id}, version {version}, would move {count} deadlines in {accords} accords. None has moved: that takes an act for each accord (“calendar apply”).',
  'head.when': 'When',
  'head.what': 'What',
  'head.now': 'Today',
  'head.would': 'Would become',
} satisfies Record<keyof typeof italian, string>
