import fc from 'fast-check'
import type { CommandRequest } from '../../domain/accord/commands.ts'
import { accordDecider, decide } from '../../domain/accord/decide.ts'
import type { RecordedEvent } from '../../domain/accord/events.ts'
import type { Actor } from '../../domain/accord/parts.ts'
import { recordedAs } from '../../domain/accord/recorded.ts'
import { type Accord, type AccordState, initialAccord } from '../../domain/accord/state.ts'
import type { AccordContext } from '../../domain/accord/terms.ts'
import { fold } from '../../domain/decider.ts'
import { isRegionId, type RegionId, regions } from '../../domain/regions.ts'
import { addDays, localDate } from '../../domain/time/localDate.ts'
import { command } from '../../schemas/commands.ts'
import { actsOf, ministry, plan } from './acts.ts'

/** How far an accord has come; the weights are how many of each there are among a hundred, roughly. */
export const stages = {
  signed: 5,
  planned: 8,
  underway: 35,
  extended: 20,
  ended: 8,
  reported: 6,
  concluded: 12,
  withdrawn: 3,
  unused: 3,
} as const
export type Stage = keyof typeof stages

export interface SyntheticOptions {
  /** The same seed gives the same accords, to the byte. */
  readonly seed: number
  readonly accords: number
  readonly programmeId?: string
  /** In which the first of them are proposed, the last a year later; left out: 2030. */
  readonly year?: number
  /** Only these stages; left out, all of them by their weights. */
  readonly among?: readonly Stage[]
}

export interface SyntheticAccord {
  readonly accordId: string
  readonly stage: Stage
  readonly acts: readonly CommandRequest[]
}

const regionIds = Object.keys(regions).filter(isRegionId).sort()

/** A programme of any size: accords of made-up Regions and days, each act such as the decider accepts. */
export function syntheticAccords(options: SyntheticOptions): SyntheticAccord[] {
  const {
    seed,
    accords,
    programmeId = 'prova',
    year = 2030,
    among = Object.keys(stages) as Stage[],
  } = options
  const shape = fc.record({
    stage: fc.oneof(...among.map((stage) => ({ weight: stages[stage], arbitrary: fc.constant(stage) }))),
    regionId: fc.constantFrom(...regionIds),
    days: fc.nat(364),
    euros: fc.integer({ min: 10_000, max: 400_000 }),
  })
  return fc.sample(shape, { seed, numRuns: accords }).map(({ stage, ...life }, place) => {
    const accordId = `${programmeId}-${String(place).padStart(6, '0')}`
    return { accordId, stage, acts: lives[stage](begin({ accordId, programmeId, year, ...life })) }
  })
}

interface Life {
  readonly accordId: string
  readonly programmeId: string
  readonly regionId: RegionId
  readonly year: number
  readonly days: number
  readonly euros: number
}

type Step = (type: CommandRequest['type'], day: string, data?: unknown) => CommandRequest
type Begun = ReturnType<typeof begin>

/** The acts of one accord, each by who owes it, on its day of the year moved by that of the accord. */
function begin({ accordId, programmeId, regionId, year, days, euros }: Life) {
  const { act } = actsOf(accordId)
  const region: Actor = { role: 'region', id: `regione-${regionId}`, regionId }
  const on = (day: string) => addDays(localDate(`${year}-${day}`), days)
  const step: Step = (type, day, data = {}) => {
    const request = act(type, on(day), data)
    return request.actor.role === 'region' ? { ...request, actor: region } : request
  }
  const sign = (day: string, party: 'ministry' | 'region') => {
    const request = act('SignAccord', on(day), { party, kind: 'digital', signerRef: 'firma' })
    return { ...request, actor: party === 'region' ? region : ministry }
  }
  const title = `SINTETICO: accordo ${accordId}`
  const signed = [
    step('ProposeAccord', '01-07', { programmeId, regionId, title }),
    ...[sign('01-08', 'ministry'), sign('01-09', 'region')],
  ]
  const amount = (share: number) => ({ amount: `${Math.floor(euros * share)}.00` })
  return { step, on, signed, amount }
}

