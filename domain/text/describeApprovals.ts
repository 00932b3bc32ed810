import type { ApprovalEvents } from '../accord/approvals/events.ts'
import type { DecisionAbout } from '../accord/approvals/parts.ts'
import type { EventOf } from '../accord/events.ts'
import { type Language, nameOf, type Sentence, textOf } from './render.ts'

type ApprovalEvent = { [T in keyof ApprovalEvents]: EventOf<T> }[keyof ApprovalEvents]

/** One sentence about an event concerning a decision that one person prepares and another certifies. */
export function approvalSentence(language: Language, event: ApprovalEvent): Sentence {
  const { decisionId } = event.data
  const said = { decisionId, act: nameOf(language, 'act', event.data.act) }
  switch (event.type) {
    case 'DecisionPrepared': {
      const about = aboutText(language, event.data.about)
      const supersedes = event.data.supersedes.join(', ')
      if (supersedes === '') return ['event.DecisionPrepared', { ...said, about }]
      return ['event.DecisionPrepared.supersedes', { ...said, about, supersedes }]
    }
    case 'DecisionCertified': {
      const { preparedBy, about } = event.data
      return ['event.DecisionCertified', { ...said, preparedBy, about: aboutText(language, about) }]
    }
    case 'DecisionSentBack':
      return ['event.DecisionSentBack', { ...said, reasons: event.data.reasons }]
    case 'DecisionWithdrawn': {
      const { reasons } = event.data
      if (reasons === undefined) return ['event.DecisionWithdrawn', said]
      return ['event.DecisionWithdrawn.reasons', { ...said, reasons }]
    }
    default:
      return event satisfies never
  }
}

/** `piano integrato, versione 2`, `proroga «proroga-1»`: what a decision rests on. */
export function aboutText(language: Language, { subject: code, ref, version }: DecisionAbout): string {
  const subject = nameOf(language, 'about', code)
  if (version !== undefined) return textOf(language, 'about.in-version', { subject, version })
  // The id of the command that took the last decision tells people nothing.
  if (ref === undefined || code === 'lastDecision') return subject
  if (code !== 'date') return textOf(language, 'about.of-several', { subject, ref })
  const [what = '', ...of] = ref.split(':')
  return [nameOf(language, 'fact', what), ...(of.length > 0 ? [`(${of.join(':')})`] : [])].join(' ')
}
