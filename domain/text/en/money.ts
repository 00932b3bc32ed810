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
  'rule.one-payment': 'Rule of accordi: the advance and the balance are each recorded once.',
  'rule.balance-last': 'Rule of accordi: no balance before the final report is approved.',
} as const
