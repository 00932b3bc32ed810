import { describe, expect, test } from 'vitest'
import type { AccordCommands } from '../../../domain/accord/commands.ts'
import { decide } from '../../../domain/accord/decide.ts'
import type { ExtensionRules } from '../../../domain/accord/terms.ts'
import { period } from '../../../domain/time/period.ts'
import {
  activitiesEnded,
  activitiesOnly,
  context,
  d,
  order,
  passes,
  reportOnly,
  rules,
  underway,
} from '../../support/fixtures.ts'
import { given, met, metLate, set, stateAfter } from '../../support/given.ts'

const citation = 'art. 7 del bando'
const ruled = (extensions: Omit<ExtensionRules, 'citation'>) => {
  return { ...context, programmes: { prova: { ...rules, extensions: { ...extensions, citation } } } }
}

/** The activities would end on 31 December 2018, the report be due on 1 March 2019. */
type Data = AccordCommands['RequestExtension']
const to = (until: string): Data => ({ ...activitiesOnly, until: { activities: d(until) } })
const activities = to('2019-03-31')
const report: Data = reportOnly
const ask = (when: string, data: Data) => order('RequestExtension', when, data)
const grant = (when: string, data: Data) => order('GrantExtension', when, data)
const because = { extensionId: 'proroga-1', reasons: 'motivi generici' }
const refuse = (when: string) => order('RefuseExtension', when, because)
const revoke = (when: string) => order('RevokeExtension', when, because)
const instruct = (when: string, proposal: 'grant' | 'refuse') =>
  order('InstructExtension', when, { extensionId: 'proroga-1', proposal })
const supply = (when: string) => order('SupplyExtensionAttachments', when, { extensionId: 'proroga-1' })

describe('a programme that limits extensions', () => {
  test('opens and closes a window for requests, not for the Ministry', () => {
    const window = ruled({ opensDays: 60, noticeDays: 30 })
    const early = { firstDay: '2018-12-31', opensDays: 60, citation }
    const late = { lastDay: '2019-01-30', noticeDays: 30, citation }
    given(...underway)
      .when(ask('2018-12-30', report), window)
      .refused('extension-too-early-to-ask', { kind: 'finalReport', received: '2018-12-30', ...early })
    for (const day of ['2018-12-31', '2019-01-30']) {
      given(...activitiesEnded)
        .when(ask(day, report), window)
        .then(['ExtensionRequested'], ['DeadlineSet'])
    }
    given(...activitiesEnded)
      .when(ask('2019-01-31', report), window)
      .refused('extension-too-late-to-ask', { kind: 'finalReport', received: '2019-01-31', ...late })
    given(...underway)
      .when(grant('2018-12-20', report), window)
      .then(['ExtensionGranted'], ['DeadlineMoved'])
  })

  test('bounds how far from its first date a term may be moved, by all extensions together', () => {
    const bound = ruled({ longest: period('P3M') })
    const long = { kind: 'activities', first: '2018-12-31', latest: '2019-03-31', citation }
    const beyond = to('2019-04-01')
    given(...underway)
      .when(ask('2018-12-01', activities), bound)
      .then(['ExtensionRequested'], ['DeadlineSet'])
    for (const act of [ask('2018-12-01', beyond), grant('2018-12-01', beyond)]) {
      given(...underway)
        .when(act, bound)
        .refused('extension-too-long', { asked: '2019-04-01', ...long })
    }
    const more = { ...to('2019-04-30'), extensionId: 'proroga-4' }
    given(...underway, grant('2018-12-01', activities))
      .when(ask('2019-01-10', more), bound)
      .refused('extension-too-long', { asked: '2019-04-30', ...long })
    given(...activitiesEnded)
      .when(ask('2019-02-10', report), ruled({ longest: period('P29D') }))
      .refused('extension-too-long', {
        ...{ kind: 'finalReport', asked: '2019-03-31', first: '2019-03-01', latest: '2019-03-30', citation },
      })
  })

  test.each([
    ['grant', grant('2019-02-12', report), [ask('2019-02-10', report)], 'granted'],
    ['grant ex officio', grant('2019-02-12', report), [], 'granted'],
    ['refusal', refuse('2019-02-12'), [ask('2019-02-10', report)], 'refused'],
    ['revocation', revoke('2019-02-12'), [grant('2019-02-10', report)], 'revoked'],
  ] as const)('leaves the %s to the offices it names', (_, command, history, status) => {
    const act = { ...command.act, actor: { role: 'ministry', id: 'altro' } as const }
    const offices = ruled({ decidedBy: ['dg-prova', 'gabinetto'] })
    given(...activitiesEnded, ...history)
      .when({ ...command, act }, offices)
      .refused('not-this-office', { act: command.type, office: 'altro', offices: 'dg-prova, gabinetto' })
    given(...activitiesEnded, ...history)
      .when(command, offices)
      .accepted()
      .leaving({ extensions: { 'proroga-1': { status } } as never })
  })

  test('binds an accord as it stood when the accord was proposed', () => {
    const bound = ruled({ longest: period('P1M') })
    const request = ask('2018-12-01', activities)
    expect(decide(request, stateAfter(underway), bound)).toMatchObject({ outcome: 'accepted' })
    expect(decide(request, stateAfter(underway, bound), context)).toMatchObject({
      ...{ outcome: 'refused', refusal: { code: 'extension-too-long' } },
    })
  })
})

