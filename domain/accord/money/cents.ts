/** An amount in the parameters of refusals and notices, as it is on the wire: `"331117.00"`. */
export function centsText(cents: number): string {
  const euros = Math.trunc(cents / 100)
  return `${euros}.${String(Math.abs(cents % 100)).padStart(2, '0')}`
}
