import type { Composed } from './compose.ts'
import type { MailConfig } from './config.ts'

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
  /** Never throws for what a server or the network does. */
  send(mail: Outgoing): Promise<SendOutcome>
  close(): void
}

export function openTransport(_config: MailConfig): Transport {
  throw new Error('not yet')
}
