import { setTimeout as delay } from 'node:timers/promises'
import { remaining } from '../domain/programme/state.ts'
import type { ProgrammeRequest } from '../operations/programmes.ts'
import { countsNow, existingAct, printAct } from './collectiveView.ts'
import { exitCodes } from './problem.ts'
import { sendRequest } from './programmeCommands.ts'
import type { Session } from './session.ts'

const lookEveryMs = 1_000
const barWidth = 20

/** Records an act, sends it on its way, and shows how far it has come until it ends, stops, or is left alone. */
export async function sendAndFollow(
  session: Session,
  request: ProgrammeRequest,
  actId: string,
  follows: boolean,
): Promise<void> {
  const { output } = session
  const { programmeId } = request
  const answer = await sendRequest(session, request)
  if (answer === undefined) return
  const act = answer.state.status === 'absent' ? undefined : answer.state.acts[actId]
  if (act?.status === 'running') await (await session.collectives()).go({ programmeId, actId })
  if (follows) await followed(session, programmeId, actId)
  const now = await existingAct(session, programmeId, actId)
  const { commandId, repeated } = answer
  output.document({ outcome: 'accepted', programmeId, commandId, repeated, act: now })
  printAct(session, now)
  if (now.status === 'running') return output.say('cli.collective-going', { programmeId, actId })
  const { failed } = countsNow(now)
  if (failed > 0) {
    output.say('cli.collective-retry-hint', { failed })
    process.exitCode = exitCodes.refused
  }
}

async function followed(session: Session, programmeId: string, actId: string): Promise<void> {
  let shown = -1
  for (;;) {
    const act = await existingAct(session, programmeId, actId)
    const counts = countsNow(act)
    const left = remaining(act)
    const done = counts.applied + counts.skipped + counts.failed
    const total = done + left
    if (done !== shown) {
      const filled = total === 0 ? barWidth : Math.round((done / total) * barWidth)
      const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled)
      session.output.progress('cli.collective-progress', { bar, done, total, ...counts })
      shown = done
    }
    if (act.status !== 'running') return
    await delay(lookEveryMs)
  }
}
