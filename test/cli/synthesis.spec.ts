import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { testSystem } from '../support/system.ts'

const { accordi } = testSystem()
const scratch = mkdtempSync(join(tmpdir(), 'accordi-synthesis-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const accords = 12
const make = (to: string, ...more: string[]) =>
  accordi('programme', 'synthesise', '--accords', `${accords}`, '--to', join(scratch, to), ...more)
const id = ['--id', 'sintetico-cli']
const contentOf = (folder: string) =>
  readdirSync(join(scratch, folder))
    .sort()
    .map((name) => [name, readFileSync(join(scratch, folder, name), 'utf8')])

test('a synthetic programme is written to a folder, the same for the same seed', async () => {
  expect(await make('sette', ...id, '--seed', '7')).toMatchObject({
    code: 0,
    out: expect.stringContaining(`${accords} accordi, dal seme 7`),
  })
  expect(await make('ancora/sette', ...id, '--seed', '7')).toMatchObject({ code: 0 })
  expect(await make('otto', ...id, '--seed', '8')).toMatchObject({ code: 0 })
  expect(contentOf('sette')).toHaveLength(accords + 1)
  expect(contentOf('ancora/sette')).toEqual(contentOf('sette'))
  expect(contentOf('otto')).not.toEqual(contentOf('sette'))
})

test('it is imported whole, once however often, and its record proves itself', async () => {
  const files = contentOf('sette').map(([name]) => join(scratch, 'sette', `${name}`))
  const imported = await accordi('import', ...files, '--json')
  expect(imported, imported.err).toMatchObject({ code: 0 })
  const { items } = imported.json()
  expect(items.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(accords + 1)
  const again = (await accordi('import', ...files, '--json')).json()
  expect(again.items.filter(({ acts }) => acts !== undefined).map(({ acts }) => acts)).toEqual(
    Array.from({ length: accords }, () => 0),
  )
  const shown = (await accordi('programme', 'show', 'sintetico-cli', '--json')).json()
  expect(shown).toMatchObject({
    status: 'open',
    accords,
    gaps: [],
    title: 'Programma sintetico sintetico-cli',
  })
  const listed = (await accordi('accord', 'list', '--limit', '100', '--json')).json().items
  expect(listed).toHaveLength(accords)
  expect(listed.filter(({ regionName }) => !String(regionName).includes('sintetica'))).toEqual([])
  expect((await accordi('verify', '--json')).json()).toMatchObject({ outcome: 'sound', findings: [] })
})

test.each([
  ['a size that is no number', ['--accords', 'molti'], '--accords: «molti»'],
  ['a size beyond bounds', ['--accords', '100001'], 'da 1 a 100000'],
  ['a seed of more than 32 bits', ['--seed', '4294967296'], '--seed: «4294967296»'],
  ['an id too long for the ids of its accords', ['--id', 'a'.repeat(58)], '--id: «aaa'],
  ['an id that is no slug', ['--id', 'Mio programma'], '--id: «Mio programma»'],
  ['a day that is none', ['--from', '2019-02-30'], '2019-02-30'],
  ['days in the wrong order', ['--until', '2018-12-31'], '--until 2018-12-31'],
  ['days to come', ['--until', '2098-12-31'], 'né dopo oggi'],
  ['years before the calendars', ['--from', '1977-12-31'], 'dal 1978-01-01'],
])('%s is told, and nothing is written', async (_, options, said) => {
  const folder = join(scratch, 'nessuna')
  const { code, err } = await make('nessuna', ...options)
  expect(code).toBe(2)
  expect(err).toContain(said)
  expect(existsSync(folder)).toBe(false)
})

test('a folder that is there stays as it is', async () => {
  const before = contentOf('sette')
  const { code, err } = await make('sette', '--seed', '9')
  expect(code).toBe(2)
  expect(err).toContain('esiste già')
  expect(contentOf('sette')).toEqual(before)
  expect(readdirSync(scratch).filter((name) => name.startsWith('.'))).toEqual([])
})
