import { describe, expect, test } from 'vitest'
import type { CommandType } from '../../domain/accord/commands.ts'
import { command } from '../../schemas/commands.ts'
import { inputIssues } from '../../schemas/issues.ts'
import { plan, reportOnly } from '../support/fixtures.ts'

const wire = {
  type: 'PayAdvance',
  commandId: 'cmd-1',
  accordId: 'prova-10',
  on: '2018-01-15',
  receivedAt: '2018-01-15T10:00:00+01:00',
  actor: { role: 'ministry', id: 'dg-prova' },
  data: { amount: { amount: '120000.00', currency: 'EUR' } },
}

function issuesOf(input: unknown) {
  const read = command.safeParse(input)
  return read.success ? [] : inputIssues(read.error, input)
}

const without = (field: string) => Object.fromEntries(Object.entries(wire).filter(([key]) => key !== field))
const amount = (value: unknown) => ({ ...wire, data: { amount: value } })
const sending = (type: CommandType, data: unknown) => ({ ...wire, type, data })
const citing = (source: string) => ({ ...wire, citation: { source } })
const file = { sha256: 'a'.repeat(64), name: 'a.pdf', bytes: 1, mime: 'application/pdf' }
const extension = (change: object) => sending('RequestExtension', { ...reportOnly, ...change })
const submission = (change: object) => sending('SubmitPlan', { ...plan, ...change })
const action = (change: object) => submission({ actions: [{ numeral: 'I', title: 'Rete', ...change }] })
const proposing = (change: object) =>
  sending('ProposeAccord', { programmeId: 'prova', regionId: '10', title: 'Prova', ...change })

const granting = (change: object) => sending('GrantExtension', { ...reportOnly, ...change })
const stopping = (change: object) =>
  sending('StartSuspension', { suspensionId: 's-1', ground: 'art2c7', reasons: 'dati', ...change })
const correcting = (change: object) =>
  sending('CorrectDate', { what: 'milestone', ref: 'm-1', to: '2018-09-20', reasons: 'errore', ...change })

type Bad = readonly [what: string, input: unknown, field: string, value: string, code: string]

