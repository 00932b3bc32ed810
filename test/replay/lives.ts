import type { AccordsOptions } from '../../client/accords.ts'
import type { ProgrammeCommandType } from '../../domain/programme/commands.ts'
import type { CollectiveStatus } from '../../domain/programme/state.ts'
import { actsOf, wholeLife } from '../support/acts.ts'
import type { Engine } from '../support/engine.ts'

/** The lives whose histories are saved: every message, timer and branch of the workflow is in one of them. */
export interface Life {
  readonly name: string
  readonly options: AccordsOptions
  live(engine: Engine, accordId: string, until: Until): Promise<void>
}

/** Waits until the record of the accord holds an event of this type. */
export type Until = (accordId: string, eventType: string) => Promise<void>

export const lives: readonly Life[] = [
  {
    name: 'whole-life',
    options: {},
    async live(engine, accordId) {
      for (const request of wholeLife(accordId)) await engine.accords().execute(request)
    },
  },
  {
    name: 'imported-history',
    options: {},
    async live(engine, accordId) {
      await engine.accords().importHistory(accordId, wholeLife(accordId))
    },
  },
  {
    name: 'milestone-and-refusals',
    options: {},
    async live(engine, accordId, until) {
      const acts = actsOf(accordId)
      const accords = engine.accords()
      await accords.execute(acts.propose())
      await accords.execute(acts.approvePlan())
      for (const make of ['signByMinistry', 'signByRegion', 'submitPlan', 'approvePlan'] as const) {
        await accords.execute(acts[make]())
      }
      const { type: _, ...signal } = acts.act('SignalMilestone', '2030-03-05', { milestoneId: 'corsi' })
      await accords.signalMilestone(signal)
      await until(accordId, 'MilestoneSignalled')
    },
  },
  {
    name: 'deadlines-missed',
    options: {},
    async live(engine, accordId, until) {
      const acts = actsOf(accordId)
      for (const make of ['propose', 'signByMinistry', 'signByRegion', 'submitPlan'] as const) {
        await engine.accords().execute(acts[make]())
      }
      await engine.skipTime(accordId)
      await until(accordId, 'DeadlineMissed')
    },
  },
  {
    name: 'continued-as-new',
    options: { eventsPerRun: 20 },
    async live(engine, accordId) {
      const acts = actsOf(accordId)
      const accords = engine.accords({ eventsPerRun: 20 })
      for (const make of ['propose', 'signByMinistry', 'signByRegion', 'submitPlan'] as const) {
        await accords.execute(acts[make]())
      }
    },
  },
]

/** What one asks of an act over three accords, whose histories are saved as well. */
export interface CollectiveLife {
  readonly name: string
  live(asks: CollectiveAsks): Promise<void>
}

export interface CollectiveAsks {
  ask(type: ProgrammeCommandType, data?: object): Promise<void>
  /** Sends the act on its way. */
  go(): Promise<void>
  /** Waits until the act has this status. */
  until(status: CollectiveStatus): Promise<void>
}

const body = { kind: 'extension', scope: 'activities', until: { activities: '2090-12-31' } } as const

export const collectiveLives: readonly CollectiveLife[] = [
  {
    name: 'collective-act',
    async live({ ask, go, until }) {
      await ask('StartCollectiveAct', { body, cohort: {}, reasons: 'richiesta unanime' })
      await go()
      await until('completed')
    },
  },
  {
    name: 'collective-stopped',
    async live({ ask, go, until }) {
      await ask('StartCollectiveAct', { body, cohort: {}, reasons: 'richiesta unanime' })
      await ask('StopCollectiveAct', { reasons: 'verifica' })
      await go()
      await until('stopped')
      await ask('ResumeCollectiveAct')
      await go()
      await until('completed')
    },
  },
]
