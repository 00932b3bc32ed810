import type { refusals as italianRefusals, rules as italianRules } from '../it/refusals.ts'

export const refusals: Record<keyof typeof italianRefusals, string> = {
  'refusal.unknown-accord':
    'The accord “{accordId}” does not exist. Check its id in the list of accords, or record its proposal first.',
  'refusal.accord-exists': 'The accord “{accordId}” already exists. Choose another id for a new accord.',
  'refusal.unknown-programme':
    'The programme “{programmeId}” is not loaded. Check its code, or import the programme file first.',
  'refusal.not-authorised':
    'An actor with the role “{role}” may not do the act “{act}”. The party it belongs to must do it.',
  'refusal.other-region':
    'The accord belongs to the Region {regionId}: the Region {actor} acts on its own accords only. Check the id of the accord.',
  'refusal.on-behalf-needs-citation':
    'The act “{act}” belongs to the Region: the Ministry records it on its behalf only if it cites the source. Add the citation, with the protocol number if there is one.',
  'refusal.not-in-force':
    'The act “{act}” is not possible: the accord is not in force, at least one signature is missing. Record the signatures of the Ministry and of the Region first.',
  'refusal.wrong-phase':
    'The act “{act}” is not possible in the phase “{phase}”. It is possible only in: {allowed}. The timeline of the accord shows where it stands.',
  'refusal.accord-concluded':
    'The accord “{accordId}” is concluded and no longer takes this act. Check the id; if it is to go on, reopen it first with the reasons (“accord reopen”).',
  'refusal.already-signed':
    '{party} has already signed the accord: each party signs once. The recorded signature is in the timeline.',
  'refusal.digital-signature-required':
    'The signature of {on} is not valid ({kind}): since 30 June 2014 the accord is signed digitally, on pain of nullity. Have it signed again digitally and record that signature.',
  'refusal.section-missing':
    'The integrated plan lacks section {section}. There are three sections: context analysis (1), preparatory actions (2), pilot actions (3). Add the missing one.',
  'refusal.duplicate-section': 'The integrated plan has section {section} more than once. Leave only one.',
  'refusal.no-actions': 'The integrated plan has no actions. Give at least one, with its number and title.',
  'refusal.duplicate-action':
    'The action number {numeral} is used more than once in the plan. Give each action its own Roman numeral.',
  'refusal.duplicate-milestone':
    'The milestone “{milestoneId}” is in the plan more than once. Give each milestone its own id.',
  'refusal.started-action-dropped':
    'Action {numeral} has already started and is missing from the new plan. Put it back with the same number.',
  'refusal.unknown-action':
    'Action {numeral} is not in the integrated plan. Check its Roman numeral in the list of actions.',
  'refusal.unknown-milestone':
    'The milestone “{milestoneId}” is not in the integrated plan. Check its id in the plan as submitted.',
  'refusal.action-not-started':
    'Action {numeral} has not started: it cannot be completed. Record its start first.',
  'refusal.duplicate-condition':
    'The condition “{conditionId}” is in the approval more than once. Give each condition its own id.',
  'refusal.unknown-condition':
    'The condition “{conditionId}” is not one of the approval. Check its id in the recorded approval.',
  'refusal.conditions-unmet':
    'The accord cannot be concluded: some conditions are not met ({conditions}). Record that they are met first.',
  'refusal.integration-already-requested':
    'Integration {subject} was already requested: it can be requested once. The document can still be approved, or returned with reasons.',
  'refusal.no-integration-pending':
    'There is no integration {subject} to supply: no request is pending. Without a request nothing needs to be sent.',
  'refusal.integration-pending':
    'No decision {subject} is possible yet: the Region has until {until} to supply the integration. Wait for its answer or for that date.',
  'refusal.report-before-end':
    'The final report cannot be submitted in the phase “{phase}”: the activities have not ended. Communicate their end first, or wait for it to fall due.',
  'refusal.extension-scope-mismatch':
    'The scope of the extension (“{scope}”) and its dates disagree about “{kind}”. Give one date for each term in the scope, and for no other.',
  'refusal.extension-nothing-to-extend':
    'There is no open term for “{kind}”: nothing is left to extend. Check the deadlines of the accord and the scope of the extension.',
  'refusal.extension-not-later':
    'The extension of “{kind}” to {asked} does not go beyond the present term, {current}. Give a later date.',
  'refusal.extension-beyond-request':
    'The extension of “{kind}” to {granted} goes beyond what was asked ({asked}). Grant at most the date asked for; a later one needs a new request.',
  'refusal.extension-report-before-end':
    'A final report due on {asked} would fall within the activities, which end on {end}. Give a date after the end of activities.',
  'refusal.extension-beyond-cap':
    'Extending “{kind}” to {asked} goes beyond the limit of the programme, {cap} ({citation}). Give a date within that limit.',
  'refusal.extension-too-late-to-ask':
    'The request to extend “{kind}” was received on {received}: it was to come by {lastDay}, {noticeDays} days ahead ({citation}). The Ministry may still extend of its own motion.',
  'refusal.extension-too-many':
    'All the extensions of “{kind}” that the programme allows are in force ({most}; {citation}). A new term is needed, set by a new decision.',
  'refusal.extension-too-early-to-ask':
    'The extension request for “{kind}” was received on {received}: it can be made only from {firstDay}, {opensDays} days before the end ({citation}). Make it again from that day.',
  'refusal.extension-too-long':
    'The extension for “{kind}” to {asked} is longer than allowed: counted from the first date, {first}, it may reach {latest} at most ({citation}). Give a day no later than that.',
  'refusal.extension-not-instructed':
    'Extension “{extensionId}” cannot be decided without its instruction ({citation}). Record the instruction first.',
  'refusal.extension-part-twice':
    'The extension names “{part}” more than once. Give one date for each action or milestone.',
  'refusal.extension-part-after-end':
    'The extension takes “{part}” to {asked}, after the end of activities, which is {end}. Extend the activities first, or give an earlier date.',
  'refusal.attachments-in-the-past':
    'The attachments are announced for {by}, but the request was received on {received}. Give a later day, or leave the date out.',
  'refusal.no-addendum':
    "Extension “{extensionId}” has no addendum to be signed. Check the id in the list of the accord's extensions.",
  'refusal.addendum-in-the-past':
    'The day by which to sign the addendum, {signBy}, is before the decision of {on}. Give a later day.',
  'refusal.addendum-too-late':
    'The addendum of extension “{extensionId}” had to be signed by {signBy}: the extension has lapsed. A new extension is needed, if the term to extend is not over.',
  'refusal.not-this-office':
    'Office “{office}” may not do the act “{act}” in this programme. These may: {offices}.',
  'refusal.suspension-exists':
    'Suspension “{suspensionId}” already exists. For a new suspension choose another id.',
  'refusal.unknown-suspension':
    'Suspension “{suspensionId}” does not exist. Suspensions of the accord: {known}.',
  'refusal.unknown-deadline': 'Deadline “{deadlineId}” does not exist. Deadlines of the accord: {known}.',
  'refusal.suspension-days-not-given':
    'A suspension {ground} begins with its act and ends with the answer or with the term of the law. Leave out its first and last day: they are for a suspension by law only.',
  'refusal.suspension-one-deadline':
    'A suspension {ground} concerns the term of one procedure. Name one deadline, and only one.',
  'refusal.suspension-not-this-deadline':
    'Deadline “{deadlineId}” is not one that can be suspended {ground}. Name the term of a procedure of the Ministry or, on a query by the Court of Auditors, that of the control (not its latest term).',
  'refusal.suspension-clock-stopped':
    'The term for “{deadlineId}” does not run any more (it was {effective}): it cannot be suspended. If it is over, the act that was owed is still to be done.',
  'refusal.suspension-already-used':
    'The term for “{deadlineId}” has already been suspended {ground}: it can be done once per procedure. Decide on what is in the file.',
  'refusal.suspension-ends-before-start':
    'The suspension would end on {until}, before it begins ({from}). Give a day that is not earlier.',
  'refusal.suspension-nothing-to-stop':
    'No deadline of the accord was open on {from}: there is nothing to suspend. Check the first day and the deadlines named.',
  'refusal.suspension-waits-for-nobody':
    'A suspension {ground} does not wait for an answer of the Region. The Ministry ends it.',
  'refusal.observations-pending':
    'Nothing can be decided against the Region yet: it has until {until} for its observations. Wait for the answer or for that day.',
  'refusal.control-already-sent':
    'The accord was already sent to the control of the Court of Auditors on {on}. Record the outcome when it comes.',
  'refusal.control-not-sent':
    'The accord has not been sent to the control of the Court of Auditors. Record that first.',
  'refusal.control-ended':
    'The control by the Court of Auditors is already over: {outcome}. No other outcome is recorded.',
  'refusal.nothing-to-correct':
    'There is no date to correct for “{what}” ({ref}). Check which date is to be corrected and, for actions, milestones and deadlines, the reference too.',
  'refusal.deadline-settled':
    'Deadline “{deadlineId}” is already met or has fallen away: its date no longer changes. If the act that settled it has a wrong date, correct that one.',
  'refusal.origin-follows-end':
    'Deadline “{deadlineId}” is counted from the end of activities, which is still to come. Correct the date of that one (“origin of the deadline”, reference {parent}).',
  'refusal.no-decision-to-reverse':
    'There is no decision that can be reversed: only the last one can be, and only while nothing has followed from it. To change its effects a new act is needed (an extension, a revocation, a correction).',
  'refusal.signalled-milestone-dropped':
    'Milestone “{milestoneId}” has already been signalled and is missing in the new plan. Put it back with the same id.',
  'refusal.extension-not-granted':
    'Extension “{extensionId}” was not granted: there is nothing to revoke. Check the id in the list of the extensions of the accord.',
  'refusal.extension-after-expiry':
    'The term for “{kind}” expired on {effective}: it can no longer be extended. A new term, set by a fresh decision, is needed.',
  'refusal.extension-pending':
    'The extension request “{extensionId}” is already pending for “{kind}”. Decide that one first.',
  'refusal.extension-exists':
    'The extension “{extensionId}” already exists. Choose another id for a new request.',
  'refusal.unknown-extension':
    'The extension “{extensionId}” does not exist. Check its id in the list of extensions of the accord.',
  'refusal.extension-already-decided':
    'The extension “{extensionId}” is already decided. Changing the terms needs a new extension, with another id.',
  'refusal.calendar-version-not-in-use':
    'The calendar {calendarId} in use is version {version}, not {asked}. Look at its impact (“calendar impact”) and apply that one, or load the version that is wanted first.',
  'refusal.calendar-years':
    'Calendar {calendarId} says nothing of the year {year}: no deadline is computed blindly. Check the date; if it is right, load a version of the calendar that covers that year.',
  'refusal.command-id-reused':
    'The command id “{commandId}” was already used for a different act. Repeat the identical act, or use a new id.',
}