const bad: readonly Bad[] = [
  ['a date that does not exist', { ...wire, on: '2015-02-30' }, 'on', '2015-02-30', 'not-a-date'],
  ['a date in words', { ...wire, on: 'Dicembre 2014' }, 'on', 'Dicembre 2014', 'not-a-date'],
  ['a year out of the field', { ...wire, on: '2918' }, 'on', '2918', 'not-a-date'],
  ['a date too far for terms', { ...wire, on: '2199-12-31' }, 'on', '2199-12-31', 'not-a-date'],
  ['a number for a date', { ...wire, on: 20_150_101 }, 'on', '20150101', 'not-a-date'],
  [
    'a day for an instant',
    { ...wire, receivedAt: '2018-01-15' },
    'receivedAt',
    '2018-01-15',
    'not-an-instant',
  ],
  [
    'an instant without zone',
    { ...wire, receivedAt: '2018-01-15T10:00' },
    'receivedAt',
    '2018-01-15T10:00',
    'not-an-instant',
  ],
  [
    'an instant too far',
    { ...wire, receivedAt: '2199-01-01T00:00Z' },
    'receivedAt',
    '2199-01-01T00:00Z',
    'not-an-instant',
  ],
  ['an extra field', { ...wire, urgent: true }, 'urgent', 'true', 'unknown-field'],
  [
    'an extra field inside',
    { ...wire, data: { ...wire.data, note: 'x' } },
    'data.note',
    'x',
    'unknown-field',
  ],
  [
    'a person’s name',
    { ...wire, actor: { ...wire.actor, name: 'M. R.' } },
    'actor.name',
    'M. R.',
    'unknown-field',
  ],
  [
    'a mail address',
    { ...wire, actor: { role: 'ministry', id: 'a@b.it' } },
    'actor.id',
    'a@b.it',
    'not-an-office-ref',
  ],
  ...['commandId', 'accordId', 'on', 'receivedAt', 'actor', 'type'].map(
    (field): Bad => [`no ${field}`, without(field), field, '', 'required'],
  ),
  ['no data', without('data'), 'data.amount', '', 'required'],
  ['no role', { ...wire, actor: { id: 'x' } }, 'actor.role', '', 'required'],
  ['an unknown role', { ...wire, actor: { role: 're', id: 'x' } }, 'actor.role', 're', 'wrong-form'],
  ['an unknown act', { ...wire, type: 'constructor' }, 'type', 'constructor', 'not-one-of'],
  [
    'an amount with three decimals',
    amount({ amount: '12.345' }),
    'data.amount.amount',
    '12.345',
    'not-an-amount',
  ],
  ['an amount with a comma', amount({ amount: '12,50' }), 'data.amount.amount', '12,50', 'not-an-amount'],
  ['a negative amount', amount({ amount: '-1' }), 'data.amount.amount', '-1', 'not-an-amount'],
  ['nothing to pay', amount({ amount: '0.00' }), 'data.amount', '{"amount":"0.00"}', 'not-an-amount'],
  ['a float for an amount', amount({ amount: 12.5 }), 'data.amount.amount', '12.5', 'wrong-type'],
  ['another currency', amount({ amount: '1', currency: 'USD' }), 'data.amount.currency', 'USD', 'not-one-of'],
  ['an unknown Region', proposing({ regionId: '99' }), 'data.regionId', '99', 'unknown-region'],
  ['a Region as a number', proposing({ regionId: 10 }), 'data.regionId', '10', 'wrong-type'],
  [
    'the hour 24:00',
    proposing({ signBy: { date: '2014-12-30', time: '24:00' } }),
    'data.signBy.time',
    '24:00',
    'not-a-wall-time',
  ],
  ['capitals in an id', { ...wire, accordId: 'Umbria' }, 'accordId', 'Umbria', 'not-a-slug'],
  ['spaces in a command id', { ...wire, commandId: 'a b' }, 'commandId', 'a b', 'not-a-command-id'],
  ['a text of spaces', citing('  '), 'citation.source', '  ', 'empty'],
  ['a control character', citing('a\u0000b'), 'citation.source', 'a\ufffdb', 'control-characters'],
  ['half of a surrogate pair', citing('a\ud800'), 'citation.source', 'a\ud800', 'control-characters'],
  ['a text too long', citing('x'.repeat(4001)), 'citation.source', `${'x'.repeat(80)}…`, 'too-long'],
  [
    'a digest that is none',
    { ...wire, documents: [{ ...file, sha256: 'zz' }] },
    'documents.0.sha256',
    'zz',
    'not-a-sha256',
  ],
  ['an empty file', { ...wire, documents: [{ ...file, bytes: 0 }] }, 'documents.0.bytes', '0', 'empty'],
  [
    'a file too large',
    { ...wire, documents: [{ ...file, bytes: 2e9 }] },
    'documents.0.bytes',
    '2000000000',
    'too-large',
  ],
  [
    'a name that cannot be stored',
    { ...wire, documents: [{ ...file, name: 'a\u0000' }] },
    'documents.0.name',
    'a\ufffd',
    'control-characters',
  ],
  [
    'a file type that is none',
    { ...wire, documents: [{ ...file, mime: 'pdf' }] },
    'documents.0.mime',
    'pdf',
    'not-a-mime-type',
  ],
  [
    'a fourth section',
    submission({ sections: [{ number: 4, title: 'x' }] }),
    'data.sections.0.number',
    '4',
    'not-a-section',
  ],
  [
    'a numeral that is none',
    action({ numeral: 'IIII' }),
    'data.actions.0.numeral',
    'IIII',
    'not-a-roman-numeral',
  ],
  ['an action in section 1', action({ section: 1 }), 'data.actions.0.section', '1', 'not-an-action-section'],
  ['a sixth priority', action({ priority: 6 }), 'data.actions.0.priority', '6', 'not-a-priority'],
  [
    'a milestone on no day',
    action({ milestones: [{ id: 'm', title: 'x', dueOn: '2019-02-29' }] }),
    'data.actions.0.milestones.0.dueOn',
    '2019-02-29',
    'not-a-date',
  ],
  [
    'too many actions',
    submission({ actions: Array(81).fill({ numeral: 'I', title: 'x' }) }),
    'data.actions',
    echo81(),
    'too-many',
  ],
  ['an unknown scope', extension({ scope: 'tutto' }), 'data.scope', 'tutto', 'not-one-of'],
  [
    'an extension of something else',
    extension({ until: { balance: '2019-01-01' } }),
    'data.until.balance',
    '2019-01-01',
    'unknown-field',
  ],
  ['an extension of no action', extension({ until: { actions: [] } }), 'data.until.actions', '[]', 'empty'],
  [
    'an extension of an action without numeral',
    extension({ until: { actions: [{ id: 'rete', until: '2019-01-31' }] } }),
    'data.until.actions.0.id',
    'rete',
    'not-a-roman-numeral',
  ],
  [
    'attachments on no day',
    extension({ attachmentsBy: '2019-02-30' }),
    'data.attachmentsBy',
    '2019-02-30',
    'not-a-date',
  ],
  ['an addendum without its day', granting({ addendum: {} }), 'data.addendum.signBy', '', 'required'],
  ['a standstill by an act', stopping({ ground: 'standstill' }), 'data.ground', 'standstill', 'not-one-of'],
  ['a stop of no deadline', stopping({ deadlineIds: [] }), 'data.deadlineIds', '[]', 'empty'],
  [
    'a stop of what is no deadline',
    stopping({ deadlineIds: ['planReview', 'piano integrato'] }),
    'data.deadlineIds.1',
    'piano integrato',
    'not-a-deadline-id',
  ],
  [
    'a silence that somebody records',
    sending('RecordControl', { outcome: 'silence' }),
    'data.outcome',
    'silence',
    'not-one-of',
  ],
  ['a correction of nothing', correcting({ ref: '' }), 'data.ref', '', 'empty'],
  ['a correction of what has no date', correcting({ what: 'balance' }), 'data.what', 'balance', 'not-one-of'],
  ['a correction to a month', correcting({ to: '2018-09' }), 'data.to', '2018-09', 'not-a-date'],
  [
    'a passing of another tier',
    sending('PassDeadline', { deadlineId: 'plan', revision: 1, tier: 'statutory' }),
    'data.tier',
    'statutory',
    'not-one-of',
  ],
  [
    'a passing without its revision',
    sending('PassDeadline', { deadlineId: 'plan' }),
    'data.revision',
    '',
    'required',
  ],
  [
    'a passing of half a revision',
    sending('PassDeadline', { deadlineId: 'plan', revision: 1.5 }),
    'data.revision',
    '1.5',
    'wrong-type',
  ],
  [
    'a passing of nothing',
    sending('PassDeadline', { deadlineId: '', revision: 1 }),
    'data.deadlineId',
    '',
    'not-a-deadline-id',
  ],
  [
    'a passing of what cannot be stored',
    sending('PassDeadline', { deadlineId: 'plan:\u0000', revision: 1 }),
    'data.deadlineId',
    'plan:\ufffd',
    'not-a-deadline-id',
  ],
  ['a text for a command', 'ciao', '.', 'ciao', 'wrong-type'],
  ['a list for a command', [], '.', '[]', 'wrong-type'],
  ['null for a command', null, '.', 'null', 'wrong-type'],
  ['nothing for a command', undefined, '.', '', 'required'],
]

