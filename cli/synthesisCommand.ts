import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Command } from 'commander'
import { type TextKey, textOf } from '../domain/text/render.ts'
import { localDateOf } from '../domain/time/instant.ts'
import { localDate } from '../domain/time/localDate.ts'
import { syntheticFiles } from '../operations/synthesis/accord.ts'
import type { Synthesis } from '../operations/synthesis/parts.ts'
import { slug } from '../schemas/primitives.ts'
import { Problem } from './problem.ts'
import type { Session } from './session.ts'
import { dayOf } from './shared.ts'

interface Given {
  readonly accords: string
  readonly seed: string
  readonly to: string
  readonly id: string
  readonly from: string
  readonly until: string
}

const mostAccords = 100_000
const mostSeed = 0xffff_ffff
/** `-000000`, that ends the id of an accord, leaves so much of a slug. */
const longestId = 57
/** Calendars begin in 1978: no term can be computed before. */
const earliest = localDate('1978-01-01')

/** `programme synthesise`: a programme that does not exist, as files like those of one that does. */
export function addSynthesis(programme: Command, session: Session): void {
  const text = (key: TextKey) => textOf(session.output.language, key)
  programme
    .command('synthesise')
    .description(text('cli.help-programme-synthesise'))
    .requiredOption('--accords <n>', text('cli.help-synthesis-accords'))
    .requiredOption('--to <cartella>', text('cli.help-synthesis-to'))
    .option('--seed <n>', text('cli.help-synthesis-seed'), '1')
    .option('--id <id>', text('cli.help-synthesis-id'), 'sintetico')
    // Fixed days, not those around today: the same call gives the same bytes next year.
    .option('--from <data>', text('cli.help-synthesis-from'), '2019-01-07')
    .option('--until <data>', text('cli.help-synthesis-until'), '2024-06-28')
    .action((given: Given) => synthesise(session, given))
}

async function synthesise(session: Session, given: Given): Promise<void> {
  const { output } = session
  const accords = wholeNumber('--accords', given.accords, 1, mostAccords)
  const synthesis = synthesisFrom(session, given)
  const { programmeId, seed } = synthesis
  await writeNewFolder(given.to, syntheticFiles(synthesis, accords))
  const params = { folder: given.to, programmeId, accords, seed }
  output.document({ outcome: 'written', ...params })
  output.say('cli.synthesised', params)
}

function synthesisFrom(session: Session, given: Given): Synthesis {
  const seed = wholeNumber('--seed', given.seed, 0, mostSeed)
  const { id: programmeId } = given
  if (!slug.safeParse(programmeId).success || programmeId.length > longestId) {
    throw new Problem('cli.synthesis-id', { value: programmeId })
  }
  const [from, until] = [dayOf('--from', given.from), dayOf('--until', given.until)]
  if (from < earliest || until < from || until > localDateOf(session.now(), 'Europe/Rome')) {
    throw new Problem('cli.synthesis-days', { from, until, earliest })
  }
  return { programmeId, seed, from, until }
}

function wholeNumber(option: string, value: string, least: number, most: number): number {
  const number = Number(value)
  if (/^\d+$/.test(value) && number >= least && number <= most) return number
  throw new Problem('cli.synthesis-number', { option, value, least, most })
}

/** All of the files or none: they are collected beside the folder, and take its name at the end. */
async function writeNewFolder(
  folder: string,
  files: Iterable<{ readonly name: string; readonly text: string }>,
): Promise<void> {
  if ((await stat(folder).catch(() => undefined)) !== undefined) {
    throw new Problem('cli.folder-exists', { folder })
  }
  const beside = dirname(resolve(folder))
  await mkdir(beside, { recursive: true })
  const part = await mkdtemp(join(beside, '.accordi-'))
  try {
    for (const { name, text } of files) await writeFile(join(part, name), text, { flag: 'wx' })
    await rename(part, folder)
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw error
  }
}
