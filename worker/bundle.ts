import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode } from '@temporalio/worker'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The workflow code as one script. Only what workflows/index.ts reaches is in it. */
export async function bundle(): Promise<{ code: string }> {
  return bundleWorkflowCode({ workflowsPath: join(root, 'workflows/index.ts'), logger: quiet })
}

/**
 * The same, kept in a folder under the digest of everything it is made of: bundling takes seconds, and
 * most starts find nothing changed.
 */
export async function cachedBundle(folder: string): Promise<{ code: string }> {
  const file = join(folder, `workflows-${sourceDigest()}.js`)
  if (existsSync(file)) return { code: readFileSync(file, 'utf8') }
  const made = await bundle()
  mkdirSync(folder, { recursive: true })
  // Written beside and renamed: two workers that start at once never read half a file.
  const beside = `${file}.${process.pid}`
  writeFileSync(beside, made.code)
  renameSync(beside, file)
  return made
}

function sourceDigest(): string {
  const { version } = createRequire(import.meta.url)('@temporalio/workflow/package.json') as {
    version: string
  }
  const hash = createHash('sha256').update(version)
  for (const file of globSync('{workflows,domain}/**/*.ts', { cwd: root }).sort()) {
    hash.update(file).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex').slice(0, 24)
}

const silent = () => undefined
const quiet = {
  log: silent,
  trace: silent,
  debug: silent,
  info: silent,
  warn: console.warn,
  error: console.error,
}
