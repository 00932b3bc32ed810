import { describe, expect, it } from 'vitest'
import type { AccordEvent, EventType } from '../../domain/accord/events.ts'
import type { Addendum } from '../../domain/accord/parts.ts'
import { deadlineName, describeEvent } from '../../domain/text/describe.ts'
import { localDate } from '../../domain/time/localDate.ts'
import { asked, due, eventSentences, fixed } from '../support/eventSentences.ts'

describe('every event is one sentence', () => {
  it.each(Object.keys(eventSentences) as EventType[])('%s', (type) => {
    const [data, italian, english] = eventSentences[type]
    const event = { type, data } as AccordEvent
    expect(describeEvent('it', event)).toBe(italian)
    expect(describeEvent('en', event)).toBe(english)
  })
})

describe('an event with variants', () => {
  const said = (event: AccordEvent) => describeEvent('it', event)

  it('says whether conditions, notes or grounds are there', () => {
    expect(said({ type: 'PlanApproved', data: { planVersion: 1, conditions: [] } })).toBe(
      'Approvato il piano integrato, versione 1.',
    )
    expect(said({ type: 'MilestoneSignalled', data: { milestoneId: 'm1' } })).toBe(
      'Segnalato il traguardo «m1».',
    )
    expect(said({ type: 'ActivitiesEnded', data: { how: 'signalled' } })).toBe(
      'La Regione comunica la fine delle attività.',
    )
  })

  it('tells a whole grant from a grant in part, and one date from two', () => {
    const granted = { ...asked, exOfficio: false, effects: [] }
    const both = { activities: localDate('2018-12-31'), finalReport: localDate('2019-03-31') }
    expect(said({ type: 'ExtensionGranted', data: { ...granted, inPart: false } })).toMatch(
      /^Concessa la proroga/,
    )
    expect(
      said({ type: 'ExtensionGranted', data: { ...granted, scope: 'both', until: both, inPart: true } }),
    ).toContain(
      'Concessa in parte la proroga «relazione-2019», attività e relazione finale: attività fino al 31 dicembre 2018, relazione finale fino al 31 marzo 2019.',
    )
  })

  it('tells in time from late, and late by the hour from late by days', () => {
    const met = { deadlineId: 'signature', revision: 1 }
    expect(said({ type: 'DeadlineMet', data: { ...met, inTime: true, daysLate: 0 } })).toMatch(
      /rispettata\.$/,
    )
    expect(said({ type: 'DeadlineMet', data: { ...met, inTime: false, daysLate: 0 } })).toMatch(
      /oltre l'ora\.$/,
    )
    expect(said({ type: 'DeadlineMet', data: { ...met, inTime: false, daysLate: 3 } })).toMatch(/3 giorni\.$/)
    const end = { deadlineId: 'activities', revision: 4, inTime: true, daysLate: 0 }
    expect(said({ type: 'DeadlineMet', data: end })).toMatch(/le attività sono terminate\.$/)
  })

  it('says that an act is assumed, and what follows from one', () => {
    const act = { citation: { source: 'Nessuna fonte', mark: 'assumed' } } as const
    expect(describeEvent('it', { type: 'ActionStarted', data: { numeral: 'I' }, act })).toBe(
      "Avviata l'azione I (atto presunto).",
    )
    expect(describeEvent('en', { type: 'DeadlineLifted', data: { deadlineId: 'plan' }, act })).toBe(
      'Deadline “integrated plan” lifted: it is no longer needed (from an assumed act).',
    )
    const stated = { citation: { source: 'Pagina', mark: 'stated' } } as const
    expect(describeEvent('it', { type: 'AccordConcluded', data: {}, act: stated })).toBe(
      "L'accordo è concluso.",
    )
  })

  it('gives the hour of a deadline that has one', () => {
    const deadline = due('signature', fixed('2014-12-30', '14:00'))
    expect(said({ type: 'DeadlineSet', data: { deadline } })).toBe(
      "Scadenza «firma dell'accordo» fissata al 30 dicembre 2014, ore 14:00.",
    )
  })
})

