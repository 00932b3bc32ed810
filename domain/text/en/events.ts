import type { events as italian } from '../it/events.ts'

export const events: Record<keyof typeof italian, string> = {
  'event.AccordProposed': 'Proposed to the Region {region}: “{title}” (programme {programmeId}).',
  'event.AccordSigned': '{party} signs the accord ({kind}).',
  'event.AccordEnteredIntoForce': 'The accord enters into force: both parties have signed.',
  'event.RegionalActRecorded': 'An act of the Region is recorded: “{title}”.',
  'event.PlanSubmitted': 'Integrated plan submitted, version {planVersion} (actions: {actions}).',
  'event.PlanIntegrationRequested': 'Integration requested on the integrated plan: “{request}”.',
  'event.PlanIntegrationSupplied': 'Integration supplied on the integrated plan: “{note}”.',
  'event.PlanReturned': 'Integrated plan, version {planVersion}, returned to the Region: “{reasons}”.',
  'event.PlanApproved': 'Integrated plan approved, version {planVersion}.',
  'event.PlanApproved.conditions':
    'Integrated plan approved, version {planVersion}, with conditions: {conditions}.',
  'event.PlanConditionMet': 'Condition “{conditionId}” of the approval met.',
  'event.ActionStarted': 'Action {numeral} started.',
  'event.MilestoneSignalled': 'Milestone “{milestoneId}” signalled.',
  'event.MilestoneSignalled.note': 'Milestone “{milestoneId}” signalled: “{note}”.',
  'event.ActionCompleted': 'Action {numeral} completed.',
  'event.ActivitiesEnded': 'The Region communicates the end of activities.',
  'event.ActivitiesEnded.expiry': 'Activities ended: the period has run out.',
  'event.ExtensionRequested': 'Extension “{extensionId}” requested, {scope}: {until}. Reasons: “{reasons}”.',
  'event.ExtensionGranted': 'Extension “{extensionId}” granted, {scope}: {until}. Reasons: “{reasons}”.',
  'event.ExtensionGranted.inPart':
    'Extension “{extensionId}” granted in part, {scope}: {until}. Reasons: “{reasons}”.',
  'event.ExtensionGranted.exOfficio':
    'Extension “{extensionId}” granted ex officio, {scope}: {until}. Reasons: “{reasons}”.',
  'event.ExtensionRevoked': 'Extension “{extensionId}” revoked. Reasons: “{reasons}”.',
  'event.ExtensionRefused': 'Extension “{extensionId}” refused. Reasons: “{reasons}”.',
  'event.ExtensionRequested.attachments':
    'Extension “{extensionId}” requested, {scope}: {until}. Reasons: “{reasons}”. The attachments follow by {by}.',
  'event.ExtensionAttachmentsSupplied': 'Attachments of the extension request “{extensionId}” supplied.',
  'event.ExtensionInstructed': 'Instruction of extension “{extensionId}”: the proposal is {proposal}.',
  'event.ExtensionGranted.onerous':
    'Onerous extension “{extensionId}” granted, {scope}: {until}. It takes effect when the addendum is signed, by {signBy}. Reasons: “{reasons}”.',
  'event.ExtensionGranted.onerous.amount':
    'Onerous extension “{extensionId}” granted ({amount}), {scope}: {until}. It takes effect when the addendum is signed, by {signBy}. Reasons: “{reasons}”.',
  'event.AddendumSigned': '{party} signs the addendum of extension “{extensionId}” ({kind}).',
  'event.ExtensionTookEffect':
    'Extension “{extensionId}” takes effect: both parties have signed its addendum.',
  'event.ExtensionLapsed': 'Extension “{extensionId}” lapses: {why}.',
  'event.SuspensionStarted':
    'Terms suspended {ground} (“{suspensionId}”): {deadlines}. Reasons: “{reasons}”.',
  'event.SuspensionStarted.until':
    'Terms suspended {ground} (“{suspensionId}”), up to and including {until}: {deadlines}. Reasons: “{reasons}”.',
  'event.SuspensionEnded': 'Suspension “{suspensionId}” ends: {how}. The terms run again from {until}.',
  'event.SuspensionEnded.decided': 'Suspension “{suspensionId}” ends: {how}.',
  'event.SentToControl': 'The accord is sent to the control of the Court of Auditors.',
  'event.ControlEnded': 'Control by the Court of Auditors: {outcome}.',
  'event.DateCorrected': 'Wrong date corrected ({what}): it is {to}, not {from}. Reasons: “{reasons}”.',
  'event.DateCorrected.ref':
    'Wrong date corrected ({what}, {ref}): it is {to}, not {from}. Reasons: “{reasons}”.',
  'event.DecisionReversed':
    'Last decision reversed ({decision}): the accord is as it was before. Reasons: “{reasons}”.',
  'event.TargetPassed':
    'Target date passed for “{deadline}”: it was {passedAt}; the term itself is not over yet.',
  'event.CalendarApplied': 'Calendar {calendarId}, version {calendarVersion}, applied. Reasons: “{reasons}”.',
  'event.FinalReportSubmitted': 'Final report submitted, version {reportVersion}: “{title}”.',
  'event.ReportIntegrationRequested': 'Integration requested on the final report: “{request}”.',
  'event.ReportIntegrationSupplied': 'Integration supplied on the final report: “{note}”.',
  'event.FinalReportReturned': 'Final report, version {reportVersion}, returned to the Region: “{reasons}”.',
  'event.FinalReportApproved': 'Final report approved, version {reportVersion}.',
  'event.AccordConcluded': 'The accord is concluded.',
  'event.DeadlineSet': 'Deadline “{deadline}” set for {date}.',
  'event.DeadlineMoved': 'Deadline “{deadline}” moved to {date} ({cause}).',
  'event.DeadlineMoved.from': 'Deadline “{deadline}” moved from {from} to {date} ({cause}).',
  'event.DeadlineSuspended': 'Deadline “{deadline}”: suspended from {on}, {days} left.',
  'event.DeadlineMet': 'Deadline “{deadline}” met.',
  'event.DeadlineMet.activities': 'Deadline “{deadline}”: the activities have ended.',
  'event.DeadlineMet.late': 'Deadline “{deadline}” met late, by {days}.',
  'event.DeadlineMet.sameDay': 'Deadline “{deadline}” met late: on the day itself, after the hour.',
  'event.DeadlineMissed': 'Deadline “{deadline}” passed without the act owed: {passedAt}.',
  'event.DeadlineLifted': 'Deadline “{deadline}” lifted: it is no longer needed.',

  'event.assumed': '{sentence} (assumed act).',
  'event.fromAssumed': '{sentence} (from an assumed act).',

  'date.rolled': '{nominal}, which rolls to {effective}',
  'date.withTime': '{date}, {time}',
  'date.assumed': '{date} (assumed date)',
  'days.one': '1 day',
  'days.many': '{count} days',
  'until.one': 'until {date}',
  'until.action': 'action {part} until {date}',
  'until.milestone': 'milestone {part} until {date}',
  'until.both': 'activities until {activities}, final report until {finalReport}',
}
