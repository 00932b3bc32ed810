import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow'
import type { Answer, ImportAnswer } from '../domain/accord/answer.ts'
import type { CommandRequest } from '../domain/accord/commands.ts'
import type { AccordState } from '../domain/accord/state.ts'

export interface AccordInput {
  readonly accordId: string
  /** History events after which the workflow continues as new; the server's own advice comes later. */
  readonly eventsPerRun?: number
}

/** An update, because whoever acts wants the answer: accepted with its events, or refused with its rule. */
export const executeUpdate = defineUpdate<Answer, [CommandRequest]>('execute')

/** An update, because the importer reports what became of each history. */
export const importUpdate = defineUpdate<ImportAnswer, [readonly CommandRequest[]]>('importHistory')

/** A signal, because the systems that send milestones fire and forget; the same command id rule holds. */
export const milestoneSignal = defineSignal<[Omit<CommandRequest, 'type'>]>('milestone')

/** A query for operators and for `verify`; pages read Postgres. */
export const stateQuery = defineQuery<AccordState>('state')

/** An act over many accords: which one, of which programme. */
export interface CollectiveInput {
  readonly programmeId: string
  readonly actId: string
}

/** A signal, because it only says that there is something to do; how far it came is in Postgres. */
export const goSignal = defineSignal('go')

export function collectiveWorkflowId({ programmeId, actId }: CollectiveInput): string {
  return `collective:${programmeId}:${actId}`
}

export function workflowId(accordId: string): string {
  return `accord:${accordId}`
}

export const taskQueue = 'accordi'
