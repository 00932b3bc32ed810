import { describe, expect, test } from 'vitest'
import type { DocumentState } from '../../../domain/accord/documents/state.ts'
import { isLocked } from '../../../domain/accord/documents/state.ts'
import type { AccordState } from '../../../domain/accord/state.ts'
import { carrying, file } from '../../support/documentCases.ts'
import { withdrawn } from '../../support/exitFixtures.ts'
import {
  activitiesEnded,
  approvePlan,
  approveReport,
  concluded,
  context,
  d,
  euro,
  inForce,
  ministry,
  ministrySigns,
  order,
  plan,
  planUnderReview,
  proposal,
  region,
  regionSigns,
  reportOnly,
  submitPlan,
  submitReport,
  underway,
} from '../../support/fixtures.ts'
import { given, stateAfter } from '../../support/given.ts'

const first = file('a', { documentId: 'piano', kind: 'plan' })
const second = file('b', { documentId: 'piano', kind: 'plan' })
const third = file('c', { documentId: 'piano', kind: 'plan' })

const add = (when: string, ...documents: Parameters<typeof file>[]) =>
  carrying(
    order('AddDocuments', when, { party: 'region' }),
    ...documents.map(([letter, more]) => file(letter, more)),
  )
const addPlan = (letter: string, when = '2018-03-05') => add(when, [letter, { documentId: 'piano' }])

function documentIn(state: AccordState, documentId: string): DocumentState {
  const document = state.phase === 'absent' ? undefined : state.documents?.[documentId]
  if (document === undefined) throw new Error(`no document ${documentId}`)
  return document
}

const versions = (state: AccordState, documentId = 'piano') =>
  documentIn(state, documentId).versions.map(({ version, ref }) => [version, ref.sha256.charAt(0)])

const locked = (state: AccordState, documentId = 'piano') =>
  state.phase !== 'absent' && isLocked(state, documentIn(state, documentId))

describe('the documents of an act', () => {
  test('are kept with what the act is about, its day and its command', () => {
    const submitted = carrying(submitPlan, first)
    const { state } = given(...inForce)
      .when(submitted)
      .accepted()
    expect(documentIn(state, 'piano')).toEqual({
      documentId: 'piano',
      about: 'plan',
      versions: [{ version: 1, ref: first, on: submitted.act.on, commandId: submitted.commandId }],
    })
  })

  test('that nobody gave an id are known by their digest', () => {
    const { state } = given(...inForce)
      .when(carrying(submitPlan, file('a')))
      .accepted()
    expect(versions(state, 'a'.repeat(64))).toEqual([[1, 'a']])
  })

  test('with the same id and other bytes are the next version', () => {
    const { state } = given(...inForce, carrying(submitPlan, first))
      .when(addPlan('b'))
      .then(['DocumentsAdded'])
    expect(versions(state)).toEqual([
      [1, 'a'],
      [2, 'b'],
    ])
  })

  test('that are there already make no further version, however they are cited', () => {
    const history = [...inForce, carrying(submitPlan, first)]
    given(...history)
      .when(addPlan('a'))
      .nothing()
    given(...history)
      .when(add('2018-03-05', ['a']))
      .nothing()
  })

  test('brought by an act that finds the world already so are put into the file', () => {
    const signal = order('SignalMilestone', '2018-06-01', { milestoneId: 'sportelli' })
    given(...underway, signal)
      .when(carrying(order('SignalMilestone', '2018-06-04', { milestoneId: 'sportelli' }), file('f')))
      .then(['DocumentsAdded', {}])
    given(...underway, signal)
      .when(order('SignalMilestone', '2018-06-04', { milestoneId: 'sportelli' }))
      .nothing()
  })

  test('come to be about a decision when an act about it carries them', () => {
    const { state } = given(...inForce, add('2018-02-01', ['a', { documentId: 'piano' }]))
      .when(carrying(submitPlan, first))
      .accepted()
    expect(documentIn(state, 'piano').about).toBe('plan')
    expect(versions(state)).toEqual([[1, 'a']])
  })

  test('can be added with a note, and by the Ministry for the Region where it cites why', () => {
    const command = order('AddDocuments', '2018-02-01', { party: 'region', note: 'copia' }, { by: ministry })
    given(...inForce)
      .when(carrying(command, file('a')))
      .refused('on-behalf-needs-citation', { act: 'AddDocuments' })
    const cited = order(
      'AddDocuments',
      '2018-02-01',
      { party: 'region', note: 'copia' },
      { by: ministry, citing: { source: 'nota' } },
    )
    given(...inForce)
      .when(carrying(cited, file('a')))
      .then(['DocumentsAdded', { note: 'copia' }])
      .noting('recorded-on-behalf', { office: 'dg-prova' })
  })

  test('of the Ministry are not added by a Region', () => {
    const command = order('AddDocuments', '2018-02-01', { party: 'ministry' }, { by: region })
    given(...inForce)
      .when(carrying(command, file('a')))
      .refused('not-authorised', { role: 'region', act: 'AddDocuments' })
  })

  test('leave the last decision as it was: it can still be reversed', () => {
    given(...underway, addDecree)
      .when(order('ReverseLastDecision', '2018-03-23', { reasons: 'errore' }))
      .accepted()
      .leaving({ phase: 'planUnderReview' })
  })
})

