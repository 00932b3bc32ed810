import { describe, expect, test } from 'vitest'
import type { AccordCommands, CommandType } from '../../domain/accord/commands.ts'
import { bodyHash } from '../../schemas/bodyHash.ts'
import { command, commandTypes } from '../../schemas/commands.ts'
import { accordFile, importedAct } from '../../schemas/importFile.ts'
import { calendar, programme, programmeRules, zone } from '../../schemas/reference.ts'
import { context, euro, italy, plan, reportOnly, rules } from '../support/fixtures.ts'

const wire = {
  type: 'PayAdvance',
  commandId: 'cmd-1',
  accordId: 'prova-10',
  on: '2018-01-15',
  receivedAt: '2018-01-15T10:00:00+01:00',
  actor: { role: 'ministry', id: 'dg-prova' },
  data: { amount: { amount: '120000.00', currency: 'EUR' } },
}

/** For each command a wire form and what it must become; where they are the same, one is enough. */
const forms: { [T in CommandType]: readonly [wire: unknown, domain?: AccordCommands[T]] } = {
  ProposeAccord: [
    {
      programmeId: 'prova',
      regionId: '10',
      title: '  Accordo di prova ',
      fund: 'Fondo di prova',
      signBy: { date: '2017-12-29', time: '14:00' },
    },
    {
      programmeId: 'prova',
      regionId: '10',
      title: 'Accordo di prova',
      fund: 'Fondo di prova',
      signBy: { date: '2017-12-29', time: '14:00' },
    } as AccordCommands['ProposeAccord'],
  ],
  SignAccord: [
    { party: 'region', kind: 'digital', signerRef: 'presidenza', signedAt: '2014-12-30T14:00:00+01:00' },
    {
      party: 'region',
      kind: 'digital',
      signerRef: 'presidenza',
      signedAt: '2014-12-30T13:00:00.000Z',
    } as AccordCommands['SignAccord'],
  ],
  RecordRegionalAct: [{ title: 'DGR 10' }],
  PayAdvance: [{ amount: { amount: '331117.00', currency: 'EUR' } }, { amount: euro(33_111_700) }],
  SubmitPlan: [
    {
      sections: [{ number: 1, title: 'Contesto' }],
      actions: [{ numeral: 'XLIX', title: 'Rete' }],
      activitiesUntil: '2018-12-31',
    },
    {
      sections: [{ number: 1, title: 'Contesto' }],
      actions: [{ numeral: 'XLIX', title: 'Rete', milestones: [] }],
      activitiesUntil: '2018-12-31',
    } as unknown as AccordCommands['SubmitPlan'],
  ],
  RequestPlanIntegration: [{ request: 'budget di dettaglio' }],
  SupplyPlanIntegration: [{ note: 'budget\nallegato' }],
  ReturnPlan: [{ reasons: 'azioni da rivedere' }],
  ApprovePlan: [{}, { conditions: [] }],
  MeetPlanCondition: [{ conditionId: 'quadro' }],
  StartAction: [{ numeral: 'VII' }],
  SignalMilestone: [{ milestoneId: 'rete-attiva', note: 'dieci sportelli' }],
  CompleteAction: [{ numeral: 'I' }],
  EndActivities: [{}],
  RequestExtension: [reportOnly],
  GrantExtension: [reportOnly],
  RefuseExtension: [{ extensionId: 'proroga-1', reasons: 'motivi generici' }],
  ApplyCalendar: [{ calendarVersion: '2030-01-01', reasons: 'nuova festività' }],
  RevokeExtension: [{ extensionId: 'proroga-1', reasons: 'attività già chiuse' }],
  SubmitFinalReport: [{ title: 'Relazione finale' }],
  RequestReportIntegration: [{ request: 'elenco delle spese' }],
  SupplyReportIntegration: [{ note: 'elenco allegato' }],
  ReturnFinalReport: [{ reasons: 'mancano i risultati' }],
  ApproveFinalReport: [{}],
  PayBalance: [{ amount: { amount: '0.5' } }, { amount: euro(50) }],
  ConcludeAccord: [{ note: 'progetto concluso' }],
  PassDeadline: [{ deadlineId: 'milestone:rete-attiva', revision: 2 }],
}

