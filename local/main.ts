import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { localConfig } from './config.ts'
import { LocalError, printable } from './errors.ts'
import { resetData } from './instance.ts'
import { cloneDir } from './paths.ts'
import { createProgress, type Progress } from './progress.ts'
import { onStopSignals } from './signals.ts'
import { type Stack, startStack } from './stack.ts'
import { type System, startSystem } from './system.ts'

/**
 * `npm start`: brings up Postgres, Temporal and the worker, imports the real programme the first time,
 * shows Umbria's timeline, and stays until Ctrl-C. `--reset` forgets this clone's data first; `--once`
 * ends after the timeline; `--lang en` speaks English.
 */
const { values } = parseArgs({
  options: { reset: { type: 'boolean' }, once: { type: 'boolean' }, lang: { type: 'string' } },
})
const config = localConfig()
const language = values.lang === 'en' || values.lang === 'it' ? values.lang : config.language
const progress = createProgress({ language })
const starting = new AbortController()
const signals = onStopSignals(() => starting.abort())
try {
  if (values.reset) await resetData(config.dataDir)
  const stack = await startStack({ ...config, progress, signal: starting.signal })
  await live(stack)
} catch (error) {
  if (!(error instanceof LocalError)) throw error
  process.stderr.write(printable(error, language))
  process.exitCode = 1
} finally {
  progress.close()
  signals.release()
}

async function live(stack: Stack): Promise<void> {
  let system: System | undefined
  try {
    system = await startSystem(stack, { ...config, progress })
    await showUmbria(system, progress)
    if (!values.once) {
      progress.note('ready')
      await signals.asked
    }
  } finally {
    system?.close()
    const stage = progress.begin('stopping')
    signals.onSecond(() => void stack.stop({ force: true }))
    await stack.stop()
    stage.end()
  }
}

/** The main job, seen: the real accord of 2014-2020, from the proposal letter to its conclusion. */
async function showUmbria(system: System, { begin, note }: Progress): Promise<void> {
  const stage = begin('importing')
  const results = await system.importProgramme()
  stage.end()
  for (const result of results) {
    if (result.outcome === 'accepted' && result.acts > 0) {
      note('imported', { accordId: result.accordId, acts: result.acts, events: result.events })
    }
    if (result.outcome === 'refused' || result.outcome === 'invalid' || result.outcome === 'pending') {
      note('notImported', { file: result.file })
      process.exitCode = 1
    }
  }
  execFileSync(join(cloneDir, 'accordi'), ['accord', 'timeline', 'umbria-2014-2020', '--lang', language], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}
