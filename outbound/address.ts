import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

export interface Address {
  readonly address: string
  readonly family: number
}

/** All addresses of a host. */
export type Resolve = (host: string) => Promise<readonly Address[]>

export const resolveHost: Resolve = (host) => lookup(host, { all: true, verbatim: true })

const longestUrl = 2_000

export type UrlTrouble =
  | 'not-a-url'
  | 'not-https'
  | 'with-credentials'
  | 'with-fragment'
  | 'too-long'
  | 'private'

/** Where events may be sent, or what is wrong with it. A name is looked up only when something is sent. */
export function webhookUrl(text: string, allowPrivate: boolean): URL | UrlTrouble {
  if (!URL.canParse(text)) return 'not-a-url'
  const url = new URL(text)
  if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:')) return 'not-https'
  if (url.username !== '' || url.password !== '') return 'with-credentials'
  if (url.hash !== '') return 'with-fragment'
  if (url.href.length > longestUrl) return 'too-long'
  const host = hostOf(url)
  if (!allowPrivate && isIP(host) !== 0 && !isPublic(host)) return 'private'
  return url
}

/** As a list or a log may show it: what stands behind the question mark may be a secret. */
export function shownUrl(text: string): string {
  const at = text.indexOf('?')
  return at < 0 ? text : `${text.slice(0, at)}?…`
}

export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, '$1')
}

/**
 * On the open internet: not this machine, a private or local network, a cloud's metadata, a reserved range, nor any of
 * these written as IPv6.
 */
export function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
}
