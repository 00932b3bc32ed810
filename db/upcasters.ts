/** The steps of a version 1 chain that this upcaster reads; what else they hold is left alone. */
interface StoredStep {
  readonly step: string
  readonly [field: string]: unknown
}

interface StoredMove {
  readonly deadline: {
    readonly term: Record<string, unknown>
    readonly why: readonly StoredStep[]
  } & Record<string, unknown>
  readonly cause: unknown
}

/** Whether a stored event is a move whose date and chain version 1 made, in its own manner. */
export function isRewrittenMove(stored: { readonly type: string; readonly schema_version: number }): boolean {
  return stored.type === 'DeadlineMoved' && stored.schema_version === 1
}

/**
 * DeadlineMoved 1 -> 2. Version 1 rewrote the term of a moved deadline as a fixed date and kept its origin only
 * in the chain of reasons; version 2 keeps the original term and lists what moved it.
 */
export function movedKeepsItsTerm(data: unknown): unknown {
  const { deadline, cause } = data as StoredMove
  const [origin] = deadline.why
  if (origin === undefined) return data
  const { subject, policy, zone, cutOff } = deadline.term
  const rest = { subject, policy, zone, citation: origin.rule, ...(cutOff !== undefined && { cutOff }) }
  const term =
    origin.step === 'counted'
      ? { basis: 'PERIOD', start: origin.start, period: origin.period, ...rest }
      : { basis: 'FIXED_DATE', date: origin.date, ...rest }
  const adjustments = deadline.why.flatMap((step, index) => adjustmentOf(step, deadline.why[index - 1]))
  return { deadline: { ...deadline, term, adjustments }, cause }
}

function adjustmentOf(step: StoredStep, before: StoredStep | undefined): object[] {
  switch (step.step) {
    case 'extended':
      return [{ kind: 'extension', extensionId: step.extensionId, until: step.to, rule: step.rule }]
    case 'resumed': {
      // An answer dated before the question resumed the clock without adding a day: it stood still for none.
      const stopped = String(before?.on)
      const until = String(step.on) < stopped ? stopped : step.on
      return [{ kind: 'suspension', on: stopped, until, rule: step.rule }]
    }
    case 'followed':
      return [{ kind: 'parent', parentId: step.parentId, until: step.to }]
    default:
      return []
  }
}
