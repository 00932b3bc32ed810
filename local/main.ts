import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Language } from '../domain/text/render.ts'
import { localConfig } from './config.ts'
import { expected, LocalError, printable } from './errors.ts'
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
const { values, config } = readCommandLine()
const { language } = config
const progress = createProgress({ language })
const starting = new AbortController()
const signals = onStopSignals(() => starting.abort())
try {
  if (values.reset) await resetData(config.dataDir)
  const stack = await startStack({ ...config, progress, signal: starting.signal })
  await live(stack)
} catch (error) {
  progress.close()
  explain(expected(error, config.dataDir), language)
} finally {
  progress.close()
  signals.release()
}

function readCommandLine() {
  const options = { reset: { type: 'boolean' }, once: { type: 'boolean' }, lang: { type: 'string' } } as const
  try {
    const { values } = parseArgs({ options })
    return { values, config: localConfig({ language: values.lang }) }
  } catch (error) {
    // What parseArgs throws says itself what is wrong: an unknown option, a missing value.
    if (error instanceof TypeError) process.stderr.write(`accordi: ${error.message}\n`)
    else explain(error, 'it')
    process.exit(2)
  }
}

/** An expected trouble in one message with its remedy; anything else is our bug, thrown with its stack. */
function explain(error: unknown, spoken: Language): void {
  if (!(error instanceof LocalError)) throw error
  process.stderr.write(printable(error, spoken))
  process.exitCode = 1
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
