/**
 * JSON that is the same for the same content whatever the order of its keys, since what comes from Postgres has its
 * own. What `leavesOut` names by its key is not part of the content.
 */
export function inKeyOrder(content: unknown, leavesOut: (key: string) => boolean = () => false): string {
  return JSON.stringify(content, (key, value: unknown) => {
    if (leavesOut(key)) return undefined
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
