import type { monitoring as italian } from '../it/monitoring.ts'

export const monitoring: Record<keyof typeof italian, string> = {
  'event.MonitoringScheduled': 'Schedule of the monitoring reports set: {every}, from {from}.',
  'event.MonitoringScheduled.midTerm':
    'Schedule of the monitoring reports set: {every}, from {from}; mid-term report on the time until {midTermOn}.',
  'event.MonitoringReportSubmitted':
    'Monitoring report {period}, version {reportVersion}, submitted ({from} to {to}): {progress}.',
  'event.MonitoringReportReturned':
    'Monitoring report {period}, version {reportVersion}, returned to the Region: “{reasons}”.',
  'event.MonitoringReportAccepted': 'Monitoring report {period}, version {reportVersion}, accepted.',
  'event.MonitoringReportReopened':
    'Monitoring report {period}, version {reportVersion}, reopened as a whole. Reasons: “{reasons}”.',
  'event.MonitoringReportReopened.limited':
    'Monitoring report {period}, version {reportVersion}, reopened for the actions {actions} only. Reasons: “{reasons}”.',
  'event.MonitoringGateLifted':
    'What “{deadlines}” blocked is allowed again; it is still to be submitted. Reasons: “{reasons}”.',
  'monitoring.noProgress': 'no progress given',
  'monitoring.spent': 'spent {amount}',
  'monitoring.every.D': 'one report every {count} days',
  'monitoring.every.W': 'one report every {count} weeks',
  'monitoring.every.M': 'one report every {count} months',
  'monitoring.every.Y': 'one report every {count} years',
  'monitoring.every.W.one': 'one report a week',
  'monitoring.every.M.one': 'one report a month',
  'monitoring.every.Y.one': 'one report a year',
  'monitoring.calendar': '{every}, by the calendar year',
  'act.SubmitMonitoringReport': 'Submission of a monitoring report',
  'act.ReturnMonitoringReport': 'Return of a monitoring report to the Region',
  'act.AcceptMonitoringReport': 'Acceptance of a monitoring report',
  'act.ReopenMonitoringReport': 'Reopening of an accepted monitoring report',
  'act.LiftMonitoringGate': 'Lifting of what an overdue monitoring report blocks',
  'deadline.monitoringReport': 'monitoring report',
  'deadline.midTermReport': 'mid-term monitoring report',
  'deadline.monitoringReview': 'review of the monitoring report',
  'deadline.monitoringResubmission': 'resubmission of the monitoring report',
  'reportStatus.missing': 'not submitted yet',
  'reportStatus.submitted': 'submitted',
  'reportStatus.returned': 'returned',
  'reportStatus.accepted': 'accepted',
  'reportStatus.reopened': 'reopened',
  'refusal.monitoring-not-scheduled':
    'This accord has no monitoring (or it has not begun): there is no report {period}. Look at the rules of the programme; as a rule the periods begin with the approval of the integrated plan.',
  'refusal.unknown-monitoring-period':
    'There is no period {period} for this accord. The last periods that have begun: {periods}. “accordi monitoring list” lists them all.',
  'refusal.monitoring-period-not-begun':
    'The period {period} begins on {from}: before that day its report cannot be submitted. Wait, or check the period.',
  'refusal.monitoring-report-closed':
    'The report {period} is already {reportStatus}, with other content. To change it the Ministry must first return it, or reopen it where it is accepted.',
  'refusal.monitoring-report-not-submitted':
    'The report {period} is {reportStatus}: only a report that is submitted and not decided yet can be accepted or returned. Wait for the Region to submit it.',
  'refusal.monitoring-report-not-accepted':
    'The report {period} is {reportStatus}: only an accepted report can be reopened. If it needs correcting, return it.',
  'refusal.monitoring-outside-reopening':
    'The report {period} is reopened for the actions {actions} only: action {numeral} cannot be changed. Leave it as it was, or ask for a wider reopening.',
  'refusal.duplicate-indicator': 'The indicator “{indicator}” of action {numeral} is there twice. Leave one.',
  'refusal.monitoring-gate-not-closed':
    'The report {period} blocks no act: there is nothing to lift. “accordi monitoring show” says what is blocked and why.',
  'refusal.gated-by-overdue-report':
    '{act}: not possible while “{deadlineId}”, due on {effective}, is missing. Submit the report (“accordi monitoring submit”); or the Ministry may lift the block with its reasons (“accordi monitoring lift-gate”).',
  'rule.monitoring-periods':
    'Rules of the programme: one monitoring report for each period, from the first day of the monitoring to the last period that begins by the end of the activities.',
  'rule.monitoring-order':
    'Rule of accordi: a report is submitted, then accepted or returned; an accepted one changes only if it is reopened.',
  'rule.monitoring-reopening':
    'Rule of accordi: a limited reopening lets only the actions change that it names.',
  'rule.monitoring-gates':
    'Rules of the programme: an overdue monitoring report blocks the acts that the programme names until it is submitted.',
  'notice.monitoring-late': 'The report {period} came after its deadline (days late: {days}).',
  'notice.monitoring-period-running':
    'The report {period} comes before the end of its period, which is {to}: it covers only a part of it.',
  'notice.monitoring-actions-missing':
    'The report {period} says nothing about these actions of the plan: {actions}.',
  'notice.monitoring-spent-less':
    'Action {numeral}: the spending given ({spent}) is less than in the accepted report {period} ({before}). Amounts are counted from the start of the action: please check.',
  'notice.monitoring-above-target':
    'Action {numeral}, indicator “{indicator}”: {done} done, above the target of {target}.',
  'issue.not-a-monitoring-period':
    '{field}: “{value}” does not have the form of a period; write it as it is listed, for example 2015-T1, R1 or intermedia.',
  'issue.not-a-count': '{field}: “{value}” is not a quantity; write a number from zero up.',
  'issue.not-a-reporting-period':
    '{field}: “{value}” is too short, or goes backwards; write at least P7D, for example P3M.',
  'issue.not-a-calendar-period':
    '{field}: “{value}” does not divide a calendar year; write P1M, P2M, P3M, P4M, P6M or P1Y, or count from “start”.',
  'issue.not-a-fraction':
    '{field}: “{value}” is not a part of the way; write a number between 0 and 1, for example 0.5.',
  'field.period': 'period of the monitoring report: 2015-T1, R1 or intermedia',
  'field.progress':
    'progress per action: numeral, indicators (id, name, target, done, unit), spent, note; all counted from the start',
  'field.indicators': 'physical indicators of the action',
  'field.SubmitMonitoringReport.name': 'name of the indicator',
  'field.target': 'target',
  'field.done': 'done since the start',
  'field.unit': 'what is counted, for example people',
  'field.spent': 'spent since the start of the action; 0 where nothing yet',
  'field.ReopenMonitoringReport.actions': 'these actions only (II,IV); left out, the whole report',
  'cli.help-monitoring': 'the monitoring reports',
  'cli.help-monitoring-list': 'periods and reports of an accord, with state and deadline',
  'cli.help-monitoring-show': 'physical and financial progress of each action, from the last report',
  'cli.help-monitoring-period': 'the report of this period, instead of the latest',
  'cli.no-monitoring': 'No monitoring for this accord: its programme asks for none, or it has not begun.',
  'cli.no-monitoring-report': 'No report submitted so far.',
  'cli.no-such-report':
    'No report submitted for the period “{period}”. “accordi monitoring list” lists the periods.',
  'cli.monitoring-heading': 'Report {period}, version {version}, {status}: {from} to {to}.',
  'cli.gate': 'Blocked: {act}. “{deadline}”, due on {date}, is missing.',
  'cli.gate-hint':
    'To go on: submit the report (“accordi monitoring submit”), or lift the block (“accordi monitoring lift-gate”).',
  'finding.monitoring_reports': 'the view of the monitoring reports does not agree with the events',
  'head.period': 'Period',
  'head.begins': 'From',
  'head.ends': 'To',
  'head.due': 'Due',
  'head.version': 'Version',
  'head.spent': 'Spent',
}
