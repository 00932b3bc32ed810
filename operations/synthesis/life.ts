import type { CommandType } from '../../domain/accord/commands.ts'
import { centsText } from '../../domain/accord/money/cents.ts'
import { ownerOf } from '../../domain/accord/notices.ts'
import type { Actor } from '../../domain/accord/parts.ts'
import { type RegionId, regions } from '../../domain/regions.ts'
import { addDays, type LocalDate, laterOf, weekday } from '../../domain/time/localDate.ts'
import type { Chance } from './chance.ts'
import type { Stage } from './parts.ts'

export interface SyntheticAct {
  readonly type: CommandType
  readonly on: LocalDate
  readonly actor: Actor
  readonly data: object
}

export interface Life {
  readonly programmeId: string
  readonly place: number
  readonly regionId: RegionId
  readonly proposedOn: LocalDate
  readonly chance: Chance
  readonly stage?: Stage
  readonly activitiesUntil?: LocalDate
}

/** One accord from its proposal to its end, act by act; most are concluded, some leave the programme before. */
export function* lifeOf(life: Life): Generator<SyntheticAct> {
  const { stage, chance } = life
  const telling = new Telling(life)
  const advanceCents = chance.between(200, 900) * 100_00
  const ending = stage === undefined ? endingOf(chance) : 'concluded'
  yield* signed(telling, life, advanceCents)
  yield* planned(telling, life)
  if (ending === 'unused') return yield* unused(telling, advanceCents)
  yield* started(telling)
  if (stage === 'underway') return
  if (ending !== 'concluded') return yield* left(telling, ending, advanceCents)
  yield* extended(telling, stage)
  if (stage === 'extended') return
  yield* completed(telling, stage)
  if (stage === 'activitiesEnded') return
  yield* reported(telling, stage, advanceCents)
}

/** Of a hundred accords 6 are given up, 5 return their advance unused and 5 are revoked. */
function endingOf(chance: Chance): 'concluded' | 'withdrawn' | 'unused' | 'revoked' {
  const drawn = chance.between(1, 100)
  if (drawn <= 84) return 'concluded'
  if (drawn <= 90) return 'withdrawn'
  return drawn <= 95 ? 'unused' : 'revoked'
}

/** The day a life has come to, who acts in it, and what later acts must know of earlier ones. */
class Telling {
  readonly chance: Chance
  readonly #region: Actor
  today: LocalDate
  activitiesEnd: LocalDate
  numerals: readonly string[] = []

  constructor({ chance, regionId, proposedOn }: Life) {
    this.chance = chance
    this.today = openDay(proposedOn)
    this.activitiesEnd = proposedOn
    this.#region = { role: 'region', id: officeOf(regionId), regionId }
  }

  /** An act so many days after the one before, on the next working day of the week. */
  after(least: number, most: number, type: CommandType, data: object = {}): SyntheticAct {
    return this.on(addDays(this.today, this.chance.between(least, most)), type, data)
  }