/** What is shown of a long list: its first 80 characters. */
function echo81(): string {
  return `${JSON.stringify(Array(81).fill({ numeral: 'I', title: 'x' })).slice(0, 80)}…`
}

describe('bad input names the field, what it held and a code', () => {
  test('and good input has no issue', () => {
    expect(issuesOf(wire)).toEqual([])
  })

  test.each(bad)('%s', (_what, input, field, value, code) => {
    expect(issuesOf(input)).toMatchObject([{ field, value, code }])
  })

  test('every issue is told at once', () => {
    const input = { ...wire, on: '2015-02-30', urgent: 1, data: { amount: { amount: '12.345' } } }
    const codes = issuesOf(input).map(({ field, code }) => `${field} ${code}`)
    expect(codes).toEqual(['on not-a-date', 'urgent unknown-field', 'data.amount.amount not-an-amount'])
  })

  test('the remedy has its parameters', () => {
    expect(issuesOf(citing('x'.repeat(4001)))[0]?.params).toEqual({ most: 4000 })
    expect(issuesOf(extension({ scope: 'tutto' }))[0]?.params).toEqual({
      values: 'activities, finalReport, both, parts',
    })
    expect(issuesOf(stopping({ deadlineIds: ['piano integrato'] }))[0]?.params).toEqual({})
    expect(issuesOf(stopping({ deadlineIds: Array(201).fill('plan') }))[0]?.params).toEqual({ most: 200 })
    expect(issuesOf(correcting({ ref: 'x'.repeat(130) }))[0]?.params).toEqual({ most: 129 })
    expect(issuesOf(amount({ amount: 1 }))[0]?.params).toEqual({ expected: 'string' })
  })
})
