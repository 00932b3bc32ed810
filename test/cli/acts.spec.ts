import { beforeAll, describe, expect, test } from 'vitest'
import { testSystem } from '../support/system.ts'

const { accordi, file } = testSystem()
const ministry = ['--as', 'ministry']
const region = ['--as', 'region:10:ufficio']
const plan = {
  sections: [1, 2, 3].map((number) => ({ number, title: `Sezione ${number}` })),
  actions: [
    {
      ...{ numeral: 'I', title: 'Rete dei servizi', section: 2, endsOn: '2089-12-31' },
      milestones: [{ id: 'rete', title: 'Rete attiva', dueOn: '2089-06-30' }],
    },
  ],
  activitiesUntil: '2090-06-30',
}

/** In a far year, so that nothing passes while this runs; the plan is submitted, and approved where wanted. */
async function accord(id: string, isApproved: boolean): Promise<void> {
  const submitted = file(`${id}.json`, JSON.stringify(plan))
  const acts = [
    ['accord', 'start', id, '--programme', '2014-2020', '--region', '10', ...ministry],
    ['accord', 'sign', id, '--kind', 'digital', ...ministry],
    ['accord', 'sign', id, '--kind', 'digital', ...region],
    ['plan', 'submit', id, '--data', submitted, ...region],
    ...(isApproved ? [['plan', 'approve', id, ...ministry]] : []),
  ]
  for (const act of acts) expect(await accordi(...act)).toMatchObject({ code: 0 })
}

beforeAll(async () => {
  expect(await accordi('import', 'data/programmes/2014-2020/programme.json')).toMatchObject({ code: 2 })
  const programme = `${import.meta.dirname}/../../data/programmes/2014-2020/programme.json`
  expect(await accordi('import', programme)).toMatchObject({ code: 0 })
  await accord('atti-orologi', false)
  await accord('atti-proroghe', true)
})

const shown = async (id: string) => (await accordi('accord', 'show', id, '--json')).json()
const deadline = async (id: string, deadlineId: string) =>
  (await accordi('deadline', 'why', id, deadlineId, '--json')).json()

describe('a clock that stands still', () => {
  const stop = ['suspension', 'start', 'atti-orologi', '--ground', 'art2c7', '--deadlines', 'planReview']

  test('is stopped once, says so, and runs again with the answer', async () => {
    const stopped = await accordi(...stop, '--reasons', 'Servono i costi', ...ministry)
    expect(stopped).toMatchObject({ code: 0 })
    expect(stopped.out).toContain('Termini sospesi per acquisire informazioni')
    expect(await deadline('atti-orologi', 'planReview')).toMatchObject({
      ...{ status: 'suspended', suspendedRemainingDays: 30 },
      text: expect.arrayContaining(['I termini sono sospesi: restano 30 giorni.']),
    })
    const { suspensions } = await shown('atti-orologi')
    const [{ suspensionId = '' } = {}] = suspensions as { suspensionId: string }[]
    expect(suspensionId).toMatch(/^sospensione-[0-9a-f]{8}$/)

    const again = await accordi(...stop, '--reasons', 'Ancora', ...ministry, '--json')
    expect(again.code).toBe(3)
    expect(again.json()).toMatchObject({ refusal: { code: 'suspension-already-used' } })

    const answer = [
      'suspension',
      'answer',
      'atti-orologi',
      '--suspension',
      suspensionId,
      '--note',
      'Ecco i costi',
    ]
    const answered = await accordi(...answer, ...region)
    expect(answered.out).toContain('la risposta è arrivata')
    expect(await deadline('atti-orologi', 'planReview')).toMatchObject({ status: 'open', revision: 2 })
  })

  test('by law moves every date, each listed before and after, and people see it in the accord', async () => {
    // A law that begins after the dates were named: whoever named them could not know of it.
    const inDays = (days: number) => Temporal.Now.plainDateISO('Europe/Rome').add({ days }).toString()
    const soon = inDays(2)
    const law = [
      'suspension',
      'start',
      'atti-orologi',
      '--suspension',
      'legge',
      '--ground',
      'law',
      '--from',
      soon,
    ]
    const moved = await accordi(...law, '--until', inDays(11), '--reasons', 'd.l.', ...ministry, '--json')
    const [started] = moved.json().events as { type: string; data: { effects: object[] } }[]
    expect(started).toMatchObject({ type: 'SuspensionStarted' })
    expect(started?.data.effects).toContainEqual(
      expect.objectContaining({ deadlineId: 'planReview', toNominal: inDays(40) }),
    )
    const { out } = await accordi('accord', 'show', 'atti-orologi')
    expect(out).toMatch(/legge +per legge/)
    const reversed = ['--from', '2089-02-01', '--until', '2089-01-31', '--reasons', 'd.l.']
    expect(
      await accordi('suspension', 'start', 'atti-orologi', '--ground', 'law', ...reversed, ...ministry),
    ).toMatchObject({
      code: 3,
      out: expect.stringContaining('prima di cominciare'),
    })
  })
})

