/** What is read about decisions that one person prepares and another certifies. */
export const approvals = {
  'act.PrepareDecision': 'Preparation of a decision, which another person certifies',
  'act.CertifyDecision': 'Certification of a prepared decision: the decision is taken',
  'act.SendBackDecision': 'Sending a prepared decision back to who prepared it, with reasons',
  'act.WithdrawDecision': 'Withdrawal of a prepared decision by who prepared it',

  'event.DecisionPrepared': 'Decision “{decisionId}” prepared: {act} ({about}). It awaits certification.',
  'event.DecisionPrepared.supersedes':
    'Decision “{decisionId}” prepared: {act} ({about}). It awaits certification and replaces {supersedes}.',
  'event.DecisionCertified': 'Decision “{decisionId}”, prepared by {preparedBy}, certified: {act} ({about}).',
  'event.DecisionSentBack':
    'Decision “{decisionId}” ({act}) sent back to who prepared it. Reasons: “{reasons}”.',
  'event.DecisionWithdrawn': 'Decision “{decisionId}” ({act}) withdrawn.',
  'event.DecisionWithdrawn.reasons': 'Decision “{decisionId}” ({act}) withdrawn. Reasons: “{reasons}”.',

  'about.plan': 'integrated plan',
  'about.report': 'final report',
  'about.extension': 'extension',
  'about.suspension': 'suspension',
  'about.funds': 'funds',
  'about.tranche': 'tranche',
  'about.amendment': 'amendment',
  'about.monitoring': 'monitoring report',
  'about.advance': 'advance',
  'about.withdrawal': 'withdrawal',
  'about.nonUse': 'non-use',
  'about.revocation': 'revocation',
  'about.recovery': 'recovery',
  'about.date': 'date',
  'about.lastDecision': 'last decision',
  'about.rules': 'rules of the programme',
  'about.calendar': 'calendar',
  'about.accord': 'accord',
  'about.in-version': '{subject}, version {version}',
  'about.of-several': '{subject} “{ref}”',

  'decision.status.open': 'awaiting certification',
  'decision.status.outdated': 'outdated, to be prepared again',
  'decision.status.certified': 'certified',
  'decision.status.sentBack': 'sent back to who prepared it',
  'decision.status.withdrawn': 'withdrawn',
  'decision.status.superseded': 'replaced by another',

  'change.PlanSubmitted': 'a new version of the plan was submitted',
  'change.PlanIntegrationRequested': 'integrations of the plan were requested',
  'change.PlanIntegrationSupplied': 'integrations of the plan were supplied',
  'change.PlanReturned': 'the plan was returned',
  'change.PlanApproved': 'the plan was approved',
  'change.FinalReportSubmitted': 'a new version of the report was submitted',
  'change.ReportIntegrationRequested': 'integrations of the report were requested',
  'change.ReportIntegrationSupplied': 'integrations of the report were supplied',
  'change.FinalReportReturned': 'the report was returned',
  'change.FinalReportApproved': 'the report was approved',
  'change.ExtensionRequested': 'the extension was requested',
  'change.ExtensionAttachmentsSupplied': 'the attachments of the request arrived',
  'change.ExtensionInstructed': 'the request was looked into',
  'change.ExtensionGranted': 'the extension was granted',
  'change.AddendumSigned': 'the addendum was signed',
  'change.ExtensionTookEffect': 'the extension took effect',
  'change.ExtensionLapsed': 'the extension lapsed',
  'change.ExtensionRevoked': 'the extension was revoked',
  'change.ExtensionRefused': 'the extension was refused',
  'change.SuspensionStarted': 'the suspension began',
  'change.SuspensionEnded': 'the suspension ended',
  'change.SuspensionRevoked': 'the suspension was revoked',
  'change.FundsAssigned': 'the funds of the accord were assigned',
  'change.InterimPaid': 'the tranche was paid',
  'change.AmendmentRequested': 'the amendment was requested',
  'change.AmendmentApproved': 'the amendment was approved',
  'change.AmendmentRefused': 'the amendment was refused',
  'change.MonitoringReportSubmitted': 'a new version of the report was submitted',
  'change.MonitoringReportReturned': 'the report was returned',
  'change.MonitoringReportAccepted': 'the report was accepted',
  'change.MonitoringReportReopened': 'the report was reopened',
  'change.MonitoringGateLifted': 'the block by the overdue report was lifted',
  'change.AdvancePaid': 'the advance was paid',
  'change.WithdrawalNotified': 'the withdrawal was notified',
  'change.WithdrawalTakenBack': 'the withdrawal was taken back',
  'change.WithdrawalRefused': 'the withdrawal was refused',
  'change.WithdrawalAccepted': 'the withdrawal was accepted',
  'change.NonUseDeclared': 'non-use was declared',
  'change.NonUseRefused': 'non-use was refused',
  'change.NonUseAccepted': 'non-use was accepted',
  'change.RevocationStarted': 'the revocation was started',
  'change.RevocationObservationsSupplied': 'observations on the revocation arrived',
  'change.RevocationOrdered': 'the revocation was ordered',
  'change.RevocationDropped': 'the revocation was dropped',
  'change.RecoveryOrdered': 'the recovery was ordered',
  'change.RepaymentRecorded': 'part of the money was returned',
  'change.RecoveryReduced': 'the recovery was reduced',
  'change.DateCorrected': 'the date was corrected',
  'change.RulesAdopted': 'the rules of the accord changed',
  'change.CalendarApplied': 'a calendar was applied',
  'change.DecisionReversed': 'the last decision was reversed',
  'change.AccordReopened': 'the accord was reopened',
  'change.AccordConcluded': 'the accord was concluded',
  'change.documentReplaced': 'a new version of a document that it rests on was filed',
  'change.other': 'something else, to be read in the timeline',

  'notice.certified-on-paper':
    'This act is older than the accord’s entry in the record: it was prepared and certified as its citation says.',
  'notice.certified-before-prepared':
    'The certification is dated {on}, before the preparation, which is of {prepared}.',

  'refusal.needs-certification':
    'In this programme one person prepares “{act}” and another certifies it ({citation}). Repeat the same command with --prepare; then another person certifies it with “decision certify”.',
  'refusal.certification-not-foreseen':
    'In this programme “{act}” needs no certification. Do it directly: the same command, without --prepare.',
  'refusal.certifier-is-preparer':
    'Decision “{decisionId}” was prepared by {preparedBy}, who cannot also certify it or send it back. Let another person do so; who prepared it can withdraw it with “decision withdraw”.',
  'refusal.not-the-preparer':
    'Decision “{decisionId}” was prepared by {preparedBy}: only who prepared it withdraws it. Whoever should certify it can send it back, with reasons, with “decision send-back”.',
  'refusal.decision-without-effect':
    '“{act}” would change nothing: the accord already is so. The timeline shows the act that made it so; a prepared decision that is not needed any more is withdrawn or sent back.',
  'refusal.decision-exists':
    'Decision “{decisionId}” already exists, with another content or no longer waiting. Choose another id with --decision, or leave the choice to the system; if it still waits, the new one replaces it.',
  'refusal.unknown-decision':
    'The accord has no decision “{decisionId}”. Waiting now: {waiting}. The others are listed by “decision list --all”.',
  'refusal.decision-settled':
    'Decision “{decisionId}” is no longer waiting: {status} ({on}). If it is still needed, prepare it again with another id.',
  'refusal.decision-outdated':
    'Decision “{decisionId}” cannot be certified: what it rests on has changed since it was prepared ({event}, {on}). Examine it anew, then prepare “{act}” again: the new decision replaces this one.',

  'rule.certification':
    'Rule of the programme: one person prepares certain decisions and another certifies them; until then nothing is decided.',
  'rule.decision-ids':
    'Rule of accordi: each prepared decision has an id of its own, and is certified, sent back or withdrawn once.',
  'rule.decision-version':
    'Rule of accordi: what was examined is certified; what has changed since is examined anew.',

  'field.decisionId': 'id of the prepared decision',
  'field.act': 'which act is prepared',
  'field.SendBackDecision.reasons': 'what is to be revised',

  'issue.duplicate-act': '{field}: “{value}” names the same act more than once; leave it once.',

  'cli.help-decision': 'decisions: those prepared, to be certified, and the last one, to be reversed',
  'cli.help-prepare': 'prepares the decision instead of taking it: another person then certifies it',
  'cli.help-prepare-id': 'with --prepare: id of the decision; left out, the system chooses it',
  'cli.prepare-needed': 'The option --decision goes only with --prepare. Add --prepare, or leave it out.',
  'cli.help-decision-list': 'lists the decisions that await certification, of one accord or of all',
  'cli.help-decision-all': 'also those certified, sent back, withdrawn and replaced',
  'cli.help-decision-show': 'shows a prepared decision and what certifying it today would bring',
  'cli.no-decisions': 'No decision awaits certification.',
  'cli.no-decisions-ever': 'No decision was ever prepared.',
  'cli.no-such-decision': 'Accord {accordId} has no decision “{decisionId}”. Those prepared: {values}.',
  'cli.decision-would': 'Certified today, it would bring:',
  'cli.decision-would-not': 'It could not be certified today. {message}',
  'cli.decision-next':
    'To certify it: ./accordi decision certify {accordId} --decision {decisionId}, by someone other than {preparedBy}.',

  'head.decision': 'Decision',
  'head.act': 'Act',
  'head.about': 'About',
  'head.prepared-by': 'Prepared by',
  'head.prepared-on': 'On',
  'head.changed': 'What has changed',
  'head.settled-by': 'Settled by',

  'finding.decisions': 'the view of prepared decisions does not agree with the events',
} as const
