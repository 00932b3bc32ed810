import { describe, expect, it } from 'vitest'
import { type RefusalCode, refusalRules } from '../../domain/accord/refusals.ts'
import type { Notice, Params } from '../../domain/decider.ts'
import { textOf } from '../../domain/text/render.ts'
import { fieldText, issueText, noticeText, refusalText } from '../../domain/text/sentences.ts'
import { approvalRefusalSamples } from '../support/approvalSentences.ts'
import { documentRefusalSamples } from '../support/documentCases.ts'
import { exitRefusals } from '../support/exitSentences.ts'
import { amountNotices, moneyRefusals } from '../support/moneySentences.ts'
import { monitoringRefusals } from '../support/monitoringSentences.ts'

const samples: Record<RefusalCode, Params> = {
  'unknown-accord': { accordId: 'umbria-2014-2020' },
  'accord-exists': { accordId: 'umbria-2014-2020' },
  'unknown-programme': { programmeId: '2021-2027' },
  'not-authorised': { role: 'auditor', act: 'ApprovePlan' },
  'other-region': { actor: '09', regionId: '10' },
  'on-behalf-needs-citation': { act: 'SubmitFinalReport' },
  'not-in-force': { act: 'SubmitPlan' },
  'wrong-phase': { act: 'EndActivities', phase: 'inForce', allowed: 'underway, activitiesEnded' },
  'accord-concluded': { accordId: 'umbria-2014-2020' },
  'already-signed': { party: 'region' },
  'digital-signature-required': { kind: 'handwritten', on: '2014-12-30' },
  'already-paid': { payment: 'advance' },
  ...moneyRefusals,
  'balance-before-approval': { phase: 'reportUnderReview' },
  ...monitoringRefusals,
  ...documentRefusalSamples,
  'section-missing': { section: 2 },
  'duplicate-section': { section: 2 },
  'no-actions': {},
  'duplicate-action': { numeral: 'IV' },
  'duplicate-milestone': { milestoneId: 'm1' },
  'started-action-dropped': { numeral: 'IV' },
  'unknown-action': { numeral: 'VIII' },
  'unknown-milestone': { milestoneId: 'm9' },
  'action-not-started': { numeral: 'IV' },
  'duplicate-condition': { conditionId: 'c1' },
  'unknown-condition': { conditionId: 'c9' },
  'conditions-unmet': { conditions: 'c1, c2' },
  'integration-already-requested': { subject: 'plan' },
  'no-integration-pending': { subject: 'report' },
  'integration-pending': { subject: 'plan', until: '2015-03-11' },
  'report-before-end': { phase: 'underway' },
  'extension-scope-mismatch': { scope: 'finalReport', kind: 'activities' },
  'extension-nothing-to-extend': { kind: 'finalReport' },
  'extension-not-later': { kind: 'finalReport', asked: '2018-10-08', current: '2018-11-29' },
  'extension-beyond-request': { kind: 'finalReport', granted: '2019-06-30', asked: '2019-03-31' },
  'calendar-version-not-in-use': { calendarId: 'IT', asked: '2030-01-01', version: '2026-11-23' },
  'calendar-years': { calendarId: 'IT', year: 1950 },
  'extension-report-before-end': { asked: '2019-03-31', end: '2019-03-31' },
  'extension-beyond-cap': { kind: 'activities', asked: '2019-12-31', cap: '2019-06-30', citation: 'art. 7' },
  'extension-too-late-to-ask': {
    ...{ kind: 'activities', received: '2018-12-20', lastDay: '2018-12-01' },
    ...{ noticeDays: 30, citation: 'art. 7' },
  },
  'extension-too-many': { kind: 'activities', most: 2, citation: 'art. 7' },
  'extension-too-early-to-ask': {
    ...{ kind: 'activities', received: '2018-03-01', firstDay: '2018-07-04' },
    ...{ opensDays: 180, citation: 'art. 7' },
  },
  'extension-too-long': {
    ...{ kind: 'activities', asked: '2020-06-30', first: '2018-12-31', latest: '2019-12-31' },
    citation: 'art. 7',
  },
  'extension-not-instructed': { extensionId: 'relazione-2019', citation: 'art. 7' },
  'extension-part-twice': { part: 'rete-attiva' },
  'extension-part-after-end': { part: 'rete-attiva', asked: '2019-03-31', end: '2018-12-31' },
  'attachments-in-the-past': { by: '2019-02-08', received: '2019-02-11' },
  'no-addendum': { extensionId: 'relazione-2019' },
  'addendum-in-the-past': { signBy: '2019-02-11', on: '2019-02-20' },
  'addendum-too-late': { extensionId: 'relazione-2019', signBy: '2019-03-29' },
  'not-this-office': { act: 'GrantExtension', office: 'ufficio-ii', offices: 'dg-prova, ufficio-i' },
  'suspension-exists': { suspensionId: 'informazioni-1' },
  'unknown-suspension': { suspensionId: 'informazioni-2', known: 'informazioni-1, emergenza' },
  // What is known stays as it must be typed.
  'unknown-deadline': { deadlineId: 'reportReview', known: 'signature, plan, milestone:rete-attiva' },
  'suspension-days-not-given': { ground: 'art2c7' },
  'suspension-one-deadline': { ground: 'art10bis' },
  'suspension-not-this-deadline': { ground: 'art2c7', deadlineId: 'finalReport' },
  'suspension-clock-stopped': { deadlineId: 'planReview', effective: '2018-04-03' },
  'suspension-already-used': { ground: 'art2c7', deadlineId: 'planReview' },
  'suspension-ends-before-start': { from: '2020-02-23', until: '2020-02-11' },
  'suspension-nothing-to-stop': { from: '2020-02-23' },
  'suspension-not-by-law': { suspensionId: 'informazioni-1', ground: 'art2c7' },
  'rules-version-unknown': { programmeId: 'prova', rulesVersion: 7 },
  'suspension-waits-for-nobody': { ground: 'control' },
  'observations-pending': { suspensionId: 'osservazioni-1', until: '2018-04-11' },
  'control-already-sent': { on: '2018-01-08' },
  'control-not-sent': {},
  'control-ended': { outcome: 'silence' },
  'nothing-to-correct': { what: 'actionCompletion', ref: 'IV' },
  'deadline-settled': { deadlineId: 'planReview' },
  'origin-follows-end': { deadlineId: 'finalReport', parent: 'activities' },
  'no-decision-to-reverse': {},
  'signalled-milestone-dropped': { milestoneId: 'rete-attiva' },
  'extension-not-granted': { extensionId: 'relazione-2019' },
  'extension-after-expiry': { kind: 'activities', effective: '2018-09-30' },
  'extension-pending': { kind: 'finalReport', extensionId: 'relazione-2019' },
  'extension-exists': { extensionId: 'relazione-2019' },
  'unknown-extension': { extensionId: 'relazione-2019' },
  'extension-already-decided': { extensionId: 'relazione-2019' },
  ...exitRefusals,
  ...approvalRefusalSamples,
  'command-id-reused': { commandId: 'umbria:1' },
}

