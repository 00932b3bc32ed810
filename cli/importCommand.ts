import { issueText, refusalText } from '../domain/text/sentences.ts'
import { type FileResult, importFiles } from '../operations/importFiles.ts'
import { readJson } from './files.ts'
import { exitCodes, Problem } from './problem.ts'
import type { Session } from './session.ts'

/** `import`: programmes, histories and acts over many accords, each with what became of it. */
export async function runImport(session: Session, files: readonly string[]): Promise<void> {
  const { output } = session
  const inputs = []
  for (const file of files) inputs.push({ file, content: await readJson(file) })
  const accords = await session.accords()
  const items: object[] = []
  for await (const result of importFiles({ connection: session.writer(), accords }, inputs)) {
    if (result.outcome === 'pending') {
      const { file } = result
      output.document({ items: [...items, { file, outcome: 'pending' }] })
      throw new Problem('cli.import-pending', { file }, exitCodes.fault)
    }
    items.push(itemOf(session, result))
  }
  output.document({ items })
}

/** Says what became of a file, and gives it as machines read it. */
function itemOf(session: Session, result: Exclude<FileResult, { outcome: 'pending' }>): object {
  const { output } = session
  const { file } = result
  switch (result.outcome) {
    case 'programme':
      output.say(result.stored ? 'cli.programme-stored' : 'cli.programme-known', result.params)
      return { file, outcome: 'accepted', ...result.params }
    case 'collective':
      output.say(result.stored ? 'cli.collective-stored' : 'cli.collective-known', { file, ...result.params })
      return { file, outcome: 'accepted', ...result.params }
    case 'accepted': {
      const { accordId, acts, events } = result
      output.say(acts === 0 ? 'cli.history-known' : 'cli.history-imported', { file, accordId, acts, events })
      return result
    }
    case 'programmeRefused': {
      const { message, rule } = refusalText(output.language, result.refusal)
      output.say('cli.programme-refused', { programmeId: result.programmeId, message })
      return refused(session, file, { code: result.refusal.code, message, rule })
    }
    case 'refused': {
      const { message, rule } = refusalText(output.language, result.refusal)
      output.say('cli.history-refused', { file, place: result.index + 1, message })
      return { ...refused(session, file, { code: result.refusal.code, message, rule }), index: result.index }
    }
    case 'invalid': {
      const errors = result.issues.map((issue) => ({
        ...{ field: issue.field, value: issue.value },
        message: issueText(output.language, issue),
      }))
      output.say('cli.file-invalid', { file })
      for (const { message } of errors) output.line(`  ${message}`)
      process.exitCode = exitCodes.badInput
      return { file, outcome: 'invalid', errors }
    }
    default:
      return result satisfies never
  }
}

function refused(
  { output }: Session,
  file: string,
  refusal: { readonly code: string; readonly message: string; readonly rule: string },
): object {
  output.say('cli.rule', { rule: refusal.rule })
  process.exitCode = exitCodes.refused
  return { file, outcome: 'refused', refusal }
}
