import type { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { Composed } from './compose.ts'
import type { MailConfig } from './config.ts'
import { outcomeOf, type SmtpFailure } from './outcome.ts'

/** One mail to one recipient. */
export interface Outgoing {
  readonly to: string
  readonly letter: Composed
  /** With its angle brackets; the same one each time the same mail is tried again. */
  readonly messageId: string
  /** Where one click cancels; for digests. */
  readonly listUnsubscribe?: string
  /** Comes back in delivery notifications. */
  readonly dsnId?: string
}

/** What became of a mail. Each says what a server answered, or what went wrong, in its own words. */
export type SendOutcome =
  | { readonly outcome: 'sent'; readonly response: string }
  /** This recipient is not taken, for good. */
  | { readonly outcome: 'rejected'; readonly code: number; readonly response: string }
  /** Nothing would be taken, or not as it is set up: login, TLS, sender, content, policy. Somebody must look. */
  | { readonly outcome: 'refused'; readonly code?: number; readonly response: string }
  /** Not now: greylisting, a full queue, a limit. */
  | { readonly outcome: 'later'; readonly code: number; readonly response: string }
  /** No server, or it went away before it could have taken the mail. */
  | { readonly outcome: 'away'; readonly response: string }
  /** It went away when it may have had the mail: sent again under the same message id, it may arrive twice. */
  | { readonly outcome: 'unknown'; readonly response: string }

export interface Transport {
  /** Waits for its turn, `perSecond` of them. Never throws for what a server or the network does. */
  send(mail: Outgoing): Promise<SendOutcome>
  /** Ends the connections; what is being sent fails as `away` or `unknown`. */
  close(): void
}

export interface Timeouts {
  readonly connectMs: number
  readonly greetingMs: number
  /** Without a sign of life, at any step: servers look for viruses before they answer. */
  readonly silenceMs: number
}

export const usualTimeouts: Timeouts = { connectMs: 15_000, greetingMs: 15_000, silenceMs: 60_000 }
/** At once; servers dislike more from one sender. */
const mostConnections = 3

/** Nodemailer's options, and who is told of the stream it reads the mail from: all of it read, the server may have it. */
type Tracked = SendMailOptions & { readonly onContent?: (content: Readable) => void }

/** One per process: the rate is held by it. */
export function openTransport(config: MailConfig, timeouts: Timeouts = usualTimeouts): Transport {
  const pool = createTransport(poolOptions(config, timeouts))
  pool.use('stream', ({ data, message }, done) => {
    const create = message.createReadStream.bind(message)
    message.createReadStream = (options) => {
      const content = create(options)
      ;(data as Tracked).onContent?.(content)
      return content
    }
    done()
  })
  const turn = turns(config.perSecond)
  return {
    async send(mail) {
      await turn()
      let content: Readable | undefined
      const onContent = (stream: Readable) => {
        content = stream
      }
      const tracked: Tracked = { ...optionsOf(mail, config), onContent }
      try {
        const { response } = await pool.sendMail(tracked)
        return { outcome: 'sent', response }
      } catch (error) {
        return outcomeOf(failureOf(error), content?.readableEnded === true)
      }
    },
    close: () => pool.close(),
  }
}

function poolOptions({ server }: MailConfig, { connectMs, greetingMs, silenceMs }: Timeouts) {
  const { host, port, tls, login, ca } = server
  return {
    ...{ pool: true as const, host, port, maxConnections: mostConnections, maxMessages: 100 },
    ...{ secure: tls === 'implicit', requireTLS: tls === 'starttls', ignoreTLS: tls === 'none' },
    tls: { minVersion: 'TLSv1.2' as const, rejectUnauthorized: true, ...(ca !== undefined && { ca }) },
    // Without `forceAuth` a server that offers no login would be sent to without one.
    ...(login && { auth: { user: login.user, pass: login.password }, forceAuth: true }),
    ...{
      connectionTimeout: connectMs,
      greetingTimeout: greetingMs,
      socketTimeout: silenceMs,
      dnsTimeout: connectMs,
    },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  }
}

function optionsOf(
  { to, letter, messageId, listUnsubscribe, dsnId }: Outgoing,
  config: MailConfig,
): SendMailOptions {
  const { from, fromAddress, returnTo, replyTo } = config
  return {
    ...{ from, to, messageId, ...(replyTo !== undefined && { replyTo }) },
    ...(returnTo !== fromAddress && { sender: fromAddress }),
    envelope: { from: returnTo, to: [to] },
    ...letter,
    dsn: { return: 'headers', notify: ['failure', 'delay'], ...(dsnId !== undefined && { id: dsnId }) },
    headers: {
      // RFC 3834, and what Exchange and old vacation programs go by: nobody's absence is announced to us.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      Precedence: 'bulk',
      ...(listUnsubscribe !== undefined && {
        'List-Unsubscribe': `<${listUnsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  }
}

/** Evenly spaced, in the order asked. */
function turns(perSecond: number): () => Promise<void> {
  const gapMs = 1_000 / perSecond
  let nextAt = 0
  return async () => {
    const now = performance.now()
    const at = Math.max(now, nextAt)
    nextAt = at + gapMs
    if (at > now) await delay(at - now)
  }
}

function failureOf(error: unknown): SmtpFailure {
  if (error instanceof Error) return error
  return { message: String(error) }
}
