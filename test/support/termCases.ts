import { act, type Cases } from './eventCases.ts'
import { activitiesEnded, d, inForce, order, planUnderReview, reportOnly, rules } from './fixtures.ts'
import { obligationOf, stateAfter } from './given.ts'

const law = 'art. 2 c. 7 l. 241/1990'
const deadline = obligationOf(stateAfter(activitiesEnded), 'finalReport')
const { status: _, history: __, setOn: ___, ...set } = deadline

/** The move that a grant of the request brings. */
export const moved = { ...set, revision: 2, nominal: d('2019-03-31'), effective: d('2019-04-01') }
export const asked = order('RequestExtension', '2019-02-10', reportOnly)

/** Granted, but only once both parties have signed the addendum that pays for it. */
export const onerous = [
  ...activitiesEnded,
  asked,
  order('GrantExtension', '2019-02-20', { ...reportOnly, addendum: { signBy: d('2019-03-29') } }),
]
const settled = { deadlineId: 'finalReport', revision: 1 }
const effect = {
  ...{ deadlineId: 'finalReport', fromNominal: d('2019-03-01'), fromEffective: d('2019-03-01') },
  ...{ toNominal: d('2019-03-31'), toEffective: d('2019-04-01') },
}

/** What the events about extensions, suspensions and deadlines leave; an accord's life is in `lifeCases.ts`. */
export const termCases = {
  ExtensionRequested: {
    from: activitiesEnded,
    data: {
      ...{ ...reportOnly, holds: ['finalReport'], targets: ['finalReport'] },
      attachmentsBy: d('2019-02-20'),
    },
    leaves: {
      extensions: {
        'proroga-1': {
          ...{ status: 'requested', requested: reportOnly.until, requestedOn: act.on, exOfficio: false },
          ...{ targets: ['finalReport'], holds: ['finalReport'], attachmentsBy: '2019-02-20' },
        },
      },
      obligations: { finalReport: { status: 'held', heldBy: 'proroga-1' } },
    },
  },
  ExtensionGranted: {
    from: [...activitiesEnded, asked],
    data: { ...reportOnly, exOfficio: false, inPart: false, effects: [] },
    leaves: {
      extensions: { 'proroga-1': { status: 'granted', granted: reportOnly.until, decidedOn: act.on } },
      obligations: { finalReport: { status: 'open' } },
    },
  },
  ExtensionRefused: {
    from: [...activitiesEnded, asked],
    data: { extensionId: 'proroga-1', reasons: 'no' },
    leaves: {
      extensions: { 'proroga-1': { status: 'refused', decidedOn: act.on } },
      obligations: { finalReport: { status: 'open', nominal: '2019-03-01', revision: 2 } },
      lastDecision: {
        type: 'ExtensionRefused',
        before: { obligations: { finalReport: { status: 'held', revision: 1 } } },
      },
    },
  },
  ExtensionRevoked: {
    from: [...activitiesEnded, asked, order('GrantExtension', '2019-02-20', reportOnly)],
    data: { extensionId: 'proroga-1', reasons: 'no', effects: [] },
    leaves: {
      extensions: { 'proroga-1': { status: 'revoked', revokedOn: act.on } },
      obligations: { finalReport: { status: 'open', nominal: '2019-03-31', revision: 2 } },
    },
  },
  CalendarApplied: {
    from: activitiesEnded,
    data: { calendarId: 'IT', calendarVersion: '2030-01-01', reasons: 'festa', effects: [] },
    leaves: { phase: 'activitiesEnded', obligations: { finalReport: { status: 'open', revision: 1 } } },
  },
  ExtensionAttachmentsSupplied: {
    from: [
      ...activitiesEnded,
      order('RequestExtension', '2019-02-10', { ...reportOnly, attachmentsBy: d('2019-02-20') }),
    ],
    data: { extensionId: 'proroga-1', note: 'quadro economico' },
    leaves: {
      extensions: {
        'proroga-1': { status: 'requested', attachmentsBy: '2019-02-20', attachmentsOn: act.on },
      },
    },
  },
  ExtensionInstructed: {
    from: [...activitiesEnded, asked],
    data: { extensionId: 'proroga-1', proposal: 'grantInPart' },
    leaves: {
      extensions: {
        'proroga-1': { status: 'requested', instruction: { proposal: 'grantInPart', on: act.on } },
      },
      obligations: { finalReport: { status: 'held' } },
    },
  },
  AddendumSigned: {
    from: onerous,
    data: { extensionId: 'proroga-1', party: 'ministry', kind: 'digital', signerRef: 'dg-prova' },
    leaves: {
      extensions: {
        'proroga-1': {
          status: 'awaitingAddendum',
          addendum: {
            signBy: '2019-03-29',
            signatures: { ministry: { kind: 'digital', signerRef: 'dg-prova' } },
          },
        },
      },
      obligations: { finalReport: { status: 'held', heldBy: 'proroga-1' } },
    },
  },
  ExtensionTookEffect: {
    from: onerous,
    data: { extensionId: 'proroga-1', effects: [effect] },
    leaves: {
      extensions: { 'proroga-1': { status: 'granted', effects: [effect] } },
      // Its own move follows: until then the date and its revision stay.
      obligations: { finalReport: { status: 'open', nominal: '2019-03-01', revision: 1 } },
    },
  },
  ExtensionLapsed: {
    from: onerous,
    data: { extensionId: 'proroga-1', cause: 'addendumUnsigned' },
    leaves: {
      extensions: { 'proroga-1': { status: 'lapsed', granted: reportOnly.until } },
      obligations: { finalReport: { status: 'open', nominal: '2019-03-01', revision: 2 } },
    },
  },
  SuspensionStarted: {
    from: planUnderReview,
    data: {
      ...{ suspensionId: 'informazioni-1', ground: 'art2c7', rule: law, on: d('2018-03-10') },
      ...{ reasons: 'manca il bilancio', deadlineIds: ['planReview'], isGeneral: false, effects: [] },
    },
    leaves: {
      suspensions: {
        'informazioni-1': {
          ...{ suspensionId: 'informazioni-1', ground: 'art2c7', rule: law, on: '2018-03-10' },
          ...{ deadlineIds: ['planReview'], isGeneral: false },
        },
      },
      // The clock is stopped by the deadline event that follows.
      obligations: { planReview: { status: 'open' } },
    },
  },
  SuspensionEnded: {
    from: [
      ...planUnderReview,
      order('StartSuspension', '2018-03-10', {
        ...{ suspensionId: 'informazioni-1', ground: 'art2c7', reasons: 'manca il bilancio' },
        deadlineIds: ['planReview'],
      }),
    ],
    data: { suspensionId: 'informazioni-1', how: 'answered', until: d('2018-03-20'), effects: [] },
    leaves: {
      suspensions: { 'informazioni-1': { on: '2018-03-10', until: '2018-03-20', ended: 'answered' } },
    },
  },
  SuspensionRevoked: {
    from: [
      ...planUnderReview,
      order('StartSuspension', '2018-03-12', {
        ...{ suspensionId: 'emergenza', ground: 'law', reasons: 'emergenza' },
        ...{ from: d('2018-03-05'), until: d('2018-03-06') },
      }),
    ],
    data: { suspensionId: 'emergenza', reasons: 'non riguarda la Regione', effects: [] },
    leaves: { suspensions: { emergenza: { on: '2018-03-04', until: '2018-03-06', revoked: true } } },
  },
  RulesAdopted: {
    from: inForce,
    data: { rules: { ...rules, version: 2 }, from: 1, reasons: 'nuove regole' },
    leaves: { rules: { programmeId: 'prova', version: 2 }, rulesBefore: 1 },
  },
  DeadlineSet: {
    from: inForce,
    data: { deadline: set },
    leaves: {
      obligations: { finalReport: { ...set, status: 'open', history: [], setOn: act.on.date } },
    },
  },
  DeadlineMoved: {
    from: activitiesEnded,
    data: { deadline: moved, cause: 'extension' },
    leaves: {
      obligations: {
        finalReport: {
          ...moved,
          status: 'open',
          history: [{ revision: 1, nominal: '2019-03-01', movedBy: 'extension' }],
        },
      },
    },
  },
  DeadlineSuspended: {
    from: planUnderReview,
    data: {
      ...{ deadlineId: 'planReview', on: d('2018-03-11'), remainingDays: 20 },
      ...{ suspensionId: 'informazioni-1', ground: 'art2c7', rule: law },
    },
    leaves: {
      obligations: {
        planReview: {
          ...{ status: 'suspended', suspendedRemainingDays: 20, nominal: '2018-03-31' },
          adjustments: [
            {
              ...{ kind: 'suspension', suspensionId: 'informazioni-1', ground: 'art2c7' },
              ...{ on: '2018-03-11', rule: law },
            },
          ],
        },
      },
    },
  },
  DeadlineMet: {
    from: activitiesEnded,
    data: { ...settled, inTime: false, daysLate: 32 },
    leaves: { obligations: { finalReport: { status: 'metLate', daysLate: 32, settledOn: '2019-04-02' } } },
  },
  DeadlineMissed: {
    from: activitiesEnded,
    data: { ...settled, passedAt: deadline.passesAt },
    leaves: { obligations: { finalReport: { status: 'missed', nominal: '2019-03-01' } } },
  },
  DeadlineLifted: {
    from: activitiesEnded,
    data: { deadlineId: 'finalReport' },
    leaves: { obligations: { finalReport: { status: 'lifted', settledOn: '2019-04-02' } } },
  },
  TargetPassed: {
    from: planUnderReview,
    data: { deadlineId: 'planReview', revision: 1, passedAt: act.receivedAt },
    leaves: { obligations: { planReview: { status: 'open', revision: 1, targetPassed: true } } },
  },
} satisfies Cases
