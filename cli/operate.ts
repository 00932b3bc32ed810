import type { Command } from 'commander'
import { rebuild } from '../db/rebuild.ts'
import { type TextKey, textOf } from '../domain/text/render.ts'
import { recover, recoverCollectives } from '../operations/recover.ts'
import { verify } from '../operations/verify.ts'
import { type VerifiedDocuments, verifyDocuments } from '../operations/verifyDocuments.ts'
import { cliConfig } from './config.ts'
import { runImport } from './importCommand.ts'
import { exitCodes } from './problem.ts'
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

/** That each document that is cited is there; its bytes are read by `document verify`. Where no store is set, none is looked at. */
async function storedDocuments(session: Session): Promise<Pick<VerifiedDocuments, 'documents' | 'findings'>> {
  if (cliConfig().documents === undefined) return { documents: 0, findings: [] }
  const { store } = await session.documents()
  return verifyDocuments(session.reader(), store, { whole: false })
}

async function runVerify(session: Session): Promise<void> {
  const { output } = session
  const onProgress = (accords: number) => output.progress('cli.verifying', { accords })
  const verified = await verify(session.reader(), await session.accords(), onProgress)
  const { findings: found, ...counts } = verified
  const stored = await storedDocuments(session)
  const findings = [...found, ...stored.findings]
  const totals = { ...counts, documents: stored.documents }
  output.document({ outcome: findings.length === 0 ? 'sound' : 'unsound', ...totals, findings })
  for (const { accordId, code, detail, ...more } of findings) {
    const params = 'params' in more ? more.params : undefined
    output.line(`✗ ${accordId}: ${textOf(output.language, `finding.${code}`, params)} (${detail})`)
  }
  output.say(findings.length === 0 ? 'cli.verified' : 'cli.not-verified', {
    ...totals,
    findings: findings.length,
  })
  if (findings.length > 0) process.exitCode = exitCodes.fault
}
