import { MailProblem } from './problems.ts'

export interface MailConfig {
  readonly server: SmtpServer
  /** The header's value: an address, or a name and an address. */
  readonly from: string
  /** The bare address: the envelope's sender. */
  readonly fromAddress: string
  /** Where bounces and receipts come. */
  readonly returnTo: string
  readonly replyTo?: string
  readonly perSecond: number
  /** Without a slash at its end. */
  readonly publicUrl: string
  readonly linkSecret: string
}

export interface SmtpServer {
  readonly host: string
  readonly port: number
  /** From the first byte, after STARTTLS and never without it, or not at all (this machine only). */
  readonly tls: 'implicit' | 'starttls' | 'none'
  readonly login?: { readonly user: string; readonly password: string }
  /** PEM of an authority that signs the server's certificate, beside those of the machine. */
  readonly ca?: string
}

type Setting = 'url' | 'plain' | 'password' | 'user' | 'address' | 'rate' | 'publicUrl' | 'secret'

const local = ['localhost', '127.0.0.1', '[::1]']
const hidden = '…'

/**
 * How mail goes out, by environment; undefined where ACCORDI_SMTP_URL is not set. Throws MailProblem `bad-setting`
 * with the variable, its value (never a secret) and what it takes, `setting`: a key of the catalogue.
 */
export function mailConfig(env: NodeJS.ProcessEnv = process.env): MailConfig | undefined {
  if (!env.ACCORDI_SMTP_URL) return undefined
  const server = serverFrom(env.ACCORDI_SMTP_URL, env.ACCORDI_SMTP_PASSWORD)
  const from = env.ACCORDI_MAIL_FROM ?? ''
  const fromAddress = addressIn('ACCORDI_MAIL_FROM', from)
  const replyTo = env.ACCORDI_MAIL_REPLY_TO || undefined
  const returnTo = replyTo === undefined ? fromAddress : addressIn('ACCORDI_MAIL_REPLY_TO', replyTo)
  return {
    ...{ server, from, fromAddress, returnTo },
    ...(replyTo !== undefined && { replyTo }),
    perSecond: rateFrom(env.ACCORDI_MAIL_PER_SECOND),
    publicUrl: publicUrlFrom(env.ACCORDI_PUBLIC_URL ?? ''),
    linkSecret: secretFrom(env.ACCORDI_LINK_SECRET ?? ''),
  }
}

function bad(name: string, value: string, setting: Setting): MailProblem {
  return new MailProblem('bad-setting', { name, value, setting })
}

function serverFrom(text: string, password = ''): SmtpServer {
  const variable = 'ACCORDI_SMTP_URL'
  const url = URL.parse(text)
  const shown = text.replace(/(\/\/[^/@]*?):[^/]*@/, `$1:${hidden}@`)
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '' || url.password !== '') {
    throw bad(variable, shown, 'url')
  }
  const options = [...url.searchParams]
  if (options.some(([name, value]) => name !== 'tls' || value !== 'none') || !/^\/?$/.test(url.pathname)) {
    throw bad(variable, shown, 'url')
  }
  const plain = options.length > 0
  if (plain && (url.protocol === 'smtps:' || !local.includes(url.hostname)))
    throw bad(variable, shown, 'plain')
  const user = decodeURIComponent(url.username)
  if (user !== '' && password === '') throw bad('ACCORDI_SMTP_PASSWORD', '', 'password')
  if (user === '' && password !== '') throw bad('ACCORDI_SMTP_PASSWORD', hidden, 'user')
  const implicit = url.protocol === 'smtps:'
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (implicit ? 465 : 587) : Number(url.port),
    tls: implicit ? 'implicit' : plain ? 'none' : 'starttls',
    ...(user !== '' && { login: { user, password } }),
  }
}

/** No line breaks, one address: what a header can take. */
function addressIn(name: string, value: string): string {
  const [, bracketed, bare] = /^(?:[^<>\r\n]*<([^<>\s]+)>|([^<>\s,]+))$/.exec(value.trim()) ?? []
  const address = bracketed ?? bare ?? ''
  if (!/^[^@\s"(),:;<>[\\\]]+@[^@\s.]+(\.[^@\s.]+)*$/.test(address)) throw bad(name, value, 'address')
  return address
}

function rateFrom(text: string | undefined): number {
  if (!text) return 10
  const rate = Number(text)
  if (Number.isInteger(rate) && rate >= 1 && rate <= 1_000) return rate
  throw bad('ACCORDI_MAIL_PER_SECOND', text, 'rate')
}

function publicUrlFrom(text: string): string {
  const url = URL.parse(text)
  const plain = url !== null && url.search === '' && url.hash === '' && url.username === ''
  if (!plain || !/^https?:$/.test(url.protocol)) throw bad('ACCORDI_PUBLIC_URL', text, 'publicUrl')
  return url.href.replace(/\/+$/, '')
}

function secretFrom(text: string): string {
  if (text.length >= 32) return text
  throw bad('ACCORDI_LINK_SECRET', text === '' ? '' : hidden, 'secret')
}
