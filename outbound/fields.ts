/**
 * What leaves accordi. Numbers, booleans, dates, instants, periods and words from a fixed list always do. A text does
 * only where its field is named here: ids, references, citations. Whatever is not listed stays, so that a field
 * added tomorrow leaks nothing; `test/outbound/fields.spec.ts` then asks for a place in one of the two lists.
 */
export const sent: ReadonlySet<string> = new Set([
  ...['id', 'ref', 'numeral', 'heading', 'headings', 'actions', 'period', 'version', 'zone', 'tz', 'time'],
  ...['amendmentId', 'calendarId', 'calendarVersion', 'conditionId', 'cutOff', 'deadlineId', 'deadlineIds'],
  ...['decisionId', 'documentId', 'extensionId', 'milestoneId', 'parentId', 'programmeId', 'recoveryId'],
  ...['repaymentId', 'suspensionId', 'trancheId', 'supersedes', 'holds', 'targets'],
  // Offices, by their opaque reference; the command that took a decision.
  ...['certifiers', 'decidedBy', 'mayCorrect', 'mayReopen', 'preparedBy', 'signerRef'],
  // What the act or the rule cites.
  ...['citation', 'law', 'protocol', 'rule', 'source'],
  ...['mime', 'sha256'],
])

/** Written by people: what is told here may name persons, and a receiver finds it in accordi, where it may look. */
export const withheld: ReadonlySet<string> = new Set([
  ...['title', 'text', 'note', 'reasons', 'request', 'grounds', 'cause', 'name', 'unit', 'fund'],
  // The wire form of a sum, which no event holds.
  'amount',
])
