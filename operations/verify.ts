import { setTimeout as delay } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Accords } from '../client/accords.ts'
import type { Connection } from '../db/connect.ts'
import { verifyProgrammes } from '../db/programmes/verify.ts'
import { type Finding, verifyRecord } from '../db/verify.ts'
import { type AccordState, isFinished } from '../domain/accord/state.ts'

export type AnyFinding = Omit<Finding, 'code'> & {
  readonly code: Finding['code'] | 'workflow-missing' | 'workflow-state'
}

export interface Verified {
  readonly accords: number
  readonly events: number
  /** Dates derived again: of every deadline event, and of every obligation as it stands. */
  readonly derivations: number
  readonly workflows: number
  readonly findings: readonly AnyFinding[]
}

/** Proves that hashes, versions, dates, read models and workflows agree with the events; lists what does not. */
export async function verify(
  connection: Connection,
  accords: Accords,
  onProgress: (accords: number) => void = () => undefined,
): Promise<Verified> {
  const findings: AnyFinding[] = []
  const open: { accordId: string; state: AccordState }[] = []
  const totals = { accords: 0, events: 0, derivations: 0 }
  for await (const checked of verifyRecord(connection)) {
    const { accordId, state } = checked
    totals.accords += 1
    totals.events += checked.events
    totals.derivations += checked.derivations
    findings.push(...checked.findings)
    if (state !== undefined && !isFinished(state)) open.push({ accordId, state })
    if (totals.accords % 500 === 0) onProgress(totals.accords)
  }
  for await (const checked of verifyProgrammes(connection)) {
    totals.events += checked.events
    findings.push(...checked.findings)
  }
  for (const { accordId, state } of open) findings.push(...(await workflowFindings(accords, accordId, state)))
  return { ...totals, workflows: open.length, findings }
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
    // A run that has just begun has not loaded its stream yet.
    for (let tries = 0; running.version < state.version && tries < 10; tries++) {
      await delay(200)
      running = await accords.queryState(accordId)
    }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return [{ accordId, code: 'workflow-missing', detail }]
  }
  if (running.version > state.version) return []
  if (isDeepStrictEqual(running, JSON.parse(JSON.stringify(state)))) return []
  return [{ accordId, code: 'workflow-state', detail: `v${running.version} / v${state.version}` }]
}
