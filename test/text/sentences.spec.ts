import { describe, expect, it } from 'vitest'
import { type RefusalCode, refusalRules } from '../../domain/accord/refusals.ts'
import type { Params } from '../../domain/decider.ts'
import { textOf } from '../../domain/text/render.ts'
import { fieldText, issueText, noticeText, refusalText } from '../../domain/text/sentences.ts'

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
  'balance-before-approval': { phase: 'reportUnderReview' },
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
  'extension-not-granted': { extensionId: 'relazione-2019' },
  'extension-after-expiry': { kind: 'activities', effective: '2018-09-30' },
  'extension-pending': { kind: 'finalReport', extensionId: 'relazione-2019' },
  'extension-exists': { extensionId: 'relazione-2019' },
  'unknown-extension': { extensionId: 'relazione-2019' },
  'extension-already-decided': { extensionId: 'relazione-2019' },
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

  it('says the law where there is one, and whose rule it is where there is none', () => {
    expect(textOf('it', 'rule.digital-signature')).toMatch(/^Art\. 15 c\. 2-bis l\. 241\/1990/)
    expect(textOf('it', 'rule.one-integration')).toMatch(/^Art\. 2 c\. 7 l\. 241\/1990/)
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
