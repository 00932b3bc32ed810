import type { CommandRequest, CommandType } from '../../domain/accord/commands.ts'
import { ownerOf } from '../../domain/accord/notices.ts'
import type { Actor } from '../../domain/accord/parts.ts'

export const ministry: Actor = { role: 'ministry', id: 'dg-immigrazione' }
export const umbria: Actor = { role: 'region', id: 'regione-10', regionId: '10' }

/** Requests of one accord as they travel, in the order in which a life without trouble has them. */
export function actsOf(accordId: string) {
  let place = 0
  const act = (
    type: CommandType,
    on: string,
    data: unknown = {},
    change: Partial<CommandRequest> = {},
  ): CommandRequest => {
    place += 1
    return {
      type,
      commandId: `${place}-${type}`,
      accordId,
      on,
      receivedAt: `${on}T09:00:00.000Z`,
      actor: ownerOf(type) === 'ministry' ? ministry : umbria,
      data,
      ...change,
    }
  }
  return {
    act,
    propose: (on = '2030-01-07') =>
      act('ProposeAccord', on, { programmeId: 'prova', regionId: '10', title: 'Accordo di prova' }),
    signByMinistry: (on = '2030-01-08') =>
      act('SignAccord', on, { party: 'ministry', kind: 'digital', signerRef: 'dg' }, { actor: ministry }),
    signByRegion: (on = '2030-01-09') =>
      act('SignAccord', on, { party: 'region', kind: 'digital', signerRef: 'presidenza' }),
    submitPlan: (on = '2030-02-01') => act('SubmitPlan', on, plan),
    approvePlan: (on = '2030-02-15') => act('ApprovePlan', on),
    startAction: (on = '2030-03-01') => act('StartAction', on, { numeral: 'I' }),
    completeAction: (on = '2030-05-01') => act('CompleteAction', on, { numeral: 'I' }),
    endActivities: (on = '2030-06-28') => act('EndActivities', on),
    submitReport: (on = '2030-07-10') => act('SubmitFinalReport', on, { title: 'Relazione finale' }),
    approveReport: (on = '2030-07-20') => act('ApproveFinalReport', on),
    conclude: (on = '2030-07-30') => act('ConcludeAccord', on),
  }
}

/** The acts of one accord as the text of a file that `import` takes. */
export function historyFile(accordId: string, acts: readonly CommandRequest[]): string {
  const content = { format: 'accordi/accord@1', accordId }
  return JSON.stringify({ ...content, acts: acts.map(({ accordId: _, ...act }) => act) })
}

/** The ten commands from open to concluded. */
export function wholeLife(accordId: string): CommandRequest[] {
  const acts = actsOf(accordId)
  return [
    acts.propose(),
    acts.signByMinistry(),
    acts.signByRegion(),
    acts.submitPlan(),
    acts.approvePlan(),
    acts.startAction(),
    acts.endActivities(),
    acts.submitReport(),
    acts.approveReport(),
    acts.conclude(),
  ]
}

/** Activities until 30 June 2030, a Sunday: the end of a period does not roll. */
export const plan = {
  sections: [
    { number: 1, title: 'Analisi del contesto' },
    { number: 2, title: 'Azioni propedeutiche' },
    { number: 3, title: 'Azioni pilota' },
  ],
  actions: [
    { numeral: 'I', title: 'Rete dei servizi', section: 2 },
    {
      numeral: 'II',
      title: 'Giovani',
      section: 3,
      priority: 4,
      milestones: [{ id: 'corsi', title: 'Corsi avviati' }],
    },
  ],
  activitiesUntil: '2030-06-30',
}
