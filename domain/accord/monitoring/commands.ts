import type { CommandOf } from '../commands.ts'
import type { ActionProgress } from './parts.ts'

/** What may be asked about the monitoring reports of an accord. `period` is the id of one: `2015-T1`, `R1`. */
export interface MonitoringCommands {
  /** A first version, or a new one after a return or a reopening: then the actions left out stay as they were. */
  SubmitMonitoringReport: {
    readonly period: string
    readonly progress: readonly ActionProgress[]
    readonly note?: string
  }
  ReturnMonitoringReport: { readonly period: string; readonly reasons: string }
  AcceptMonitoringReport: { readonly period: string; readonly note?: string }
  /** Of an accepted report: these actions may be reported anew; left out, the whole of it. */
  ReopenMonitoringReport: {
    readonly period: string
    readonly actions?: readonly string[]
    readonly reasons: string
  }
  /** Lets an overdue report block nothing any more; it stays overdue. */
  LiftMonitoringGate: { readonly period: string; readonly reasons: string }
}

export type MonitoringCommand = { [T in keyof MonitoringCommands]: CommandOf<T> }[keyof MonitoringCommands]

/** Whose act each is. */
export const monitoringActs = {
  SubmitMonitoringReport: 'region',
  ReturnMonitoringReport: 'ministry',
  AcceptMonitoringReport: 'ministry',
  ReopenMonitoringReport: 'ministry',
  LiftMonitoringGate: 'ministry',
} as const satisfies Record<keyof MonitoringCommands, 'ministry' | 'region'>

export function isMonitoringCommand(command: { readonly type: string }): command is MonitoringCommand {
  return Object.hasOwn(monitoringActs, command.type)
}
