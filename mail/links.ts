import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a link of a mail opens, for whoever holds the mail. It does not expire: mails are read years later. */
export type MailLink =
  | { readonly to: 'why'; readonly accordId: string; readonly deadlineId: string }
  | { readonly to: 'unsubscribe'; readonly contactId: string }

export interface LinkConfig {
  /** With or without a path, no slash at its end. */
  readonly publicUrl: string
  readonly linkSecret: string
}

/** `https://host/why/ACCORD/DEADLINE?k=…` or `https://host/unsubscribe/CONTACT?k=…`. */
export function signedLink({ publicUrl, linkSecret }: LinkConfig, link: MailLink): string {
  const path = pathOf(link)
  return `${publicUrl}${path}?k=${signature(linkSecret, path)}`
}

/** What a path of ours with its `k` opens; undefined where it was not signed with this secret. */
export function verifyLink(linkSecret: string, path: string, k: string | undefined): MailLink | undefined {
  const link = linkOf(path)
  if (link === undefined || k === undefined) return undefined
  const [wanted, given] = [Buffer.from(signature(linkSecret, pathOf(link))), Buffer.from(k)]
  return wanted.length === given.length && timingSafeEqual(wanted, given) ? link : undefined
}

function pathOf(link: MailLink): string {
  const parts = link.to === 'why' ? [link.accordId, link.deadlineId] : [link.contactId]
  return `/${link.to}/${parts.map(encodeURIComponent).join('/')}`
}

function linkOf(path: string): MailLink | undefined {
  const [empty, to, ...written] = path.split('/')
  const parts = written.map(decoded)
  const [first, second] = parts
  if (empty !== '' || first === undefined || first === '') return undefined
  if (to === 'unsubscribe' && parts.length === 1) return { to, contactId: first }
  if (to === 'why' && parts.length === 2 && second) return { to, accordId: first, deadlineId: second }
  return undefined
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}

function signature(secret: string, path: string): string {
  return createHmac('sha256', secret).update(`accordi mail link v1 ${path}`).digest('base64url')
}
