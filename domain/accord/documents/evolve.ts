import type { RecordedEvent } from '../events.ts'
import type { AccordFacts } from '../state.ts'
import { type DocumentRef, documentIdOf } from './parts.ts'
import {
  type DocumentSubject,
  type Documents,
  type DocumentVersion,
  documentOf,
  versionWith,
} from './state.ts'

/**
 * The documents after one more recorded event. Every event of an act carries the act's documents, so the same
 * bytes again make no further version; where nothing changes, what was there is returned itself.
 */
export function documentsAfter(
  before: Documents | undefined,
  event: RecordedEvent,
): Pick<AccordFacts, 'documents'> {
  let after = before
  for (const ref of event.act.documents) after = filed(after, ref, event)
  return after === undefined ? {} : { documents: after }
}

function filed(documents: Documents | undefined, ref: DocumentRef, event: RecordedEvent): Documents {
  const known = documentOf(documents, ref)
  const about = known?.about ?? subjectOf(event)
  const versions = versionsWith(known?.versions ?? [], ref, event)
  if (documents !== undefined && known !== undefined) {
    if (known.about === about && known.versions === versions) return documents
  }
  const documentId = known?.documentId ?? documentIdOf(ref)
  return { ...documents, [documentId]: { documentId, ...(about && { about }), versions } }
}

function versionsWith(
  versions: readonly DocumentVersion[],
  ref: DocumentRef,
  { act, commandId }: RecordedEvent,
): readonly DocumentVersion[] {
  if (versionWith(versions, ref) !== undefined) return versions
  return [...versions, { version: versions.length + 1, ref, on: act.on, commandId }]
}

/** By the first event of an act that is about something; the events of deadlines that follow it are about nothing. */
function subjectOf(event: RecordedEvent): DocumentSubject | undefined {
  switch (event.type) {
    case 'AccordProposed':
    case 'AccordSigned':
    case 'AccordEnteredIntoForce':
      return 'accord'
    case 'PlanSubmitted':
    case 'PlanIntegrationRequested':
    case 'PlanIntegrationSupplied':
    case 'PlanReturned':
    case 'PlanApproved':
      return 'plan'
    case 'FinalReportSubmitted':
    case 'ReportIntegrationRequested':
    case 'ReportIntegrationSupplied':
    case 'FinalReportReturned':
    case 'FinalReportApproved':
      return 'finalReport'
    case 'ExtensionRequested':
    case 'ExtensionInstructed':
    case 'ExtensionAttachmentsSupplied':
    case 'ExtensionGranted':
    case 'ExtensionRefused':
    case 'ExtensionRevoked':
      return `extension:${event.data.extensionId}`
    case 'AddendumSigned':
      return `addendum:${event.data.extensionId}`
    case 'AmendmentRequested':
    case 'AmendmentApproved':
    case 'AmendmentRefused':
      return `amendment:${event.data.amendmentId}`
    case 'MonitoringReportSubmitted':
    case 'MonitoringReportReturned':
    case 'MonitoringReportAccepted':
    case 'MonitoringReportReopened':
      return `monitoring:${event.data.period}`
    default:
      return undefined
  }
}
