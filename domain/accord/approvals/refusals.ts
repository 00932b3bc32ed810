/** The rule behind each refusal about decisions that are prepared and certified. */
export const approvalRefusals = {
  'needs-certification': 'certification',
  'certification-not-foreseen': 'certification',
  'certifier-is-preparer': 'certification',
  'not-the-preparer': 'certification',
  'decision-without-effect': 'certification',
  'decision-exists': 'decision-ids',
  'unknown-decision': 'decision-ids',
  'decision-settled': 'decision-ids',
  'decision-outdated': 'decision-version',
} as const
