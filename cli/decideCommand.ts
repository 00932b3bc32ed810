import type { Command } from 'commander'
import { entry } from '../domain/accord/state.ts'
import { textOf } from '../domain/text/render.ts'
import { addDocumentOption, addEnvelope, type Given, optionOf, requestFrom, waitMsFrom } from './acts.ts'
import { showAnswer } from './answers.ts'
import { camel, optionsOf } from './options.ts'
import { addPrepare, asGiven } from './prepare.ts'
import { BadInput, Problem } from './problem.ts'
import type { Session } from './session.ts'
import { loadAccord } from './shared.ts'

/** `extension decide`: one verb for whoever has a request on the desk; what is not said stays as it was asked. */
export function addDecide(extension: Command, session: Session): void {
  const { language } = session.output
  const options = optionsOf('GrantExtension').map((option) =>
    option.path[0] === 'extensionId' || option.path[0] === 'reasons'
      ? option
      : { ...option, required: false },
  )
  const command = extension
    .command('decide')
    .summary(textOf(language, 'cli.help-decide'))
    .description(textOf(language, 'cli.help-decide'))
    .argument('<accordId>', textOf(language, 'field.accordId'))
    .option(
      '--outcome <esito>',
      `${textOf(language, 'cli.help-outcome')} ${textOf(language, 'cli.required')}`,
    )
  for (const option of options) command.addOption(optionOf(option, 'GrantExtension', session))
  addPrepare(command, 'GrantExtension', session)
  addEnvelope(command, session)
  addDocumentOption(command, session)
  command.action((accordId: string, given: Given) => decide(session, accordId, given))
}

async function decide(session: Session, accordId: string, given: Given): Promise<void> {
  const outcome = String(given.outcome ?? '')
  if (outcome !== 'grant' && outcome !== 'refuse') {
    const code = given.outcome === undefined ? 'required' : 'not-one-of'
    throw new BadInput([{ field: 'outcome', value: outcome, code, params: { values: 'grant, refuse' } }])
  }
  const type = outcome === 'grant' ? 'GrantExtension' : 'RefuseExtension'
  const options = optionsOf(type)
  const complete = outcome === 'grant' ? await asAsked(session, accordId, given) : given
  const request = await requestFrom(type, options, accordId, complete, session)
  await showAnswer(session, asGiven(request, given), waitMsFrom(given.wait))
}

/** Scope and dates of the request where the decision names none. */
async function asAsked(session: Session, accordId: string, given: Given): Promise<Given> {
  const { accord } = await loadAccord(session, accordId)
  const extensionId = String(given.extension ?? '')
  const request = entry(accord.extensions, extensionId)
  if (request?.requested === undefined) {
    const open = Object.values(accord.extensions).filter(({ status }) => status === 'requested')
    const values = open.map((one) => one.extensionId).join(', ') || '—'
    throw new Problem('cli.decide-no-request', { extensionId, accordId, values })
  }
  const dates = optionsOf('GrantExtension').filter(({ path }) => path[0] === 'until')
  const isDated = dates.some(({ flag }) => given[camel(flag)] !== undefined)
  const asked = isDated
    ? {}
    : Object.fromEntries(
        dates.flatMap(({ flag, path, kind }) => {
          const date = request.requested?.[path[1] as keyof typeof request.requested]
          if (date === undefined) return []
          return [[camel(flag), kind === 'json' ? JSON.stringify(date) : date]]
        }),
      )
  return { scope: request.scope, ...asked, ...given }
}
