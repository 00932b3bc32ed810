import type { AccordCommand } from '../../domain/accord/commands.ts'
import { localDate } from '../../domain/time/localDate.ts'
import { activitiesOnly, both, order, passes, underway } from '../support/fixtures.ts'

const expired = [...underway, passes('activities', '2019-01-01')]
const lastOfYear = '2018-12-31T22:59:59.999Z'
const stop = { suspensionId: 'blocco', ground: 'law', reasons: 'legge di prova' } as const

/**
 * Acts received in time and processed after the activities had expired, and a request granted in part: too rare for
 * lives drawn at random.
 */
export const crossings: readonly (readonly AccordCommand[])[] = [
  [
    ...underway,
    order('RequestExtension', '2018-05-02', both),
    order('GrantExtension', '2018-05-15', { ...activitiesOnly, extensionId: both.extensionId }),
  ],
  [...expired, order('RequestExtension', lastOfYear, activitiesOnly)],
  [...expired, order('GrantExtension', lastOfYear, activitiesOnly)],
  [...expired, order('StartSuspension', lastOfYear, { ...stop, from: localDate('2018-12-01') })],
]
