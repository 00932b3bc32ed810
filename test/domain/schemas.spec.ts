import { describe, expect, test } from 'vitest'
import type { AccordCommands, CommandRequest, CommandType } from '../../domain/accord/commands.ts'
import { instant } from '../../domain/time/instant.ts'
import { bodyHash } from '../../schemas/bodyHash.ts'
import { command, commandTypes } from '../../schemas/commands.ts'
import { accordFile, importedAct } from '../../schemas/importFile.ts'
import { calendar, programme, programmeRules, zone } from '../../schemas/reference.ts'
import { approvalForms } from '../support/approvalForms.ts'
import { exitForms } from '../support/exitForms.ts'
import { context, d, euro, italy, plan, reportOnly, rules } from '../support/fixtures.ts'
import { moneyForms } from '../support/moneyForms.ts'
import { monitoringForms } from '../support/monitoringForms.ts'

const wire = {
  type: 'PayAdvance',
  commandId: 'cmd-1',
  accordId: 'prova-10',
  on: '2018-01-15',
  receivedAt: '2018-01-15T10:00:00+01:00',
  actor: { role: 'ministry', id: 'dg-prova' },
  data: { amount: { amount: '120000.00', currency: 'EUR' } },
}

const attachments = { extensionId: 'proroga-1', note: 'quadro economico' }
const part = { id: 'rete-attiva', until: '2018-11-30' }
const partsOnly = {
  ...{ extensionId: 'proroga-4', scope: 'parts', reasons: 'gara deserta' },
  until: { actions: [{ id: 'IV', until: '2018-10-31' }], milestones: [part] },
}
const signedLater = { signBy: '2019-02-28' }
const stop = { suspensionId: 'informazioni-1', ground: 'art2c7', reasons: 'manca il bilancio' }

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
  AddDocuments: [{ party: 'region', note: 'copia' }],
  SubmitPlan: [
    {
      sections: [{ number: 1, title: 'Contesto' }],
      actions: [{ numeral: 'XLIX', title: 'Rete', endsOn: '2018-10-31' }],
      activitiesUntil: '2018-12-31',
    },
    {
      sections: [{ number: 1, title: 'Contesto' }],
      actions: [{ numeral: 'XLIX', title: 'Rete', endsOn: '2018-10-31', milestones: [] }],
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
  RequestExtension: [
    { ...reportOnly, attachmentsBy: '2019-02-20' },
    { ...reportOnly, attachmentsBy: d('2019-02-20') },
  ],
  SupplyExtensionAttachments: [{ extensionId: 'proroga-1', note: ' quadro economico ' }, attachments],
  InstructExtension: [{ extensionId: 'proroga-1', proposal: 'grantInPart', note: 'fino a febbraio' }],
  GrantExtension: [
    {
      ...reportOnly,
      addendum: { amount: { amount: '12500.5', currency: 'EUR' }, signBy: '2019-02-28' },
    },
    { ...reportOnly, addendum: { amount: euro(1_250_050), signBy: d('2019-02-28') } },
  ],
  SignAddendum: [
    {
      ...{ extensionId: 'proroga-1', party: 'ministry', kind: 'digital', signerRef: 'dg-prova' },
      signedAt: '2019-02-26T11:30:00+01:00',
    },
    {
      ...{ extensionId: 'proroga-1', party: 'ministry', kind: 'digital', signerRef: 'dg-prova' },
      signedAt: instant('2019-02-26T10:30:00.000Z'),
    },
  ],
  RefuseExtension: [{ extensionId: 'proroga-1', reasons: 'motivi generici' }],
  ApplyCalendar: [{ calendarVersion: '2030-01-01', reasons: 'nuova festività' }],
  RevokeExtension: [{ extensionId: 'proroga-1', reasons: 'attività già chiuse' }],
  StartSuspension: [
    {
      ...{ suspensionId: 'emergenza', ground: 'law', reasons: 'sospensione dei termini per legge' },
      ...{ deadlineIds: ['activities', 'milestone:rete-attiva'], from: '2020-02-23', until: '2020-05-15' },
    },
    {
      ...{ suspensionId: 'emergenza', ground: 'law', reasons: 'sospensione dei termini per legge' },
      ...{ deadlineIds: ['activities', 'milestone:rete-attiva'] },
      ...{ from: d('2020-02-23'), until: d('2020-05-15') },
    },
  ],
  SupplyInformation: [{ suspensionId: 'informazioni-1', note: 'bilancio dell’ente allegato' }],
  EndSuspension: [{ suspensionId: 'emergenza', reasons: 'cessata l’emergenza' }],
  RevokeSuspension: [{ suspensionId: 'emergenza', reasons: 'non riguarda la Regione' }],
  AdoptRules: [{ rulesVersion: 2, reasons: 'nuova convenzione' }],
  SendToControl: [{}],
  RecordControl: [{ outcome: 'registered', note: 'reg. n. 123' }],
  CorrectDate: [
    { what: 'milestone', ref: 'rete-attiva', to: '2018-09-20', reasons: 'errore di trascrizione' },
    { what: 'milestone', ref: 'rete-attiva', to: d('2018-09-20'), reasons: 'errore di trascrizione' },
  ],
  ReverseLastDecision: [{ reasons: 'approvata la versione sbagliata' }],
  SubmitFinalReport: [{ title: 'Relazione finale' }],
  RequestReportIntegration: [{ request: 'elenco delle spese' }],
  SupplyReportIntegration: [{ note: 'elenco allegato' }],
  ReturnFinalReport: [{ reasons: 'mancano i risultati' }],
  ApproveFinalReport: [{}],
  ConcludeAccord: [{ note: 'progetto concluso' }],
  ...exitForms,
  ...approvalForms,
  PassDeadline: [{ deadlineId: 'milestone:rete-attiva', revision: 2 }],
  ...moneyForms,
  ...monitoringForms,
}

/** Other forms of the same commands, with what they may leave out or hold besides. */
const variants: readonly (readonly [what: string, type: CommandType, wire: object])[] = [
  ['a request without attachments', 'RequestExtension', reportOnly],
  ['a request about actions and milestones', 'RequestExtension', partsOnly],
  ['a grant without an addendum', 'GrantExtension', reportOnly],
  ['a grant of milestones alone', 'GrantExtension', { ...partsOnly, until: { milestones: [part] } }],
  ['a grant with an addendum of no amount', 'GrantExtension', { ...reportOnly, addendum: signedLater }],
  ['a proposal without a note', 'InstructExtension', { extensionId: 'proroga-1', proposal: 'refuse' }],
  ['a stop of one procedure', 'StartSuspension', { ...stop, deadlineIds: ['planReview'] }],
  ['a stop for every deadline that runs', 'StartSuspension', { ...stop, ground: 'law' }],
  ['an outcome without a note', 'RecordControl', { outcome: 'refused' }],
  [
    'a correction of what is there once',
    'CorrectDate',
    { what: 'inForce', to: '2017-12-29', reasons: 'firma del 29 dicembre' },
  ],
  ['a reopening of the whole report', 'ReopenMonitoringReport', { period: 'R1', reasons: 'errore' }],
  ['a target that passes', 'PassDeadline', { deadlineId: 'plan:2', revision: 1, tier: 'target' }],
]

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

  test.each(variants)('%s passes unchanged', (_what, type, sent) => {
    expect(command.parse({ ...wire, type, data: sent }).data).toEqual(sent)
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
    const more = { documentId: 'piano', kind: 'plan', signature: 'pades', protocol: '111/segrsott/2014' }
    const said = documents.map((one) => ({ ...one, ...more }))
    expect(command.parse({ ...wire, documents: said }).act.documents).toEqual(said)
  })
})