const planned = ({ step, on, signed }: Begun) => [
  ...signed,
  step('SubmitPlan', '02-01', { ...plan, activitiesUntil: on('06-30') }),
]
const underway = (life: Begun) => [
  ...planned(life),
  life.step('ApprovePlan', '02-15'),
  life.step('StartAction', '03-01', { numeral: 'I' }),
]
const extended = (life: Begun) => {
  const extension = {
    ...{ extensionId: 'proroga', scope: 'activities', reasons: 'avvio tardivo' },
    until: { activities: life.on('12-31') },
  }
  return [
    ...underway(life),
    life.step('RequestExtension', '05-02', extension),
    life.step('GrantExtension', '05-15', extension),
  ]
}
const ended = (life: Begun) => [...underway(life), life.step('EndActivities', '06-28')]
const reported = (life: Begun) => [
  ...ended(life),
  life.step('SubmitFinalReport', '07-10', { title: 'Relazione finale' }),
]
const withAdvance = (life: Begun) => [
  ...life.signed,
  life.step('PayAdvance', '01-20', { amount: life.amount(0.6) }),
]
const repaid = (life: Begun) =>
  life.step('RecordRepayment', '05-20', {
    ...{ recoveryId: 'anticipo', repaymentId: 'versamento', amount: life.amount(0.6) },
  })

const lives: Readonly<Record<Stage, (life: Begun) => readonly CommandRequest[]>> = {
  signed: ({ signed }) => signed,
  planned,
  underway,
  extended,
  ended,
  reported,
  concluded: (life) => [
    ...reported(life),
    life.step('ApproveFinalReport', '07-20'),
    life.step('PayBalance', '07-25', { amount: life.amount(0.4) }),
    life.step('ConcludeAccord', '07-30'),
  ],
  withdrawn: (life) => [
    ...withAdvance(life),
    life.step('NotifyWithdrawal', '03-04', { reasons: 'riordino' }),
    life.step('AcceptWithdrawal', '03-18', {
      recovery: { recoveryId: 'anticipo', amount: life.amount(0.6), dueOn: life.on('06-28') },
    }),
    repaid(life),
  ],
  unused: (life) => [
    ...withAdvance(life),
    life.step('DeclareNonUse', '03-04', { reasons: 'nessuna azione avviata' }),
    life.step('AcceptNonUse', '03-18', { recoveryId: 'anticipo', dueOn: life.on('06-28') }),
    repaid(life),
  ],
}

/** What the acts leave when the decider judges them; throws where one is refused, since then nothing would be tested. */
export function liveOut(
  acts: readonly CommandRequest[],
  context: AccordContext,
): { readonly state: Accord; readonly events: readonly RecordedEvent[] } {
  const events: RecordedEvent[] = []
  let state: AccordState = initialAccord
  for (const request of acts) {
    const parsed = command.parse(request)
    const decision = decide(parsed, state, context)
    if (decision.outcome === 'refused') {
      throw new Error(`${request.accordId} ${request.commandId}: ${JSON.stringify(decision.refusal)}`)
    }
    const recorded = recordedAs(parsed, state, decision.events, parsed.act.receivedAt, decision.notices)
    state = fold(accordDecider.evolve, state, recorded)
    events.push(...recorded)
  }
  if (state.phase === 'absent') throw new Error('an accord without a proposal')
  return { events, state }
}

/** As `import` takes it: one file of an accord. */
export function accordFile({ accordId, acts }: SyntheticAccord) {
  return {
    ...{ format: 'accordi/accord@1', accordId, synthetic: true, note: 'SINTETICO: nessun fatto reale' },
    acts: acts.map(({ accordId: _, ...act }) => act),
  }
}
