/** The oddities that an act about money can carry. */
export const moneyNotices = [
  'funds-not-assigned',
  'funds-below-budget',
  'recovery-not-ordered',
  'spending-above-budget',
  'spending-decreased',
  'spending-until-earlier',
] as const
