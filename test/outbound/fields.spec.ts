import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { EventType } from '../../domain/accord/events.ts'
import { sent, withheld } from '../../outbound/fields.ts'
import { project, textFields } from '../../outbound/project.ts'
import { eventData, eventTypes, storedAct } from '../../schemas/events.ts'
import { everyCase } from '../support/everyCase.ts'

const schemas = [...Object.values<z.ZodType>(eventData), storedAct]
const texts = new Set(schemas.flatMap((schema) => textFields(schema).texts))
const schemaOf = (type: EventType): z.ZodType => eventData[type]

/** The name of every field of a value, however deep. */
function names(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(names)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [name, ...names(inner)])
}

describe('what leaves of an event', () => {
  it('is decided for every text of every event: it is sent, or it is withheld', () => {
    expect(texts.size).toBeGreaterThan(40)
    expect([...texts].filter((name) => !sent.has(name) && !withheld.has(name))).toEqual([])
    expect([...sent].filter((name) => withheld.has(name))).toEqual([])
  })

  it('is decided for texts that events have, and for no others', () => {
    expect([...sent, ...withheld].filter((name) => !texts.has(name))).toEqual([])
  })

  it('control: a new text that nobody listed would be found, and would stay', () => {
    const added = z.strictObject({ id: z.string(), remarks: z.array(z.string()).exactOptional() })
    const found = textFields(added).texts.filter((name) => !sent.has(name) && !withheld.has(name))
    expect(found).toEqual(['remarks'])
    expect(project(added, { id: 'a', remarks: ['Mario Rossi'] })).toEqual({ id: 'a' })
  })

  it('is known for every form that the schemas have', () => {
    expect(schemas.flatMap((schema) => textFields(schema).unknown)).toEqual([])
    expect(textFields(z.strictObject({ other: z.custom<string>() })).unknown).toEqual(['other: custom'])
  })

  it.each(eventTypes)('%s keeps its shape and loses its free text', (type) => {
    const { data } = everyCase[type]
    const left = project(schemaOf(type), data)
    const lost = new Set(names(data).filter((name) => !names(left).includes(name)))
    expect([...lost].filter((name) => !withheld.has(name))).toEqual([])
    // `cause` and `grounds` are words from a fixed list in other places; a text of that name is gone.
    const free = names(left).filter((name) => withheld.has(name) && !['amount', 'cause'].includes(name))
    expect(free).toEqual([])
  })

  it('keeps sums, dates and scopes of a payment, and not why something was kept back', () => {
    const amount = { cents: 100_00, currency: 'EUR' } as const
    const data = { amount, trancheId: 'acconto', deduction: { amount, cause: 'debito di Mario Rossi' } }
    expect(project(schemaOf('AdvancePaid'), data)).toEqual({
      amount,
      trancheId: 'acconto',
      deduction: { amount },
    })
  })

  it('keeps the citation of an act and the digest of its documents, and no name of a file', () => {
    const act = {
      on: { date: '2030-01-07', precision: 'day', assumed: false },
      receivedAt: '2030-01-07T09:00:00.000Z',
      actor: { role: 'region', id: 'regione-10', regionId: '10' },
      citation: { source: 'D.D. 12/2030', protocol: 'prot. 7', note: 'telefonata con Mario Rossi' },
      documents: [{ sha256: 'a'.repeat(64), name: 'Mario Rossi.pdf', bytes: 3, mime: 'application/pdf' }],
    }
    expect(project(storedAct, act)).toEqual({
      ...act,
      citation: { source: 'D.D. 12/2030', protocol: 'prot. 7' },
      documents: [{ sha256: 'a'.repeat(64), bytes: 3, mime: 'application/pdf' }],
    })
  })
})