const addDecree = carrying(order('AddDocuments', '2018-03-22', { party: 'ministry' }), file('d'))

describe('a version is locked once what it is about is accepted', () => {
  const signing = file('a', { documentId: 'accordo' })
  const asked = carrying(
    order('RequestExtension', '2018-11-05', reportOnly),
    file('a', { documentId: 'istanza' }),
  )
  const refused = order('RefuseExtension', '2018-11-20', { extensionId: 'proroga-1', reasons: 'no' })
  const granted = order('GrantExtension', '2018-11-20', reportOnly)
  const onerous = { ...reportOnly, addendum: { amount: euro(100), signBy: d('2018-12-31') } }
  const awaiting = order('GrantExtension', '2018-11-20', onerous)
  const signed = (party: 'ministry' | 'region', letter: string) =>
    carrying(
      order('SignAddendum', '2018-12-03', {
        ...{ extensionId: 'proroga-1', party, kind: 'digital', signerRef: 'ufficio-prova' },
      }),
      file(letter, { documentId: 'atto-aggiuntivo' }),
    )
  const report = file('a', { documentId: 'relazione' })

  test.each([
    ['the plan', 'piano', [...inForce, carrying(submitPlan, first)], [approvePlan]],
    ['the accord', 'accordo', [proposal, carrying(ministrySigns, signing)], [regionSigns]],
    ['the final report', 'relazione', [...activitiesEnded, carrying(submitReport, report)], [approveReport]],
    ['an extension refused', 'istanza', [...underway, asked], [refused]],
    ['an extension granted', 'istanza', [...underway, asked], [granted]],
    [
      'an addendum',
      'atto-aggiuntivo',
      [...underway, awaiting, signed('region', 'a')],
      [signed('ministry', 'b')],
    ],
  ])('%s', (_what, documentId, before, decision) => {
    expect(locked(stateAfter(before), documentId)).toBe(false)
    const after = stateAfter([...before, ...decision])
    expect(locked(after, documentId)).toBe(true)
    const { version } = documentIn(after, documentId).versions.at(-1) ?? {}
    given(...before, ...decision)
      .when(add('2019-04-01', ['e', { documentId }]))
      .refused('document-locked', { documentId, version: version ?? 0 })
  })

  test('before it, a further version is taken', () => {
    given(...inForce, carrying(submitPlan, first))
      .when(carrying(order('ApprovePlan', '2018-03-20', { conditions: [] }), second))
      .accepted()
  })

  test('a decision that is reversed unlocks it', () => {
    const history = [
      ...[...inForce, carrying(submitPlan, first), approvePlan],
      order('ReverseLastDecision', '2018-03-21', { reasons: 'errore' }),
    ]
    given(...history)
      .when(addPlan('b', '2018-03-22'))
      .then(['DocumentsAdded'])
  })

  test('a document that no decision is about stays open until the accord has ended, whose file still takes new ones', () => {
    const history = [...underway, add('2018-04-02', ['a', { documentId: 'nota' }])]
    given(...history)
      .when(add('2018-04-03', ['b', { documentId: 'nota' }]))
      .then(['DocumentsAdded'])
    given(...concluded)
      .when(add('2019-06-03', ['b', { documentId: 'nota' }]))
      .then(['DocumentsAdded'])
    given(...withdrawn)
      .when(add('2018-06-03', ['b', { documentId: 'nota' }]))
      .then(['DocumentsAdded'])
    given(...concluded, add('2019-06-03', ['b', { documentId: 'nota' }]))
      .when(add('2019-06-04', ['a', { documentId: 'nota' }]))
      .refused('document-locked', { documentId: 'nota', version: 1 })
  })
})

