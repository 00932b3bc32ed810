import { describe, expect, test } from 'vitest'
import { periodText, whyText } from '../../domain/text/why.ts'
import { instant } from '../../domain/time/instant.ts'
import { localDate as d } from '../../domain/time/localDate.ts'
import { period } from '../../domain/time/period.ts'
import { computeTerm } from '../../domain/time/term.ts'
import type { WhyStep } from '../../domain/time/why.ts'
import { italy } from '../support/fixtures.ts'

const rule = 'art. 7'

/** Every step, in both languages; the compiler asks for a new one here. */
const samples: { [S in WhyStep['step']]: [Extract<WhyStep, { step: S }>, it: string, en: string][] } = {
  counted: [
    [
      { step: 'counted', start: d('2018-12-31'), period: period('P90D'), to: d('2019-03-31'), rule },
      'Contando 90 giorni dal 31 dicembre 2018, giorno iniziale escluso, si arriva a domenica 31 marzo 2019 (art. 7).',
      'Counting 90 days from 31 December 2018, the first day left out, leads to Sunday 31 March 2019 (art. 7).',
    ],
    [
      { step: 'counted', start: d('2018-03-08'), period: period('P1M'), to: d('2018-04-08'), rule },
      "Contando 1 mese dall'8 marzo 2018, giorno iniziale escluso, si arriva a domenica 8 aprile 2018 (art. 7).",
      'Counting 1 month from 8 March 2018, the first day left out, leads to Sunday 8 April 2018 (art. 7).',
    ],
    [
      { step: 'counted', start: d('2018-12-31'), period: period('-P30D'), to: d('2018-12-01'), rule },
      'Contando 30 giorni a ritroso dal 31 dicembre 2018, giorno iniziale escluso, si arriva a sabato 1 dicembre 2018 (art. 7).',
      'Counting 30 days back from 31 December 2018, the first day left out, leads to Saturday 1 December 2018 (art. 7).',
    ],
    [
      {
        ...{ step: 'counted', start: d('2018-02-28'), period: period('P90D'), to: d('2018-05-29'), rule },
        startAs: { precision: 'month', assumed: false },
      },
      'Contando 90 giorni dal 28 febbraio 2018, giorno iniziale escluso, si arriva a martedì 29 maggio 2018 (art. 7). Di quel giorno di partenza si conosce solo il mese: vale il suo ultimo giorno.',
      'Counting 90 days from 28 February 2018, the first day left out, leads to Tuesday 29 May 2018 (art. 7). Of that starting day only the month is known: its last day counts.',
    ],
    [
      {
        ...{ step: 'counted', start: d('2018-12-31'), period: period('P90D'), to: d('2019-03-31'), rule },
        ...{ startAs: { precision: 'year', assumed: true }, isAssumed: true },
      },
      "Contando 90 giorni dal 31 dicembre 2018, giorno iniziale escluso, si arriva a domenica 31 marzo 2019 (art. 7). Di quel giorno di partenza si conosce solo l'anno: vale il suo ultimo giorno. Il giorno di partenza è presunto: nessuna fonte lo dice. La durata è presunta: nessuna fonte nota la dice.",
      'Counting 90 days from 31 December 2018, the first day left out, leads to Sunday 31 March 2019 (art. 7). Of that starting day only the year is known: its last day counts. The starting day is assumed: no source states it. The length is assumed: no known source states it.',
    ],
    [
      {
        ...{ step: 'counted', start: d('2018-12-31'), period: period('P1Y'), to: d('2019-12-31'), rule },
        ...{ startAs: { precision: 'day', assumed: true }, isAssumed: false },
      },
      'Contando 1 anno dal 31 dicembre 2018, giorno iniziale escluso, si arriva a martedì 31 dicembre 2019 (art. 7). Il giorno di partenza è presunto: nessuna fonte lo dice.',
      'Counting 1 year from 31 December 2018, the first day left out, leads to Tuesday 31 December 2019 (art. 7). The starting day is assumed: no source states it.',
    ],
  ],
  fixed: [
    [
      { step: 'fixed', date: d('2018-12-31'), rule },
      'La data è fissata: lunedì 31 dicembre 2018 (art. 7).',
      'The date is fixed: Monday 31 December 2018 (art. 7).',
    ],
  ],
  rolled: [
    [
      {
        ...{ step: 'rolled', from: d('2025-04-20'), to: d('2025-04-22'), rule },
        closed: [
          { date: d('2025-04-20'), name: 'sunday', law: 'art. 2963 c.c.' },
          { date: d('2025-04-21'), name: "Lunedì dell'Angelo", law: 'l. 260/1949, art. 2' },
        ],
      },
      "Sono giorni di chiusura: domenica 20 aprile 2025; lunedì 21 aprile 2025 (Lunedì dell'Angelo, l. 260/1949, art. 2). La scadenza slitta a martedì 22 aprile 2025 (art. 7).",
      "These days are closed: Sunday 20 April 2025; Monday 21 April 2025 (Lunedì dell'Angelo, l. 260/1949, art. 2). The deadline moves on to Tuesday 22 April 2025 (art. 7).",
    ],
    [
      {
        ...{ step: 'rolled', from: d('2018-09-30'), to: d('2018-09-29'), rule },
        closed: [{ date: d('2018-09-30'), name: 'sunday', law: 'art. 2963 c.c.' }],
      },
      'Sono giorni di chiusura: domenica 30 settembre 2018. La scadenza si anticipa a sabato 29 settembre 2018 (art. 7).',
      'These days are closed: Sunday 30 September 2018. The deadline moves back to Saturday 29 September 2018 (art. 7).',
    ],
  ],
  extended: [
    [
      { step: 'extended', extensionId: 'p1', from: d('2018-12-31'), to: d('2019-03-31'), rule },
      'La proroga «p1» porta il termine dal 31 dicembre 2018 al 31 marzo 2019 (art. 7).',
      'Extension “p1” takes the term from 31 December 2018 to 31 March 2019 (art. 7).',
    ],
  ],
  revoked: [
    [
      { step: 'revoked', extensionId: 'p1', on: d('2019-02-20'), to: d('2019-03-31'), rule },
      'La proroga «p1», che portava il termine al 31 marzo 2019, è stata revocata il 20 febbraio 2019 e non conta più (art. 7).',
      'Extension “p1”, which took the term to 31 March 2019, was revoked on 20 February 2019 and no longer counts (art. 7).',
    ],
  ],
  suspended: [
    [
      { step: 'suspended', on: d('2018-03-11'), remainingDays: 20, rule },
      "Termini sospesi dall'11 marzo 2018, quando restavano 20 giorni (art. 7).",
      'The clock stopped on 11 March 2018, with 20 days left (art. 7).',
    ],
  ],
  resumed: [
    [
      { step: 'resumed', on: d('2018-03-31'), to: d('2018-04-20'), rule },
      'I termini corrono di nuovo dal 31 marzo 2018; con i giorni di sospensione effettivi si arriva al 20 aprile 2018 (art. 7).',
      'The clock runs again from 31 March 2018; the days it actually stood still lead to 20 April 2018 (art. 7).',
    ],
  ],
  restarted: [
    [
      { step: 'restarted', on: d('2018-03-11'), from: d('2018-03-21'), to: d('2018-04-20'), rule },
      "Termine interrotto l'11 marzo 2018: ricomincia per intero dal 21 marzo 2018 e porta al 20 aprile 2018 (art. 7).",
      'Term interrupted on 11 March 2018: it begins anew from 21 March 2018 and leads to 20 April 2018 (art. 7).',
    ],
  ],
  corrected: [
    [
      { step: 'corrected', was: d('2018-01-08'), on: d('2018-02-05'), rule },
      'La data di origine era stata registrata per errore come lunedì 8 gennaio 2018; corretta il 5 febbraio 2018 (art. 7).',
      'The date of origin had been recorded by mistake as Monday 8 January 2018; corrected on 5 February 2018 (art. 7).',
    ],
  ],
  followed: [
    [
      { step: 'followed', parentId: 'activities', from: d('2019-03-01'), to: d('2019-05-30') },
      'Segue «fine delle attività», che si è spostata: dal 1 marzo 2019 al 30 maggio 2019.',
      'It follows “end of activities”, which moved: from 1 March 2019 to 30 May 2019.',
    ],
  ],
  cutOff: [
    [
      { step: 'cutOff', time: '24:00', zone: 'Europe/Rome', passesAt: instant('2019-04-01T21:59:59.999Z') },
      "È in tempo ciò che arriva entro l'ultimo istante di lunedì 1 aprile 2019 (ora di Europe/Rome; 2019-04-01T21:59:59.999Z).",
      'In time is what arrives by the last instant of Monday 1 April 2019 (time of Europe/Rome; 2019-04-01T21:59:59.999Z).',
    ],
    [
      { step: 'cutOff', time: '14:00', zone: 'Europe/Rome', passesAt: instant('2014-12-30T13:00:00.000Z') },
      'È in tempo ciò che arriva entro le ore 14:00 di martedì 30 dicembre 2014 (ora di Europe/Rome; 2014-12-30T13:00:00.000Z).',
      'In time is what arrives by 14:00 of Tuesday 30 December 2014 (time of Europe/Rome; 2014-12-30T13:00:00.000Z).',
    ],
    [
      {
        ...{ step: 'cutOff', time: '24:00', zone: 'Europe/Rome', tz: '2025b' },
        passesAt: instant('2019-04-01T21:59:59.999Z'),
      },
      "È in tempo ciò che arriva entro l'ultimo istante di lunedì 1 aprile 2019 (ora di Europe/Rome, dati dei fusi orari 2025b; 2019-04-01T21:59:59.999Z).",
      'In time is what arrives by the last instant of Monday 1 April 2019 (time of Europe/Rome, time-zone data 2025b; 2019-04-01T21:59:59.999Z).',
    ],
  ],
}

