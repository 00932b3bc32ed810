import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { executeCommand } from '../../activities/executeCommand.ts'
import type { HasDocuments } from '../../activities/storedDocuments.ts'
import { commandLog } from '../../db/readModels/commandLog.ts'
import { citedDigests, documentsOf } from '../../db/readModels/documents.ts'
import { DocumentProblem } from '../../documents/problems.ts'
import type { CommandRequest } from '../../domain/accord/commands.ts'
import { actsOf } from '../support/acts.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { depsOn } from '../support/deps.ts'
import { file } from '../support/documentCases.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const connection = () => database.as('accordi_app')

async function run(request: CommandRequest, more: HasDocuments = {}) {
  const { accordId } = request
  const { answer } = await executeCommand(
    { ...depsOn(connection()), ...more },
    { accordId, request, knownVersion: 0 },
  )
  return answer
}

/** An accord whose plan, a document with an id, is under review. */
async function submitted(accordId: string) {
  const acts = actsOf(accordId)
  await run(acts.propose())
  await run(acts.signByMinistry())
  await run(acts.signByRegion())
  const documents = [
    file('a', { documentId: 'piano', kind: 'plan', protocol: '111/segrsott/2014' }),
    file('b'),
  ]
  await run({ ...acts.submitPlan(), documents })
  return acts
}

describe('the documents of an accord', () => {
  it('are listed with what is known of them', async () => {
    await submitted('elenco')
    expect(await documentsOf(connection(), 'elenco')).toMatchObject([
      { document_id: 'b'.repeat(64), version: 1, kind: null, is_current: true },
      {
        document_id: 'piano',
        version: 1,
        region_id: '10',
        sha256: 'a'.repeat(64),
        name: 'a.pdf',
        bytes: 1024,
        mime: 'application/pdf',
        kind: 'plan',
        signature: null,
        protocol: '111/segrsott/2014',
        about: 'plan',
        on_date: '2030-02-01',
        command_id: '4-SubmitPlan',
        is_current: true,
        locked: false,
      },
    ])
  })

  it('are superseded by their next version, and locked by the decision', async () => {
    const acts = await submitted('versioni')
    const documents = [file('c', { documentId: 'piano' })]
    await run(acts.act('AddDocuments', '2030-02-10', { party: 'region' }, { documents }))
    const state = async () =>
      (await documentsOf(connection(), 'versioni'))
        .filter(({ document_id }) => document_id === 'piano')
        .map(({ version, is_current, locked }) => ({ version, is_current, locked }))
    expect(await state()).toEqual([
      { version: 1, is_current: false, locked: false },
      { version: 2, is_current: true, locked: false },
    ])
    await run(acts.approvePlan())
    expect(await state()).toEqual([
      { version: 1, is_current: false, locked: true },
      { version: 2, is_current: true, locked: true },
    ])
    await run(acts.act('ReverseLastDecision', '2030-02-16', { reasons: 'errore' }))
    expect((await state()).map(({ locked }) => locked)).toEqual([false, false])
  })

  it('are paged by digest, each once', async () => {
    await submitted('pagine')
    const first = await citedDigests(connection(), { accordId: 'pagine', limit: 1 })
    expect(first.map(({ sha256 }) => sha256)).toEqual(['a'.repeat(64)])
    const rest = await citedDigests(connection(), { accordId: 'pagine', after: 'a'.repeat(64), limit: 9 })
    expect(rest.map(({ sha256 }) => sha256)).toEqual(['b'.repeat(64)])
    const all = await citedDigests(connection(), { limit: 100 })
    expect(all.map(({ sha256 }) => sha256)).toEqual([...new Set(all.map(({ sha256 }) => sha256))].sort())
  })
})

describe('an act is not recorded without the bytes of its documents', () => {
  const holding = (held: Record<string, number>): HasDocuments => ({
    documents: { bytesOf: async (sha256) => held[sha256] },
  })
  const adding = (accordId: string, commandId: string) => ({
    ...actsOf(accordId).act('AddDocuments', '2030-02-10', { party: 'region' }, { documents: [file('d')] }),
    commandId,
  })
  const held = async (accordId: string) =>
    (await documentsOf(connection(), accordId)).map(({ sha256 }) => sha256.charAt(0))

  it('and the refusal is logged', async () => {
    await submitted('senza-byte')
    expect(await run(adding('senza-byte', 'uno'), holding({}))).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'document-not-stored', params: { name: 'd.pdf' } },
    })
    expect(await run(adding('senza-byte', 'due'), holding({ ['d'.repeat(64)]: 7 }))).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'document-differs', params: { bytes: 1024, known: 7 } },
    })
    expect(await held('senza-byte')).toEqual(['b', 'a'])
    const log = await commandLog(connection(), 'senza-byte', { limit: 10 })
    expect(log.filter(({ outcome }) => outcome === 'refused')).toHaveLength(2)
  })

  it('and is refused while the store is away, without keeping the accord waiting', async () => {
    await submitted('lontano')
    const away: HasDocuments = {
      documents: { bytesOf: () => Promise.reject(new DocumentProblem('store-away', { place: 's3://x' })) },
    }
    const silent: HasDocuments = { documents: { bytesOf: () => new Promise(() => undefined) } }
    for (const [commandId, store] of [
      ['via', away],
      ['muto', silent],
    ] as const) {
      const began = Date.now()
      expect(await run(adding('lontano', commandId), store)).toMatchObject({
        outcome: 'refused',
        refusal: { code: 'document-store-away' },
      })
      expect(Date.now() - began).toBeLessThan(8_000)
    }
    expect(await run(adding('lontano', 'tornato'), holding({ ['d'.repeat(64)]: 1024 }))).toMatchObject({
      outcome: 'accepted',
    })
    expect(await held('lontano')).toEqual(['b', 'd', 'a'])
  })
})