export const rules: Record<keyof typeof italianRules, string> = {
  'rule.existence': 'Rule of accordi: an accord comes into being once, with its proposal.',
  'rule.programme': 'Rule of accordi: an accord is born inside a programme and keeps its rules.',
  'rule.identity':
    'Rule of accordi: each party does its own acts, and a Region only on its own accords; auditors only read.',
  'rule.registration': 'Rule of accordi: an act recorded on behalf of another party cites its source.',
  'rule.signature-first':
    'Rule of accordi: the signatures of both parties come first, then the acts of the accord.',
  'rule.phase-order': 'Rule of accordi: each act has its phases in the life of the accord.',
  'rule.one-signature': 'Rule of accordi: each party signs once.',
  'rule.digital-signature':
    'Art. 15(2-bis) of law 241/1990: since 30 June 2014 accords between administrations are signed with a digital signature, or another advanced or qualified electronic signature, on pain of nullity.',
  'rule.three-sections':
    'Rule of the programme: the integrated plan has three sections (context analysis, preparatory actions, pilot actions) and lists its actions.',
  'rule.action-numbers':
    'Rule of accordi: actions and milestones are known by the number or id they have in the plan, unique and stable.',
  'rule.conditions':
    'Rule of accordi: each condition of the approval has its own id, and all are met before conclusion.',
  'rule.one-integration':
    'Art. 2(7) of law 241/1990: the terms are suspended once, for no more than thirty days, to obtain information.',
  'rule.report-after-end': 'Rule of accordi: the final report accounts for activities that have ended.',
  'rule.extension-scope':
    'Rule of accordi: the end of activities and the final report are two separate terms; an extension says which it moves, and to when.',
  'rule.extension-forward':
    'Rule of accordi: an extension moves a term forward, never back, and grants no more than was asked.',
  'rule.extension-in-time':
    'Rule of accordi: a term is extended before it expires; afterwards only a fresh decision can set another.',
  'rule.extension-limits':
    'Rule of the programme in force when the accord was proposed: notice of the request, limit and number of extensions.',
  'rule.one-request': 'Rule of accordi: one extension request at a time for each term, decided once.',
  'rule.extension-attachments':
    'Rule of accordi: the attachments of a request may follow, by the day that the request names.',
  'rule.addendum':
    'Rule of accordi: an onerous extension takes effect when both parties have signed the addendum, within the term given.',
  'rule.offices': 'Rule of the programme: which offices of the Ministry may decide, correct, reverse.',
  'rule.suspension-ids': 'Rule of accordi: every suspension has an id, unique and stable.',
  'rule.suspension-clock':
    'Art. 2(7) and art. 10-bis of law 241/1990: the term of a running procedure is suspended; on resumption the actual days are added. A law can suspend every term.',
  'rule.suspension-once':
    'Art. 2 c. 7 of law 241/1990: once per procedure. Rule of accordi: the same for observations (art. 10-bis).',
  'rule.observations': 'Art. 10-bis of law 241/1990: ten days for observations before a refusal.',
  'rule.control':
    'Art. 3 of law 20/1994 and art. 27 of law 340/2000: preventive control by the Court of Auditors, with the terms that the programme gives.',
  'rule.correction':
    'Rule of accordi: a date recorded wrongly is corrected by an act with its reasons; the wrong one stays in the record.',
  'rule.reversal':
    'Rule of accordi: the last decision is reversed while nothing has followed from it; the record stays.',
  'rule.calendar-closed':
    'Rule of accordi: a deadline is computed only with a calendar that knows the days of those years.',
  'rule.idempotency':
    'Rule of accordi: a command id stands for one act only; repeating the same act does not double it.',
}
