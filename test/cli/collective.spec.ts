import { beforeAll, describe, expect, test } from 'vitest'
import { syntheticAccordId } from '../../operations/synthesis/accord.ts'
import { syntheticProgramme } from '../../operations/synthesis/programme.ts'
import { recordAccords, underway } from '../support/manyAccords.ts'
import { testSystem } from '../support/system.ts'

const { accordi, file, app } = testSystem()
const programmeId = 'collettivo-cli'
const id = (place: number) => syntheticAccordId(programmeId, place)
const ministry = ['--as', 'ministry:dg-immigrazione']
const cited = [
  '--citation-source',
  'Nota ministeriale',
  '--citation-protocol',
  '35/002585',
  '--citation-mark',
  'act',
]
interface Shown {
  readonly items: Record<string, unknown>[]
  readonly totals: { readonly moved: number }
}
const collective = async (verb: string, ...args: string[]) =>
  (await accordi('collective', verb, programmeId, ...args, '--json')).json() as unknown as Shown
const dateOf = async (accordId: string, kind = 'activities') =>
  (await accordi('deadline', 'list', accordId, '--json')).json().items.find((item) => item.kind === kind)
    ?.effective

/** Six accords whose activities end on 30 June 2090; one has a later date of its own, one is concluded. */
beforeAll(async () => {
  const programme = file('programma.json', JSON.stringify(syntheticProgramme(programmeId, 1)))
  expect(await accordi('import', programme)).toMatchObject({ code: 0 })
  await recordAccords(app(), underway(programmeId), 6)
  const own = ['--extension', 'propria', '--scope', 'activities', '--reasons', 'avvio tardivo']
  const later = await accordi(
    'extension',
    'grant',
    id(1),
    ...own,
    '--until-activities',
    '2092-06-30',
    ...ministry,
  )
  expect(later).toMatchObject({ code: 0 })
})

const extend = ['--extend', 'activities=2090-12-31', '--reasons', 'richiesta unanime']

describe('a collective extension', () => {
  test('is tried first: each accord with its dates before and after, and why one is left alone', async () => {
    const seen = await collective(
      'preview',
      '--id',
      'proroga-1',
      ...extend,
      '--exclude',
      id(2),
      '--exclude-reason',
      'rinuncia in corso',
      ...ministry,
    )
    const byAccord = new Map(seen.items.map((item) => [item.accord, item]))
    expect(byAccord.get(id(0))).toMatchObject({
      outcome: 'applied',
      moves: [
        { deadlineId: 'activities', from: '2090-06-30', to: '2090-12-31' },
        { deadlineId: 'finalReport', from: '2090-08-29', to: '2091-03-01' },
      ],
      reminders: { dropped: 0, added: 0 },
    })
    expect(byAccord.get(id(1))).toMatchObject({ outcome: 'skipped', reason: 'laterDate' })
    expect(byAccord.get(id(2))).toMatchObject({ outcome: 'skipped', reason: 'excluded' })
    expect(seen.totals).toMatchObject({ applied: 4, skipped: 2, failed: 0 })
    expect(seen.totals.moved).toBeGreaterThan(0)
    expect(await dateOf(id(0))).toBe('2090-06-30')
    expect(await collective('list')).toEqual({ items: [] })
  })

  test('is applied to each accord by a command of its own, and shows who was skipped and why', async () => {
    const done = await accordi(
      'collective',
      'start',
      programmeId,
      '--id',
      'proroga-1',
      ...extend,
      '--exclude',
      id(2),
      '--exclude-reason',
      'rinuncia in corso',
      ...ministry,
      ...cited,
    )
    expect(done).toMatchObject({ code: 0 })
    expect(done.out).toContain('applicati 4, saltati 1, falliti 0, da fare 0; esclusi 1')
    expect(await dateOf(id(0))).toBe('2090-12-31')
    expect(await dateOf(id(1))).toBe('2092-06-30')
    expect(await dateOf(id(2))).toBe('2090-06-30')
    const { items } = await collective('show', 'proroga-1')
    expect(items.map(({ accord_id, status, reason }) => [accord_id, status, reason])).toEqual([
      [id(0), 'applied', null],
      [id(1), 'skipped', 'laterDate'],
      [id(2), 'skipped', 'excluded'],
      [id(3), 'applied', null],
      [id(4), 'applied', null],
      [id(5), 'applied', null],
    ])
    const events = (await accordi('accord', 'timeline', id(0), '--json')).json().items
    const granted = events.find(({ type }) => type === 'ExtensionGranted')
    expect(granted).toMatchObject({ commandId: 'collective:proroga-1:apply:1' })
    expect(JSON.stringify(granted)).toContain('35/002585')
  })

  test('is not done twice under one id, nor over nobody, nor past a slip', async () => {
    const start = (...args: string[]) =>
      accordi('collective', 'start', programmeId, ...args, ...ministry, '--json')
    const codeOf = async (...args: string[]) =>
      ((await start(...args)).json().refusal as { code: string }).code
    expect(await codeOf('--id', 'proroga-1', ...extend)).toBe('collective-exists')
    expect(await codeOf('--id', 'p2', ...extend, '--phases', 'concluded')).toBe('collective-empty')
    expect(await codeOf('--id', 'p3', ...extend, '--exclude', 'ombria', '--exclude-reason', 'x')).toBe(
      'collective-idle',
    )
    const both = await start('--id', 'p4', ...extend, '--to-rules', '2')
    expect(both.code).toBe(2)
    expect(await start('--id', 'p5', '--extend', 'activities=ieri', '--reasons', 'x')).toMatchObject({
      code: 2,
    })
  })

  test('is revoked as one act', async () => {
    const done = await accordi(
      'collective',
      'revoke',
      programmeId,
      'proroga-1',
      '--reasons',
      'atto annullato',
      ...ministry,
    )
    expect(done).toMatchObject({ code: 0 })
    expect(done.out).toContain('revoca — accordi 4, applicati 4')
    expect(await dateOf(id(0))).toBe('2090-06-30')
    expect(await dateOf(id(1))).toBe('2092-06-30')
    expect((await collective('list')).items).toMatchObject([{ actId: 'proroga-1', status: 'revoked' }])
  })

  test('leaves out whoever has asked for an extension, until that is decided and the act is tried again', async () => {
    const ask = [
      '--extension',
      'chiesta',
      '--scope',
      'activities',
      '--until-activities',
      '2090-09-30',
      '--reasons',
      'x',
    ]
    expect(await accordi('extension', 'request', id(3), ...ask, '--as', 'region:94')).toMatchObject({
      code: 0,
    })
    const done = await accordi(
      'collective',
      'start',
      programmeId,
      '--id',
      'proroga-2',
      ...extend,
      ...ministry,
    )
    expect(done.code).toBe(3)
    expect(done.out).toContain('falliti 1')
    expect((await collective('show', 'proroga-2', '--status', 'failed')).items).toMatchObject([
      { accord_id: id(3), reason: 'extension-pending' },
    ])
    const refuse = ['--extension', 'chiesta', '--reasons', 'assorbita dalla proroga collettiva']
    expect(await accordi('extension', 'refuse', id(3), ...refuse, ...ministry)).toMatchObject({ code: 0 })
    expect(await accordi('collective', 'retry', programmeId, 'proroga-2', ...ministry)).toMatchObject({
      code: 0,
    })
    expect(await dateOf(id(3))).toBe('2090-12-31')
  })
})

