import { resolve } from 'node:path'
import { type ClamdAddress, clamdScanner } from './clamd.ts'
import { type Extension, extensions } from './contentType.ts'
import { folderStore } from './folderStore.ts'
import { DocumentProblem } from './problems.ts'
import type { Documents, Limits } from './receive.ts'
import type { S3Place } from './s3Store.ts'
import type { DocumentStore } from './store.ts'

export const defaultMostBytes = 100 * 1024 * 1024

export interface DocumentsConfig {
  readonly place: { readonly folder: string } | S3Place
  readonly limits: Limits
  readonly clamd?: ClamdAddress
}

/**
 * Where documents are kept, and within what limits, by environment: ACCORDI_DOCUMENTS (a folder, or
 * `s3://bucket/prefix`), ACCORDI_DOCUMENT_MOST_BYTES, ACCORDI_DOCUMENT_TYPES, ACCORDI_CLAMD. `folder` is what holds
 * where ACCORDI_DOCUMENTS is not set; undefined where neither is. The only place of this folder that reads the
 * environment, beside the AWS SDK. Throws `bad-setting`.
 */
export function documentsConfig(
  folder?: string,
  env: NodeJS.ProcessEnv = process.env,
): DocumentsConfig | undefined {
  const where = env.ACCORDI_DOCUMENTS || folder
  if (where === undefined) return undefined
  const limits = { mostBytes: mostBytesFrom(env), extensions: extensionsFrom(env) }
  const clamd = env.ACCORDI_CLAMD ? clamdFrom(env.ACCORDI_CLAMD) : undefined
  const place = where.startsWith('s3:') ? bucketFrom(where, env) : { folder: resolve(where) }
  return { place, limits, ...(clamd && { clamd }) }
}

/** Opens the store. The S3 client is loaded only where it is used: it doubles the start of a command otherwise. */
export async function openDocuments({ place, limits, clamd }: DocumentsConfig): Promise<Documents> {
  const store: DocumentStore =
    'folder' in place ? folderStore(place.folder) : (await import('./s3Store.ts')).s3Store(place)
  return { store, limits, ...(clamd && { scan: clamdScanner(clamd) }) }
}

function bad(name: string, value: string, forms: string): DocumentProblem {
  return new DocumentProblem('bad-setting', { name, value, forms })
}

function bucketFrom(where: string, env: NodeJS.ProcessEnv): S3Place {
  const [, bucket, prefix = ''] =
    /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w./-]*))?$/.exec(where) ?? []
  if (bucket === undefined) throw bad('ACCORDI_DOCUMENTS', where, 's3://bucket, s3://bucket/prefix')
  const pathStyle = Boolean(env.AWS_ENDPOINT_URL_S3 || env.AWS_ENDPOINT_URL)
  return { bucket, prefix: prefix.replace(/^\/+|\/+$/g, ''), pathStyle }
}

function mostBytesFrom({ ACCORDI_DOCUMENT_MOST_BYTES: text }: NodeJS.ProcessEnv): number {
  if (!text) return defaultMostBytes
  const most = Number(text)
  if (Number.isInteger(most) && most >= 1 && most <= defaultMostBytes) return most
  throw bad('ACCORDI_DOCUMENT_MOST_BYTES', text, `1 … ${defaultMostBytes}`)
}

function extensionsFrom({ ACCORDI_DOCUMENT_TYPES: text }: NodeJS.ProcessEnv): readonly Extension[] {
  if (!text) return extensions
  return text.split(',').map((written) => {
    const extension = extensions.find((one) => one === written.trim().toLowerCase())
    if (extension === undefined) throw bad('ACCORDI_DOCUMENT_TYPES', written, extensions.join(','))
    return extension
  })
}

function clamdFrom(text: string): ClamdAddress {
  const path = /^unix:(\/.+)$/.exec(text)?.[1]
  if (path !== undefined) return { path }
  const [, host, port] = /^(?:tcp:\/\/)?([^:/]+):(\d{1,5})$/.exec(text) ?? []
  if (host === undefined) throw bad('ACCORDI_CLAMD', text, 'unix:/run/clamav/clamd.ctl, localhost:3310')
  return { host, port: Number(port) }
}
