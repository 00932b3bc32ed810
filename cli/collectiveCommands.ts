import type { Command } from 'commander'
import { type TextKey, textOf } from '../domain/text/render.ts'
import { addEnvelope, type Given } from './acts.ts'
import { sendAndFollow } from './collectiveFollow.ts'
import { addCollectiveOptions, bodyFrom, type CollectiveOptions, cohortFrom } from './collectiveOptions.ts'
import { runPreview } from './collectivePreview.ts'
import { listCollectives, showCollective } from './collectiveView.ts'
import { programmeRequest } from './programmeCommands.ts'
import type { Session } from './session.ts'

type Reasoned = Given & { readonly reasons?: string; readonly detach?: boolean }
export type Asked = Given &
  CollectiveOptions & { readonly id: string; readonly reasons: string; readonly detach?: boolean }

/** `collective …`: acts over many accords. */
export function addCollectives(noun: Command, session: Session): void {
  const text = (key: TextKey) => textOf(session.output.language, key)
  const add = (verb: string) =>
    noun
      .command(verb)
      .description(text(`cli.help-collective-${verb}` as TextKey))
      .argument('<programmeId>', text('cli.help-programme-id'))
  const about = (verb: string) => add(verb).argument('<actId>', text('cli.help-collective-act'))
  const reasoned = (command: Command) => command.requiredOption('--reasons <testo>', text('cli.help-reasons'))
  const asking = (verb: string) => {
    const command = reasoned(add(verb).requiredOption('--id <id>', text('cli.help-collective-id')))
    addCollectiveOptions(command, session)
    addEnvelope(command, session)
    return command
  }
  asking('preview').action((programmeId: string, given: Asked) => runPreview(session, programmeId, given))
  asking('start')
    .option('--detach', text('cli.help-detach'))
    .action((programmeId: string, given: Asked) => {
      const { id: actId, reasons } = given
      const data = { actId, reasons, body: bodyFrom(given), cohort: cohortFrom(given) }
      const request = programmeRequest(session, programmeId, 'StartCollectiveAct', data, given)
      return sendAndFollow(session, request, actId, !given.detach)
    })
  add('list').action((programmeId: string) => listCollectives(session, programmeId))
  about('show')
    .option('--status <esito>', text('cli.help-status'))
    .action((programmeId: string, actId: string, { status }: { status?: string }) =>
      showCollective(session, programmeId, actId, status),
    )
  const stepping = (command: Command, type: Parameters<typeof programmeRequest>[2], follows: boolean) => {
    addEnvelope(command, session)
    if (follows) command.option('--detach', text('cli.help-detach'))
    command.action((programmeId: string, actId: string, given: Reasoned) => {
      const data = { actId, ...(given.reasons !== undefined && { reasons: given.reasons }) }
      const request = programmeRequest(session, programmeId, type, data, given)
      return sendAndFollow(session, request, actId, follows && !given.detach)
    })
  }
  stepping(reasoned(about('stop')), 'StopCollectiveAct', false)
  stepping(about('resume'), 'ResumeCollectiveAct', true)
  stepping(about('retry'), 'RetryCollectiveAct', true)
  stepping(reasoned(about('revoke')), 'RevokeCollectiveAct', true)
}
