import { describe, expect, test } from 'vitest'
import { accordiCommand } from '../support/cli.ts'

// The engine needs neither a database nor Temporal: nothing is started for these.
const accordi = accordiCommand({ ACCORDI_LANG: 'it' })
const compute = (...args: string[]) => accordi('term', 'compute', ...args)

describe('term compute', () => {
  test('prints both dates, the instant and the chain', async () => {
    const { code, out } = await compute('--start', '2018-12-31', '--period', 'P90D')
    expect(code).toBe(0)
    expect(out).toContain('Data nominale          domenica 31 marzo 2019')
    expect(out).toContain('Data effettiva         lunedì 1 aprile 2019')
    expect(out).toContain('2019-04-01T21:59:59.999Z')
    expect(out).toContain('1. Contando 90 giorni dal 31 dicembre 2018, giorno iniziale escluso')
  })

  test('gives a machine the same as data', async () => {
    const { code, json } = await compute('--start', '2018-12-31', '--period', 'P90D', '--json')
    expect(code).toBe(0)
    expect(json()).toMatchObject({
      nominal: '2019-03-31',
      effective: '2019-04-01',
      passesAt: '2019-04-01T21:59:59.999Z',
      zone: 'Europe/Rome',
      calendar: { id: 'IT', version: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) },
      startPrecision: 'day',
      why: [{ step: 'counted' }, { step: 'rolled' }, { step: 'cutOff' }],
      text: [expect.stringMatching(/^Contando/), expect.anything(), expect.anything()],
    })
    expect(Object.keys(json()).sort()).toEqual(
      ['calendar', 'effective', 'nominal', 'passesAt', 'startPrecision', 'text', 'why', 'zone'].sort(),
    )
  })

  test.each([
    ['a fixed date', ['--fixed', '2019-03-31'], '2019-03-31', '2019-04-01'],
    ['a fixed date under EU', ['--fixed', '2019-03-31', '--policy', 'EU'], '2019-03-31', '2019-03-31'],
    ['the end of a period', ['--fixed', '2019-03-31', '--subject', 'end'], '2019-03-31', '2019-03-31'],
    ['a Saturday', ['--fixed', '2018-06-30', '--policy', 'SAT'], '2018-06-30', '2018-07-02'],
    ['no rolling', ['--fixed', '2019-03-31', '--policy', 'NONE'], '2019-03-31', '2019-03-31'],
    [
      'Rome',
      ['--start', '2026-05-30', '--period', 'P30D', '--calendar', 'IT-ROMA'],
      '2026-06-29',
      '2026-06-30',
    ],
    ['backwards', ['--start', '2018-12-31', '--period', 'P30D', '--backward'], '2018-12-01', '2018-12-01'],
    ['backwards off a Sunday', ['--start', '2018-10-30', '--period=-P30D'], '2018-09-30', '2018-09-29'],
    [
      'another calendar',
      ['--start', '2010-03-23', '--period', 'P10D', '--policy', 'SAT', '--calendar', 'UK-ENG'],
      '2010-04-02',
      '2010-04-06',
    ],
    ['a month known only', ['--start', '2014-12', '--period', 'P1M'], '2015-01-31', '2015-01-31'],
  ])('%s', async (_, args, nominal, effective) => {
    expect((await compute(...args, '--json')).json()).toMatchObject({ nominal, effective })
  })

  test('an hour stops the day there', async () => {
    const { json } = await compute('--fixed', '2014-12-30', '--cut-off', '14:00', '--json')
    expect(json()).toMatchObject({ passesAt: '2014-12-30T13:00:00.000Z' })
  })

  test('the rule that gives the term is cited, and in English the chain is English', async () => {
    const { out } = await compute('--fixed', '2014-12-31', '--rule', 'art. 5 dell’accordo', '--lang', 'en')
    expect(out).toContain('1. The date is fixed: Wednesday 31 December 2014 (art. 5 dell’accordo).')
  })

  test('help names every calendar that is shipped', async () => {
    const { err } = await compute('--fixed', '2018-12-31', '--calendar', 'X')
    const { out } = await compute('--help')
    const named = /: ([A-Z, -]+)\.$/.exec(err.trim())?.[1]?.split(', ') ?? []
    expect(named).toContain('IT-ROMA')
    expect(named.filter((id) => !out.includes(id))).toEqual([])
  })

  test('a partial date is flagged', async () => {
    const { json } = await compute('--start', '2014-12', '--period', 'P1M', '--json')
    expect(json()).toMatchObject({ startPrecision: 'month' })
    const { out } = await compute('--start', '2014-12', '--period', 'P1M')
    expect(out).toContain('La data «2014-12» è parziale: vale il suo ultimo giorno, il 31 dicembre 2014.')
  })

  test.each([
    [['--start', '2018-12-31', '--period', 'P0D'], 'P0D'],
    [['--start', '2018-12-31', '--period', 'P1M15D'], 'P1M15D'],
    [['--start', '0000-01-01', '--period', 'P1D'], '0000-01-01'],
    [['--start', '9999-01-01', '--period', 'P1D'], '9999-01-01'],
    [['--start', '2018-02-30', '--period', 'P1D'], '2018-02-30'],
    [['--fixed', '2018-12-31', '--zone', 'Marte/Olimpo'], 'Marte/Olimpo'],
    [['--fixed', '2018-12-31', '--zone', '2020-01-01T00:00Z'], '2020-01-01T00:00Z'],
    [['--fixed', '2018-12-31', '--calendar', 'FR'], 'FR'],
    [['--fixed', '2018-12-31', '--policy', 'cc'], 'CC, SAT, EU, NONE'],
    [['--fixed', '2018-12-31', '--subject', 'fine'], 'act, end'],
    [['--fixed', '2018-12-31', '--cut-off', '25:00'], '25:00'],
    [['--fixed', '2018-12-31', '--start', '2018-12-31'], '--fixed'],
    [['--fixed', '2018-12-31', '--backward'], '--fixed'],
    [['--period', 'P1D'], '--start'],
    [[], '--fixed'],
    [['--fixed', '2018-12-31', '--rule', ' '], 'rule'],
    [['--start', '2018-12-31', '--period', 'P0D', '--backward'], '«P0D»'],
    [['--start', '1950-01-01', '--period', 'P1D'], '1950'],
    [['--start', '1900-01-05', '--period=-P99Y', '--policy', 'NONE'], 'anni'],
  ])('bad input %j is named, with exit code 2', async (args, named) => {
    const { code, out, err } = await compute(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(named)
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  test('bad input is told to a machine by field, value and code', async () => {
    const { code, json } = await compute('--start', '2018-12-31', '--period', 'P1M15D', '--json')
    expect(code).toBe(2)
    expect(json()).toEqual({
      outcome: 'invalid',
      errors: [
        { field: 'period', value: 'P1M15D', code: 'not-a-period', message: expect.stringContaining('P30D') },
      ],
    })
  })
})
