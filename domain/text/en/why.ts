import type { why as italian } from '../it/why.ts'

/** Why this date: one sentence for each step of the chain. */
export const why = {
  'why.counted': 'Counting {length} from {start}, the first day left out, leads to {to} ({rule}).',
  'why.counted.backward':
    'Counting {length} back from {start}, the first day left out, leads to {to} ({rule}).',
  'why.fixed': 'The date is fixed: {date} ({rule}).',
  'why.rolled': 'These days are closed: {closed}. The deadline moves on to {to} ({rule}).',
  'why.rolled.backward': 'These days are closed: {closed}. The deadline moves back to {to} ({rule}).',
  'why.counted.month': 'Of that starting day only the month is known: its last day counts.',
  'why.counted.year': 'Of that starting day only the year is known: its last day counts.',
  'why.counted.assumed': 'The starting day is assumed: no source states it.',
  'why.counted.ruleAssumed': 'The length is assumed: no known source states it.',
  'why.restarted': 'Term interrupted on {on}: it begins anew from {from} and leads to {to} ({rule}).',
  'why.corrected': 'The date of origin had been recorded by mistake as {was}; corrected on {on} ({rule}).',
  'why.standing': 'Terms are suspended: {days} remain.',
  'why.target': 'It should be done by {date}: a target, without effect on the term.',
  'why.tz': 'time-zone data {tz}',
  'why.extended': 'Extension “{extensionId}” takes the term from {from} to {to} ({rule}).',
  'why.revoked':
    'Extension “{extensionId}”, which took the term to {to}, was revoked on {on} and no longer counts ({rule}).',
  'why.suspended': 'The clock stopped on {on}, with {days} left ({rule}).',
  'why.resumed': 'The clock runs again from {on}; the days it actually stood still lead to {to} ({rule}).',
  'why.followed': 'It follows “{parent}”, which moved: from {from} to {to}.',
  'why.cutOff': 'In time is what arrives by the last instant of {day} (time of {zone}; {passesAt}).',
  'why.cutOff.hour': 'In time is what arrives by {time} of {day} (time of {zone}; {passesAt}).',
  'why.day': '{day} ({name}, {law})',
  'length.D.one': '1 day',
  'length.D.many': '{count} days',
  'length.W.one': '1 week',
  'length.W.many': '{count} weeks',
  'length.M.one': '1 month',
  'length.M.many': '{count} months',
  'length.Y.one': '1 year',
  'length.Y.many': '{count} years',
} satisfies Record<keyof typeof italian, string>
