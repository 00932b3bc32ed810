/** The oddities that a monitoring report can carry. */
export const monitoringNotices = [
  'monitoring-late',
  'monitoring-period-running',
  'monitoring-actions-missing',
  'monitoring-spent-less',
  'monitoring-above-target',
] as const
