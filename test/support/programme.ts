import { programme } from '../../schemas/reference.ts'

const rule = (period: string) => ({ period, citation: 'regola di prova', assumed: false })

/** A synthetic programme with a term for every step. */
export const testProgramme = programme.parse({
  format: 'accordi/programme@1',
  title: 'Programma di prova',
  rules: {
    programmeId: 'prova',
    version: 1,
    zone: 'Europe/Rome',
    calendarId: 'IT',
    policy: 'CC',
    terms: {
      plan: rule('P60D'),
      planReview: rule('P30D'),
      planResubmission: rule('P20D'),
      integrationReply: rule('P30D'),
      finalReport: rule('P60D'),
      reportReview: rule('P30D'),
      reportResubmission: rule('P20D'),
      extensionDecision: rule('P30D'),
    },
  },
})
