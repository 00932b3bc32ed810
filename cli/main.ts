import { Command, CommanderError } from 'commander'
import { VersionTaken } from '../db/reference.ts'
import { DocumentProblem, passing } from '../documents/problems.ts'
import { type TextKey, textOf } from '../domain/text/render.ts'
import { addActs } from './acts.ts'
import { issueLines } from './answers.ts'
import { addArchive } from './archiveCommand.ts'
import { addCollectives } from './collectiveCommands.ts'
import { languageFrom } from './config.ts'
import { addDecide } from './decideCommand.ts'
import { addDecisions } from './decisionCommands.ts'
import { addDocumentViews } from './documentCommands.ts'
import { addForesight } from './foresightCommands.ts'
import { addMoney } from './moneyView.ts'
import { addMonitoring } from './monitoringView.ts'
import { addOperations } from './operate.ts'
import { type Output, terminalOutput } from './output.ts'
import { BadInput, exitCodes, Problem } from './problem.ts'
import { addProgrammes } from './programmeCommands.ts'
import { addRecoveries } from './recoveryView.ts'
import { openSession, type Session } from './session.ts'
import { addStatistics } from './statsCommands.ts'
import { addTerm } from './termCommand.ts'
import { addViews } from './views.ts'
import { addWebhooks } from './webhookCommands.ts'

/** Language and form of output are needed before the command line is parsed: its help is in that language. */
function outputFor(args: readonly string[]): Output {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const language = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1])
  return terminalOutput(languageFrom(language), args.includes('--json'))
}

function programFor(session: Session): Command {
  const text = (key: TextKey) => textOf(session.output.language, key)
  const program = new Command('accordi')
    .description(text('cli.help-program'))
    .option('--lang <it|en>', text('cli.help-lang'))
    .option('--json', text('cli.help-json'))
  const nouns = new Map<string, Command>()
  const noun = (name: string): Command => {
    const known = nouns.get(name)
    if (known !== undefined) return known
    const made = program.command(name).description(text(`cli.help-${name}` as TextKey))
    nouns.set(name, made)
    return made
  }
  addViews(noun('accord'), noun('deadline'), session)
  addArchive(noun('accord'), session)
  addTerm(noun('term'), session)
  addRecoveries(noun('recovery'), session)
  addMonitoring(noun('monitoring'), session)
  addMoney(noun('money'), session)
  addDecisions(noun('decision'), session)
  addActs(noun, session)
  addDecide(noun('extension'), session)
  addDocumentViews(noun('document'), session)
  addOperations(program, session)
  addForesight(program, noun, session)
  addProgrammes(noun('programme'), session)
  addCollectives(noun('collective'), session)
  addStatistics(noun('stats'), session)
  addWebhooks(noun('webhook'), session)
  everyCommand(program, (command) => {
    if (command !== program) {
      command.option('--json', text('cli.help-json')).option('--lang <it|en>', text('cli.help-lang'))
    }
    inLanguage(command, text)
  })
  return program
}

/** Commander's own words, in the user's language; its errors are reported by `report`, not by itself. */
function inLanguage(command: Command, text: (key: TextKey) => string): void {
  const titles: Record<string, TextKey> = {
    'Usage:': 'cli.usage',
    'Arguments:': 'cli.arguments',
    'Options:': 'cli.options',
    'Commands:': 'cli.commands',
  }
  const styleTitle = (title: string) => {
    const key = titles[title]
    return key === undefined ? title : text(key)
  }
  command
    .exitOverride()
    .helpOption('-h, --help', text('cli.help-help'))
    .helpCommand(false)
    .configureHelp({ styleTitle })
    .configureOutput({ outputError: () => undefined })
}

const commanderProblems: Record<string, TextKey> = {
  'commander.unknownOption': 'cli.unknown-option',
  'commander.unknownCommand': 'cli.unknown-command',
  'commander.missingArgument': 'cli.missing-argument',
  'commander.missingMandatoryOptionValue': 'cli.missing-option',
  'commander.optionMissingArgument': 'cli.missing-value',
  'commander.excessArguments': 'cli.excess-arguments',
}

/** A commander error as a Problem of ours, or undefined where it only ended the run (after --help). */
function usageProblem(error: CommanderError): Problem | undefined {
  if (error.exitCode === 0 || error.code === 'commander.help') return undefined
  const value = /'([^']+)'/.exec(error.message)?.[1] ?? ''
  return new Problem(commanderProblems[error.code] ?? 'cli.help-hint', { value })
}

function everyCommand(command: Command, change: (command: Command) => void): void {
  change(command)
  for (const inner of command.commands) everyCommand(inner, change)
}

function report(session: Session, error: unknown): void {
  const { output } = session
  if (error instanceof CommanderError) {
    const problem = usageProblem(error)
    if (problem !== undefined) report(session, problem)
    else process.exitCode = error.exitCode === 0 ? 0 : exitCodes.badInput
    return
  }
  if (error instanceof BadInput) {
    const lines = issueLines(session, error)
    output.document({
      outcome: 'invalid',
      errors: error.issues.map(({ field, value, code }, index) => ({
        field,
        value,
        code,
        message: lines[index],
      })),
    })
    for (const line of lines) process.stderr.write(output.json ? '' : `${line}\n`)
    process.exitCode = exitCodes.badInput
    return
  }
  const { key, params, exitCode } = problemOf(error)
  const message = textOf(output.language, key, params)
  output.document({ outcome: exitCode === exitCodes.badInput ? 'invalid' : 'fault', message })
  if (!output.json) process.stderr.write(`${message}\n`)
  process.exitCode = exitCode
}

/** Anything thrown, as trouble that its reader can act on. */
function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof DocumentProblem) {
    const exitCode = passing.includes(error.code) ? exitCodes.fault : exitCodes.badInput
    return new Problem(`documents.${error.code}`, error.params, exitCode)
  }
  const problem = error instanceof Error ? error.message || error.name : String(error)
  if (error instanceof VersionTaken) return new Problem('cli.version-taken', { problem })
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const isDatabase = ['ECONNREFUSED', '28P01', '57P03', '3D000'].includes(code)
  return new Problem(
    isDatabase ? 'cli.no-database' : 'cli.fault',
    { problem: problem || code },
    exitCodes.fault,
  )
}

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

const args = process.argv.slice(2)
let session: Session | undefined
try {
  session = openSession(outputFor(args))
  const program = programFor(session).exitOverride()
  await program.parseAsync(args, { from: 'user' })
} catch (error) {
  report(session ?? openSession(terminalOutput('it', args.includes('--json'))), error)
} finally {
  await session?.close()
}
