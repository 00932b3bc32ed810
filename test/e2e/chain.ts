import { describe, expect, it } from 'vitest'
import type { TestSystem } from '../support/system.ts'

interface Act {
  readonly actId: string
  readonly body: unknown
  readonly status: string
  readonly chosen: number
  readonly counts: { readonly applied: number; readonly skipped: number; readonly failed: number }
}

/** The programme as a whole: in the one spec that imports it, since accord ids are workflow ids of the one server. */
export function describeChain(accordi: TestSystem['accordi'], files: readonly string[]): void {
  describe('the programme 2014-2020, imported, against the published chain', () => specs(accordi, files))
}

function specs(accordi: TestSystem['accordi'], files: readonly string[]): void {
  it('has its accords: nine of attested Regions, the others of Regions that say they are synthetic', async () => {
    const { items } = (await accordi('accord', 'list', '--limit', '100', '--json')).json()
    expect(items).toHaveLength(17)
    const synthetic = items.filter(({ regionName }) => String(regionName).includes('sintetica'))
    expect(synthetic).toHaveLength(8)
    expect(items.filter((item) => !synthetic.includes(item)).map(({ regionName }) => regionName)).toEqual([
      ...['Abruzzo', 'Lazio', 'Lombardia', 'Marche', 'Piemonte', 'Puglia', 'Sicilia', 'Toscana', 'Umbria'],
    ])
  })

  it('opened with its four known gaps accepted, each with its reason', async () => {
    const shown = (await accordi('programme', 'show', '2014-2020', '--json')).json()
    expect(shown).toMatchObject({ status: 'open', accords: 17 })
    const names = (list: unknown) => (list as { check: string }[]).map(({ check }) => check).sort()
    expect(names(shown.accepted)).toEqual(names(shown.gaps))
    expect(names(shown.gaps)).toHaveLength(4)
  })

  it('was extended together to 30 June 2017, 30 June 2018 and 30 September 2018', async () => {
    const { items } = (await accordi('collective', 'list', '2014-2020', '--json')).json()
    const acts = items as unknown as Act[]
    expect(acts.map(({ actId, body, status, chosen }) => [actId, body, status, chosen])).toEqual([
      ['collettiva-2017', extension('2017-06-30'), 'completed', 17],
      ['collettiva-2018-giugno', extension('2018-06-30'), 'completed', 17],
      ['collettiva-2018-settembre', extension('2018-09-30'), 'completed', 17],
    ])
    // Umbria and five synthetic Regions. The plans of the others are not known, so that nothing could be extended, and
    // three synthetic ones had left by then.
    expect(acts.map(({ counts }) => counts)).toEqual(acts.map(() => ({ applied: 6, skipped: 11, failed: 0 })))
  })

  it('left alone who had withdrawn or returned the advance, and says why', async () => {
    const shown = (await accordi('collective', 'show', '2014-2020', 'collettiva-2017', '--json')).json()
    const skipped = Object.fromEntries(
      shown.items
        .filter((item) => /^sintetica-[fgh]-/.test(String(item.accord_id)))
        .map((item) => [String(item.accord_id).charAt(10), [item.status, item.reason]]),
    )
    expect(skipped).toEqual({
      ...{ f: ['skipped', 'withdrawn'], g: ['skipped', 'unused'], h: ['skipped', 'unused'] },
    })
  })

  it('has one withdrawal and two advances returned whole, all of synthetic Regions', async () => {
    const { items } = (await accordi('accord', 'list', '--limit', '100', '--json')).json()
    const left = items.filter(({ phase }) => phase === 'withdrawn' || phase === 'unused')
    expect(left.map(({ regionName, phase }) => [regionName, phase])).toEqual([
      ['Regione sintetica F', 'withdrawn'],
      ['Regione sintetica G', 'unused'],
      ['Regione sintetica H', 'unused'],
    ])
    const recoveries = (await accordi('recovery', 'list', '--json')).json().items
    const money = recoveries.map(({ accord, owed, repaid, status }) => [accord, owed, repaid, status])
    const whole = { amount: '50000.00', currency: 'EUR' }
    expect(money).toEqual([
      ['sintetica-f-2014-2020', whole, whole, 'met'],
      ['sintetica-g-2014-2020', whole, whole, 'met'],
      ['sintetica-h-2014-2020', whole, whole, 'metLate'],
    ])
  })

  it('cites the ministerial note of 30 June 2016 for the first of them', async () => {
    const { items } = (await accordi('accord', 'timeline', 'umbria-2014-2020', '--json')).json()
    const granted = items.filter(({ type }) => type === 'ExtensionGranted')
    expect(JSON.stringify(granted[0])).toContain('35/002585')
    expect(granted[0]).toMatchObject({ on: '2016-06-30' })
  })

  it('ended for some on 31 December 2018, with the report by 31 March 2019', async () => {
    for (const letter of ['a', 'b', 'c']) {
      const { items } = (await accordi('deadline', 'list', `sintetica-${letter}-2014-2020`, '--json')).json()
      const nominal = (kind: string) => items.find((item) => item.kind === kind)?.nominal
      expect([nominal('activities'), nominal('finalReport')]).toEqual(['2018-12-31', '2019-03-31'])
    }
  })

  it('had a collective date never move a later individual one back', async () => {
    const { items } = (await accordi('deadline', 'list', 'sintetica-d-2014-2020', '--json')).json()
    const activities = items.find(({ kind }) => kind === 'activities')
    expect(activities).toMatchObject({ nominal: '2018-09-30', revision: 4 })
  })

  it('imports again without changing a thing, and proves itself', async () => {
    const again = await accordi('import', ...files)
    expect(again).toMatchObject({ code: 0 })
    expect((await accordi('verify', '--json')).json()).toMatchObject({ outcome: 'sound', findings: [] })
  })
}

function extension(activities: string) {
  return { kind: 'extension', scope: 'activities', until: { activities } }
}
