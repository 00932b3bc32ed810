import type { Command } from 'commander'
import type { Cohort } from '../domain/programme/cohort.ts'
import type { CollectiveBody } from '../domain/programme/parts.ts'
import { type TextKey, textOf } from '../domain/text/render.ts'
import { inputIssues } from '../schemas/issues.ts'
import { cohort as cohortSchema, collectiveBody } from '../schemas/programme.ts'
import { isRegionName, regionCode } from './options.ts'
import { BadInput, Problem } from './problem.ts'
import type { Session } from './session.ts'

/** What an act over many accords does, and to which of them, as options. */
export interface CollectiveOptions {
  readonly extend?: string
  readonly suspendFrom?: string
  readonly suspendUntil?: string
  readonly endSuspension?: string
  readonly toCalendar?: string
  readonly toRules?: string
  readonly regions?: string
  readonly phases?: string
  readonly accords?: string
  readonly exclude?: string
  readonly excludeReason?: string
}

export function addCollectiveOptions(command: Command, session: Session): void {
  const text = (key: TextKey) => textOf(session.output.language, key)
  command
    .option('--extend <date>', text('cli.help-extend'))
    .option('--suspend-from <giorno>', text('cli.help-suspend-from'))
    .option('--suspend-until <giorno>', text('cli.help-suspend-until'))
    .option('--end-suspension <id>', text('cli.help-end-suspension'))
    .option('--to-calendar <versione>', text('cli.help-to-calendar'))
    .option('--to-rules <versione>', text('cli.help-to-rules'))
    .option('--regions <elenco>', text('cli.help-regions'))
    .option('--phases <elenco>', text('cli.help-phases'))
    .option('--accords <elenco>', text('cli.help-accords'))
    .option('--exclude <elenco>', text('cli.help-exclude'))
    .option('--exclude-reason <testo>', text('cli.help-exclude-reason'))
}

/** Exactly one thing to do; a Problem where there is none, or more. */
export function bodyFrom(given: CollectiveOptions): CollectiveBody {
  const asked = [
    given.extend !== undefined && extensionOf(given.extend),
    given.suspendFrom !== undefined && {
      ...{ kind: 'suspension', from: given.suspendFrom },
      ...(given.suspendUntil !== undefined && { until: given.suspendUntil }),
    },
    given.endSuspension !== undefined && { kind: 'suspensionEnd', suspensionId: given.endSuspension },
    given.toCalendar !== undefined && { kind: 'calendar', calendarVersion: given.toCalendar },
    given.toRules !== undefined && { kind: 'rules', rulesVersion: Number(given.toRules) },
  ].filter((one) => one !== false)
  if (asked.length !== 1) throw new Problem('cli.collective-body')
  const [body] = asked
  const parsed = collectiveBody.safeParse(body)
  if (!parsed.success) throw new BadInput(inputIssues(parsed.error, body))
  return parsed.data
}

/** `activities=2017-06-30,finalReport=2017-09-30`: the scope is what is named. */
function extensionOf(text: string): unknown {
  const until = Object.fromEntries(
    list(text).map((pair) => {
      const [kind = '', date = ''] = pair.split('=')
      return [kind, date]
    }),
  )
  const [only = 'both', second] = Object.keys(until)
  return { kind: 'extension', scope: second === undefined ? only : 'both', until }
}

export function cohortFrom(given: CollectiveOptions): Cohort {
  const cohort = {
    ...(given.regions !== undefined && { regionIds: list(given.regions).map(regionCode) }),
    ...(given.phases !== undefined && { phases: list(given.phases) }),
    ...(given.accords !== undefined && { accordIds: list(given.accords) }),
    ...(given.exclude !== undefined && { exclusions: [exclusionOf(given)] }),
  }
  const parsed = cohortSchema.safeParse(cohort)
  if (!parsed.success) throw new BadInput(inputIssues(parsed.error, cohort))
  return parsed.data
}

function exclusionOf({ exclude = '', excludeReason: reason }: CollectiveOptions) {
  if (reason === undefined) throw new Problem('cli.exclude-reason-missing')
  const names = list(exclude)
  const regionIds = names.filter(isRegionName).map(regionCode)
  const accordIds = names.filter((name) => !isRegionName(name))
  return {
    ...(regionIds.length > 0 && { regionIds }),
    ...(accordIds.length > 0 && { accordIds }),
    reason,
  }
}

function list(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}
