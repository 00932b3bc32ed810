import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localConfig } from '../../local/config.ts'
import { resetData } from '../../local/instance.ts'
import { createProgress } from '../../local/progress.ts'
import { startStack } from '../../local/stack.ts'

export interface TestStack {
  readonly adminUrl: string
  readonly temporalAddress: string
  readonly timeSkipping: boolean
  stop(): Promise<void>
}

const prefix = 'accordi-test-stack-'

/**
 * The real stack for one run of the tests or of the benchmark: data in a temporary folder, the user's cache,
 * Postgres without fsync unless `durable`. Ended with `stop`, or swept by a later run if this one is killed.
 */
export async function startTestStack({ durable = false } = {}): Promise<TestStack> {
  const config = localConfig()
  await sweep()
  const progress = createProgress({ language: config.language })
  const dataDir = temporaryFolder(prefix)
  const stack = await startStack({ ...config, ports: {}, dataDir, progress, durable })
  return {
    adminUrl: stack.postgres.adminUrl,
    temporalAddress: stack.temporal.address,
    timeSkipping: stack.temporal.timeSkipping,
    async stop() {
      await stack.stop()
      progress.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** One that the user Postgres runs as may enter too, where the tests run as root. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), name))
  chmodSync(folder, 0o711)
  return folder
}

/** Stops and removes what runs that were killed have left; those that still run are left alone. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    try {
      // One that has just been made may not have been locked yet.
      if (Date.now() - statSync(folder).mtimeMs < 60_000) continue
      await resetData(folder)
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // It is running, or somebody else's.
    }
  }
}
