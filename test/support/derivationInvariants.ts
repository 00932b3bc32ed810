import { expect } from 'vitest'
import type { Obligation } from '../../domain/accord/state.ts'
import { isStanding } from '../../domain/time/adjustments.ts'
import { computeTerm } from '../../domain/time/term.ts'
import { newCalendars } from './accordWalk.ts'
import { newVersion } from './accordWalkData.ts'
import { context } from './fixtures.ts'

const { calendars } = context

/** Every stored date, and the chain that explains it, comes out again from its term and adjustments. */
export function checkDerivations(all: readonly Obligation[]): void {
  for (const { term, adjustments, nominal, effective, passesAt, zone, calendar, why } of all) {
    const stored = { nominal, effective, passesAt, zone, calendar, why }
    const known = (calendar.version === newVersion ? newCalendars : calendars)[calendar.id]
    const derived = known && computeTerm(term, known, adjustments)
    // The chain of a clock that stands still was made before it stopped.
    const isStopped = adjustments?.some(isStanding)
    expect(derived).toEqual(isStopped ? { ...stored, why: derived?.why } : stored)
  }
}