describe('an extension with variants', () => {
  const parts = {
    extensionId: 'gara-deserta',
    scope: 'parts',
    reasons: 'gara deserta',
    until: {
      actions: [{ id: 'IV', until: localDate('2018-10-31') }],
      milestones: [{ id: 'rete-attiva', until: localDate('2018-11-30') }],
    },
  } as const
  const granted = { ...asked, exOfficio: false, inPart: false, effects: [] }

  it('says by when the attachments follow', () => {
    const data = { ...asked, holds: ['finalReport'], attachmentsBy: localDate('2018-12-11') }
    expectBoth(
      { type: 'ExtensionRequested', data },
      "Chiesta la proroga «relazione-2019», solo relazione finale: fino al 31 marzo 2019. Motivi: «tempi di rendicontazione». Gli allegati seguono entro l'11 dicembre 2018.",
      'Extension “relazione-2019” requested, final report only: until 31 March 2019. Reasons: “tempi di rendicontazione”. The attachments follow by 11 December 2018.',
    )
  })

  it('names each action and milestone with its date', () => {
    expectBoth(
      { type: 'ExtensionRequested', data: { ...parts, holds: ['action:IV', 'milestone:rete-attiva'] } },
      'Chiesta la proroga «gara-deserta», singole azioni o traguardi: azione IV fino al 31 ottobre 2018, traguardo rete-attiva fino al 30 novembre 2018. Motivi: «gara deserta».',
      'Extension “gara-deserta” requested, named actions or milestones: action IV until 31 October 2018, milestone rete-attiva until 30 November 2018. Reasons: “gara deserta”.',
    )
  })

  it('moves a deadline from the day that it had', () => {
    const [data] = eventSentences.DeadlineMoved
    const from = { nominal: localDate('2019-02-28'), effective: localDate('2019-02-28') }
    expectBoth(
      { type: 'DeadlineMoved', data: { ...data, from } },
      'Scadenza «relazione finale» spostata dal 28 febbraio 2019 al 31 marzo 2019, che slitta a lunedì 1 aprile 2019 (per proroga).',
      'Deadline “final report” moved from 28 February 2019 to 31 March 2019, which rolls to Monday 1 April 2019 (by extension).',
    )
  })

  it('waits for its addendum where it is onerous', () => {
    const addendum: Addendum = {
      amount: { cents: 1_250_000, currency: 'EUR' },
      signBy: localDate('2019-02-28'),
    }
    expectBoth(
      { type: 'ExtensionGranted', data: { ...granted, addendum, holds: ['finalReport'] } },
      "Concessa la proroga onerosa «relazione-2019» (12.500,00 €), solo relazione finale: fino al 31 marzo 2019. Avrà effetto con la firma dell'atto aggiuntivo, entro il 28 febbraio 2019. Motivi: «tempi di rendicontazione».",
      'Onerous extension “relazione-2019” granted (€12,500.00), final report only: until 31 March 2019. It takes effect when the addendum is signed, by 28 February 2019. Reasons: “tempi di rendicontazione”.',
    )
  })

  it('proposes to grant, or to refuse', () => {
    const instructed = { extensionId: 'relazione-2019' }
    const said = (proposal: 'grant' | 'refuse') =>
      describeEvent('it', { type: 'ExtensionInstructed', data: { ...instructed, proposal } })
    expect(said('grant')).toMatch(/si propone di concederla\.$/)
    expect(said('refuse')).toMatch(/si propone di rifiutarla\.$/)
  })

  it('lapses where nothing is left to extend', () => {
    expectBoth(
      { type: 'ExtensionLapsed', data: { extensionId: 'relazione-2019', cause: 'obligationMet' } },
      "La proroga «relazione-2019» decade: l'obbligo è già adempiuto.",
      'Extension “relazione-2019” lapses: the obligation is already met.',
    )
  })
})

