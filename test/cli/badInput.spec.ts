import { describe, expect, it } from 'vitest'
import { plan } from '../support/acts.ts'
import { testSystem } from '../support/system.ts'

const { accordi, file } = testSystem()

const ministry = ['--as', 'ministry']
const region = ['--as', 'region:umbria']

describe('bad input', () => {
  const base = ['accord', 'start', 'cattivo', '--programme', 'prova', ...ministry]

  it.each([
    ['an unknown Region', [...base, '--region', '99'], /regionId.*«99».*ISTAT/],
    ['a missing field', base, /regionId.*manca/],
    ['an impossible date', [...base, '--region', '10', '--on', '2015-02-30'], /on: «2015-02-30».*AAAA-MM-GG/],
    ['a malformed date', [...base, '--region', '10', '--on', '30/12/2014'], /on: «30\/12\/2014»/],
    [
      'a receipt still to come',
      [...base, '--region', '10', '--received-at', '2999-01-01T00:00:00Z'],
      /receivedAt/,
    ],
    ['an unknown option', [...base, '--regione', '10'], /Opzione sconosciuta.*--regione/],
    ['an unknown command', ['accordo'], /Comando sconosciuto.*accordo/],
    ['nobody who acts', ['accord', 'sign', 'x', '--kind', 'digital'], /--as/],
    [
      'an address where an office belongs',
      ['accord', 'sign', 'x', '--kind', 'digital', '--as', 'ministry:Mario Rossi'],
      /Mario Rossi/,
    ],
    [
      'a float where cents belong',
      ['advance', 'pay', 'x', '--amount', '10.005', ...ministry],
      /amount.*«10.005»/,
    ],
    ['an unknown language', ['accord', 'list', '--lang', 'de'], /de/],
    ['a page without size', ['accord', 'list', '--limit', '0'], /--limit/],
    ['an unknown phase', ['accord', 'list', '--phase', 'boh'], /boh.*concluded/],
    ['an accord that nobody knows', ['accord', 'show', 'mai-visto'], /mai-visto/],
    ['a file that is not there', ['import', '/nessun/file.json'], /non esiste/],
  ])('%s: exit code 2, and a message with field, value and remedy', async (_, args, message) => {
    const ran = await accordi(...args)
    expect(ran).toMatchObject({ code: 2, err: expect.stringMatching(message) })
    expect(ran.err).not.toMatch(/at .*\.ts:\d+/)
  })

  it('is JSON for machines too', async () => {
    const ran = await accordi(...base, '--region', '99', '--json')
    expect(ran.code).toBe(2)
    expect(ran.json()).toMatchObject({
      outcome: 'invalid',
      errors: expect.arrayContaining([
        expect.objectContaining({ field: 'data.regionId', value: '99', code: 'unknown-region' }),
      ]),
    })
  })

  it('in a data file names every extra field', async () => {
    const data = file(
      'extra.json',
      JSON.stringify({ ...plan, colore: 'blu', actions: [{ numeral: 'IIII', title: 't' }] }),
    )
    const ran = await accordi('plan', 'submit', 'x', '--data', data, ...region)
    expect(ran.code).toBe(2)
    expect(ran.err).toMatch(/data\.colore/)
    expect(ran.err).toMatch(/data\.actions\.0\.numeral: «IIII»/)
  })

  it.each([
    [
      'is not what its extension says',
      () =>
        file(
          'foto.json',
          new Uint8Array([
            0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
          ]),
        ),
      /png/,
    ],
    ['is not JSON', () => file('testo.json', 'ciao'), /non è JSON/],
    ['is empty', () => file('vuoto.json', ''), /vuoto/],
    ['holds 10 MB', () => file('grande.json', `"${'x'.repeat(10 * 1024 * 1024)}"`), /troppo grande/],
    ['is a list where an object belongs', () => file('elenco.json', '[]'), /JSON/],
    ['is of an unknown format', () => file('altro.json', '{"format":"boh"}'), /format/],
  ])('a file that %s is refused by name', async (_, make, message) => {
    const ran = await accordi('import', make())
    expect(ran.code).toBe(2)
    expect(ran.err + ran.out).toMatch(message)
  })

  it('a document that is not what its extension says is refused by name', async () => {
    const ran = await accordi(
      'accord',
      'record-act',
      'x',
      '--title',
      't',
      '--document',
      file('finto.pdf', 'non un pdf'),
      ...region,
    )
    expect(ran).toMatchObject({ code: 2, err: expect.stringMatching(/finto\.pdf/) })
  })
})

describe('an import', () => {
  it('with a refused act records nothing and names the act', async () => {
    const history = {
      format: 'accordi/accord@1',
      accordId: 'storia-rotta',
      acts: [
        {
          type: 'ProposeAccord',
          on: '2015-01-07',
          citation: { source: 'prova' },
          data: { programmeId: 'prova', regionId: '10', title: 'T' },
        },
        { type: 'ApprovePlan', on: '2015-01-08', citation: { source: 'prova' } },
      ],
    }
    const ran = await accordi('import', file('rotta.json', JSON.stringify(history)), '--json')
    expect(ran.code).toBe(3)
    expect(ran.json().items).toMatchObject([
      { outcome: 'refused', index: 1, refusal: { code: 'not-in-force' } },
    ])
    expect((await accordi('accord', 'show', 'storia-rotta')).code).toBe(2)
  })

  it('of an act that is still to come is refused by name', async () => {
    const acts = [
      {
        type: 'ProposeAccord',
        on: '2099-01-07',
        citation: { source: 'prova' },
        data: { programmeId: 'prova', regionId: '10', title: 'T' },
      },
    ]
    const history = { format: 'accordi/accord@1', accordId: 'futura', acts }
    const ran = await accordi('import', file('futura.json', JSON.stringify(history)))
    expect(ran.code).toBe(2)
    expect(ran.out).toMatch(/acts\.0\.receivedAt.*futuro/)
  })
})