const codes = Object.keys(refusalRules) as RefusalCode[]

describe('a refusal', () => {
  it.each(codes)('%s is a sentence in both languages, with no code or placeholder left in it', (code) => {
    for (const language of ['it', 'en'] as const) {
      const { message, rule } = refusalText(language, {
        code,
        params: samples[code],
        rule: refusalRules[code],
      })
      expect(message).toMatch(/^.+\. .+\.$/s)
      expect(rule).toMatch(/\.$/)
      expect(message).not.toMatch(/[{}]|\d{4}-\d{2}-\d{2}|reportUnderReview|finalReport|[a-z][A-Z]/)
    }
  })

  it('names phases and acts in the words of the reader', () => {
    const refusal = { code: 'wrong-phase', params: samples['wrong-phase'], rule: 'phase-order' } as const
    expect(refusalText('it', refusal).message).toBe(
      "L'atto «Comunicazione della fine delle attività» non è possibile nella fase «in vigore, piano integrato da presentare». È possibile solo in queste: attività in corso; attività terminate, relazione finale da presentare. La cronologia dell'accordo mostra a che punto si è.",
    )
    expect(refusalText('en', refusal).message).toContain('“in force, integrated plan to be submitted”')
  })

  it('elides the article before the 8th and the 11th', () => {
    const shorter = { code: 'extension-not-later', params: samples['extension-not-later'] } as const
    expect(refusalText('it', { ...shorter, rule: 'extension-forward' }).message).toContain(
      "all'8 ottobre 2018",
    )
    const pending = { code: 'integration-pending', params: samples['integration-pending'] } as const
    expect(refusalText('it', { ...pending, rule: 'one-integration' }).message).toContain(
      "fino all'11 marzo 2015",
    )
  })

  it.each([
    [
      'suspension-already-used',
      'Il termine per «esame del piano integrato» è già stato sospeso per acquisire informazioni: si può fare una volta sola per procedimento. Decidere con quanto è agli atti.',
      'The term for “review of the integrated plan” has already been suspended to obtain information: it can be done once per procedure. Decide on what is in the file.',
    ],
    [
      'control-ended',
      "Il controllo della Corte dei conti è già finito: termine trascorso senza una pronuncia, l'accordo ha effetto. Non si registra un altro esito.",
      'The control by the Court of Auditors is already over: term passed without a ruling, the accord takes effect. No other outcome is recorded.',
    ],
    [
      'nothing-to-correct',
      "Non c'è una data da correggere per «completamento dell'azione» (IV). Controllare quale data si vuole correggere e, per azioni, traguardi e scadenze, anche il riferimento.",
      'There is no date to correct for “completion of the action” (IV). Check which date is to be corrected and, for actions, milestones and deadlines, the reference too.',
    ],
    [
      'deadline-settled',
      "La scadenza «esame del piano integrato» è già adempiuta o venuta meno: la sua data non cambia più. Se è sbagliata la data dell'atto che l'ha chiusa, correggere quella.",
      'Deadline “review of the integrated plan” is already met or has fallen away: its date no longer changes. If the act that settled it has a wrong date, correct that one.',
    ],
    [
      'suspension-ends-before-start',
      "La sospensione finirebbe l'11 febbraio 2020, prima di cominciare (23 febbraio 2020). Indicare un giorno non anteriore.",
      'The suspension would end on 11 February 2020, before it begins (23 February 2020). Give a day that is not earlier.',
    ],
    [
      'not-this-office',
      "L'ufficio «ufficio-ii» non può compiere l'atto «Concessione di una proroga» in questo programma. Possono farlo: dg-prova, ufficio-i.",
      'Office “ufficio-ii” may not do the act “Grant an extension” in this programme. These may: dg-prova, ufficio-i.',
    ],
  ] as const)('names deadlines, grounds, facts and offices: %s', (code, italian, english) => {
    const refusal = { code, params: samples[code], rule: refusalRules[code] }
    expect(refusalText('it', refusal).message).toBe(italian)
    expect(refusalText('en', refusal).message).toBe(english)
  })

  it('says the law where there is one, and whose rule it is where there is none', () => {
    expect(textOf('it', 'rule.digital-signature')).toMatch(/^Art\. 15 c\. 2-bis l\. 241\/1990/)
    expect(textOf('it', 'rule.one-integration')).toMatch(/^Art\. 2 c\. 7 l\. 241\/1990/)
    expect(textOf('it', 'rule.observations')).toMatch(/^Art\. 10-bis l\. 241\/1990/)
    expect(textOf('it', 'rule.control')).toMatch(/^Art\. 3 l\. 20\/1994/)
    expect(textOf('it', 'rule.offices')).toMatch(/^Regola del programma/)
    expect(textOf('it', 'rule.reversal')).toMatch(/^Regola di accordi/)
    expect(textOf('it', 'rule.extension-in-time')).toMatch(/^Regola di accordi/)
  })
})

