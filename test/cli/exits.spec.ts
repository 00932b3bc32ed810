import { beforeAll, describe, expect, test } from 'vitest'
import { actsOf, historyFile } from '../support/acts.ts'
import { testSystem } from '../support/system.ts'

const { accordi, file } = testSystem()
const id = 'rinuncia'
const ministry = ['--as', 'ministry']

beforeAll(async () => {
  const acts = actsOf(id)
  const amount = { amount: '120000.00' }
  const history = [
    ...[acts.propose('2025-01-07'), acts.signByMinistry('2025-01-08'), acts.signByRegion('2025-01-09')],
    acts.act('PayAdvance', '2025-02-03', { amount }),
    acts.act('NotifyWithdrawal', '2025-02-10', { reasons: 'riordino' }),
  ]
  const content = historyFile(id, history)
  expect(await accordi('import', file('rinuncia.json', content))).toMatchObject({ code: 0 })
})

describe('a withdrawal at the command line', () => {
  test('is accepted with what is to be returned, repaid in two parts, and closed', async () => {
    const recovery = ['--recovery-recovery', 'anticipo', '--recovery-amount', '120000.00']
    const due = ['--recovery-due-on', '2090-08-31']
    expect(await accordi('withdrawal', 'accept', id, ...recovery, ...due, ...ministry)).toMatchObject({
      code: 0,
    })
    const repay = (amount: string) =>
      accordi('recovery', 'repay', id, '--recovery', 'anticipo', '--amount', amount, ...ministry)
    expect((await repay('50000.00')).out).toContain('restano 70.000,00 €')
    const above = await repay('70000.01')
    expect(above).toMatchObject({ code: 3 })
    expect(above.out + above.err).toContain('70.000,00 €')

    const open = (await accordi('recovery', 'list', '--open', '--json')).json()
    expect(open.items).toMatchObject([
      {
        ...{ accord: id, id: 'anticipo', cause: 'withdrawal', dueOn: '2090-08-31', status: 'open' },
        ...{ owed: { amount: '120000.00' }, repaid: { amount: '50000.00' }, left: { amount: '70000.00' } },
      },
    ])
    expect((await accordi('recovery', 'list', id)).out).toContain('70.000,00 €')
    expect((await accordi('recovery', 'show', id, 'anticipo')).out).toContain('50.000,00 €')
    expect(await accordi('recovery', 'show', id, 'saldo')).toMatchObject({ code: 2 })

    expect((await repay('70000.00')).out).toContain('è saldato')
    expect((await accordi('accord', 'show', id, '--json')).json()).toMatchObject({ phase: 'withdrawn' })
    expect((await accordi('recovery', 'list', '--open', '--json')).json().items).toEqual([])
    expect((await accordi('accord', 'reopen', id, '--reasons', 'ripresa', ...ministry)).out).toContain(
      'è riaperto',
    )
  })
})
