/** Cents as euros with two decimals and a point, as they travel and in the parameters of refusals: `"331117.00"`. */
export function centsText(cents: number): string {
  const sign = cents < 0 ? '-' : ''
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
