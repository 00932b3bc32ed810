import type { SendOutcome } from './transport.ts'

/** What nodemailer says of a failure: what was being done, and what the server answered, if it did. */
export interface SmtpFailure {
  readonly message: string
  readonly code?: string
  /** `MAIL FROM`, `RCPT TO`, `DATA`, `AUTH PLAIN`, `STARTTLS`, `CONN`, or `API` where nothing was asked yet. */
  readonly command?: string
  readonly responseCode?: number
  readonly response?: string
  /** What Node says of the socket. */
  readonly originalCode?: string
}

type Failed = Exclude<SendOutcome, { outcome: 'sent' }>

/**
 * What a failure means for the mail. Only an answer of the server can be about the recipient; a connection that ends
 * without one leaves it open whether the mail arrived, from the moment that all of it was on its way.
 */
export function outcomeOf(failure: SmtpFailure, wasAllSent: boolean): Failed {
  const { responseCode: code, response = failure.message } = failure
  // A login that is wrong today is wrong in an hour, whatever the server calls it; its 4xx are troubles that pass.
  if (code !== undefined && code >= 400 && code < 500) return { outcome: 'later', code, response }
  if (code !== undefined && code >= 500) {
    return { outcome: isOfRecipient(failure) ? 'rejected' : 'refused', code, response }
  }
  if (failure.code === 'EENVELOPE' && /recipient/i.test(failure.message)) {
    return { outcome: 'rejected', code: addressUnusable, response }
  }
  if (isOfSettings(failure)) return { outcome: 'refused', response }
  return { outcome: wasAllSent ? 'unknown' : 'away', response }
}

/** What a server says to an address that it cannot read (RFC 5321, 4.2.3); here it was not even asked. */
const addressUnusable = 553

/**
 * Enhanced codes (RFC 3463) say whose fault it is: 5.1 and 5.2 are of the address and the mailbox, 5.7 of a policy, such
 * as a relay that does not know us: no address is to be given up for that. Without one, the step says it.
 */
function isOfRecipient({ command, responseCode, response = '' }: SmtpFailure): boolean {
  if (command !== 'RCPT TO' && command !== 'DATA') return false
  const status = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1]
  if (status === undefined) return command === 'RCPT TO' && responseCode !== 530 && responseCode !== 535
  if (/^5\.(1\.[78]|[3567]\.)/.test(status)) return false
  return command === 'RCPT TO' || /^5\.[12]\./.test(status)
}

const settingCodes = ['EAUTH', 'ENOAUTH', 'ECONFIG', 'ETLS', 'EMESSAGE', 'EENVELOPE', 'EPROTOCOL']

/** Certificates that are not trusted, versions of TLS too old, a login the server does not offer. */
function isOfSettings({ code = '', originalCode = '', message }: SmtpFailure): boolean {
  if (/CERT|^ERR_TLS|^ERR_SSL|^EPROTO$|UNABLE_TO/.test(originalCode)) return true
  // A server that hangs up while TLS is agreed on has ended, not refused.
  return settingCodes.includes(code) && !/closed/i.test(message)
}
