import type { DeadlineKind } from '../accord/events.ts'
import type { Party } from '../accord/parts.ts'
import type { RegionId } from '../regions.ts'
import type { Level } from '../reminders/recipients.ts'
import type { LocalDate } from '../time/localDate.ts'

export interface Office {
  readonly officeId: string
  readonly party: Party
  /** Left out for an office of the Ministry. */
  readonly regionId?: RegionId
  /** The office that its escalations go to. */
  readonly above?: string
  /** Its last day was the one before. */
  readonly endedOn?: LocalDate
}

/** Somebody, or a mailbox, without name and address: those are looked up where a mail goes out. */
export interface Contact {
  readonly contactId: string
  readonly officeId: string
  readonly role: 'responsible' | 'head' | 'mailbox'
  readonly language: 'it' | 'en'
  readonly validFrom: LocalDate
  /** Inclusive, as is `absentUntil`; left out: for as long as it lasts. */
  readonly validUntil?: LocalDate
  readonly absentFrom?: LocalDate
  readonly absentUntil?: LocalDate
  readonly standIn?: string
  /** Mails to it come back, or it was erased. */
  readonly isUnreachable: boolean
}

/** What an office answers for; what is left out is not asked for. */
export interface Responsibility {
  readonly officeId: string
  readonly party: Party
  readonly regionId?: RegionId
  readonly programmeId?: string
  readonly accordId?: string
  readonly kind?: DeadlineKind
  readonly validFrom: LocalDate
  readonly validUntil?: LocalDate
}

export interface Directory {
  readonly offices: readonly Office[]
  readonly contacts: readonly Contact[]
  readonly responsibilities: readonly Responsibility[]
}

/** The obligation that somebody is written to about, and which side of it. */
export interface About {
  readonly party: Party
  readonly regionId: RegionId
  readonly programmeId: string
  readonly accordId: string
  readonly kind: DeadlineKind
}

export interface Addressee {
  readonly contactId: string
  readonly officeId: string
  readonly language: 'it' | 'en'
  /** `fallback`: the responsible office had nobody, so the mail went to the one above it. */
  readonly why: Contact['role'] | 'standIn' | 'fallback'
}

/** Bounds for data that goes round in circles; the tables cannot rule those out. */
const mostOfficesUp = 10
const mostStandIns = 10

/**
 * The offices that answer for an obligation on a day. What is said of an accord goes before what is said of its
 * programme, and that before what holds for all; of each, what is said of this kind of deadline goes first. All that
 * say as much count: an accord can have two offices at once.
 */
export function officesFor({ offices, responsibilities }: Directory, about: About, on: LocalDate): string[] {
  const live = new Set(offices.filter((one) => isOffice(one, about, on)).map(({ officeId }) => officeId))
  const fitting = responsibilities.filter((one) => live.has(one.officeId) && covers(one, about, on))
  const closest = Math.max(...fitting.map(closeness))
  return [...new Set(fitting.filter((one) => closeness(one) === closest).map(({ officeId }) => officeId))]
}

function isOffice(office: Office, about: About, on: LocalDate): boolean {
  const { party, regionId } = office
  return party === about.party && (party === 'ministry' || regionId === about.regionId) && isLive(office, on)
}

function isLive({ endedOn }: Office, on: LocalDate): boolean {
  return endedOn === undefined || on < endedOn
}

function covers(one: Responsibility, about: About, on: LocalDate): boolean {
  return (
    one.party === about.party &&
    (one.regionId === undefined || one.regionId === about.regionId) &&
    (one.programmeId === undefined || one.programmeId === about.programmeId) &&
    (one.accordId === undefined || one.accordId === about.accordId) &&
    (one.kind === undefined || one.kind === about.kind) &&
    isWithin(on, one.validFrom, one.validUntil)
  )
}

function closeness({ accordId, programmeId, regionId, kind }: Responsibility): number {
  const place = accordId !== undefined ? 6 : programmeId !== undefined ? 4 : regionId !== undefined ? 2 : 0
  return place + (kind === undefined ? 0 : 1)
}

