import { executeCommand } from '../../activities/executeCommand.ts'
import type { Connection } from '../../db/connect.ts'
import type { CommandRequest } from '../../domain/accord/commands.ts'
import { isRegionId, regions } from '../../domain/regions.ts'
import { actsOf } from './acts.ts'
import { depsOn } from './deps.ts'

const regionIds = Object.keys(regions).filter(isRegionId).sort()

/** A programme whose self-check finds nothing. */
export const wholeProgramme = (programmeId: string, version = 1) => {
  const rule = (period: string) => ({ period, citation: 'regola di prova', assumed: false })
  return {
    format: 'accordi/programme@1',
    title: 'Programma degli atti collettivi',
    rules: {
      ...{ programmeId, version, zone: 'Europe/Rome', calendarId: 'IT', policy: 'CC' },
      terms: {
        ...{ plan: rule('P60D'), planReview: rule('P30D'), planResubmission: rule('P20D') },
        ...{ integrationReply: rule('P30D'), activities: rule('P18M'), finalReport: rule('P60D') },
        ...{ reportReview: rule('P30D'), reportResubmission: rule('P20D'), extensionDecision: rule('P30D') },
      },
      extensions: { decidedBy: ['dg-immigrazione'], citation: 'regola di prova' },
    },
  }
}

/** Acts that bring an accord to where its activities run, until a far day. */
export function underway(accordId: string, programmeId: string, place: number): CommandRequest[] {
  const acts = actsOf(accordId)
  const regionId = regionIds[place % regionIds.length] ?? '10'
  const region = { role: 'region', id: `regione-${regionId}`, regionId } as const
  const title = `Accordo ${accordId}`
  return [
    acts.act('ProposeAccord', '2025-01-07', { programmeId, regionId, title }),
    acts.signByMinistry('2025-01-08'),
    { ...acts.signByRegion('2025-01-09'), actor: region },
    { ...acts.submitPlan('2025-02-03'), actor: region },
    acts.act('ApprovePlan', '2025-02-17', { activitiesUntil: '2090-06-30' }),
  ]
}

/** Records acts directly, as a worker's activity does, without a workflow. */
export async function recordAll(app: Connection, requests: readonly CommandRequest[]): Promise<void> {
  const deps = depsOn(app)
  for (const request of requests) {
    const { answer } = await executeCommand(deps, { accordId: request.accordId, request, knownVersion: 0 })
    if (answer.outcome !== 'accepted') throw new Error(`${request.type}: ${JSON.stringify(answer)}`)
  }
}