describe('the same request', () => {
  test('is the same whatever the moment of receipt and the order of its fields', () => {
    const request = wire as CommandRequest
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

  test.each([
    ['P20D', true],
    ['P29D', true],
    ['P30D', false],
    ['P1M', false],
    ['-P5D', false],
  ])('a target of %s within a term of 30 days: %s', (target, isGood) => {
    const terms = { planReview: { ...rules.terms.planReview, target } }
    expect(programmeRules.safeParse({ ...rules, terms }).success).toBe(isGood)
  })

  test('the limits on extensions are read with their offices and periods', () => {
    const extensions = {
      ...{ opensDays: 180, noticeDays: 30, cap: '2021-12-31', most: 2, longest: 'P12M' },
      ...{ decidedBy: ['dg-prova'], instruction: 'required', pending: 'standstill', citation: 'art. 7' },
    }
    const whole = { ...rules, extensions, mayCorrect: ['dg-prova', 'ufficio-ii'] }
    expect(programmeRules.parse(whole)).toEqual(whole)
    const bad = [{ decidedBy: [] }, { decidedBy: ['M. R.'] }, { pending: 'held' }, { longest: 'P0D' }]
    for (const limit of bad) {
      const changed = { ...whole, extensions: { ...extensions, ...limit } }
      expect(programmeRules.safeParse(changed).success, JSON.stringify(limit)).toBe(false)
    }
  })

  test('a programme file holds its rules', () => {
    const read = programme.parse({ format: 'accordi/programme@1', title: 'Prova', rules })
    expect(read.rules).toEqual(context.programmes.prova)
  })
})
