import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { executeCommand } from '../../activities/executeCommand.ts'
import type { Connection } from '../../db/connect.ts'
import { type Checked, verifyRecord } from '../../db/verify.ts'
import type { Deadline } from '../../domain/accord/events.ts'
import { textOf } from '../../domain/text/render.ts'
import { actsOf, ministry } from '../support/acts.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { depsOn } from '../support/deps.ts'
import { rewrite } from '../support/rewrite.ts'

let database: TestDatabase
let app: Connection

beforeAll(async () => {
  database = await testDatabase()
  app = database.as('accordi_app')
})
afterAll(() => database.drop())

async function checked(accordId: string): Promise<Checked> {
  for await (const one of verifyRecord(app)) if (one.accordId === accordId) return one
  throw new Error(`no accord ${accordId}`)
}

/** From the proposal to an extension: activities from Sunday 30 June to 31 August 2030, the report with them. */
async function extended(accordId: string): Promise<void> {
  const acts = actsOf(accordId)
  const granted = {
    extensionId: 'p1',
    scope: 'activities',
    until: { activities: '2030-08-31' },
    reasons: 'avvio tardivo',
  }
  const life = [
    ...[acts.propose(), acts.signByMinistry(), acts.signByRegion(), acts.submitPlan(), acts.approvePlan()],
    acts.act('GrantExtension', '2030-05-02', granted, { actor: ministry }),
  ]
  const deps = depsOn(app)
  for (const request of life) {
    const { answer } = await executeCommand(deps, { accordId, request, knownVersion: 0 })
    expect(answer).toMatchObject({ outcome: 'accepted' })
  }
}

type Holder = { readonly deadline: Deadline }

/** A change to the deadline that one event set or moved. */
function changing(type: string, id: string, change: (deadline: Deadline) => object) {
  return (event: { readonly type: string; readonly data: unknown }) => {
    if (event.type !== type || (event.data as Holder).deadline.id !== id) return undefined
    const { deadline } = event.data as Holder
    return { data: { ...(event.data as object), deadline: { ...deadline, ...change(deadline) } } }
  }
}

describe('a record changed with all its hashes made anew', () => {
  const later = { effective: '2030-10-31', passesAt: '2030-10-31T22:59:59.999Z' }
  const cases = [
    ['a later date', 'DeadlineMoved', 'finalReport', () => later, 'effective, passesAt'],
    [
      'a first date that has moved since',
      'DeadlineSet',
      'activities',
      () => ({ nominal: '2030-06-29' }),
      'nominal',
    ],
    [
      'a term that was longer',
      'DeadlineSet',
      'plan',
      ({ term }: Deadline) => ({ term: { ...term, period: 'P90D' } }),
      'nominal, effective, passesAt',
    ],
    [
      'an extension never granted',
      'DeadlineMoved',
      'activities',
      () => ({ adjustments: [] }),
      'nominal, effective, passesAt',
    ],
    [
      'another rule in the chain',
      'DeadlineSet',
      'planReview',
      ({ why }: Deadline) => ({
        why: why.map((step) => ('rule' in step ? { ...step, rule: 'altra' } : step)),
      }),
      'why',
    ],
  ] as const

  it.each(cases)('is found by its dates: %s', async (name, type, id, change, fields) => {
    const accordId = `manomesso-${cases.findIndex(([one]) => one === name)}`
    await extended(accordId)
    expect((await checked(accordId)).findings).toEqual([])
    expect(await rewrite(database, app, accordId, changing(type, id, change))).toBe(1)
    const { findings: found } = await checked(accordId)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ accordId, code: 'derivation', params: { deadline: id } })
    expect(found[0]?.detail).toMatch(new RegExp(`^v\\d+ ${type}: ${fields}$`))
  })

  it('is told with the deadline and both dates, in both languages', async () => {
    const [found] = (await checked('manomesso-0')).findings
    const stored = '2030-10-31 2030-10-31T22:59:59.999Z'
    const derived = '2030-10-30 2030-10-30T22:59:59.999Z'
    expect(found?.params).toEqual({ deadline: 'finalReport', stored, derived })
    for (const language of ['it', 'en'] as const) {
      const text = textOf(language, 'finding.derivation', found?.params)
      for (const word of ['finalReport', stored, derived]) expect(text).toContain(word)
    }
  })

  it('is found where a date names a calendar that nobody has', async () => {
    await extended('senza-calendario')
    const calendar = { id: 'IT', version: '1999-01-01' }
    await rewrite(
      database,
      app,
      'senza-calendario',
      changing('DeadlineSet', 'plan', () => ({ calendar })),
    )
    const [found, ...more] = (await checked('senza-calendario')).findings
    expect(more).toEqual([])
    expect(found).toMatchObject({ code: 'calendar-missing', params: { deadline: 'plan', calendar: 'IT' } })
    expect(textOf('it', 'finding.calendar-missing', found?.params)).toContain('versione 1999-01-01')
  })

  it('control: what touches no date is not found, so the hashes alone say nothing', async () => {
    await extended('altro-titolo')
    const title = 'Altro titolo'
    const changed = await rewrite(database, app, 'altro-titolo', ({ type, data }) =>
      type === 'AccordProposed' ? { data: { ...(data as object), title } } : undefined,
    )
    expect(changed).toBe(1)
    expect((await checked('altro-titolo')).findings).toEqual([])
  })
})

describe('a move that version 1 stored', () => {
  const later = { effective: '2030-09-02', passesAt: '2030-09-02T21:59:59.999Z' }

  /** As version 1 wrote it: a fixed date for a term, and what moved it in the chain alone. */
  const asVersion1 = (event: { readonly type: string; readonly data: unknown }) => {
    if (event.type !== 'DeadlineMoved') return undefined
    const { deadline, ...rest } = event.data as Holder
    const { adjustments: _, ...kept } = deadline
    const { subject, policy, zone, citation } = deadline.term
    const term = { basis: 'FIXED_DATE', date: deadline.nominal, subject, policy, zone, citation }
    return { schema_version: 1, data: { ...rest, deadline: { ...kept, term } } }
  }

  it('comes out again as it was, and is found where it was changed', async () => {
    await extended('antico')
    expect(await rewrite(database, app, 'antico', asVersion1)).toBe(2)
    const sound = await checked('antico')
    expect(sound.findings).toEqual([])
    expect(sound.derivations).toBeGreaterThan(6)
    await rewrite(
      database,
      app,
      'antico',
      changing('DeadlineMoved', 'activities', () => later),
    )
    expect((await checked('antico')).findings).toMatchObject([
      {
        code: 'derivation',
        params: { deadline: 'activities', derived: expect.stringContaining('2030-08-31') },
      },
    ])
  })
})
