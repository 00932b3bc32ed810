/** What is read about the money of an accord. */
export const money = {
  'event.AdvancePaid': 'Advance paid: {amount}.',
  'event.BalancePaid': 'Balance paid: {amount}.',
  'act.PayAdvance': 'Pay the advance',
  'act.PayBalance': 'Pay the balance',
  'refusal.already-paid':
    '{payment} is already recorded: it is paid once. The recorded payment is in the timeline.',
  'refusal.balance-before-approval':
    'The balance cannot be paid in the phase “{phase}”: the final report must be approved before. Record its approval first.',
  'rule.one-payment': 'Rule of accordi: the advance, each interim tranche and the balance are recorded once.',
  'rule.balance-last': 'Rule of accordi: no balance before the final report is approved.',
  'event.FundsAssigned': 'Funds assigned to the accord: {amount}.',
  'event.AdvancePaid.deduction': 'Advance paid: {amount}, after keeping back {deducted} ({cause}).',
  'event.InterimPaid': 'Interim payment “{trancheId}” paid: {amount}.',
  'event.InterimPaid.deduction':
    'Interim payment “{trancheId}” paid: {amount}, after keeping back {deducted} ({cause}).',
  'event.BalancePaid.deduction': 'Balance paid: {amount}, after keeping back {deducted} ({cause}).',
  'event.SpendingReported': 'Spending reported until {until}: {amount} altogether.',
  'event.AmendmentRequested': 'Amendment “{amendmentId}” requested: “{reasons}”.',
  'event.AmendmentApproved': 'Amendment “{amendmentId}” approved.',
  'event.AmendmentApproved.communicated':
    'Amendment “{amendmentId}” is below the threshold: telling it is enough, and it holds at once.',
  'event.AmendmentRefused': 'Amendment “{amendmentId}” refused: “{reasons}”.',
  'event.AccordSettled':
    'Settlement: {recognised} recognised, {paid} paid; balance owed to the Region {balance}.',
  'event.AccordSettled.recover':
    'Settlement: {recognised} recognised, {paid} paid; to be recovered {recover}.',
  'act.AssignFunds': 'Assign funds to the accord',
  'act.PayInterim': 'Pay an interim tranche',
  'act.ReportSpending': 'Report what was spent',
  'act.RequestAmendment': 'Request an amendment of the plan or the budget',
  'act.ApproveAmendment': 'Approve an amendment',
  'act.RefuseAmendment': 'Refuse an amendment',
  'act.SettleAccord': "Settle the accord's account after the final report",
  'deadline.amendmentDecision': 'decision on the amendment',
  'payment.interim': 'The interim payment',
  'refusal.balance-above-due':
    'A balance of {amount} exceeds what the settlement finds due ({most}). Correct the amount, or record a new settlement first (“settlement record”).',
  'refusal.settled-only-balance':
    'The settlement is recorded already: what is left ({most}) is paid as the balance. Record the payment of the balance (“balance pay”).',
  'refusal.unknown-tranche':
    'The programme has no tranche “{trancheId}” (it has: {known}). Correct the tranche.',
  'refusal.tranche-above-total':
    'The amount of {amount} exceeds tranche “{trancheId}”, which comes to {most} at most. Correct the amount, or assign more funds first (“funds assign”).',
  'refusal.tranche-condition-unmet':
    'Tranche “{trancheId}” cannot be paid yet: its condition “{condition}” is not met. Record what is missing first, such as the approval or the spending.',
  'refusal.tranche-spending-short':
    'The tranche “{trancheId}” cannot be paid yet: the reported spending is {spent}, at least {needed} are needed. Record more spending first (“spending report”).',
  'refusal.tranche-nothing-paid':
    'The tranche “{trancheId}” waits until a part of what was paid has been spent, and nothing was paid. Pay the tranche before it first (“advance pay”), or apply rules of the programme with another condition (“rules adopt”).',
  'refusal.paid-above-total':
    "The amount of {amount} exceeds what is left of the accord's funds ({most}). Correct the amount, or assign more funds first (“funds assign”).",
  'refusal.funds-below-paid': '{amount} cannot be assigned: {least} are used already. Correct the amount.',
  'refusal.unknown-heading':
    'The programme has no spending heading “{heading}” (headings: {known}). Correct the heading.',
  'refusal.duplicate-line': 'Line “{line}” (action/heading) appears twice. Leave one, with the sum.',
  'refusal.spending-to-come':
    'Spending is reported until {until}, but the report came on {received}: it cannot tell what is not spent yet. Correct the day.',
  'refusal.budget-above-total':
    "The budget comes to {amount}, more than the accord's funds ({most}). Reduce its lines.",
  'refusal.budgeted-action-dropped':
    'Action {numeral} has lines in the budget and cannot be dropped from the plan alone. Give the budget too, without that action.',
  'refusal.spent-action-dropped':
    'Spending on action {numeral} is reported already: it cannot be dropped from the plan. Keep it, or correct the spending first (“spending report”).',
  'refusal.spending-above-budget':
    'Spending on line “{line}” ({amount}) exceeds its budget ({most}). Correct the line, or request an amendment first (“amendment request”).',
  'refusal.amendment-open':
    'Amendment “{amendmentId}” still awaits its decision: one is requested at a time. Wait for the decision.',
  'refusal.amendment-exists': 'Amendment id “{amendmentId}” is used already. Choose another.',
  'refusal.unknown-amendment': 'There is no amendment “{amendmentId}” (there are: {known}). Check the id.',
  'refusal.amendment-decided': 'Amendment “{amendmentId}” is decided already. Request a new one if needed.',
  'refusal.amendment-undecided':
    'Amendment “{amendmentId}” still waits for its decision: the accord cannot be concluded. Decide the request first (“amendment approve” or “amendment refuse”).',
  'refusal.amendment-empty':
    'The amendment changes nothing. Give the actions or the budget lines as they are to become.',
  'refusal.amendment-too-many':
    '{most} amendments are approved already, the most there may be ({citation}). Go on with the plan as it is, or have the accord adopt other rules of the programme.',
  'refusal.amendment-too-late':
    'An amendment could be requested until {lastDay} ({citation}). Request an extension of the activities first, if possible.',
  'refusal.recognised-above-spent':
    '{amount} cannot be recognised: the reported spending is {most}. Correct the amount, or record the spending first (“spending report”).',
  'refusal.spending-below-recognised':
    'The spending of {amount} is less than what the settlement has recognised ({least}). Correct the lines, or record a lower settlement first (“settlement record”).',
  'rule.tranches':
    "Rule of the programme: every tranche has an amount and a condition; together they do not exceed the accord's funds.",
  'rule.spending-lines':
    'Rule of accordi: spending is reported by action and heading, one line for each, until a day that has come.',
  'rule.budget':
    "Rule of accordi: the budget stays within the accord's funds, and changes only by an amendment.",
  'rule.amendments':
    'Rule of the programme: amendments are requested one at a time, within its limits; approval makes a new version.',
  'rule.express-decision':
    'Art. 2(1) of law 241/1990: a procedure begun by a request ends with an express decision.',
  'rule.settlement':
    'Rule of accordi: the balance is what is left of the recognised spending; what was paid above it is recovered, once.',
  'notice.funds-not-assigned':
    "The accord's funds are not assigned yet: the tranche cannot be compared with its amount.",
  'notice.funds-below-budget':
    'The funds assigned ({amount}) are less than the budget ({needed}): an amendment is needed.',
  'notice.recovery-not-ordered':
    'The accord is concluded with {amount} to be recovered by its settlement, and no recovery ordered.',
  'notice.spending-above-budget': 'Spending on line “{line}” ({amount}) exceeds its budget ({most}).',
  'notice.spending-decreased': 'The reported spending ({amount}) is less than before ({before}).',
  'cli.help-money': 'the money of the accord',
  'cli.help-money-list':
    'One row for each accord: funds, paid, spending reported, recovered and what is left to pay.',
  'cli.help-money-show':
    'shows funds, tranches, payments, budget, spending, amendments and settlement of an accord',
  'cli.tranche-paid': 'paid',
  'cli.tranche-payable': 'can be paid',
  'cli.tranche-waits': 'waits for its condition',
  'cli.money-lines': 'Spending until {date}, against the budget (version {version}):',
  'cli.not-in-budget': 'not in the budget',
  'cli.money-balance-due': 'The balance is still to be paid: ./accordi balance pay',
  'head.funds': 'Funds',
  'head.paid': 'Paid',
  'head.recovered': 'Recovered',
  'head.tranche': 'Tranche',
  'head.payment': 'Payment',
  'head.worth': 'Worth',
  'head.amendment': 'Amendment',
  'head.requested-on': 'Requested on',
  'head.decided-on': 'Decided on',
  'notice.spending-until-earlier':
    'Spending was reported until {known} already: this report, until {until}, replaces it. Please check the day.',
  'cli.help-funds': 'the funds of the accord',
  'cli.help-interim': 'interim payments',
  'cli.help-spending': 'what was spent',
  'cli.help-amendment': 'amendments of the plan and the budget',
  'cli.help-settlement': "the settlement of the accord's account",
  'field.AssignFunds.amount': 'what the accord is worth, for example 180000.00',
  'field.trancheId': "id of the tranche in the programme's rules",
  'field.deduction': 'sum kept back for an earlier accord: amount and cause',
  'field.cause': 'cause, as the act cites it',
  'field.lines': 'spending lines: numeral, heading and amount',
  'field.ReportSpending.until': 'day until which spending is reported',
  'field.heading': 'spending heading',
  'field.budget': 'budget lines: numeral, heading and amount',
  'field.amendmentId': 'id of the amendment',
  'field.recognised': 'recognised spending',
  'field.SettleAccord.amount': 'recognised spending, for example 331117.00; 0 where nothing is recognised',
  'issue.duplicate-tranche':
    '{field}: two tranches with the same id, or two advances or balances. Leave only one.',
  'amendment.status.requested': 'requested',
  'amendment.status.approved': 'approved',
  'amendment.status.refused': 'refused',
  'condition.planApproved': 'plan approved',
  'condition.reportApproved': 'final report approved',
} as const
