import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { executeCommand } from '../../activities/executeCommand.ts'
import { provedStream } from '../../db/storedStream.ts'
import { archiveFiles } from '../../operations/archive/contents.ts'
import { actsOf, wholeLife } from '../support/acts.ts'
import { asAdmin, type TestDatabase, testDatabase } from '../support/database.ts'
import { depsOn } from '../support/deps.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  const deps = depsOn(database.as('accordi_app'))
  for (const request of wholeLife('umbria')) {
    await executeCommand(deps, { accordId: 'umbria', request, knownVersion: 0 })
  }
  const data = { programmeId: 'prova', regionId: '09', title: 'toscana' }
  const request = actsOf('toscana').act('ProposeAccord', '2030-01-07', data)
  await executeCommand(deps, { accordId: 'toscana', request, knownVersion: 0 })
})
afterAll(() => database.drop())

describe('the stream behind an archive', () => {
  it('is given to a Region for its own accords alone', async () => {
    const umbria = database.as('accordi_reader', { regions: ['10'] })
    expect((await provedStream(umbria, 'umbria'))?.accord).toMatchObject({
      regionId: '10',
      phase: 'concluded',
    })
    expect(await provedStream(umbria, 'toscana')).toBeUndefined()
    expect(await provedStream(database.as('accordi_reader'), 'umbria')).toBeUndefined()
  })

  it('gives the same files whoever reads it', async () => {
    const files = async (regions: readonly string[] | '*') => {
      const stream = await provedStream(database.as('accordi_reader', { regions }), 'umbria')
      return stream && archiveFiles(stream)
    }
    expect(await files('*')).toEqual(await files(['10']))
  })

  it('is not handed on where a stored event was changed', async () => {
    await asAdmin(database.adminUrl, async (client) => {
      await client.query('alter table accordi.events disable trigger events_append_only')
      await client.query(
        `update accordi.events set act = jsonb_set(act, '{on,date}', '"2030-01-06"') where accord_id = 'toscana' and version = 1`,
      )
    })
    const all = database.as('accordi_reader', { regions: '*' })
    await expect(provedStream(all, 'toscana')).rejects.toMatchObject({ name: 'BrokenChain', version: 1 })
    expect(await provedStream(all, 'umbria')).toBeDefined()
  })
})
