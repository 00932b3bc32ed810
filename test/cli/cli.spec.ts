import { describe, expect, it } from 'vitest'
import { plan } from '../support/acts.ts'
import { testSystem } from '../support/system.ts'

const { accordi, file } = testSystem()

const ministry = ['--as', 'ministry']
const region = ['--as', 'region:umbria']
const start = (id: string) =>
  accordi('accord', 'start', id, '--programme', 'prova', '--region', 'Umbria', ...ministry, '--json')
const events = async (id: string) => (await accordi('accord', 'timeline', id, '--json')).json().items.length

describe('an accord by hand', () => {
  it('is started, signed, planned, extended and looked at', async () => {
    expect(await start('a-mano')).toMatchObject({ code: 0 })
    const sign = (...who: string[]) =>
      accordi('accord', 'sign', 'a-mano', '--kind', 'digital', ...who, '--json')
    expect((await sign(...ministry)).json()).toMatchObject({
      outcome: 'accepted',
      events: [{ type: 'AccordSigned' }],
    })
    expect((await sign(...region)).json()).toMatchObject({ outcome: 'accepted' })
    const submitted = await accordi(
      'plan',
      'submit',
      'a-mano',
      '--data',
      file('piano.json', JSON.stringify(plan)),
      ...region,
      '--json',
    )
    expect(submitted.json()).toMatchObject({ outcome: 'accepted' })
    expect((await accordi('plan', 'approve', 'a-mano', ...ministry, '--json')).code).toBe(0)
    const asked = await accordi(
      'extension',
      'request',
      'a-mano',
      '--extension',
      'p1',
      '--scope',
      'finalReport',
      '--until-final-report',
      '2031-03-31',
      '--reasons',
      'Ritardi',
      ...region,
      '--json',
    )
    expect(asked.json()).toMatchObject({ outcome: 'accepted' })
    const granted = await accordi(
      'extension',
      'grant',
      'a-mano',
      '--extension',
      'p1',
      '--scope',
      'finalReport',
      '--until-final-report',
      '2031-03-31',
      '--reasons',
      'Accolta',
      ...ministry,
      '--json',
    )
    expect(granted.json()).toMatchObject({ outcome: 'accepted' })
    const shown = (await accordi('accord', 'show', 'a-mano', '--json')).json()
    expect(shown).toMatchObject({
      id: 'a-mano',
      region: '10',
      phase: 'underway',
      extensions: [{ extensionId: 'p1' }],
    })
    expect(shown.deadlines).toContainEqual(
      expect.objectContaining({
        kind: 'finalReport',
        nominal: '2031-03-31',
        effective: '2031-03-31',
        passesAt: '2031-03-31T21:59:59.999Z',
        status: 'open',
        extensions: [expect.objectContaining({ fromNominal: '2030-08-29', toNominal: '2031-03-31' })],
      }),
    )
    const { items } = (await accordi('accord', 'deadlines', '--region', '10', '--json')).json()
    expect(items[0]).toMatchObject({ accord: 'a-mano', kind: 'activities', status: 'open' })
  })

  it('is told in Italian by default and in English where asked', async () => {
    await start('due-lingue')
    expect((await accordi('accord', 'timeline', 'due-lingue')).out).toContain('Proposto alla Regione Umbria')
    expect((await accordi('accord', 'timeline', 'due-lingue', '--lang', 'en')).out).toContain('Umbria')
    expect((await accordi('--help')).out).toContain('Comandi:')
    expect((await accordi('--lang', 'en', '--help')).out).toContain('Commands:')
  })

  it('keeps documents by digest, name, size and type', async () => {
    await start('documenti')
    const pdf = file('atto.pdf', '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
    const ran = await accordi(
      'accord',
      'record-act',
      'documenti',
      '--title',
      'DGR 10',
      '--document',
      pdf,
      ...region,
      '--json',
    )
    expect(ran.json()).toMatchObject({
      events: [
        {
          documents: [
            {
              name: 'atto.pdf',
              mime: 'application/pdf',
              bytes: 48,
              sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
            },
          ],
        },
      ],
    })
  })

  it('does an act once under one id, from two commands', async () => {
    await start('una-volta')
    const once = () =>
      accordi(
        'accord',
        'sign',
        'una-volta',
        '--kind',
        'digital',
        ...ministry,
        '--command-id',
        'firma-1',
        '--on',
        '2026-01-08',
        '--json',
      )
    const first = (await once()).json()
    const again = (await once()).json()
    expect(first).toMatchObject({ outcome: 'accepted', events: [{ version: 2 }] })
    expect(again).toMatchObject({ outcome: 'accepted', events: [{ version: 2 }] })
    expect(await events('una-volta')).toBe(2)
  })
})

describe('a refusal', () => {
  it.each([
    ['an act before the signature', 'not-in-force', ['plan', 'approve', 'rifiuti', ...ministry]],
    [
      'an accord that exists',
      'accord-exists',
      ['accord', 'start', 'rifiuti', '--programme', 'prova', '--region', '10', ...ministry],
    ],
    ['an accord that does not exist', 'unknown-accord', ['plan', 'approve', 'mai-visto', ...ministry]],
    [
      'a programme that does not exist',
      'unknown-programme',
      ['accord', 'start', 'nuovo', '--programme', 'altro', '--region', '10', ...ministry],
    ],
    ['a Region that acts for the Ministry', 'not-authorised', ['plan', 'approve', 'rifiuti', ...region]],
    [
      'a Region that acts for another',
      'other-region',
      ['activities', 'end', 'rifiuti', '--as', 'region:toscana'],
    ],
    [
      'a signature that is not digital',
      'digital-signature-required',
      ['accord', 'sign', 'rifiuti', '--kind', 'handwritten', ...ministry],
    ],
  ])(
    'of %s has a code, a sentence and a rule, exit code 3, and leaves the stream as it was',
    async (_, code, args) => {
      await start('rifiuti')
      const before = await events('rifiuti')
      const ran = await accordi(...args, '--json')
      expect(ran.code).toBe(3)
      expect(ran.json()).toMatchObject({
        outcome: 'refused',
        refusal: { code, message: expect.stringMatching(/\w{3}.*/), rule: expect.stringMatching(/\w{3}.*/) },
      })
      expect(await events('rifiuti')).toBe(before)
    },
  )

  it('of a second signature says who has signed already', async () => {
    await start('firma-doppia')
    const sign = () => accordi('accord', 'sign', 'firma-doppia', '--kind', 'digital', ...ministry)
    expect((await sign()).code).toBe(0)
    const again = await sign()
    expect(again.code).toBe(3)
    expect(again.out).toMatch(/Ministero ha già firmato/)
  })
})
