import { isDeepStrictEqual } from 'node:util'
import type { Accords } from '../client/accords.ts'
import { type Finding, verifyRecord } from '../db/verify.ts'
import { type AccordState, isFinished } from '../domain/accord/state.ts'
import { textOf } from '../domain/text/render.ts'
import { exitCodes } from './problem.ts'
import type { Session } from './session.ts'

type AnyFinding = Omit<Finding, 'code'> & {
  readonly code: Finding['code'] | 'workflow-missing' | 'workflow-state'
}

/** Proves that hashes, versions, read models and workflows agree; exit code 1 where something does not. */
export async function verifyAll(session: Session): Promise<void> {
  const { output } = session
  const findings: AnyFinding[] = []
  const open: { accordId: string; state: AccordState }[] = []
  const totals = { accords: 0, events: 0, workflows: 0 }
  for await (const checked of verifyRecord(session.reader())) {
    totals.accords += 1
    totals.events += checked.events
    findings.push(...checked.findings)
    const { accordId, state } = checked
    if (state !== undefined && !isFinished(state)) open.push({ accordId, state })
    if (totals.accords % 500 === 0) output.progress('cli.verifying', { accords: totals.accords })
  }
  const accords = await session.accords()
  for (const { accordId, state } of open) {
    totals.workflows += 1
    findings.push(...(await workflowFindings(accords, accordId, state)))
  }
  output.document({ outcome: findings.length === 0 ? 'sound' : 'unsound', ...totals, findings })
  for (const { accordId, code, detail } of findings) {
    output.line(`✗ ${accordId}: ${textOf(output.language, `finding.${code}`)} (${detail})`)
  }
  output.say(findings.length === 0 ? 'cli.verified' : 'cli.not-verified', {
    ...totals,
    findings: findings.length,
  })
  if (findings.length > 0) process.exitCode = exitCodes.fault
}

/** A workflow further on than the snapshot has only moved since; one behind or different is a finding. */
async function workflowFindings(
  accords: Accords,
  accordId: string,
  state: AccordState,
): Promise<AnyFinding[]> {
  let running: AccordState
  try {
    running = await accords.queryState(accordId)
  } catch (error) {
    return [
      { accordId, code: 'workflow-missing', detail: error instanceof Error ? error.message : String(error) },
    ]
  }
  if (running.version > state.version) return []
  if (isDeepStrictEqual(running, JSON.parse(JSON.stringify(state)))) return []
  return [{ accordId, code: 'workflow-state', detail: `v${running.version} / v${state.version}` }]
}
