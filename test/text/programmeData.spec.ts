import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { AccordCommand } from '../../domain/accord/commands.ts'
import { decide } from '../../domain/accord/decide.ts'
import type { RecordedEvent } from '../../domain/accord/events.ts'
import { evolve } from '../../domain/accord/evolve.ts'
import { type Accord, type AccordState, initialAccord, nextDue } from '../../domain/accord/state.ts'
import type { AccordContext } from '../../domain/accord/terms.ts'
import { noticeText } from '../../domain/text/sentences.ts'
import { hasPassed } from '../../domain/time/deadline.ts'
import { type Instant, instant, instantAt } from '../../domain/time/instant.ts'
import { command } from '../../schemas/commands.ts'
import { accordFile, importedAct } from '../../schemas/importFile.ts'
import { calendar, programme } from '../../schemas/reference.ts'

const data = new URL('../../data/', import.meta.url)
const folder = new URL('programmes/2014-2020/', data)

function read(name: string, from = folder): unknown {
  return JSON.parse(readFileSync(new URL(name, from), 'utf8'))
}

const programmeFile = programme.parse(read('programme.json'))
const { rules } = programmeFile
const context: AccordContext = {
  calendars: { IT: calendar.parse(read('calendars/it.json', data)) },
  programmes: { [rules.programmeId]: rules },
}

const accordNames = readdirSync(folder).filter((name) => !/^(programme|collettiva-.*)\.json$/.test(name))
/** The Regions that exist: of these nothing may be said that no source says. */
const realNames = accordNames.filter((name) => !name.startsWith('sintetica-'))

/** The acts of a file as commands: the registry records them, and noon stands for an hour nobody gives. */
function commandsOf(name: string): AccordCommand[] {
  const { accordId, acts } = accordFile.parse(read(name))
  return acts.map((raw, index) => {
    const act = importedAct.parse(raw)
    const receivedAt = act.receivedAt ?? instantAt(act.on.date, '12:00', rules.zone)
    return command.parse({
      ...(raw as object),
      commandId: `import:${accordId}:${index + 1}`,
      accordId,
      receivedAt,
      actor: { role: 'ministry', id: 'registro' },
    })
  })
}

interface Life {
  readonly state: Accord
  readonly events: readonly RecordedEvent[]
}

/** Runs the acts in their order, passing in its turn every deadline that falls between two of them. */
function live(commands: readonly AccordCommand[]): Life {
  const events: RecordedEvent[] = []
  let state: AccordState = initialAccord
  const run = (asked: AccordCommand) => {
    const decision = decide(asked, state, context)
    if (decision.outcome === 'refused') throw new Error(`${asked.type}: ${JSON.stringify(decision.refusal)}`)
    for (const event of decision.events) {
      const { accordId, commandId, act } = asked
      const { notices } = decision
      const recordedAt = act.receivedAt
      const recorded = { ...event, accordId, version: events.length + 1, commandId, act, notices, recordedAt }
      events.push(recorded)
      state = evolve(state, recorded)
    }
  }
  for (const asked of commands) {
    for (let due = nextDue(state); due && hasPassed(due, asked.act.receivedAt); due = nextDue(state)) {
      run(passing(asked.accordId, due))
    }
    run(asked)
  }
  if (state.phase === 'absent') throw new Error('no acts')
  return { state, events }
}

function passing(accordId: string, due: NonNullable<ReturnType<typeof nextDue>>): AccordCommand {
  const receivedAt = instant(new Date(Date.parse(due.passesAt) + 1).toISOString()) as Instant
  return {
    type: 'PassDeadline',
    commandId: `pass:${due.id}:${due.revision}`,
    accordId,
    act: {
      on: { date: due.effective, precision: 'day', assumed: false },
      receivedAt,
      actor: { role: 'scheduler', id: 'timer' },
      documents: [],
    },
    data: { deadlineId: due.id, revision: due.revision },
  }
}