describe('a notice', () => {
  it('is a sentence with its dates as people write them', () => {
    const notice = { code: 'dated-before-proposal', params: { on: '2014-11-30', proposed: '2014-12-12' } }
    expect(noticeText('it', notice)).toBe(
      "L'atto porta la data del 30 novembre 2014, anteriore alla proposta dell'accordo (12 dicembre 2014).",
    )
  })

  it.each<readonly [Notice, string, string]>([
    [
      { code: 'term-runs-on', params: { effective: '2018-10-08' } },
      "La richiesta non ferma il termine, che corre fino all'8 ottobre 2018: se entro quel giorno non è decisa, la scadenza risulterà non rispettata fino alla decisione.",
      'The request does not stop the term, which runs to 8 October 2018: if it is not decided by that day, the deadline will show as missed until it is.',
    ],
    ...amountNotices,
    [
      { code: 'clock-stands-still', params: { effective: '2018-12-31' } },
      'Il termine del 31 dicembre 2018 è sospeso finché la richiesta non è decisa: i giorni effettivi si aggiungeranno.',
      'The term of 31 December 2018 is suspended until the request is decided: the actual days will be added.',
    ],
    [
      { code: 'attachments-outstanding', params: { by: '2019-02-20' } },
      'Gli allegati annunciati per il 20 febbraio 2019 non sono arrivati: si decide senza.',
      'The attachments announced for 20 February 2019 have not come: the decision is taken without them.',
    ],
    [
      { code: 'control-pending', params: {} },
      "L'anticipo è pagato mentre il controllo della Corte dei conti è ancora in corso.",
      'The advance is paid while the control by the Court of Auditors is still pending.',
    ],
    [
      { code: 'corrected-into-the-past', params: { kind: 'plan', effective: '2018-03-28' } },
      'Con la data corretta il termine per «piano integrato» era il 28 marzo 2018: è già trascorso, e la scadenza risulterà non rispettata.',
      'With the corrected date the term for “integrated plan” was 28 March 2018: it has passed already, and the deadline will show as missed.',
    ],
  ])('of %j', (notice, italian, english) => {
    expect(noticeText('it', notice)).toBe(italian)
    expect(noticeText('en', notice)).toBe(english)
  })

  it('from a later version shows its code', () => {
    expect(noticeText('it', { code: 'not-yet-known', params: {} })).toBe('not-yet-known')
  })
})

