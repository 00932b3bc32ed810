import { z } from 'zod'
import { localDate, romanNumeral, slug, text } from './primitives.ts'

export const milestonePlan = z.strictObject({ id: slug, title: text, dueOn: localDate.exactOptional() })

export const planAction = z.strictObject({
  numeral: romanNumeral,
  title: text,
  section: z.union([z.literal(2), z.literal(3)], 'not-an-action-section').exactOptional(),
  priority: z.int().min(1, 'not-a-priority').max(5, 'not-a-priority').exactOptional(),
  endsOn: localDate.exactOptional(),
  milestones: z.array(milestonePlan).max(100, 'too-many').default([]),
})

export const planSection = z.strictObject({
  number: z.union([z.literal(1), z.literal(2), z.literal(3)], 'not-a-section'),
  title: text,
})
