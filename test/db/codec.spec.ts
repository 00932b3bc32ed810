import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  chainHash,
  decode,
  encode,
  firstHash,
  type StoredEvent,
  schemaVersion,
  UnreadableEvent,
  type Upcasters,
} from '../../db/eventCodec.ts'
import { eventTypes } from '../../schemas/events.ts'

/** One stored row of every event type and version that accordi has ever written. Rows are added, never changed. */
const samples: StoredEvent[] = JSON.parse(readFileSync('test/db/samples/events.json', 'utf8'))

describe('the stored samples', () => {
  it('hold every version of every event type', () => {
    const stored = samples.map(({ type, schema_version }) => `${type}@${schema_version}`)
    const wanted = eventTypes.flatMap((type) =>
      Array.from({ length: schemaVersion(type) }, (_, index) => `${type}@${index + 1}`),
    )
    expect(new Set(stored)).toEqual(new Set(wanted))
  })

  it.each([
    ['AccordProposed', 'rules.mayCorrect'],
    ['AccordProposed', 'rules.exits'],
    ['AccordProposed', 'rules.certification'],
    ['AccordProposed', 'rules.documents'],
    ['AccordProposed', 'rules.money'],
    ['AccordProposed', 'rules.monitoring'],
    ['AdvancePaid', 'deduction'],
    ['AdvancePaid', 'trancheId'],
    ['DecisionPrepared', 'data.deduction'],
    ['DecisionPrepared', 'about.version'],
    ['DecisionPrepared', 'about.ref'],
    ['DecisionCertified', 'about.version'],
    ['DecisionWithdrawn', 'reasons'],
    ['AccordProposed', 'rules.terms.plan.target'],
    ['PlanSubmitted', 'actions.0.endsOn'],
    ['ExtensionRequested', 'attachmentsBy'],
    ['ExtensionRequested', 'targets'],
    ['ExtensionRequested', 'until.actions'],
    ['ExtensionGranted', 'addendum'],
    ['SuspensionStarted', 'until'],
    ['DateCorrected', 'ref'],
    ['WithdrawalAccepted', 'note'],
    ['NonUseAccepted', 'note'],
    ['DocumentsAdded', 'note'],
    ['DeadlineSet', 'deadline.target'],
    ['DeadlineSet', 'deadline.term.startAs'],
    ['DeadlineSuspended', 'suspensionId'],
  ])('hold %s with and without %s', (type, field) => {
    const valueIn = (data: unknown) =>
      field.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], data)
    const has = samples.filter((one) => one.type === type).map(({ data }) => valueIn(data) !== undefined)
    expect(new Set(has)).toEqual(new Set([true, false]))
  })

  it.each(samples.map((sample) => [`${sample.type}@${sample.schema_version}`, sample] as const))(
    'reads %s',
    (_, sample) => {
      const event = decode('campione', sample)
      expect(event).toMatchObject({ type: sample.type, accordId: 'campione', commandId: sample.command_id })
    },
  )

  it('gives back at the latest version exactly what was stored', () => {
    for (const sample of samples.filter(
      ({ type, schema_version }) => schema_version === schemaVersion(type as never),
    )) {
      expect(encode(decode('campione', sample))).toEqual(sample)
    }
  })
})

describe('a move stored as version 1', () => {
  const law = 'art. 2 c. 7 l. 241/1990'
  const stored = samples.find(({ type, schema_version }) => type === 'DeadlineMoved' && schema_version === 1)
  if (stored === undefined) throw new Error('no sample')

  it('gets its original term back, with what moved it', () => {
    const event = decode('campione', stored)
    expect(event.data).toMatchObject({
      deadline: {
        nominal: '2030-03-13',
        term: { basis: 'PERIOD', start: '2030-02-01', period: 'P30D', citation: 'regola di prova' },
        adjustments: [{ kind: 'suspension', on: '2030-02-05', until: '2030-02-15', rule: law }],
      },
      cause: 'resumption',
    })
  })

  it('reads extensions and followed parents from the chain too', () => {
    const data = structuredClone(stored.data) as { deadline: { why: unknown[] } }
    data.deadline.why.splice(
      1,
      3,
      { step: 'followed', parentId: 'activities', from: '2030-03-03', to: '2030-03-20' },
      { step: 'extended', extensionId: 'p1', from: '2030-03-20', to: '2030-04-30', rule: '35/1' },
    )
    expect(decode('campione', { ...stored, data }).data).toMatchObject({
      deadline: {
        adjustments: [
          { kind: 'parent', parentId: 'activities', until: '2030-03-20' },
          { kind: 'extension', extensionId: 'p1', until: '2030-04-30', rule: '35/1' },
        ],
      },
    })
  })
})

describe('upcasting', () => {
  const [sample] = samples.filter(({ type }) => type === 'PlanIntegrationSupplied')
  if (sample === undefined) throw new Error('no sample')
  // As if the note had once been called `text`, and before that had been a bare string.
  const steps: Upcasters = {
    PlanIntegrationSupplied: [
      (data) => ({ text: data }),
      (data) => ({ note: (data as { text: string }).text }),
    ],
  }

  it('carries version 1 through every step to the latest', () => {
    const event = decode('a', { ...sample, schema_version: 1, data: 'tre allegati' }, steps)
    expect(event.data).toEqual({ note: 'tre allegati' })
  })

  it('starts at the stored version', () => {
    const event = decode('a', { ...sample, schema_version: 2, data: { text: 'due' } }, steps)
    expect(event.data).toEqual({ note: 'due' })
  })

  it('control: without its step the old shape is not readable', () => {
    expect(() => decode('a', { ...sample, schema_version: 1, data: 'tre allegati' })).toThrow(UnreadableEvent)
  })
})

describe('an event that cannot be read', () => {
  const [sample] = samples
  if (sample === undefined) throw new Error('no sample')

  it('names the stream, the version, the type and the field', () => {
    const broken = { ...sample, data: { ...(sample.data as object), title: 7 } }
    expect(() => decode('umbria', broken)).toThrow(/umbria v\d+ AccordProposed@1: title/)
  })

  it('is refused where a newer accordi wrote it', () => {
    expect(() => decode('a', { ...sample, schema_version: 99 })).toThrow(/newer accordi/)
  })

  it('is refused where its type is unknown', () => {
    expect(() => decode('a', { ...sample, type: 'AccordForgotten' })).toThrow(/unknown event type/)
  })
})

describe('the hash chain', () => {
  const [first, second] = samples
  if (first === undefined || second === undefined) throw new Error('no samples')

  it('depends on the previous hash, the accord and every column', () => {
    const hash = chainHash(firstHash, 'a', first).toString('hex')
    expect(chainHash(firstHash, 'a', first).toString('hex')).toBe(hash)
    expect(chainHash(firstHash, 'b', first).toString('hex')).not.toBe(hash)
    expect(chainHash(chainHash(firstHash, 'a', second), 'a', first).toString('hex')).not.toBe(hash)
    for (const column of Object.keys(first)) {
      expect(chainHash(firstHash, 'a', { ...first, [column]: 'altro' }).toString('hex'), column).not.toBe(
        hash,
      )
    }
  })

  it('does not depend on the order in which Postgres gives back the keys', () => {
    const reversed = Object.fromEntries(Object.entries(first.data as object).reverse())
    expect(chainHash(firstHash, 'a', { ...first, data: reversed })).toEqual(chainHash(firstHash, 'a', first))
  })
})
