import { appendPart } from './appendPart.ts'
import { collectivePart } from './collectivePart.ts'
import { type BenchConfig, benchConfig, type PartName } from './config.ts'
import { machineFacts } from './facts.ts'
import { foresightPart } from './foresight.ts'
import { historyPart } from './historyPart.ts'
import { livesPart } from './livesPart.ts'
import { missing, printRows, type Row, saveRows, verdict } from './rows.ts'
import { openStage, type Stage } from './stage.ts'
import { termPart } from './term.ts'
import { updatePart } from './updatePart.ts'

/**
 * `npm run bench -- [--quick] [--json FILE] [--only append|update|lives|history|term|foresight|collective]`: the bars of
 * the design, each against a reference measured in turns with it in the same run. A bar that is not met is
 * printed, not an error: a shared machine is noisy. Exit code 1 says that a part did not run.
 */
const parts: Record<PartName, (stage: Stage, config: BenchConfig) => Promise<Row[]>> = {
  append: appendPart,
  update: updatePart,
  lives: livesPart,
  history: historyPart,
  term: (_, config) => termPart(config),
  foresight: foresightPart,
  collective: collectivePart,
}

/** A part that fails is a line of the table: the others are measured all the same. */
async function measured(name: PartName, stage: Stage, config: BenchConfig): Promise<Row[]> {
  const startedMs = performance.now()
  try {
    return await parts[name](stage, config)
  } catch (error) {
    console.error(error)
    return [missing(`part ${name}`, error instanceof Error ? error.message : String(error))]
  } finally {
    console.error(`${name}: ${((performance.now() - startedMs) / 1_000).toFixed(0)} s`)
  }
}

const config = benchConfig()
const stage = await openStage()
try {
  const facts = await machineFacts(stage, config.path)
  for (const [name, fact] of Object.entries(facts)) console.log(`${name.padEnd(12)} ${fact}`)
  const rows: Row[] = []
  for (const name of config.parts) rows.push(...(await measured(name, stage, config)))
  printRows(rows)
  if (config.quick) console.log('A quick run shows that everything works; it is too short to judge a bar.')
  if (config.jsonFile !== undefined) saveRows(config.jsonFile, facts, rows)
  if (rows.some((row) => verdict(row) === 'NOT MEASURED')) process.exitCode = 1
} finally {
  await stage.close()
}
