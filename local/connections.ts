import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TemporalTarget } from '../client/connect.ts'
import { readJson, writePrivateJson } from './files.ts'
import { readInstance } from './instance.ts'
import { localPaths } from './paths.ts'

/** Where the running system of this clone is; holds passwords, so only its user may read the file. */
export interface Connections {
  readonly databaseUrl: string
  readonly readerUrl: string
  readonly temporal: TemporalTarget
  /** The folder of the documents, or the bucket that the environment of `npm start` named. */
  readonly documents?: string
}

const fileIn = (dataDir: string) => join(dataDir, 'connections.json')

export function writeConnections(dataDir: string, connections: Connections): void {
  writePrivateJson(fileIn(dataDir), connections)
}

export function removeConnections(dataDir: string): void {
  rmSync(fileIn(dataDir), { force: true })
}

/** Undefined where no system of this clone is running, or it is still starting. */
export function readConnections(dataDir = localPaths().dataDir): Connections | undefined {
  if (readInstance(dataDir) === undefined) return undefined
  return readJson(fileIn(dataDir)) as Connections | undefined
}
