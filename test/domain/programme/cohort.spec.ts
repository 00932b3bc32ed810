import { expect, test } from 'vitest'
import { type Candidate, chooseCohort } from '../../../domain/programme/cohort.ts'

const candidate = (accordId: string, regionId: Candidate['regionId'], phase: Candidate['phase']) => ({
  ...{ accordId, regionId, phase },
})
const umbria = candidate('umbria', '10', 'underway')
const lazio = candidate('lazio', '12', 'activitiesEnded')
const piemonte = candidate('piemonte', '01', 'concluded')
const all = [umbria, lazio, piemonte]

test('a cohort without a rule is everybody', () => {
  expect(chooseCohort({}, all)).toEqual({ chosen: all, excluded: [], idle: [] })
})

test('Regions, phases and accords are all asked for together', () => {
  expect(chooseCohort({ regionIds: ['10', '12'], phases: ['underway'] }, all).chosen).toEqual([umbria])
  expect(chooseCohort({ accordIds: ['lazio'], phases: ['underway'] }, all).chosen).toEqual([])
})

test('an exclusion takes out what it names, with its reason', () => {
  const exclusions = [{ regionIds: ['12'] as const, reason: 'proroga propria' }]
  expect(chooseCohort({ exclusions }, all)).toEqual({
    chosen: [umbria, piemonte],
    excluded: [{ ...lazio, reason: 'proroga propria' }],
    idle: [],
  })
})

test('a name that finds nothing is told, in the choice and in the exclusions', () => {
  expect(chooseCohort({ accordIds: ['umbria', 'ombria'] }, all).idle).toEqual(['ombria'])
  const exclusions = [{ accordIds: ['lazzio'], regionIds: ['09'] as const, reason: 'x' }]
  expect(chooseCohort({ exclusions }, all).idle).toEqual(['lazzio', '09'])
  // Excluded from what was never chosen: a slip as well.
  const outside = [{ accordIds: ['piemonte'], reason: 'x' }]
  expect(chooseCohort({ regionIds: ['10'], exclusions: outside }, all).idle).toEqual(['piemonte'])
})