describe('an issue with the input', () => {
  it('names field, value and remedy', () => {
    const issue = { field: 'on', value: '2014-02-30', code: 'not-a-date', params: {} }
    expect(issueText('it', issue)).toMatch(
      /^on: «2014-02-30» non è una data del calendario; scrivere AAAA-MM-GG/,
    )
    expect(issueText('en', issue)).toMatch(/^on: “2014-02-30” is not a calendar date; write YYYY-MM-DD/)
  })

  it('says the type expected in words, and leaves allowed values as they must be typed', () => {
    const wrong = { field: 'data.amount', value: '12', code: 'wrong-type', params: { expected: 'object' } }
    expect(issueText('it', wrong)).toBe('data.amount: «12» non è del tipo atteso; scrivere un oggetto JSON.')
    const value = {
      field: 'data.party',
      value: 'stato',
      code: 'not-one-of',
      params: { values: 'ministry, region' },
    }
    expect(issueText('it', value)).toContain('scegliere fra: ministry, region.')
  })

  it('says how the id of a deadline, and a target, are written', () => {
    const id = { field: 'data.deadlineIds.0', value: 'esame', code: 'not-a-deadline-id', params: {} }
    expect(issueText('it', id)).toMatch(
      /^data\.deadlineIds\.0: «esame» non è l'identificativo di una scadenza; .* planReview o milestone:rete-attiva\.$/,
    )
    const target = {
      ...{ field: 'rules.terms.plan.target', value: 'P60D', code: 'target-after-term' },
      params: {},
    }
    expect(issueText('en', target)).toMatch(/^rules\.terms\.plan\.target: “P60D” does not come before/)
  })

  it('with a code of no text of its own is still a sentence', () => {
    const issue = { field: 'x', value: '1', code: 'of-the-future', params: {} }
    expect(issueText('it', issue)).toMatch(/^x: «1» non ha la forma attesa/)
  })
})

describe('a text', () => {
  it('that misses a parameter throws, as it is our bug', () => {
    expect(() => textOf('it', 'refusal.unknown-accord')).toThrow(/needs the parameter accordId/)
  })

  it('is filled once: braces in a value stay as they are', () => {
    expect(textOf('it', 'refusal.extension-exists', { extensionId: '{commandId}' })).toContain(
      '«{commandId}»',
    )
  })

  it('describes a field in the words of its act where these differ', () => {
    expect(fieldText('it', 'SubmitFinalReport', 'title')).toBe('titolo della relazione finale')
    expect(fieldText('it', 'SubmitPlan', 'title')).toBe('titolo')
    expect(fieldText('it', 'SubmitPlan', 'colour')).toBeUndefined()
  })
})
