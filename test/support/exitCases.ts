import { act, type Cases } from './eventCases.ts'
import {
  advanced,
  declare,
  observed,
  revoking,
  startRevocation,
  unused,
  withdrawing,
  withdrawn,
} from './exitFixtures.ts'
import { concluded, euro } from './fixtures.ts'

const reasons = 'motivi'

/** What the events about exits, recoveries and reopening leave. */
export const exitCases = {
  WithdrawalNotified: {
    from: advanced,
    data: { reasons },
    leaves: { phase: 'underway', withdrawal: { reasons, on: act.on } },
  },
  WithdrawalTakenBack: {
    from: withdrawing,
    data: { reasons },
    leaves: { phase: 'underway' },
  },
  WithdrawalRefused: {
    from: withdrawing,
    data: { reasons },
    leaves: { phase: 'underway' },
  },
  WithdrawalAccepted: {
    from: withdrawing,
    data: { note: 'd.d. 12' },
    leaves: {
      ...{ phase: 'withdrawn', exitedOn: act.on, plan: { version: 1 } },
      closing: { phase: 'underway', commandId: 'c' },
    },
  },
  NonUseDeclared: { from: advanced, data: { reasons }, leaves: { nonUse: { reasons, on: act.on } } },
  NonUseRefused: { from: [...advanced, declare], data: { reasons }, leaves: { phase: 'underway' } },
  NonUseAccepted: {
    from: [...advanced, declare],
    data: {},
    leaves: { phase: 'unused', exitedOn: act.on },
  },
  RevocationStarted: {
    from: advanced,
    data: { grounds: 'ritardo', deadlineId: 'revocationObservations' },
    leaves: { revocation: { grounds: 'ritardo', deadlineId: 'revocationObservations', on: act.on } },
  },
  RevocationObservationsSupplied: {
    from: [...advanced, startRevocation],
    data: { note: 'ecco' },
    leaves: { revocation: { observations: { note: 'ecco', on: act.on } } },
  },
  RevocationOrdered: {
    from: observed,
    data: { extent: 'partial', actions: ['II'], reasons },
    leaves: {
      phase: 'underway',
      actions: { I: { status: 'planned' }, II: { status: 'revoked' } },
    },
  },
  RevocationDropped: { from: revoking, data: { reasons }, leaves: { phase: 'underway' } },
  RecoveryOrdered: {
    from: concluded,
    data: { recoveryId: 'conguaglio', amount: euro(5), cause: 'settlement', reasons },
    leaves: {
      recoveries: {
        conguaglio: {
          ...{ cause: 'settlement', reasons, orderedOn: act.on, ordered: euro(5) },
          ...{ amountCents: 5, repayments: {} },
        },
      },
    },
  },
  RepaymentRecorded: {
    from: withdrawn,
    data: { recoveryId: 'anticipo', repaymentId: 'r1', amount: euro(7), leftCents: 11_999_993 },
    leaves: { recoveries: { anticipo: { repayments: { r1: { amount: euro(7), on: act.on } } } } },
  },
  RecoveryReduced: {
    from: withdrawn,
    data: { recoveryId: 'anticipo', fromCents: 12_000_000, toCents: 0, leftCents: 0, reasons },
    leaves: { recoveries: { anticipo: { amountCents: 0, ordered: euro(12_000_000), settledOn: act.on } } },
  },
  AccordClosed: { from: unused, data: {}, leaves: { phase: 'unused', closedOn: act.on.date } },
  AccordReopened: {
    from: withdrawn,
    data: { from: 'withdrawn', to: 'underway', reasons },
    leaves: {
      phase: 'underway',
      obligations: {
        activities: { status: 'open', revision: 2, nominal: '2018-12-31' },
        'recovery:anticipo': { status: 'open', revision: 1 },
      },
    },
  },
} satisfies Cases