describe('the instruction of a request', () => {
  const asked = [...activitiesEnded, ask('2019-02-10', report)]
  const required = ruled({ instruction: 'required' })

  test('comes before the decision where the programme requires it', () => {
    for (const command of [grant('2019-02-20', report), refuse('2019-02-20')]) {
      given(...asked)
        .when(command, required)
        .refused('extension-not-instructed', { extensionId: 'proroga-1', citation })
    }
    given(...asked, instruct('2019-02-15', 'refuse'))
      .when(grant('2019-02-20', report), required)
      .then(['ExtensionGranted'], ['DeadlineMoved'], ['DeadlineMet'])
    given(...activitiesEnded)
      .when(grant('2019-02-20', report), required)
      .then(['ExtensionGranted', { exOfficio: true }], ['DeadlineMoved'])
  })

  test('is a proposal that can be made anew: the last one counts, the same one is recorded once', () => {
    given(...asked)
      .when(instruct('2019-02-15', 'grant'))
      .then(['ExtensionInstructed', { extensionId: 'proroga-1', proposal: 'grant' }])
      .owing('finalReport', { status: 'held' })
    given(...asked, instruct('2019-02-15', 'grant'))
      .when(instruct('2019-02-15', 'grant'))
      .nothing()
    given(...asked, instruct('2019-02-15', 'grant'))
      .when(instruct('2019-02-18', 'refuse'))
      .then(['ExtensionInstructed', { proposal: 'refuse' }])
      .leaving({ extensions: { 'proroga-1': { instruction: { proposal: 'refuse' } } } as never })
  })

  test('is refused after the decision, and of a request nobody made', () => {
    given(...asked, refuse('2019-02-20'))
      .when(instruct('2019-02-21', 'grant'))
      .refused('extension-already-decided', { extensionId: 'proroga-1' })
    given(...activitiesEnded)
      .when(instruct('2019-02-21', 'grant'))
      .refused('unknown-extension', { extensionId: 'proroga-1' })
  })
})

describe('attachments that follow a request', () => {
  const attachments = 'extensionAttachments:proroga-1'
  const by = (day: string) => ask('2019-02-10', { ...report, attachmentsBy: d(day) })
  const asked = [...activitiesEnded, by('2019-02-20')]

  test('are due by the day that the request names, not before the request itself', () => {
    given(...activitiesEnded)
      .when(by('2019-02-20'))
      .then(
        ...[['ExtensionRequested'] as const, set('extensionDecision:proroga-1', { nominal: '2019-03-12' })],
        set(attachments, { nominal: '2019-02-20', obligor: 'region', ref: 'proroga-1' }),
      )
    given(...activitiesEnded)
      .when(by('2019-02-09'))
      .refused('attachments-in-the-past', { by: '2019-02-09', received: '2019-02-10' })
    given(...activitiesEnded)
      .when(by('2019-02-10'))
      .accepted()
      .owing(attachments, { status: 'open', nominal: d('2019-02-10'), effective: d('2019-02-11') })
  })

  test('come in time, or late; a second time changes nothing', () => {
    given(...asked)
      .when(supply('2019-02-20'))
      .then(['ExtensionAttachmentsSupplied', { extensionId: 'proroga-1' }], met(attachments))
    given(...asked, passes(attachments, '2019-02-21'))
      .when(supply('2019-02-22'))
      .then(['ExtensionAttachmentsSupplied'], metLate(attachments, 2))
    given(...asked, supply('2019-02-18'))
      .when(supply('2019-02-19'))
      .nothing()
    given(...activitiesEnded)
      .when(supply('2019-02-18'))
      .refused('unknown-extension', { extensionId: 'proroga-1' })
  })

  test.each([
    ['grant', grant('2019-02-15', report)],
    ['refusal', refuse('2019-02-15')],
  ])('still outstanding at the %s are flagged, and waited for no more', (_, decided) => {
    given(...asked)
      .when(decided)
      .accepted()
      .noting('attachments-outstanding', { by: '2019-02-20' })
      .owing(attachments, { status: 'lifted' })
    given(...asked, decided)
      .when(supply('2019-02-18'))
      .refused('extension-already-decided', { extensionId: 'proroga-1' })
    given(...asked, supply('2019-02-14'))
      .when(decided)
      .accepted()
      .withoutNotices()
  })
})
