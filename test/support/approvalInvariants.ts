import { expect } from 'vitest'
import type { DecisionAbout } from '../../domain/accord/approvals/parts.ts'
import type { AccordCommand } from '../../domain/accord/commands.ts'
import type { DocumentRef } from '../../domain/accord/documents/parts.ts'
import { documentOf } from '../../domain/accord/documents/state.ts'
import type { RecordedEvent } from '../../domain/accord/events.ts'
import type { AccordState } from '../../domain/accord/state.ts'

/**
 * No decision that its programme wants certified is taken by one act, none by who prepared it, and none on another
 * version, or on other documents, than it was prepared on. `stream`: every event, those of this command included.
 */
export function checkApprovals(
  { type }: AccordCommand,
  before: AccordState,
  recorded: readonly RecordedEvent[],
  stream: readonly RecordedEvent[],
): void {
  if (before.phase === 'absent') return
  const { acts = [] } = before.rules.certification ?? {}
  if (acts.some((act) => act === type)) expect(recorded).toEqual([])
  const [first, ...others] = recorded
  if (first?.type !== 'DecisionCertified') return
  const { decisionId, about, preparedBy } = first.data
  const preparation = preparationOf(decisionId, stream)
  expect(preparation.act.actor.id).toBe(preparedBy)
  expect(first.act.actor.id).not.toBe(preparedBy)
  expect(others.length).toBeGreaterThan(0)
  checkVersion(about, before)
  checkDocuments(preparation.act.documents, before)
  const settling = ['DecisionCertified', 'DecisionSentBack', 'DecisionWithdrawn']
  const settled = stream.filter((event) => settling.includes(event.type) && isAbout(event, decisionId))
  expect(settled).toEqual([first])
}

function preparationOf(decisionId: string, stream: readonly RecordedEvent[]): RecordedEvent {
  const found = stream.filter(
    ({ type, ...event }) => type === 'DecisionPrepared' && isAbout(event, decisionId),
  )
  expect(found).toHaveLength(1)
  return found[0] as RecordedEvent
}

function isAbout({ data }: Pick<RecordedEvent, 'data'>, decisionId: string): boolean {
  return 'decisionId' in data && data.decisionId === decisionId
}

function checkVersion({ subject, version }: DecisionAbout, state: AccordState): void {
  if (subject === 'plan') expect('plan' in state && state.plan.version).toBe(version)
  if (subject === 'report') expect('report' in state && state.report.version).toBe(version)
}

/** What came with the preparation is what the file still holds: nobody certifies a text that was replaced. */
function checkDocuments(prepared: readonly DocumentRef[], state: AccordState): void {
  for (const ref of prepared.filter(({ documentId }) => documentId !== undefined)) {
    const document = state.phase === 'absent' ? undefined : documentOf(state.documents, ref)
    expect(document?.versions.at(-1)?.ref.sha256).toBe(ref.sha256)
  }
}