describe('a suspension with variants', () => {
  it('says its last day where it is known, and every deadline', () => {
    const data = {
      suspensionId: 'emergenza',
      ground: 'law',
      rule: 'd.l. 18/2020, art. 103',
      ...{ on: localDate('2020-02-22'), until: localDate('2020-05-15'), reasons: 'emergenza sanitaria' },
      ...{ deadlineIds: ['activities', 'milestone:rete-attiva'], isGeneral: true, effects: [] },
    } as const
    expectBoth(
      { type: 'SuspensionStarted', data },
      'Termini sospesi per legge («emergenza»), fino al 15 maggio 2020 compreso: fine delle attività, traguardo (rete-attiva). Motivi: «emergenza sanitaria».',
      'Terms suspended by law (“emergenza”), up to and including 15 May 2020: end of activities, milestone (rete-attiva). Reasons: “emergenza sanitaria”.',
    )
  })

  it.each([
    ['art10bis', 'Termini sospesi per le osservazioni prima di un rifiuto («s1»)'],
    ['control', 'Termini sospesi per un rilievo della Corte dei conti («s1»)'],
  ] as const)('says why: %s', (ground, begins) => {
    const data = { suspensionId: 's1', ground, rule: 'norma', on: localDate('2018-03-10'), reasons: 'motivi' }
    const started = { ...data, deadlineIds: ['control'], isGeneral: false, effects: [] }
    expect(describeEvent('it', { type: 'SuspensionStarted', data: started }).startsWith(begins)).toBe(true)
  })

  it.each([
    ['expiry', 'il termine per rispondere è trascorso. I termini corrono di nuovo dal 20 marzo 2018.'],
    ['ended', 'il Ministero la fa cessare. I termini corrono di nuovo dal 20 marzo 2018.'],
    ['decided', 'il procedimento è deciso.'],
  ] as const)('says how it ends: %s', (how, ends) => {
    const data = { suspensionId: 's1', how, until: localDate('2018-03-20'), effects: [] }
    expect(describeEvent('it', { type: 'SuspensionEnded', data })).toBe(
      `Finisce la sospensione «s1»: ${ends}`,
    )
  })

  it('says nothing of clocks that run again where the procedure is decided', () => {
    const data = { suspensionId: 's1', how: 'decided', until: localDate('2018-03-20'), effects: [] } as const
    expect(describeEvent('en', { type: 'SuspensionEnded', data })).toBe(
      'Suspension “s1” ends: the procedure is decided.',
    )
  })
})

describe('a correction and a control with variants', () => {
  const days = { from: localDate('2018-04-12'), to: localDate('2018-04-02'), reasons: 'verbale', effects: [] }

  it('name the action or the deadline', () => {
    expectBoth(
      { type: 'DateCorrected', data: { what: 'actionStart', ref: 'IV', ...days } },
      "Corretta una data sbagliata (avvio dell'azione, IV): è il 2 aprile 2018, non il 12 aprile 2018. Motivi: «verbale».",
      'Wrong date corrected (start of the action, IV): it is 2 April 2018, not 12 April 2018. Reasons: “verbale”.',
    )
    expectBoth(
      { type: 'DateCorrected', data: { what: 'deadline', ref: 'planReview', ...days } },
      'Corretta una data sbagliata (origine della scadenza, esame del piano integrato): è il 2 aprile 2018, non il 12 aprile 2018. Motivi: «verbale».',
      'Wrong date corrected (origin of the deadline, review of the integrated plan): it is 2 April 2018, not 12 April 2018. Reasons: “verbale”.',
    )
  })

  it('tell silence and refusal from registration', () => {
    expectBoth(
      { type: 'ControlEnded', data: { outcome: 'silence' } },
      "Controllo della Corte dei conti: termine trascorso senza una pronuncia, l'accordo ha effetto.",
      'Control by the Court of Auditors: term passed without a ruling, the accord takes effect.',
    )
    expectBoth(
      { type: 'ControlEnded', data: { outcome: 'refused' } },
      'Controllo della Corte dei conti: visto e registrazione ricusati.',
      'Control by the Court of Auditors: registration refused.',
    )
  })
})

function expectBoth(event: AccordEvent, italian: string, english: string): void {
  expect(describeEvent('it', event)).toBe(italian)
  expect(describeEvent('en', event)).toBe(english)
}

describe('the name of a deadline', () => {
  it('is its kind, with what it is about', () => {
    expect(deadlineName('it', 'extensionDecision:relazione-2019')).toBe(
      'decisione sulla proroga (relazione-2019)',
    )
    expect(deadlineName('en', 'planCondition:a:b')).toBe('condition of the approval (a:b)')
    expect(deadlineName('it', 'of-the-future:1')).toBe('of-the-future:1')
  })
})
