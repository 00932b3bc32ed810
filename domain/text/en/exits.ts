/** What is read about exits, about what is to be returned, and about reopening. */
export const exits = {
  'act.NotifyWithdrawal': 'The Region withdraws from the accord',
  'act.TakeBackWithdrawal': 'Take the withdrawal back, before it is accepted',
  'act.RefuseWithdrawal': 'Refuse the withdrawal',
  'act.AcceptWithdrawal': 'Accept the withdrawal',
  'act.DeclareNonUse': 'Declare that the advance was not used',
  'act.RefuseNonUse': 'Refuse the declaration of non-use',
  'act.AcceptNonUse': 'Accept the non-use, the whole advance to be returned',
  'act.StartRevocation': 'Start a revocation',
  'act.SupplyRevocationObservations': 'Observations of the Region on the revocation',
  'act.OrderRevocation': 'Revoke, in whole or in part',
  'act.DropRevocation': 'Drop the revocation that was started',
  'act.OrderRecovery': 'Order a recovery',
  'act.RecordRepayment': 'Record a repayment',
  'act.ReduceRecovery': 'Reduce a recovery (relief)',
  'act.ReopenAccord': 'Reopen an accord that was concluded or ended',

  'phase.withdrawn': 'ended by withdrawal',
  'phase.unused': 'ended by non-use',
  'phase.revoked': 'revoked',
  'action.revoked': 'revoked',
  'deadline.exitDecision': 'decision on the withdrawal or non-use',
  'deadline.revocationObservations': 'observations on the revocation',
  'deadline.recovery': 'return of money',
  'lapse.accordEnded': 'the accord has ended',
  'exit.withdrawal': 'withdrawal',
  'exit.nonUse': 'non-use',
  'exit.revocation': 'revocation',
  'extent.total': 'total',
  'extent.partial': 'partial',
  'recovery.cause.withdrawal': 'withdrawal',
  'recovery.cause.nonUse': 'non-use',
  'recovery.cause.revocation': 'revocation',
  'recovery.cause.settlement': 'final settlement',
  'recovery.cause.error': 'payment that was not due',

  'event.WithdrawalNotified': 'The Region withdraws from the accord. Reasons: “{reasons}”.',
  'event.WithdrawalTakenBack': 'The Region takes its withdrawal back. Reasons: “{reasons}”.',
  'event.WithdrawalRefused': 'Withdrawal refused. Reasons: “{reasons}”.',
  'event.WithdrawalAccepted': 'Withdrawal accepted: the accord ends.',
  'event.WithdrawalAccepted.note': 'Withdrawal accepted: the accord ends. Note: “{note}”.',
  'event.NonUseDeclared': 'The Region declares that it did not use the advance. Reasons: “{reasons}”.',
  'event.NonUseRefused': 'Declaration of non-use refused. Reasons: “{reasons}”.',
  'event.NonUseAccepted': 'Non-use accepted: the accord ends and the advance is to be returned.',
  'event.NonUseAccepted.note':
    'Non-use accepted: the accord ends and the advance is to be returned. Note: “{note}”.',
  'event.RevocationStarted': 'Revocation started, on these grounds: “{grounds}”.',
  'event.RevocationObservationsSupplied': 'Observations of the Region on the revocation: “{note}”.',
  'event.RevocationOrdered': 'The whole accord is revoked, and ends. Reasons: “{reasons}”.',
  'event.RevocationOrdered.partial': 'Actions {actions} are revoked: the rest goes on. Reasons: “{reasons}”.',
  'event.RevocationDropped': 'The revocation that was started is dropped. Reasons: “{reasons}”.',
  'event.RecoveryOrdered':
    'Recovery “{recoveryId}” ordered ({cause}): {amount} to be returned. Reasons: “{reasons}”.',
  'event.RepaymentRecorded': '{amount} of recovery “{recoveryId}” returned: {left} left.',
  'event.RepaymentRecorded.settled': '{amount} of recovery “{recoveryId}” returned: it is settled.',
  'event.RecoveryReduced':
    'Recovery “{recoveryId}” reduced from {from} to {to}: {left} left. Reasons: “{reasons}”.',
  'event.AccordClosed': 'The ended accord is closed: nothing is owed any more.',
  'event.AccordReopened':
    'The accord ({from}) is reopened and goes back to the phase “{to}”. Reasons: “{reasons}”.',

  'notice.reopened-into-the-past':
    'Reopened, the deadline “{kind}” of {effective} is owed again; it has already passed and will show as missed.',

  'refusal.accord-ended':
    'The act “{act}” is not possible: the accord “{accordId}” is {phase}. To take it up again, reopen it first with the reasons; money owed is recorded all the same.',
  'refusal.accord-not-ended':
    'The accord is neither concluded nor ended (phase: {phase}): there is nothing to reopen. The timeline shows where it stands.',
  'refusal.exit-pending':
    'Still to be decided: {exit}. Accept, refuse, take back or drop it before this act.',
  'refusal.no-exit-pending':
    'Nothing is pending for: {exit}. Record first the act that asks for it or starts it; the timeline shows those already decided.',
  'refusal.no-advance':
    'No advance is recorded as paid: there is nothing unused. To leave the accord, record a withdrawal.',
  'refusal.spending-recorded':
    'Spending is recorded: this is not non-use. To leave the accord, record a withdrawal, with what is to be returned; if the spending is a mistake, correct the report of spending (“spending report”) or the monitoring report first.',
  'refusal.revocation-before-observations':
    'The Region may still send observations, until {effective}. A revocation is decided after them, or after that day.',
  'refusal.revocation-observations-supplied':
    'Observations on the revocation were already sent on {on}: they are sent once. Record anything else as an act of the Region.',
  'refusal.revocation-extent':
    'A revocation ({extent}) is not ordered like this. A total one names no action; a partial one names with --actions some of the actions not yet revoked, not all.',
  'refusal.action-revoked':
    'Action {numeral} has been revoked: it is not started, completed or revoked again. Check the number of the action.',
  'refusal.recovery-exists':
    'Recovery “{recoveryId}” already exists with other data. For another recovery choose another id; to lessen it use “recovery reduce”.',
  'refusal.repayment-exists':
    'Repayment “{repaymentId}” is already recorded with another amount. For another payment choose another id.',
  'refusal.unknown-recovery': 'This accord has no recovery “{recoveryId}”. Those recorded: {known}.',
  'refusal.recovery-without-date':
    'Recovery “{recoveryId}” has no day by which to return the money, and the programme gives no term. Give --due-on.',
  'refusal.recovery-due-in-the-past':
    'The day by which to return the money, {dueOn}, is before the act that orders it, of {on}. Give a later day.',
  'refusal.recovery-above-paid':
    '{amount} cannot be recovered: beyond what is already ordered, {most} can be. Check the recorded payments and recoveries.',
  'refusal.repayment-above-owed':
    'A repayment of {amount} is above what is still owed for recovery “{recoveryId}”: {most}. Check the amount, or which recovery it is for.',
  'refusal.recovery-not-reduced':
    'Recovery “{recoveryId}” cannot become {amount}: it can only be reduced, from the {most} of now and not below the {least} already returned. Give an amount between the two.',

  'rule.one-exit':
    'Rule of accordi: a withdrawal, a non-use or a revocation is decided once, before any other.',
  'rule.non-use': 'Rule of accordi: there is non-use where the advance is paid and nothing is spent.',
  'rule.revocation-heard':
    'Arts. 7, 8 and 10, law 241/1990: before revoking, the grounds are notified and observations awaited.',
  'rule.revocation-extent':
    'Rule of accordi: a partial revocation concerns some actions; a total one, the whole accord.',
  'rule.recovery-ids': 'Rule of accordi: each recovery and each repayment has an id of its own.',
  'rule.recovery-date': 'Rule of accordi: a recovery has a day by which the money is returned.',
  'rule.recovery-limits':
    'Rule of accordi: no more is recovered than was paid, and no more is returned than is owed.',

  'field.recoveryId': 'id of the recovery, chosen by who orders it',
  'field.repaymentId': 'id of the repayment',
  'field.recovery': 'what is to be returned: id, amount and, unless the programme gives it, the day',
  'field.grounds': 'why it is meant to be revoked',
  'field.extent': 'total (the whole accord) or partial (some actions)',
  'field.cause': 'cause: withdrawal, nonUse, revocation, settlement or error (not due)',
  'field.OrderRevocation.actions': 'numbers of the actions revoked in part: II,V',
  'field.ReduceRecovery.amount': 'what the recovery comes down to; left out: what was already returned',
  'field.SupplyRevocationObservations.note': 'what is observed',

  'cli.help-withdrawal': 'withdrawal from the accord',
  'cli.help-non-use': 'non-use of the advance',
  'cli.help-revocation': 'revocation',
  'cli.help-recovery': 'recoveries of money to be returned',
  'cli.help-recovery-list': 'lists the recoveries: ordered, repaid, left; of one accord or of all',
  'cli.help-recovery-show': 'shows a recovery with its repayments',
  'cli.help-recovery-open': 'only those not settled yet',
  'cli.no-recoveries': 'No recovery.',
  'cli.no-such-recovery': 'Accord {accordId} has no recovery “{recoveryId}”. Those recorded: {values}.',
  'head.recovery': 'Recovery',
  'head.cause': 'Cause',
  'head.ordered': 'Ordered',
  'head.reduced': 'Reduced to',
  'head.repaid': 'Repaid',
  'head.left': 'Left',
  'head.due': 'Due by',
  'head.repayment': 'Repayment',
  'head.amount': 'Amount',
  'head.on': 'Date',
  'head.reasons': 'Reasons',
  'head.closed': 'Closed',
} as const
