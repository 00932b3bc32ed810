import type { z } from 'zod'
import { schemaVersion } from '../db/eventCodec.ts'
import type { EventToSend } from '../db/webhooks/deliveries.ts'
import type { Instant } from '../domain/time/instant.ts'
import { eventData, storedAct } from '../schemas/events.ts'
import { project } from './project.ts'

/** CloudEvents 1.0 in its structured form: `application/cloudevents+json`. */
export interface CloudEvent {
  readonly specversion: '1.0'
  /** `accord/version`: the same however often it is sent, so that a receiver knows what it has had. */
  readonly id: string
  readonly source: string
  /** `it.accordi.PlanApproved.v1`: the name of the event and the version of its data. */
  readonly type: string
  /** The accord. */
  readonly subject?: string
  readonly time: Instant
  readonly datacontenttype: 'application/json'
  readonly data: unknown
}

const common = { specversion: '1.0', datacontenttype: 'application/json' } as const

/** What is told of an event: what happened, to which accord, by which act. Never what people wrote: outbound/fields.ts. */
export function cloudEventOf({ event, regionId, programmeId }: EventToSend, source: string): CloudEvent {
  const { type, accordId, version, commandId, act, data, recordedAt } = event
  return {
    ...common,
    id: `${accordId}/${version}`,
    source,
    type: `it.accordi.${type}.v${schemaVersion(type)}`,
    subject: accordId,
    time: recordedAt,
    data: {
      ...{ accordId, version, regionId, programmeId, commandId },
      act: project(storedAct, act),
      event: project(eventData[type] as z.ZodType, data),
    },
  }
}

/** For trying a receiver: it says nothing of any accord. */
export function pingOf(id: string, source: string, time: Instant): CloudEvent {
  return { ...common, id: `ping/${id}`, source, type: 'it.accordi.Ping.v1', time, data: {} }
}
