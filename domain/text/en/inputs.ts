import type { fields as italianFields, issues as italianIssues } from '../it/inputs.ts'

export const issues: Record<keyof typeof italianIssues, string> = {
  'issue.timer-only':
    '{field}: "{value}" belongs to the accord\'s own timer; record the act that is due, or wait for the deadline.',
  'issue.other-accord':
    '{field}: "{value}" is not the accord the command was sent to, which is {accordId}; correct one of the two.',
  'issue.in-the-future':
    '{field}: "{value}" is in the future; an act cannot be received later than now. Leave the field out, or write when it came.',
  'issue.duplicate-command-id':
    '{field}: "{value}" belongs to another act of the same file; give each act its own, or leave the field out.',
  'issue.reserved-command-id':
    '{field}: "{value}" begins with "{prefix}", which belongs to the timer; choose another id.',
  'issue.required': '{field}: missing and required; give it.',
  'issue.unknown-field': '{field}: unknown field; remove it, or check its spelling.',
  'issue.wrong-type': '{field}: “{value}” is not of the type expected; write {expected}.',
  'issue.not-one-of': '{field}: “{value}” is not an allowed value; choose one of: {values}.',
  'issue.wrong-form':
    '{field}: “{value}” does not have the form expected; the help of the command says how to write it.',
  'issue.empty': '{field}: empty; write at least one character or element.',
  'issue.too-long': '{field}: “{value}” is too long; the most is {most}.',
  'issue.too-many': '{field}: too many elements; the most is {most}.',
  'issue.too-large': '{field}: “{value}” is too large; the most is {most}.',
  'issue.control-characters':
    '{field}: “{value}” contains control characters; leave only text, spaces and line breaks.',
  'issue.not-a-date':
    '{field}: “{value}” is not a calendar date; write YYYY-MM-DD, for example 2014-12-31. For the date of an act YYYY-MM, or YYYY, is enough where the rest is not known.',
  'issue.not-an-instant':
    '{field}: “{value}” is not an instant; write date, time and offset, for example 2014-12-30T14:00:00+01:00.',
  'issue.not-a-wall-time':
    '{field}: “{value}” is not a time of day; write HH:MM, from 00:00 to 23:59, for example 14:00.',
  'issue.not-a-period':
    '{field}: “{value}” is not a duration; write one unit only, for example P30D (days), P3W (weeks), P18M (months), P1Y (years).',
  'issue.unknown-region':
    '{field}: “{value}” is not a Region; write the two-digit ISTAT code, from 01 to 20, for example 10 for Umbria.',
  'issue.unknown-zone': '{field}: “{value}” is not a known time zone; write for example Europe/Rome.',
  'issue.not-a-deadline-id':
    "{field}: “{value}” is not the id of a deadline; write it as the list of the accord's deadlines shows it, for example planReview or milestone:rete-attiva.",
  'issue.target-after-term':
    "{field}: “{value}” does not come before the term; write a length shorter than the term's, for example P20D for a term of P30D.",
  'issue.not-an-amount':
    '{field}: “{value}” is not an amount; write euro above zero with a point and at most two decimals, for example 331117.00.',
  'issue.not-a-slug':
    '{field}: “{value}” is not an id; use 1 to 64 plain lower-case letters, digits, points, hyphens, for example umbria-2014-2020.',
  'issue.not-an-office-ref':
    '{field}: “{value}” is not an office reference; use 1 to 64 lower-case letters, digits, points, hyphens, never names or addresses of people.',
  'issue.not-a-command-id':
    '{field}: “{value}” is not a command id; use 1 to 200 letters, digits and the signs . _ : ~ -, without spaces.',
  'issue.not-a-calendar-id':
    '{field}: “{value}” is not the code of a calendar; use capital letters, digits and hyphens, for example IT or IT-ROMA.',
  'issue.duplicate-holiday':
    '{field}: “{value}” repeats a holiday that the calendar already has in the same years, by name or by day; remove one, or keep the years apart.',
  'issue.period-reversed':
    '{field}: “{value}” begins after its end; write the first year in fromYear and the last in untilYear.',
  'issue.not-a-roman-numeral':
    '{field}: “{value}” is not a Roman numeral from I to LXXXIX; write it in capitals, for example IV.',
  'issue.not-a-section':
    '{field}: “{value}” is not a section of the integrated plan; write 1 (context analysis), 2 (preparatory actions) or 3 (pilot actions).',
  'issue.not-an-action-section':
    '{field}: “{value}” is not a section that holds actions; write 2 (preparatory actions) or 3 (pilot actions), or remove the field where the source is silent.',
  'issue.not-a-priority':
    '{field}: “{value}” is not a priority of the programme; write a number from 1 to 5, or remove the field.',
  'issue.not-a-sha256':
    '{field}: “{value}” is not a SHA-256 digest; write its 64 lower-case hexadecimal digits, for example with the command sha256sum.',
  'issue.not-a-mime-type': '{field}: “{value}” is not a file type; write for example application/pdf.',

  'type.string': 'text',
  'type.number': 'a number',
  'type.int': 'a whole number',
  'type.boolean': 'true or false',
  'type.object': 'a JSON object',
  'type.record': 'a JSON object',
  'type.array': 'a JSON list',
}

