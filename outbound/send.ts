import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { type Address, isPublic, type Resolve, resolveHost, webhookUrl } from './address.ts'
import type { Message } from './signed.ts'

/** What came back: a status, or why there is none. */
export type Reply = { readonly status: number; readonly retryAfter?: string } | { readonly error: string }

export interface SendOptions {
  readonly allowPrivate: boolean
  readonly timeoutMs?: number
  readonly resolve?: Resolve
}

export const sendTimeoutMs = 10_000
/** Of an answer's body: enough for the connection to end well, and nothing of it is kept. */
const mostBody = 64 * 1_024

class NotPublic extends Error {
  readonly code = 'private'
}

/**
 * POSTs a message and says what came back; never throws. Redirects are not followed. The address that the connection
 * goes to is the one that was checked: the name is looked up once, here.
 */
export async function send(href: string, { headers, body }: Message, options: SendOptions): Promise<Reply> {
  const { allowPrivate, timeoutMs = sendTimeoutMs, resolve = resolveHost } = options
  const url = webhookUrl(href, allowPrivate)
  if (typeof url === 'string') return { error: url }
  const request = url.protocol === 'https:' ? overHttps : overHttp
  return new Promise((settle) => {
    // All of it together: name, connection, answer. Once it is out of time nothing is left open.
    const signal = AbortSignal.timeout(timeoutMs)
    let answered: Reply | undefined
    const sending = request(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        agent: false,
        lookup: checked(resolve, allowPrivate),
        signal,
      },
      (response) => {
        const retryAfter = response.headers['retry-after']
        // The status is the answer, even where the rest of it never comes.
        const answer = { status: response.statusCode ?? 0, ...(retryAfter !== undefined && { retryAfter }) }
        answered = answer
        let read = 0
        const done = () => {
          settle(answer)
          response.destroy()
        }
        response.on('data', (chunk: Buffer) => {
          read += chunk.length
          if (read > mostBody) done()
        })
        response.on('end', done).on('error', done).on('close', done)
      },
    )
    sending.on('error', (error) => settle(answered ?? { error: signal.aborted ? 'timeout' : codeOf(error) }))
    sending.end(body)
  })
}

/** Refuses a name that leads to any address that is not public: which one is taken is chance. */
function checked(resolve: Resolve, allowPrivate: boolean): LookupFunction {
  return (host, { all }, callback) => {
    resolve(host).then(
      (found) => {
        const [first] = found
        if (first === undefined) return callback(new Error(`no address: ${host}`), '')
        if (!allowPrivate && !found.every(({ address }) => isPublic(address))) {
          return callback(new NotPublic(host), '')
        }
        if (all) callback(null, found as Address[])
        else callback(null, first.address, first.family)
      },
      (error) => callback(error, ''),
    )
  }
}

/** A code for people to look up; never a text that a receiver had a hand in. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^[A-Za-z0-9_-]{1,60}$/.test(code) ? code : 'connection'
}