describe('the wire form of a command', () => {
  test.each(commandTypes)('%s becomes the domain’s', (type) => {
    const [sent, expected = sent] = forms[type]
    expect(command.parse({ ...wire, type, data: sent })).toEqual({
      type,
      commandId: 'cmd-1',
      accordId: 'prova-10',
      act: {
        on: { date: '2018-01-15', precision: 'day', assumed: false },
        receivedAt: '2018-01-15T09:00:00.000Z',
        actor: wire.actor,
        documents: [],
      },
      data: expected,
    })
  })

  test('the whole fixture plan passes unchanged', () => {
    expect(command.parse({ ...wire, type: 'SubmitPlan', data: plan }).data).toEqual(plan)
  })

  test('data without fields may be left out', () => {
    const { data: _, ...rest } = wire
    expect(command.parse({ ...rest, type: 'EndActivities' }).data).toEqual({})
  })

  test.each([
    ['2014-12', { date: '2014-12-31', precision: 'month', assumed: false }],
    ['2014', { date: '2014-12-31', precision: 'year', assumed: false }],
    [
      { date: '2014-12', assumed: true },
      { date: '2014-12-31', precision: 'month', assumed: true },
    ],
    [{ date: '2014-12-30' }, { date: '2014-12-30', precision: 'day', assumed: false }],
  ])('the legal date can be written %j', (on, expected) => {
    expect(command.parse({ ...wire, on }).act.on).toEqual(expected)
  })

  test('a protocol number is kept letter for letter', () => {
    const citation = { source: 'pagina del programma', protocol: '111/segrsott/2014', mark: 'stated' }
    expect(command.parse({ ...wire, citation }).act.citation).toEqual(citation)
  })

  test('a document is a reference, never its bytes', () => {
    const documents = [{ sha256: 'a'.repeat(64), name: 'Piano à.pdf', bytes: 1024, mime: 'application/pdf' }]
    expect(command.parse({ ...wire, documents }).act.documents).toEqual(documents)
  })
})

describe('the same request', () => {
  test('is the same whatever the moment of receipt and the order of its fields', () => {
    const request = wire as Parameters<typeof bodyHash>[0]
    const { data, ...rest } = request
    expect(bodyHash({ data, ...rest, receivedAt: '2018-01-16T00:00:00Z' })).toBe(bodyHash(request))
    expect(bodyHash({ ...request, on: '2018-01-16' })).not.toBe(bodyHash(request))
  })
})

describe('files', () => {
  test('a history needs its format, an id and at least one act', () => {
    const history = { format: 'accordi/accord@1', accordId: 'prova-10', acts: [{}] }
    expect(accordFile.safeParse(history).success).toBe(true)
    expect(accordFile.safeParse({ ...history, acts: [] }).success).toBe(false)
    expect(accordFile.safeParse({ ...history, format: 'altro' }).success).toBe(false)
    expect(accordFile.safeParse({ ...history, extra: 1 }).success).toBe(false)
    expect(accordFile.safeParse({ ...history, acts: Array(501).fill({}) }).success).toBe(false)
  })

  test('an act of a history may leave out its id, its receipt and its actor', () => {
    const act = importedAct.parse({ type: 'ConcludeAccord', on: '2019-05', data: {} })
    expect(act).toMatchObject({ type: 'ConcludeAccord', on: { date: '2019-05-31', precision: 'month' } })
    expect(importedAct.safeParse({ type: 'Ignoto', on: '2019-05' }).success).toBe(false)
  })

  test('a calendar is refused without a law, a period or a version', () => {
    const [first] = italy.holidays
    expect(calendar.safeParse(italy).success).toBe(true)
    expect(calendar.safeParse({ ...italy, version: 'oggi' }).success).toBe(false)
    expect(calendar.safeParse({ ...italy, holidays: [] }).success).toBe(false)
    expect(calendar.safeParse({ ...italy, holidays: [{ ...first, law: '' }] }).success).toBe(false)
    expect(calendar.safeParse({ ...italy, holidays: [{ ...first, periods: [] }] }).success).toBe(false)
  })

  test('the rules of a programme are refused with an unknown zone, term or policy', () => {
    expect(programmeRules.parse(rules)).toEqual(rules)
    expect(programmeRules.safeParse({ ...rules, zone: 'Europe/Roma' }).success).toBe(false)
    expect(programmeRules.safeParse({ ...rules, policy: 'MAI' }).success).toBe(false)
    const { plan: term } = rules.terms
    expect(programmeRules.safeParse({ ...rules, terms: { pian: term } }).success).toBe(false)
    expect(programmeRules.safeParse({ ...rules, terms: { plan: { ...term, period: 'P0D' } } }).success).toBe(
      false,
    )
    expect(zone.safeParse('Europe/Rome').success).toBe(true)
  })

  test('a programme file holds its rules', () => {
    const read = programme.parse({ format: 'accordi/programme@1', title: 'Prova', rules })
    expect(read.rules).toEqual(context.programmes.prova)
  })
})
