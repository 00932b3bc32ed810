/** The rule behind each refusal about monitoring. */
export const monitoringRefusals = {
  'monitoring-not-scheduled': 'monitoring-periods',
  'unknown-monitoring-period': 'monitoring-periods',
  'monitoring-period-not-begun': 'monitoring-periods',
  'monitoring-report-closed': 'monitoring-order',
  'monitoring-report-not-submitted': 'monitoring-order',
  'monitoring-report-not-accepted': 'monitoring-order',
  'monitoring-outside-reopening': 'monitoring-reopening',
  'duplicate-indicator': 'action-numbers',
  'monitoring-gate-not-closed': 'monitoring-gates',
  'gated-by-overdue-report': 'monitoring-gates',
} as const