export const fields: Record<keyof typeof italianFields, string> = {
  'field.commandId': 'id of the act: repeating it unchanged does not double the act',
  'field.accordId': 'id of the accord, for example umbria-2014-2020',
  'field.type': 'type of the act',
  'field.data': 'content of the act',
  'field.on': 'date of the act: YYYY-MM-DD, or YYYY-MM or YYYY where the rest is not known',
  'field.assumed': 'true where the date is assumed: no source says it',
  'field.receivedAt': 'instant of receipt, with its offset: it decides what is in time',
  'field.actor': 'who does or records the act',
  'field.role': 'role: ministry, region, scheduler or auditor',
  'field.citation': 'source from which the act is known',
  'field.source': 'source, as it is cited',
  'field.protocol': 'protocol number, letter for letter as it is cited',
  'field.mark': "where the fact comes from: stated (the programme's page), act (a published act), assumed",
  'field.documents': 'documents of the act: digest, name, size, type',
  'field.sha256': 'SHA-256 digest of the document',
  'field.name': 'name of the file',
  'field.bytes': 'size in bytes',
  'field.mime': 'type of the file, for example application/pdf',
  'field.programmeId': 'code of the programme, for example 2014-2020',
  'field.regionId': 'ISTAT code of the Region, two digits (10 for Umbria)',
  'field.title': 'title',
  'field.ProposeAccord.title': 'title of the accord',
  'field.RecordRegionalAct.title': 'title of the act of the Region, as it is cited',
  'field.SubmitFinalReport.title': 'title of the final report',
  'field.fund': 'fund that pays',
  'field.signBy': 'day, and hour if there is one, by which signatures are asked for',
  'field.date': 'day, YYYY-MM-DD',
  'field.time': 'local time, HH:MM',
  'field.party': 'party that signs: ministry or region',
  'field.kind': 'kind of signature: digital, handwritten or unknown',
  'field.signerRef': "reference of the signing office, never a person's name",
  'field.signedAt': 'instant of the signature, if known',
  'field.amount': 'amount in euro, for example 331117.00',
  'field.currency': 'currency: EUR',
  'field.sections': 'the three sections of the integrated plan',
  'field.number': 'number of the section: 1, 2 or 3',
  'field.actions': 'the actions of the integrated plan',
  'field.numeral': 'Roman numeral of the action',
  'field.section': 'section of the action: 2 (preparatory) or 3 (pilot)',
  'field.priority': 'priority of the pilot action, from 1 to 5',
  'field.milestones': 'milestones of the action',
  'field.id': 'id',
  'field.text': 'text of the condition',
  'field.dueOn': 'by which day, YYYY-MM-DD',
  'field.activitiesUntil': 'planned end of activities, YYYY-MM-DD',
  'field.request': 'what is asked for',
  'field.note': 'note',
  'field.SupplyPlanIntegration.note': 'what is supplied',
  'field.SupplyReportIntegration.note': 'what is supplied',
  'field.calendarVersion': 'version of the calendar in use, YYYY-MM-DD',
  'field.reasons': 'reasons',
  'field.conditions': 'conditions of the approval',
  'field.conditionId': 'id of the condition',
  'field.milestoneId': 'id of the milestone',
  'field.extensionId': 'id of the extension, chosen by whoever asks for it or grants it',
  'field.scope': 'scope: activities, finalReport, both or parts (named actions or milestones)',
  'field.until': 'new dates, as the scope says',
  'field.activities': 'new end of activities, YYYY-MM-DD',
  'field.finalReport': 'new due date of the final report, YYYY-MM-DD',
  'field.suspensionId': 'id of the suspension, chosen by whoever orders it',
  'field.ground':
    'why: art2c7 (information), art10bis (observations), law (by law), control (query of the Court of Auditors)',
  'field.deadlineIds': 'deadlines suspended; for a law, if left out, all that are open',
  'field.from': 'first day of the suspension by law, YYYY-MM-DD',
  'field.StartSuspension.until': 'last day of the suspension by law, YYYY-MM-DD, if known',
  'field.SupplyInformation.note': 'what is supplied',
  'field.proposal': 'what the instruction proposes: grant, grantInPart or refuse',
  'field.attachmentsBy': 'by which day the attachments follow, YYYY-MM-DD',
  'field.addendum': 'addendum of an onerous extension: by when it is signed and, if known, the amount',
  'field.GrantExtension.signBy': 'by which day the addendum is signed, YYYY-MM-DD',
  'field.outcome': 'outcome: registered or refused',
  'field.what':
    'which date is corrected: proposal, inForce, actionStart, actionCompletion, milestone, activitiesEnd or deadline',
  'field.ref': 'of which action, milestone or deadline',
  'field.to': 'the right day, YYYY-MM-DD',
  'field.endsOn': 'planned end of the action, YYYY-MM-DD',
  'field.tier': 'which of the two dates: target',
  'field.RequestExtension.actions': 'new dates of named actions: I=2019-03-31,II=2019-06-30',
  'field.GrantExtension.actions': 'new dates of named actions: I=2019-03-31,II=2019-06-30',
  'field.RequestExtension.milestones': 'new dates of named milestones: rete-attiva=2019-03-31',
  'field.GrantExtension.milestones': 'new dates of named milestones: rete-attiva=2019-03-31',
  'field.deadlineId': 'id of the deadline',
  'field.revision': 'revision of the deadline that the system was waiting for',
}
