import type { Command } from 'commander'
import { rebuild } from '../db/rebuild.ts'
import { type TextKey, textOf } from '../domain/text/render.ts'
import { issueText, refusalText } from '../domain/text/sentences.ts'
import { importFiles } from '../operations/importFiles.ts'
import { recover, recoverCollectives } from '../operations/recover.ts'
import { verify } from '../operations/verify.ts'
import { readJson } from './files.ts'
import { exitCodes, Problem } from './problem.ts'
import type { Session } from './session.ts'

/** `import`, `recover`, `rebuild`, `verify`: what operators do. */
export function addOperations(program: Command, session: Session): void {
  const text = (key: TextKey) => textOf(session.output.language, key)
  program
    .command('import')
    .description(text('cli.help-import'))
    .argument('<file...>', text('cli.help-import-file'))
    .action((files: string[]) => runImport(session, files))
  program
    .command('recover')
    .description(text('cli.help-recover'))
    .action(() => runRecover(session))
  program
    .command('rebuild')
    .description(text('cli.help-rebuild'))
    .action(() => runRebuild(session))
  program
    .command('verify')
    .description(text('cli.help-verify'))
    .action(() => runVerify(session))
}

async function runImport(session: Session, files: readonly string[]): Promise<void> {
  const { output } = session
  const inputs = []
  for (const file of files) inputs.push({ file, content: await readJson(file) })
  const accords = await session.accords()
  const items = []
  for await (const result of importFiles({ connection: session.writer(), accords }, inputs)) {
    const { file } = result
    switch (result.outcome) {
      case 'programme':
        output.say(result.stored ? 'cli.programme-stored' : 'cli.programme-known', result.params)
        items.push({ file, outcome: 'accepted', ...result.params })
        break
      case 'programmeRefused': {
        const { programmeId, refusal } = result
        const { message, rule } = refusalText(output.language, refusal)
        output.say('cli.programme-refused', { programmeId, message })
        output.say('cli.rule', { rule })
        items.push({ file, outcome: 'refused', refusal: { code: refusal.code, message, rule } })
        process.exitCode = exitCodes.refused
        break
      }
      case 'accepted':
        output.say(result.acts === 0 ? 'cli.history-known' : 'cli.history-imported', {
          file,
          accordId: result.accordId,
          acts: result.acts,
          events: result.events,
        })
        items.push(result)
        break
      case 'refused': {
        const { message, rule } = refusalText(output.language, result.refusal)
        output.say('cli.history-refused', { file, place: result.index + 1, message })
        output.say('cli.rule', { rule })
        items.push({
          file,
          outcome: 'refused',
          index: result.index,
          refusal: { code: result.refusal.code, message, rule },
        })
        process.exitCode = exitCodes.refused
        break
      }
      case 'invalid': {
        const errors = result.issues.map((issue) => ({
          field: issue.field,
          value: issue.value,
          message: issueText(output.language, issue),
        }))
        output.say('cli.file-invalid', { file })
        for (const { message } of errors) output.line(`  ${message}`)
        items.push({ file, outcome: 'invalid', errors })
        process.exitCode = exitCodes.badInput
        break
      }
      case 'pending':
        output.document({ items: [...items, { file, outcome: 'pending' }] })
        throw new Problem('cli.import-pending', { file }, exitCodes.fault)
      default:
        result satisfies never
    }
  }
  output.document({ items })
}

async function runRecover(session: Session): Promise<void> {
  const { output } = session
  const accords = await session.accords()
  const counts = { started: 0, running: 0 }
  const items = []
  for await (const { accordId, outcome } of recover(session.reader(), accords)) {
    counts[outcome] += 1
    items.push({ id: accordId, outcome })
    if (outcome === 'started') output.say('cli.recovered', { accordId })
    if (items.length % 500 === 0) output.progress('cli.recovering', { count: items.length })
  }
  const acts = await recoverCollectives(session.reader(), await session.collectives())
  for (const actId of acts) output.say('cli.recovered-act', { actId })
  output.document({ items, ...counts, acts })
  output.say('cli.recover-done', counts)
}

async function runRebuild(session: Session): Promise<void> {
  const { output } = session
  const done = await rebuild(session.writer(), ({ accords, events }) =>
    output.progress('cli.rebuilding', { accords, events }),
  )
  output.document(done)
  output.say('cli.rebuilt', { accords: done.accords, events: done.events })
}

async function runVerify(session: Session): Promise<void> {
  const { output } = session
  const onProgress = (accords: number) => output.progress('cli.verifying', { accords })
  const verified = await verify(session.reader(), await session.accords(), onProgress)
  const { findings, ...totals } = verified
  output.document({ outcome: findings.length === 0 ? 'sound' : 'unsound', ...totals, findings })
  for (const { accordId, code, detail, params } of findings) {
    output.line(`✗ ${accordId}: ${textOf(output.language, `finding.${code}`, params)} (${detail})`)
  }
  output.say(findings.length === 0 ? 'cli.verified' : 'cli.not-verified', {
    ...totals,
    findings: findings.length,
  })
  if (findings.length > 0) process.exitCode = exitCodes.fault
}