  /** An act on a day, or on that of the act before where that is later. */
  on(day: LocalDate, type: CommandType, data: object = {}): SyntheticAct {
    this.today = openDay(laterOf(this.today, day))
    const party = 'party' in data ? data.party : ownerOf(type)
    return { type, on: this.today, actor: party === 'region' ? this.#region : ministry, data }
  }

  /** So many days before the activities end. */
  beforeEnd(least: number, most: number): LocalDate {
    return addDays(this.activitiesEnd, -this.chance.between(least, most))
  }
}

const ministry: Actor = { role: 'ministry', id: 'dg-immigrazione' }

/** `Regione sintetica A` as its office is called. */
function officeOf(regionId: RegionId): string {
  return regions[regionId].toLowerCase().replaceAll(' ', '-')
}

/** Nobody signs on a Saturday or a Sunday. */
function openDay(day: LocalDate): LocalDate {
  return weekday(day) > 5 ? addDays(day, 8 - weekday(day)) : day
}

const euros = (cents: number) => ({ amount: centsText(cents), currency: 'EUR' })

function* signed(telling: Telling, life: Life, advanceCents: number): Generator<SyntheticAct> {
  const { programmeId, place, regionId } = life
  const title = `Accordo sintetico n. ${place + 1} con la ${regions[regionId]}`
  yield telling.after(0, 0, 'ProposeAccord', { programmeId, regionId, title })
  const signature = { kind: 'digital' }
  yield telling.after(1, 10, 'SignAccord', { party: 'ministry', ...signature, signerRef: ministry.id })
  yield telling.after(0, 10, 'SignAccord', { party: 'region', ...signature, signerRef: officeOf(regionId) })
  yield telling.after(5, 15, 'PayAdvance', { amount: euros(advanceCents) })
}

const sections = [
  { number: 1, title: 'Analisi del contesto regionale' },
  { number: 2, title: 'Azioni propedeutiche' },
  { number: 3, title: 'Azioni pilota' },
]
const actions = [
  { numeral: 'I', title: 'Rete territoriale dei servizi', section: 2 },
  { numeral: 'II', title: 'Percorsi di inserimento lavorativo', section: 3, priority: 1 },
  { numeral: 'III', title: 'Percorsi per giovani', section: 3, priority: 4 },
  { numeral: 'IV', title: 'Sostegno all’imprenditoria', section: 3, priority: 5 },
]

/** One plan of ten comes late, and one of seven lacks something. */
function* planned(telling: Telling, { activitiesUntil }: Life): Generator<SyntheticAct> {
  const { chance } = telling
  const planActions = actions.slice(0, chance.between(1, actions.length))
  telling.numerals = planActions.map(({ numeral }) => numeral)
  const plan = { sections, actions: planActions }
  yield chance.inHundred(10)
    ? telling.after(65, 90, 'SubmitPlan', plan)
    : telling.after(10, 35, 'SubmitPlan', plan)
  if (chance.inHundred(15)) {
    yield telling.after(5, 20, 'RequestPlanIntegration', { request: 'Quadro dei costi per azione' })
    yield telling.after(5, 25, 'SupplyPlanIntegration', { note: 'Quadro dei costi' })
  }
  const months = chance.between(9, 15)
  telling.activitiesEnd = activitiesUntil ?? addDays(telling.today, months * 30)
  yield telling.after(8, 20, 'ApprovePlan', { activitiesUntil: telling.activitiesEnd })
}

function* started(telling: Telling): Generator<SyntheticAct> {
  for (const numeral of telling.numerals) yield telling.after(2, 15, 'StartAction', { numeral })
}

/** Two lives of five ask for more time; one request of ten is refused. */
function* extended(telling: Telling, stage: Stage | undefined): Generator<SyntheticAct> {
  const { chance } = telling
  if (stage !== 'extended' && !chance.inHundred(40)) return
  const until = addDays(telling.activitiesEnd, chance.between(2, 6) * 30)
  const extension = { extensionId: 'proroga-1', reasons: 'Avvio tardivo delle azioni' }
  const asked = { ...extension, scope: 'activities', until: { activities: until } }
  yield telling.on(telling.beforeEnd(50, 75), 'RequestExtension', asked)
  if (stage !== 'extended' && chance.inHundred(10)) {
    yield telling.after(8, 20, 'RefuseExtension', { ...extension, reasons: 'Motivi non sufficienti' })
    return
  }
  yield telling.after(8, 20, 'GrantExtension', asked)
  telling.activitiesEnd = until
}

/** One life of seven lets the end of its activities pass without a word. */
function* completed(telling: Telling, stage: Stage | undefined): Generator<SyntheticAct> {
  for (const numeral of telling.numerals) {
    yield telling.on(telling.beforeEnd(12, 25), 'CompleteAction', { numeral })
  }
  if (stage === undefined && telling.chance.inHundred(15)) return
  yield telling.on(telling.beforeEnd(3, 9), 'EndActivities')
}

function* reported(
  telling: Telling,
  stage: Stage | undefined,
  advanceCents: number,
): Generator<SyntheticAct> {
  const { chance } = telling
  const days = chance.inHundred(10) ? chance.between(70, 90) : chance.between(15, 50)
  yield telling.on(addDays(telling.activitiesEnd, days), 'SubmitFinalReport', { title: 'Relazione finale' })
  if (stage === 'reported') return
  if (chance.inHundred(15)) {
    yield telling.after(5, 20, 'RequestReportIntegration', { request: 'Elenco dei destinatari' })
    yield telling.after(5, 25, 'SupplyReportIntegration', { note: 'Elenco dei destinatari' })
  }
  yield telling.after(8, 25, 'ApproveFinalReport')
  yield telling.after(8, 30, 'PayBalance', { amount: euros(advanceCents) })
  yield telling.after(0, 10, 'ConcludeAccord')
}

function* unused(telling: Telling, advanceCents: number): Generator<SyntheticAct> {
  yield telling.after(60, 150, 'DeclareNonUse', { reasons: "Nulla dell'anticipo è stato speso" })
  yield telling.after(8, 25, 'AcceptNonUse', { recoveryId: 'anticipo' })
  yield* repaid(telling, 'anticipo', advanceCents)
}

/** By the Region's own will or by the Ministry's; a part of the advance was spent and is not asked back. */
function* left(
  telling: Telling,
  how: 'withdrawn' | 'revoked',
  advanceCents: number,
): Generator<SyntheticAct> {
  const { chance } = telling
  const cents = Math.floor((advanceCents * chance.between(20, 90)) / 100)
  const recoveryId = how === 'withdrawn' ? 'rinuncia' : 'revoca'
  const recovery = { recoveryId, amount: euros(cents) }
  if (how === 'withdrawn') {
    yield telling.after(20, 120, 'NotifyWithdrawal', {
      reasons: 'Non è possibile portare a termine le azioni',
    })
    yield telling.after(8, 25, 'AcceptWithdrawal', { recovery })
  } else {
    yield telling.after(20, 120, 'StartRevocation', { grounds: 'Azioni ferme da oltre due mesi' })
    if (chance.inHundred(70)) {
      yield telling.after(3, 8, 'SupplyRevocationObservations', { note: 'Le azioni riprenderanno' })
    }
    const total = { extent: 'total', actions: [], reasons: 'Le azioni non sono riprese' }
    yield telling.after(20, 40, 'OrderRevocation', { ...total, recovery })
  }
  yield* repaid(telling, recoveryId, cents)
}

/** One of five has not returned anything yet; one of three returns it in two parts. */
function* repaid(telling: Telling, recoveryId: string, cents: number): Generator<SyntheticAct> {
  const { chance } = telling
  if (chance.inHundred(20)) return
  const first = chance.inHundred(33) ? Math.floor(cents / 2) : cents
  const repayment = (place: number, part: number) => {
    return { recoveryId, repaymentId: `versamento-${place}`, amount: euros(part) }
  }
  yield telling.after(15, 60, 'RecordRepayment', repayment(1, first))
  if (first < cents) yield telling.after(15, 60, 'RecordRepayment', repayment(2, cents - first))
}
