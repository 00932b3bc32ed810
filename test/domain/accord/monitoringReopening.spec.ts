import { describe, expect, test } from 'vitest'
import { given } from '../../support/given.ts'
import { accepted, accepts, progress, reopens, returns, submits } from '../../support/monitoringCases.ts'

describe('an accepted report', () => {
  test('reopened for one action leaves the others closed', () => {
    const reopened = [...accepted, reopens('2018-T1', '2018-06-01', ['II'])]
    given(...reopened)
      .when(submits('2018-T1', '2018-06-05', progress(20, 300_00)))
      .refused('monitoring-outside-reopening', { period: '2018-T1', numeral: 'I', actions: 'II' })
    given(...reopened)
      .when(submits('2018-T1', '2018-06-05', progress(20, 300_00).slice(1)))
      .accepted()
      .leaving({
        monitoring: expect.objectContaining({
          reports: { '2018-T1': expect.objectContaining({ version: 2 }) },
        }),
      })
  })

  test('reopened for one action and then returned opens no other', () => {
    const figures = (cents: number) => progress(20, cents).slice(1)
    const again = [
      ...[
        ...accepted,
        reopens('2018-T1', '2018-06-01', ['II']),
        submits('2018-T1', '2018-06-05', figures(1)),
      ],
      returns('2018-T1', '2018-06-07'),
    ]
    given(...again)
      .when(submits('2018-T1', '2018-06-08', progress(20, 300_00)))
      .refused('monitoring-outside-reopening', { period: '2018-T1', numeral: 'I', actions: 'II' })
    const third = [...again, submits('2018-T1', '2018-06-08', figures(2)), accepts('2018-T1', '2018-06-11')]
    given(...third, reopens('2018-T1', '2018-06-12'))
      .when(submits('2018-T1', '2018-06-13', progress(20, 300_00)))
      .then(['MonitoringReportSubmitted', { reportVersion: 4 }], ['DeadlineMet'], ['DeadlineSet'])
  })

  test('is reopened for the same actions in whatever order, each named once', () => {
    given(...accepted, reopens('2018-T1', '2018-06-01', ['I', 'II']))
      .when(reopens('2018-T1', '2018-06-02', ['II', 'I']))
      .nothing()
    given(...accepted)
      .when(reopens('2018-T1', '2018-06-01', ['II', 'II']))
      .refused('duplicate-action', { numeral: 'II' })
  })
})
