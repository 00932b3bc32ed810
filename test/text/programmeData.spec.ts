import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hasEnded } from '../../domain/accord/exits/state.ts'
import { nextDue } from '../../domain/accord/state.ts'
import type { AccordContext } from '../../domain/accord/terms.ts'
import { noticeText } from '../../domain/text/sentences.ts'
import { command } from '../../schemas/commands.ts'
import { calendar, programme } from '../../schemas/reference.ts'
import { liveOut, requestsIn } from '../support/histories.ts'

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

/** The acts of a file as the import asks for them. */
const commandsOf = (name: string) => requestsIn(read(name)).map((request) => command.parse(request))
/** The accord of a file, lived from its first act to its last. */
const live = (name: string) => liveOut(requestsIn(read(name)), context)

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

const isRecovery = (deadlineId: string) => deadlineId.startsWith('recovery')

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
    const { state, events } = live(name)
    // What is to be returned has days of its own, none of them assumed.
    const missed = events.filter(
      (event) => event.type === 'DeadlineMissed' && !isRecovery(event.data.deadlineId),
    )
    expect(missed).toEqual([])
    // What was still owed when a Region left falls away; what it had to return does not.
    const left = hasEnded(state) && state.phase !== 'concluded'
    const isDone = (id: string, status: string) =>
      status === 'met' || (isRecovery(id) ? status === 'metLate' : left && status === 'lifted')
    const open = Object.values(state.obligations).filter(({ id, status }) => !isDone(id, status))
    expect(open.map(({ id, status }) => `${id} ${status}`)).toEqual([])
  })

  it('names no amount, unless its Region does not exist', () => {
    if (!realNames.includes(name)) return
    expect(commandsOf(name).filter(({ type }) => type === 'PayAdvance' || type === 'PayBalance')).toEqual([])
  })
})

describe('Umbria', () => {
  const { state, events } = live('umbria.json')

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

describe('the Regions that left the programme, synthetic since nobody names them', () => {
  it.each([
    ['f', 'withdrawn', 'withdrawal', [50_000_00]],
    ['g', 'unused', 'nonUse', [30_000_00, 20_000_00]],
    ['h', 'unused', 'nonUse', [50_000_00]],
  ])('%s is %s, and returned the whole advance', (letter, phase, cause, repaid) => {
    const { state, events } = live(`sintetica-${letter}.json`)
    expect(state.phase).toBe(phase)
    expect(events.at(-1)?.type).toBe('AccordClosed')
    const recoveries = Object.values(state.recoveries ?? {})
    expect(recoveries).toMatchObject([{ cause, amountCents: state.advance?.cents }])
    expect(recoveries[0]?.settledOn).toBeDefined()
    const repayments = Object.values(recoveries[0]?.repayments ?? {})
    expect(repayments.map(({ amount }) => amount.cents)).toEqual(repaid)
    expect(state.extensions).toEqual({})
  })
})

describe('the Regions of which less is known', () => {
  it.each(
    ['piemonte', 'abruzzo', 'toscana', 'marche', 'lombardia', 'sicilia', 'lazio', 'puglia'].map(
      (one) => `${one}.json`,
    ),
  )('%s stays open in force', (name) => {
    const { state } = live(name)
    expect(state.phase).toBe('inForce')
    expect(nextDue(state)).toBeUndefined()
  })

  it('keep each citation of the one letter as it is written', () => {
    const protocol = (name: string) => commandsOf(name)[0]?.act.citation?.protocol
    expect(protocol('abruzzo.json')).toBe('prot.n.111/segrsott/2014')
    expect(protocol('piemonte.json')).toBe('prot. n. 11/segrsott/2014 del 12/12/2014')
  })

  it('include a regional act later than the accord, recorded and flagged', () => {
    const { events } = live('toscana.json')
    const notices = events.find(({ type }) => type === 'RegionalActRecorded')?.notices ?? []
    expect(notices.map((notice) => noticeText('it', notice))).toContain(
      "L'atto della Regione porta la data del 12 gennaio 2015, successiva all'entrata in vigore dell'accordo: registrato come citato.",
    )
  })
})
