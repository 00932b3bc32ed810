import { syntheticCitation } from './parts.ts'

const rule = (period: string) => ({
  ...{ period, assumed: true },
  citation: 'Termine sintetico, presunto: di un programma inesistente non c’è fonte',
})

/** The file of a programme that does not exist, with a term for every step: its self-check finds nothing. */
export function syntheticProgramme(programmeId: string, seed: number, version = 1) {
  const { source, mark } = syntheticCitation(seed)
  return {
    format: 'accordi/programme@1',
    title: `Programma sintetico ${programmeId}`,
    facts: [{ fact: `SINTETICO: programma inesistente, generato dal seme ${seed}.`, source, mark }],
    rules: {
      ...{ programmeId, version, zone: 'Europe/Rome', calendarId: 'IT', policy: 'CC' },
      terms: {
        ...{ plan: rule('P60D'), planReview: rule('P30D'), planResubmission: rule('P20D') },
        ...{ integrationReply: rule('P30D'), activities: rule('P18M'), finalReport: rule('P60D') },
        ...{ reportReview: rule('P30D'), reportResubmission: rule('P20D'), extensionDecision: rule('P30D') },
      },
      extensions: { decidedBy: ['dg-immigrazione'], citation: rule('P30D').citation },
      exits: { observations: rule('P10D'), decision: rule('P30D'), recovery: rule('P90D') },
    },
  }
}