describe('why this date', () => {
  test.each(Object.values(samples).flat())('%j', (step, italian, english) => {
    expect(whyText('it', [step])).toEqual([italian])
    expect(whyText('en', [step])).toEqual([english])
  })

  test('of the final report of Umbria, whole and in order', () => {
    const { why } = computeTerm(
      {
        ...{ basis: 'PERIOD', start: d('2018-12-31'), period: period('P90D'), subject: 'ACT_TO_PERFORM' },
        ...{ policy: 'CC', zone: 'Europe/Rome', citation: rule },
      },
      italy,
    )
    expect(whyText('it', why)).toEqual([
      'Contando 90 giorni dal 31 dicembre 2018, giorno iniziale escluso, si arriva a domenica 31 marzo 2019 (art. 7).',
      'Sono giorni di chiusura: domenica 31 marzo 2019. La scadenza slitta a lunedì 1 aprile 2019 (art. 2963 c.c.; art. 155 c.p.c.).',
      "È in tempo ciò che arriva entro l'ultimo istante di lunedì 1 aprile 2019 (ora di Europe/Rome; 2019-04-01T21:59:59.999Z).",
    ])
    expect(whyText('en', why)).toEqual([
      'Counting 90 days from 31 December 2018, the first day left out, leads to Sunday 31 March 2019 (art. 7).',
      'These days are closed: Sunday 31 March 2019. The deadline moves on to Monday 1 April 2019 (art. 2963 c.c.; art. 155 c.p.c.).',
      'In time is what arrives by the last instant of Monday 1 April 2019 (time of Europe/Rome; 2019-04-01T21:59:59.999Z).',
    ])
  })

  test('names a Saturday by its weekday, in either language', () => {
    const saturday = { date: d('2018-06-30'), name: 'saturday', law: 'd.l. 70/2011' }
    const step: WhyStep = {
      ...{ step: 'rolled', from: d('2018-06-30'), to: d('2018-07-02') },
      ...{ closed: [saturday], rule },
    }
    expect(whyText('it', [step])[0]).toContain('chiusura: sabato 30 giugno 2018. ')
    expect(whyText('en', [step])[0]).toContain('closed: Saturday 30 June 2018. ')
  })

  test.each([
    ['P1D', '1 giorno', '1 day'],
    ['P60D', '60 giorni', '60 days'],
    ['P1W', '1 settimana', '1 week'],
    ['P3W', '3 settimane', '3 weeks'],
    ['P1M', '1 mese', '1 month'],
    ['-P18M', '18 mesi', '18 months'],
    ['P1Y', '1 anno', '1 year'],
    ['-P2Y', '2 anni', '2 years'],
  ])('%s in words', (length, italian, english) => {
    expect(periodText('it', period(length))).toBe(italian)
    expect(periodText('en', period(length))).toBe(english)
  })
})
