import { z } from 'zod'
import { type DocumentRef, documentKinds, documentSignatures } from '../domain/accord/documents/parts.ts'
import type { Actor, Citation, Money } from '../domain/accord/parts.ts'
import { isRegionId, type RegionId } from '../domain/regions.ts'
import { type Instant, parseInstant, parseWrittenInstant } from '../domain/time/instant.ts'
import {
  type ActDate,
  type LocalDate,
  parseActDate,
  parseLocalDate,
  parseWrittenDate,
} from '../domain/time/localDate.ts'
import { type Period, parsePeriod } from '../domain/time/period.ts'

/**
 * The zod side of the domain's values. A failed check carries a *code* as its message: the catalogue
 * of texts turns it into a sentence with field, value and remedy (`issue.<code>`).
 */
const longestText = 4000

/**
 * Never empty, no control characters, no half of a surrogate pair: Postgres stores none of these, and
 * an act that cannot be stored must be turned away here, not tried again for ever.
 */
const storable = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, 'empty')
    .max(longest, 'too-long')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/, 'control-characters')
    .refine((value) => value.isWellFormed(), { error: 'control-characters' })

/** Free text of an act, at most 4,000 characters. */
export const text = storable(longestText)

/** Ids are chosen by people and end in workflow ids: short, lower case, without spaces. */
export const slug = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'not-a-slug')

/** Opaque reference to an office or signer; an address or a name does not fit its form. */
export const officeRef = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'not-an-office-ref')

export const commandId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:~-]{0,199}$/, 'not-a-command-id')

function parsed<T extends string>(parse: (text: string) => T | undefined, code: string) {
  return z.string().transform((value, context): T => {
    const read = parse(value)
    if (read !== undefined) return read
    context.issues.push({ code: 'custom', message: code, input: value })
    return z.NEVER
  })
}

/** Dates and instants that somebody writes in, and those that the record holds: computed ones reach further. */
export const localDate = parsed<LocalDate>(parseWrittenDate, 'not-a-date')
export const instant = parsed<Instant>(parseWrittenInstant, 'not-an-instant')
export const storedDay = parsed<LocalDate>(parseLocalDate, 'not-a-date')
export const storedInstant = parsed<Instant>(parseInstant, 'not-an-instant')
export const period = parsed<Period>(parsePeriod, 'not-a-period')
export const regionId = parsed<RegionId>((code) => (isRegionId(code) ? code : undefined), 'unknown-region')
export const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not-a-wall-time')

/** `"2014-12-31"`, `"2014-12"`, `"2014"`, or `{"date": "2014-12", "assumed": true}`. */
export const actDate = z
  .union(
    [z.string(), z.strictObject({ date: z.string(), assumed: z.boolean().default(false) })],
    'not-a-date',
  )
  .transform((value, context): ActDate => {
    const { date, assumed } = typeof value === 'string' ? { date: value, assumed: false } : value
    const read = parseActDate(date, assumed)
    if (read !== undefined) return read
    context.issues.push({ code: 'custom', message: 'not-a-date', input: date })
    return z.NEVER
  })

export const romanNumeral = z
  .string()
  .regex(/^(?=[IVXL])(XL|L?X{0,3})(IX|IV|V?I{0,3})$/, 'not-a-roman-numeral')

/** Euro as decimal text with at most two decimals; kept as integer cents, never as a float. */
export const money = euroFrom(1)

/** As any amount, and also nothing at all: where nothing was spent, or nothing of it is recognised. */
export const moneyOrNone = euroFrom(0)

function euroFrom(leastCents: 0 | 1) {
  return z
    .strictObject({
      amount: z.string().regex(/^(0|[1-9]\d{0,11})(\.\d{1,2})?$/, 'not-an-amount'),
      currency: z.literal('EUR').default('EUR'),
    })
    .transform(({ amount, currency }, context): Money => {
      const [euros = '0', decimals = ''] = amount.split('.')
      const cents = Number(euros) * 100 + Number(decimals.padEnd(2, '0'))
      if (cents >= leastCents) return { cents, currency }
      context.issues.push({ code: 'custom', message: 'not-an-amount', input: amount })
      return z.NEVER
    })
}

export const citation: z.ZodType<Citation> = z.strictObject({
  source: text,
  protocol: text.exactOptional(),
  mark: z.enum(['stated', 'act', 'assumed']).exactOptional(),
  note: text.exactOptional(),
})

const largestDocumentBytes = 100 * 1024 * 1024

export const documentRef: z.ZodType<DocumentRef> = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'not-a-sha256'),
  name: storable(255),
  bytes: z.int().min(1, 'empty').max(largestDocumentBytes, 'too-large'),
  mime: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/, 'not-a-mime-type'),
  documentId: slug.exactOptional(),
  kind: z.enum(documentKinds).exactOptional(),
  signature: z.enum(documentSignatures).exactOptional(),
  protocol: storable(255).exactOptional(),
})

export const actor: z.ZodType<Actor> = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('ministry'), id: officeRef }),
  z.strictObject({ role: z.literal('region'), id: officeRef, regionId }),
  z.strictObject({ role: z.enum(['scheduler', 'auditor']), id: officeRef }),
])
