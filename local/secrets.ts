import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { readJson, writePrivateJson } from './files.ts'

/** Passwords of the embedded Postgres: never seen by anybody, made once per data directory. */
export interface Secrets {
  readonly postgres: string
  readonly temporal: string
}

export const secretsFile = (dataDir: string) => join(dataDir, 'secrets.json')

/** Undefined where there are none yet, or no longer. */
export function readSecrets(dataDir: string): Secrets | undefined {
  const found = readJson(secretsFile(dataDir)) as Partial<Secrets> | undefined
  if (typeof found?.postgres !== 'string' || typeof found.temporal !== 'string') return undefined
  return { postgres: found.postgres, temporal: found.temporal }
}

export function newSecrets(): Secrets {
  return { postgres: password(), temporal: password() }
}

export function keepSecrets(dataDir: string, secrets: Secrets): void {
  writePrivateJson(secretsFile(dataDir), secrets)
}

export const password = () => randomBytes(24).toString('base64url')
