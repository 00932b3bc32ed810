import type { notices as italian } from '../it/notices.ts'

export const notices: Record<keyof typeof italian, string> = {
  'notice.dated-after-receipt': 'The act is dated {on}, after it was received ({received}).',
  'notice.dated-before-proposal': 'The act is dated {on}, before the accord was proposed ({proposed}).',
  'notice.recorded-on-behalf':
    'Act of the Region, recorded on its behalf by the Ministry (office: {office}) from the source cited.',
  'notice.signature-kind-unknown':
    '{party} signed, but the source does not say with what kind of signature; a digital one is required since 30 June 2014.',
  'notice.regional-act-after-force':
    'The act of the Region is dated {on}, after the accord entered into force: recorded as cited.',
  'notice.action-unclassified': 'Actions without a section of the plan, because none is given: {actions}.',
  'notice.action-before-approval': 'Action {numeral} started before the integrated plan was approved.',
  'notice.actions-not-completed': 'The activities end with actions not recorded as completed: {actions}.',
  'notice.no-end-date':
    'The plan is approved without an end of activities: no deadline is set for activities and final report.',
  'notice.revoked-into-the-past':
    'Without the revoked extension the term for “{kind}” was {effective}: it has passed already, and the deadline will show as missed.',
  'notice.after-target': 'In time, but after the target for “{kind}”, which was {target}.',
  'notice.grant-before-expiry':
    'The request is in time and keeps the term of {effective} alive until it is decided. Part of the case law wants the grant itself to come before that day: better to decide by then.',
  'notice.term-runs-on':
    'The request does not stop the term, which runs to {effective}: if it is not decided by that day, the deadline will show as missed until it is.',
  'notice.clock-stands-still':
    'The term of {effective} is suspended until the request is decided: the actual days will be added.',
  'notice.attachments-outstanding':
    'The attachments announced for {by} have not come: the decision is taken without them.',
  'notice.control-pending':
    'The advance is paid while the control by the Court of Auditors is still pending.',
  'notice.corrected-into-the-past':
    'With the corrected date the term for “{kind}” was {effective}: it has passed already, and the deadline will show as missed.',
  'notice.signature-not-in-file':
    'The file {name} is cited as signed in the form {form}, but a file of type {mime} cannot hold that signature: recorded as cited.',
  'notice.no-balance-recorded': 'The accord is concluded with no balance payment on record.',
}
