/** The rule behind each refusal about money. */
export const moneyRefusals = {
  'already-paid': 'one-payment',
  'balance-before-approval': 'balance-last',
} as const