describe('refused, and nothing recorded', () => {
  test('adding no document', () => {
    given(...inForce)
      .when(order('AddDocuments', '2018-02-01', { party: 'region' }))
      .refused('no-documents')
  })

  test('the same document twice in one act', () => {
    given(...inForce)
      .when(carrying(submitPlan, first, second))
      .refused('document-twice', { documentId: 'piano' })
  })

  test('a version that another has superseded', () => {
    given(...planUnderReview, addPlan('a'), addPlan('b', '2018-03-06'))
      .when(addPlan('a', '2018-03-07'))
      .refused('document-superseded', { documentId: 'piano', version: 1, current: 2 })
  })

  test('a digest that is known with another size', () => {
    given(...planUnderReview, addPlan('a'))
      .when(add('2018-03-07', ['a', { documentId: 'piano', bytes: 7 }]))
      .refused('document-differs', { name: 'a.pdf', sha256: 'a'.repeat(64), bytes: 7, known: 1024 })
  })

  test('a file whose bytes the store does not hold', () => {
    given(...inForce)
      .when(carrying(submitPlan, first), { ...context, storedDocuments: {} })
      .refused('document-not-stored', { name: 'a.pdf', sha256: 'a'.repeat(64) })
  })

  test('a document whose bytes cannot be asked for, since the store is away', () => {
    given(...inForce)
      .when(carrying(submitPlan, first), { ...context, storedDocuments: 'away' })
      .refused('document-store-away', { name: 'a.pdf' })
    given(...inForce)
      .when(submitPlan, { ...context, storedDocuments: 'away' })
      .accepted()
  })

  test('a file that the store holds with another size', () => {
    const storedDocuments = { ['a'.repeat(64)]: 1023 }
    given(...inForce)
      .when(carrying(submitPlan, first), { ...context, storedDocuments })
      .refused('document-differs', { name: 'a.pdf', sha256: 'a'.repeat(64), bytes: 1024, known: 1023 })
  })

  test('control: the same act is accepted where the store holds the file', () => {
    const storedDocuments = { ['a'.repeat(64)]: 1024 }
    given(...inForce)
      .when(carrying(submitPlan, first), { ...context, storedDocuments })
      .accepted()
      .leaving({ phase: 'planUnderReview' })
  })

  test('an act that its own rules refuse says why, whatever it carries', () => {
    given(...planUnderReview)
      .when(carrying(order('SubmitPlan', '2018-03-06', plan), third, third))
      .refused('wrong-phase', {
        act: 'SubmitPlan',
        phase: 'planUnderReview',
        allowed: 'inForce, planReturned',
      })
  })
})

test('a signature that the file cannot hold is recorded as cited, with a notice', () => {
  const odd = file('a', { signature: 'cades' })
  given(...inForce)
    .when(carrying(submitPlan, odd))
    .accepted()
    .noting('signature-not-in-file', { name: 'a.pdf', form: 'cades', mime: 'application/pdf' })
  const fitting = file('a', { signature: 'pades' })
  given(...inForce)
    .when(carrying(submitPlan, fitting))
    .accepted()
    .withoutNotices()
})