describe('other collective acts', () => {
  test('a law that stops the clocks, taken back as one act', async () => {
    const law = ['--suspend-from', '2090-03-01', '--suspend-until', '2090-03-31', '--reasons', 'emergenza']
    const when = ['--on', '2090-02-20']
    const refused = await accordi(
      'collective',
      'start',
      programmeId,
      '--id',
      'legge-1',
      ...law,
      ...when,
      ...ministry,
      '--json',
    )
    expect(refused.json().act).toMatchObject({ status: 'completed' })
    // The end of activities was named by an act before the law; the law moves it.
    expect(await dateOf(id(4))).toBe('2091-01-31')
    expect(
      await accordi('collective', 'revoke', programmeId, 'legge-1', '--reasons', 'errore', ...ministry),
    ).toMatchObject({ code: 0 })
    expect(await dateOf(id(4))).toBe('2090-12-31')
  })

  test('new rules, from the next version of the programme, and back', async () => {
    const second = syntheticProgramme(programmeId, 1, 2)
    second.rules.terms.planReview.period = 'P45D'
    const changed = file('programma-2.json', JSON.stringify(second))
    expect(
      await accordi('programme', 'change', changed, '--reasons', 'nuova convenzione', ...ministry),
    ).toMatchObject({ code: 0 })
    const move = ['--to-rules', '2', '--reasons', 'nuova convenzione', '--accords', `${id(4)},${id(5)}`]
    expect(
      await accordi('collective', 'start', programmeId, '--id', 'regole-2', ...move, ...ministry),
    ).toMatchObject({ code: 0 })
    const rulesOf = async (accordId: string) =>
      (await accordi('accord', 'show', accordId, '--json')).json().rulesVersion
    expect(await rulesOf(id(4))).toBe(2)
    expect(await rulesOf(id(0))).toBe(1)
    expect(
      await accordi('collective', 'revoke', programmeId, 'regole-2', '--reasons', 'errore', ...ministry),
    ).toMatchObject({ code: 0 })
    expect(await rulesOf(id(4))).toBe(1)
  })

  test('leave a record that proves itself', async () => {
    expect((await accordi('verify', '--json')).json()).toMatchObject({ outcome: 'sound', findings: [] })
    const { items } = (await accordi('programme', 'list', '--json')).json()
    expect(items).toMatchObject([{ programmeId, status: 'open', rulesVersion: 2, accords: 6 }])
  })
})