describe('the programme 2014-2020', () => {
  it('has its five priorities, and a source and a mark on every fact', () => {
    expect(programmeFile.priorities.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
    expect(programmeFile.facts.length).toBeGreaterThan(15)
  })

  it('says of every term that no known source states it', () => {
    const terms = Object.values(rules.terms)
    expect(terms.filter((term) => !term.assumed)).toEqual([])
    expect(terms.filter((term) => !/presunt/.test(term.citation))).toEqual([])
  })
})

describe.each(accordNames)('%s', (name) => {
  it('has a citation with a mark on every act, and a note wherever something is assumed', () => {
    for (const { type, act } of commandsOf(name)) {
      expect(act.citation?.mark, type).toBeDefined()
      if (act.on.assumed || act.citation?.mark === 'assumed')
        expect(act.citation?.note, type).toMatch(realNames.includes(name) ? /presunt/ : /inesistente/)
    }
  })

  it('is received in the order in which it is written', () => {
    const received = commandsOf(name).map(({ act }) => act.receivedAt)
    expect(received).toEqual([...received].sort())
  })

  it('passes every rule, and no assumed date makes anybody late', () => {
    const { state, events } = live(commandsOf(name))
    expect(events.filter(({ type }) => type === 'DeadlineMissed')).toEqual([])
    const statuses = Object.values(state.obligations).map(({ id, status }) => `${id} ${status}`)
    expect(statuses.filter((status) => !status.endsWith(' met'))).toEqual([])
  })

  it('names no amount, unless its Region does not exist', () => {
    if (!realNames.includes(name)) return
    expect(commandsOf(name).filter(({ type }) => type === 'PayAdvance' || type === 'PayBalance')).toEqual([])
  })
})

describe('Umbria', () => {
  const { state, events } = live(commandsOf('umbria.json'))

  it('lives from the letter to the conclusion', () => {
    expect(state.phase).toBe('concluded')
    expect(state.proposedOn).toEqual({ date: '2014-12-12', precision: 'day', assumed: false })
    expect(state.inForceOn).toEqual({ date: '2014-12-31', precision: 'month', assumed: false })
    expect(state.fund).toBe('Fondo Politiche Migratorie 2014')
  })

  it('has three sections and seven actions, each with its number and the title of the page', () => {
    const seed = [
      'Sviluppo di un sistema di rete territoriale di servizi per i migranti',
      'Promozione di reti tra enti pubblici e operatori privati per migliorare la programmazione, la realizzazione dei servizi e degli interventi rivolti ai cittadini stranieri',
      'Aggiornamento costante delle metodologie e procedure di formazione e qualificazione degli operatori dei servizi',
      'Inserimento della figura del mediatore interculturale negli Sportelli',
      'Attivazione della mediazione sociale per la prevenzione e risoluzione dei conflitti tra comunità migrante e autoctone',
      "Istituzione di Partnership tra Istituzioni scolastiche, Sportelli e privato sociale per facilitare l'integrazione in ambito scolastico",
      'Formazione per gli operatori degli sportelli',
    ]
    const actions = Object.values(state.actions)
    expect(actions.map(({ numeral }) => numeral)).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'])
    expect(actions.map(({ title }) => title)).toEqual(seed)
    expect(actions.filter((action) => action.section !== undefined || action.priority !== undefined)).toEqual(
      [],
    )
    expect('plan' in state && state.plan.sections.map(({ number }) => number)).toEqual([1, 2, 3])
  })

  it('asks for the signatures by 14:00 of 30 December 2014', () => {
    expect(state.obligations.signature).toMatchObject({ passesAt: '2014-12-30T13:00:00.000Z', status: 'met' })
  })

  it('ends its activities when the last collective extension runs out', () => {
    const { activities } = state.obligations
    expect(activities?.nominal).toBe('2018-09-30')
    expect(activities?.history.map(({ nominal }) => nominal)).toEqual([
      '2016-06-30',
      '2017-06-30',
      '2018-06-30',
    ])
    expect(events.find(({ type }) => type === 'ActivitiesEnded')?.data).toEqual({ how: 'expiry' })
  })

  it('owes the final report by Sunday 31 March 2019, hence by Monday 1 April', () => {
    expect(state.obligations.finalReport).toMatchObject({
      nominal: '2019-03-31',
      effective: '2019-04-01',
      passesAt: '2019-04-01T21:59:59.999Z',
      status: 'met',
    })
    expect(state.obligations.finalReport?.history.at(-1)?.nominal).toBe('2018-11-29')
    expect(state.extensions['relazione-finale-2019']).toMatchObject({
      scope: 'finalReport',
      status: 'granted',
      exOfficio: false,
    })
  })

  it('carries its oddities, and only those', () => {
    const codes = new Set(events.flatMap(({ notices }) => notices.map(({ code }) => code)))
    expect([...codes].sort()).toEqual([
      'action-unclassified',
      'grant-before-expiry',
      'no-balance-recorded',
      'recorded-on-behalf',
      'signature-kind-unknown',
    ])
  })
})

describe('the Regions of which less is known', () => {
  it.each(
    ['piemonte', 'abruzzo', 'toscana', 'marche', 'lombardia', 'sicilia', 'lazio', 'puglia'].map(
      (one) => `${one}.json`,
    ),
  )('%s stays open in force', (name) => {
    const { state } = live(commandsOf(name))
    expect(state.phase).toBe('inForce')
    expect(nextDue(state)).toBeUndefined()
  })

  it('keep each citation of the one letter as it is written', () => {
    const protocol = (name: string) => commandsOf(name)[0]?.act.citation?.protocol
    expect(protocol('abruzzo.json')).toBe('prot.n.111/segrsott/2014')
    expect(protocol('piemonte.json')).toBe('prot. n. 11/segrsott/2014 del 12/12/2014')
  })

  it('include a regional act later than the accord, recorded and flagged', () => {
    const { events } = live(commandsOf('toscana.json'))
    const notices = events.find(({ type }) => type === 'RegionalActRecorded')?.notices ?? []
    expect(notices.map((notice) => noticeText('it', notice))).toContain(
      "L'atto della Regione porta la data del 12 gennaio 2015, successiva all'entrata in vigore dell'accordo: registrato come citato.",
    )
  })
})
