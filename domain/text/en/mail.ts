import type { mail as italian } from '../it/mail.ts'

/** Reminders before a deadline, pressing ones after it: what the mails say. */
export const mail = {
  'letter.subject.comingDue': 'Reminder · {region} · {deadline} by {date} ({days})',
  'letter.subject.overdue': 'Overdue · {region} · {deadline}: the term ended on {date} ({days})',
  'letter.subject.extensionWindow':
    'Reminder · {region} · {deadline}: an extension can be asked for until {date} ({days})',
  'letter.subject.many': 'Deadlines: {counts} ({regions})',
  'letter.subject.part': '{subject} – message {place} of {of}',
  'letter.subject.fallback': 'In place of another contact · {subject}',
  'letter.count.overdue.one': '1 overdue',
  'letter.count.overdue.many': '{count} overdue',
  'letter.count.soon.one': '1 within 7 days',
  'letter.count.soon.many': '{count} within 7 days',
  'letter.count.later.one': '1 later',
  'letter.count.later.many': '{count} later',
  'letter.regions.more': '{regions} and {count} more',

  'letter.title.digest': 'Deadlines on {day}',
  'letter.title.urgent': 'Deadlines that cannot wait',
  'letter.title.reminder': 'Reminder of a deadline',
  'letter.title.pressing': 'A deadline has passed',
  'letter.intro.digest': 'The deadlines of the programme accords that you are told of today: {counts}.',
  'letter.intro.urgent': 'These deadlines are near or have passed, and do not wait for the digest: {counts}.',
  'letter.intro.fallback':
    'This message was for another contact and did not arrive there: you receive it as one of the same office, or of the office above it.',
  'letter.intro.part': 'It is message {place} of {of} of today: the others hold the other deadlines.',
  'letter.intro.late':
    'Some notices go out late, because accordi was stopped. Each deadline concerned says so.',

  'letter.section.overdue': 'Overdue',
  'letter.section.soon': 'Within 7 days',
  'letter.section.later': 'Later',
  'letter.accord': '{title} · {region}',

  'letter.due': 'Deadline',
  'letter.due.last': 'Last day',
  'letter.due.value': '{day}, {time} ({zone} time): {days}',
  'letter.due.value.last': '{day} ({days}), for a deadline that now is {deadlineDay}, {time}',
  'letter.zone.rome': 'Rome',
  'letter.owes': 'Who must act',
  'letter.owes.region': 'the Region ({region})',
  'letter.owes.ministry': 'the Ministry',
  'letter.owes.both': 'the Ministry and the Region ({region})',
  'letter.owes.corteDeiConti': 'the Court of Auditors',
  'letter.reason': 'Why you get this',
  'letter.reason.responsible': 'your office is responsible for this deadline',
  'letter.reason.responsible.both': 'your office is responsible for one of the two sides that must act',
  'letter.reason.above.one':
    'your office is the one above the responsible office, and is told of it ({days})',
  'letter.reason.above.two':
    'your office is two levels above the responsible office, and is told of it ({days})',
  'letter.reason.waiting': 'the other side must act: your office is the one that waits',
  'letter.reason.control': 'your office follows the act that the Court of Auditors is examining',
  'letter.next': 'What to do',
  'letter.next.above': 'Make sure that the responsible office acts. What is awaited: {act}',
  'letter.next.waiting': 'Nothing for you to record. What is awaited: {act}',
  'letter.next.overdue': 'The term is over, the obligation stays. {act}',
  'letter.next.extensionWindow':
    'If the time is too short, record a request for an extension with its reasons by this day: later it is not admitted.',
  'letter.next.signature': 'Sign the accord and record the signature.',
  'letter.next.plan': 'Submit the integrated plan and record its submission.',
  'letter.next.planReview': 'Review the integrated plan: approve it, return it or ask for integrations.',
  'letter.next.planIntegration': 'Supply the integrations asked for on the integrated plan.',
  'letter.next.planResubmission': 'Submit the integrated plan again, corrected.',
  'letter.next.planCondition': 'Meet the condition of the approval and record it.',
  'letter.next.milestone': 'Reach the milestone and signal it.',
  'letter.next.activities': 'Conclude the activities and say that they have ended.',
  'letter.next.finalReport': 'Submit the final report and record its submission.',
  'letter.next.reportReview': 'Review the final report: approve it, return it or ask for integrations.',
  'letter.next.reportIntegration': 'Supply the integrations asked for on the final report.',
  'letter.next.reportResubmission': 'Submit the final report again, corrected.',
  'letter.next.extensionDecision': 'Decide on the request for an extension.',
  'letter.next.extensionAttachments': 'Supply the attachments that the request for an extension lacks.',
  'letter.next.amendmentDecision': 'Decide on the request for an amendment.',
  'letter.next.addendum': 'Sign the addendum and record the signature: without it the extension lapses.',
  'letter.next.action': 'Complete the action and record its completion.',
  'letter.next.informationReply': 'Supply the information asked for.',
  'letter.next.observations': 'Supply observations before the refusal, if there are any.',
  'letter.next.control': 'Record the outcome of the control as soon as it arrives.',
  'letter.next.controlLatest':
    'Record the outcome of the control: after this day the act has effect in any case.',
  'letter.next.exitDecision': 'Decide on the withdrawal or the non-use.',
  'letter.next.revocationObservations': 'Supply observations on the revocation, if there are any.',
  'letter.next.recovery': 'Give back the sum that is owed and record it.',
  'letter.next.monitoringReport': 'Submit the monitoring report.',
  'letter.next.midTermReport': 'Submit the mid-term monitoring report.',
  'letter.next.monitoringReview': 'Review the monitoring report: accept it or return it.',
  'letter.next.monitoringResubmission': 'Submit the monitoring report again, corrected.',
  'letter.why': 'Why this date',
  'letter.why.of': 'Why this date: {deadline}, {accord}',
  'letter.late': 'Late',
  'letter.late.value': 'should have gone out on {day}; accordi was stopped and sends it now',

  'letter.days.today': 'today',
  'letter.days.tomorrow': 'tomorrow',
  'letter.days.in': 'in {count} days',
  'letter.days.passedToday': 'passed today',
  'letter.days.since.one': '1 day overdue',
  'letter.days.since.many': '{count} days overdue',

  'letter.close.done': 'If the act is done already, record it in accordi: the notices stop.',
  'letter.close.automatic':
    'An automatic message of accordi, which keeps the deadlines of programme accords.',
  'letter.close.unsubscribe': 'Receive the digest no more',
  'letter.close.unsubscribe.says':
    'The digest can be cancelled; the notices that cannot wait arrive in any case.',

  'mail.bad-setting': '{name}: “{value}” will not do. {forms}',
  'mail.setting.url':
    'It takes smtp://host:587 (with STARTTLS) or smtps://host:465, with the user in front: smtp://user@host:587. The password goes into ACCORDI_SMTP_PASSWORD, never here.',
  'mail.setting.plain':
    '?tls=none, that is without TLS, is allowed only towards this very machine (localhost, 127.0.0.1, ::1).',
  'mail.setting.password': 'The password of the user written in ACCORDI_SMTP_URL is missing.',
  'mail.setting.user': 'There is a password, but ACCORDI_SMTP_URL names no user: smtp://user@host:587.',
  'mail.setting.address': 'It takes a mail address: “name@example.org” or “accordi <name@example.org>”.',
  'mail.setting.rate': 'It takes a whole number from 1 to 1000: messages per second.',
  'mail.setting.publicUrl':
    'It takes the address at which browsers reach accordi: https://accordi.example.org.',
  'mail.setting.secret':
    'It takes at least 32 random characters, such as those of: openssl rand -base64 32. The value is not shown.',
} satisfies Record<keyof typeof italian, string>
