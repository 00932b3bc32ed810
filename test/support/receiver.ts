import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import type { CloudEvent } from '../../outbound/cloudEvent.ts'

export interface Received {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly event: CloudEvent
}

export type Answering = (received: Received, response: ServerResponse) => void

/** A real receiver of webhooks: keeps what it gets, and answers as the spec says. */
export interface Receiver {
  readonly url: string
  readonly received: Received[]
  /** Of one accord, in the order of arrival. */
  versions(accordId: string): number[]
  answers(how: Answering): void
  close(): Promise<void>
}

export const taken: Answering = (_, response) => void response.writeHead(204).end()
export const withStatus =
  (status: number, headers: Record<string, string> = {}): Answering =>
  (_, response) =>
    void response.writeHead(status, headers).end()

export async function startReceiver(tls?: {
  readonly key: string
  readonly cert: string
}): Promise<Receiver> {
  const received: Received[] = []
  let answer = taken
  const listen = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString()
    const one = { headers: request.headers as Record<string, string>, body, event: JSON.parse(body) }
    received.push(one)
    answer(one, response)
  }
  const server = tls === undefined ? createServer(listen) : createSecureServer(tls, listen)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: tls === undefined ? `http://127.0.0.1:${port}/eventi` : `https://localhost:${port}/eventi`,
    received,
    versions: (accordId) =>
      received.filter(({ event }) => event.subject === accordId).map(({ event }) => versionOf(event)),
    answers(how) {
      answer = how
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** As a receiver would: throws where the signature is not of this secret. */
export function verified({ body, headers }: Received, secret: string): CloudEvent {
  return new Webhook(secret).verify(body, headers) as CloudEvent
}

export function versionOf({ id }: CloudEvent): number {
  return Number(id.split('/')[1])
}