describe('a request for an extension', () => {
  const until = '2090-03-31'
  const request = async (...scope: string[]) => {
    const given = ['--reasons', 'Bandi in ritardo', ...scope, ...region, '--json']
    const { events } = (await accordi('extension', 'request', 'atti-proroghe', ...given)).json()
    const [{ data }] = events as [{ data: { extensionId: string } }]
    return data.extensionId
  }
  const decide = (extension: string, ...how: string[]) =>
    accordi(
      'extension',
      'decide',
      'atti-proroghe',
      '--extension',
      extension,
      '--reasons',
      'Sì',
      ...how,
      ...ministry,
    )

  test('of a milestone is instructed, and granted as it was asked', async () => {
    const extension = await request('--scope', 'parts', '--until-milestones', `rete=${until}`)
    const instruct = [
      'extension',
      'instruct',
      'atti-proroghe',
      '--extension',
      extension,
      '--proposal',
      'grant',
    ]
    expect(await accordi(...instruct, ...ministry)).toMatchObject({ code: 0 })
    expect(await decide(extension, '--outcome', 'grant')).toMatchObject({
      ...{ code: 0, out: expect.stringContaining('traguardo rete fino al 31 marzo 2090') },
    })
    expect(await deadline('atti-proroghe', 'milestone:rete')).toMatchObject({ nominal: until })
  })

  test('is granted in part, or refused, by the same verb', async () => {
    const scope = ['--scope', 'finalReport', '--until-final-report', '2169-03-31']
    const bad = await accordi(
      'extension',
      'request',
      'atti-proroghe',
      '--reasons',
      'x',
      ...scope,
      ...region,
      '--json',
    )
    expect(bad).toMatchObject({ code: 2 })
    const extension = await request('--scope', 'finalReport', '--until-final-report', '2099-03-31')
    const part = await decide(extension, '--outcome', 'grant', '--until-final-report', '2098-12-31')
    expect(part.out).toContain('Concessa in parte')
    const second = await request('--scope', 'finalReport', '--until-final-report', '2099-06-30')
    expect((await decide(second, '--outcome', 'refuse')).out).toContain('Rifiutata la proroga')
  })

  test('that there is none of is named, with those that there are; so is an outcome that is none', async () => {
    expect(await decide('mai-chiesta', '--outcome', 'grant')).toMatchObject({
      ...{ code: 2, err: expect.stringContaining('mai-chiesta') },
    })
    const outcome = await decide('mai-chiesta', '--outcome', 'forse', '--json')
    expect(outcome.code).toBe(2)
    expect(outcome.json()).toMatchObject({
      errors: [{ field: 'outcome', value: 'forse', code: 'not-one-of' }],
    })
  })
})

describe('what is taken back', () => {
  test('a wrong day is corrected, and the last decision reversed while nothing follows from it', async () => {
    await accord('atti-errori', true)
    const reversed = await accordi(
      'decision',
      'reverse',
      'atti-errori',
      '--reasons',
      'Ufficio sbagliato',
      ...ministry,
    )
    expect(reversed.out).toContain('approvazione del piano integrato')
    expect(await shown('atti-errori')).toMatchObject({ phase: 'planUnderReview' })
    expect(await accordi('plan', 'approve', 'atti-errori', ...ministry)).toMatchObject({ code: 0 })
    const wrong = [
      'date',
      'correct',
      'atti-errori',
      '--what',
      'deadline',
      '--ref',
      'activities',
      '--reasons',
      'Refuso',
    ]
    const corrected = await accordi(...wrong, '--to', '2090-05-31', ...ministry)
    expect(corrected.out).toContain('spostata dal 30 giugno 2090 al 31 maggio 2090 (per correzione)')
    expect(
      await accordi('decision', 'reverse', 'atti-errori', '--reasons', 'Tardi', ...ministry),
    ).toMatchObject({
      code: 3,
    })
    const impossible = await accordi(...wrong, '--to', '2090-02-30', ...ministry, '--json')
    expect(impossible.json()).toMatchObject({ errors: [{ field: 'data.to', value: '2090-02-30' }] })
  })
})