function isWithin(on: LocalDate, from: LocalDate, until: LocalDate | undefined): boolean {
  return from <= on && (until === undefined || on <= until)
}

/**
 * Who is written to about an obligation on a day: the people and mailboxes of the responsible office, or of the one
 * `level` offices above it; nobody where there is none so far up. An office in which nobody can be reached is
 * answered for by the one above it, whoever that is, so that no notice is lost while there is anybody at all. Empty
 * where there is not.
 */
export function addresseesOf(directory: Directory, about: About, level: Level, on: LocalDate): Addressee[] {
  const found = new Map<string, Addressee>()
  for (const officeId of officesFor(directory, about, on)) {
    const chain = chainFrom(directory, officeId, on)
    for (const one of inChain(directory, chain.slice(level), on)) {
      if (!found.has(one.contactId)) found.set(one.contactId, one)
    }
  }
  return [...found.values()].toSorted((a, b) => (a.contactId < b.contactId ? -1 : 1))
}

/**
 * Who is written to where a mail to a contact came back: somebody else of its office, or the next one above in
 * which anybody can be reached. Empty where there is nobody else.
 */
export function insteadOf(directory: Directory, contactId: string, on: LocalDate): Addressee[] {
  const gone = directory.contacts.find((one) => one.contactId === contactId)
  if (gone === undefined) return []
  const contacts = directory.contacts.filter((one) => one !== gone)
  const chain = chainFrom(directory, gone.officeId, on)
  return inChain({ ...directory, contacts }, chain, on).map((one) => ({ ...one, why: 'fallback' }))
}

/** An office and those above it, nearest first. */
function chainFrom({ offices }: Directory, officeId: string, on: LocalDate): string[] {
  const chain: string[] = []
  let next: string | undefined = officeId
  for (let up = 0; next !== undefined && up <= mostOfficesUp && !chain.includes(next); up++) {
    const office: Office | undefined = offices.find((one) => one.officeId === next)
    if (office === undefined) break
    // An office that was closed passes on what comes to it.
    if (isLive(office, on)) chain.push(office.officeId)
    next = office.above
  }
  return chain
}

function inChain(directory: Directory, chain: readonly string[], on: LocalDate): Addressee[] {
  for (const [place, officeId] of chain.entries()) {
    const here = inOffice(directory, officeId, on)
    if (here.length > 0) return place === 0 ? here : here.map((one) => ({ ...one, why: 'fallback' }))
  }
  return []
}

/** The responsible people and the mailboxes, or who stands in for them; the head where there is none of these. */
function inOffice(directory: Directory, officeId: string, on: LocalDate): Addressee[] {
  const inForce = directory.contacts.filter(
    (one) => one.officeId === officeId && isWithin(on, one.validFrom, one.validUntil),
  )
  const working = inForce.filter(({ role }) => role !== 'head')
  const reached = working.flatMap((one) => presentFor(directory, one, on))
  if (reached.length > 0) return reached
  return inForce.filter(({ role }) => role === 'head').flatMap((one) => presentFor(directory, one, on))
}

/** The contact itself, or whoever stands in for it, and for that one. */
function presentFor({ contacts }: Directory, contact: Contact, on: LocalDate): Addressee[] {
  let one: Contact | undefined = contact
  for (let asked = 0; one !== undefined && asked <= mostStandIns; asked++) {
    if (isPresent(one, on)) {
      const why = one === contact ? contact.role : 'standIn'
      return [{ contactId: one.contactId, officeId: contact.officeId, language: one.language, why }]
    }
    const next: string | undefined = one.standIn
    one = next === undefined ? undefined : contacts.find(({ contactId }) => contactId === next)
  }
  return []
}

function isPresent(one: Contact, on: LocalDate): boolean {
  const isAbsent = one.absentFrom !== undefined && isWithin(on, one.absentFrom, one.absentUntil)
  return !one.isUnreachable && !isAbsent && isWithin(on, one.validFrom, one.validUntil)
}
