import type { Change } from '../../accord/approvals/about.ts'
import type { DecisionStatus, DecisionSubject } from '../../accord/approvals/parts.ts'
import type { CommandType } from '../../accord/commands.ts'
import type { DocumentKind, DocumentSignature } from '../../accord/documents/parts.ts'
import type {
  AccordEvents,
  Deadline,
  DeadlineCause,
  DeadlineKind,
  ReversibleType,
} from '../../accord/events.ts'
import type { ExitKind, RecoveryCause, RevocationExtent } from '../../accord/exits/parts.ts'
import type {
  Actor,
  DatedFact,
  ExtensionScope,
  Mark,
  Party,
  Proposal,
  SignatureKind,
} from '../../accord/parts.ts'
import type { ActionState, DeadlineStatus, ExtensionState, PhaseName } from '../../accord/state.ts'
import type { SuspensionGround } from '../../time/adjustments.ts'
import type { Precision } from '../../time/localDate.ts'

/** Every name that people read for a word of the domain. */
export type NameKey =
  | `act.${CommandType}`
  | `about.${DecisionSubject}`
  | `change.${Change}`
  | `decision.status.${DecisionStatus}`
  | `phase.${PhaseName}`
  | `deadline.${DeadlineKind}`
  | `status.${DeadlineStatus}`
  | `cause.${DeadlineCause}`
  | `party.${Deadline['obligor']}`
  | `partySubject.${Party}`
  | `recipient.${Party | 'both'}`
  | `role.${Actor['role']}`
  | `signature.${SignatureKind}`
  | `extension.${ExtensionScope}`
  | `extension.status.${ExtensionState['status']}`
  | `action.${ActionState['status']}`
  | `mark.${Mark | 'derived'}`
  | `precision.${Precision}`
  | `subject.${'plan' | 'report'}`
  | `ground.${SuspensionGround}`
  | `fact.${DatedFact}`
  | `proposal.${Proposal}`
  | `outcome.${AccordEvents['ControlEnded']['outcome']}`
  | `how.${AccordEvents['SuspensionEnded']['how']}`
  | `decision.${ReversibleType}`
  | `lapse.${AccordEvents['ExtensionLapsed']['cause']}`
  | `exit.${ExitKind}`
  | `extent.${RevocationExtent}`
  | `recovery.cause.${RecoveryCause}`
  | `payment.${'advance' | 'interim' | 'balance'}`
  | `documentKind.${DocumentKind}`
  | `documentSignature.${DocumentSignature}`

/** What each thing is called, in the words of the glossary. */
export const names = {
  'act.ProposeAccord': 'Proposta di un accordo di programma a una Regione',
  'act.SignAccord': "Firma dell'accordo",
  'act.RecordRegionalAct': 'Registrazione di un atto interno della Regione',
  'act.SubmitPlan': 'Presentazione del piano integrato',
  'act.RequestPlanIntegration': 'Richiesta di integrazioni sul piano integrato',
  'act.SupplyPlanIntegration': 'Invio delle integrazioni sul piano integrato',
  'act.ReturnPlan': 'Restituzione del piano integrato alla Regione',
  'act.ApprovePlan': 'Approvazione del piano integrato',
  'act.MeetPlanCondition': "Adempimento di una condizione dell'approvazione",
  'act.StartAction': "Avvio di un'azione del piano integrato",
  'act.SignalMilestone': 'Segnalazione di un traguardo raggiunto',
  'act.CompleteAction': "Completamento di un'azione del piano integrato",
  'act.EndActivities': 'Comunicazione della fine delle attività',
  'act.RequestExtension': 'Richiesta di proroga',
  'act.GrantExtension': 'Concessione di una proroga',
  'act.RefuseExtension': 'Rifiuto di una proroga',
  'act.RevokeExtension': 'Revoca di una proroga concessa',
  'act.ApplyCalendar': 'Applicazione di una nuova versione del calendario alle scadenze aperte',
  'act.SupplyExtensionAttachments': 'Invio degli allegati di una richiesta di proroga',
  'act.InstructExtension': 'Istruttoria di una richiesta di proroga',
  'act.SignAddendum': "Firma dell'atto aggiuntivo di una proroga onerosa",
  'act.StartSuspension': 'Sospensione dei termini',
  'act.SupplyInformation': 'Invio delle informazioni o delle osservazioni attese',
  'act.EndSuspension': 'Fine di una sospensione dei termini',
  'act.SendToControl': 'Invio al controllo della Corte dei conti',
  'act.RecordControl': 'Esito del controllo della Corte dei conti',
  'act.CorrectDate': 'Correzione di una data registrata per errore',
  'act.ReverseLastDecision': "Annullamento dell'ultima decisione",
  'act.SubmitFinalReport': 'Presentazione della relazione finale',
  'act.RequestReportIntegration': 'Richiesta di integrazioni sulla relazione finale',
  'act.SupplyReportIntegration': 'Invio delle integrazioni sulla relazione finale',
  'act.ReturnFinalReport': 'Restituzione della relazione finale alla Regione',
  'act.ApproveFinalReport': 'Approvazione della relazione finale',
  'act.ConcludeAccord': "Conclusione dell'accordo",
  'act.PassDeadline': 'Scadenza trascorsa, rilevata dal sistema',

  'phase.proposed': 'in attesa delle firme',
  'phase.inForce': 'in vigore, piano integrato da presentare',
  'phase.planUnderReview': 'piano integrato in esame',
  'phase.planIntegration': 'piano integrato in attesa di integrazioni',
  'phase.planReturned': 'piano integrato restituito alla Regione',
  'phase.underway': 'attività in corso',
  'phase.activitiesEnded': 'attività terminate, relazione finale da presentare',
  'phase.reportUnderReview': 'relazione finale in esame',
  'phase.reportIntegration': 'relazione finale in attesa di integrazioni',
  'phase.reportReturned': 'relazione finale restituita alla Regione',
  'phase.reportApproved': 'relazione finale approvata',
  'phase.concluded': 'concluso',

  'deadline.signature': "firma dell'accordo",
  'deadline.plan': 'piano integrato',
  'deadline.planReview': 'esame del piano integrato',
  'deadline.planIntegration': 'integrazioni sul piano integrato',
  'deadline.planResubmission': 'nuova presentazione del piano integrato',
  'deadline.planCondition': "condizione dell'approvazione",
  'deadline.milestone': 'traguardo',
  'deadline.activities': 'fine delle attività',
  'deadline.finalReport': 'relazione finale',
  'deadline.reportReview': 'esame della relazione finale',
  'deadline.reportIntegration': 'integrazioni sulla relazione finale',
  'deadline.reportResubmission': 'nuova presentazione della relazione finale',
  'deadline.extensionDecision': 'decisione sulla proroga',
  'deadline.extensionAttachments': 'allegati della richiesta di proroga',
  'deadline.addendum': "firma dell'atto aggiuntivo",
  'deadline.action': "fine dell'azione",
  'deadline.informationReply': 'informazioni chieste',
  'deadline.observations': 'osservazioni prima di un rifiuto',
  'deadline.control': 'controllo della Corte dei conti',
  'deadline.controlLatest': 'controllo della Corte dei conti, termine massimo',

  'status.open': 'aperta',
  'status.held': 'non decorre: proroga da decidere o da firmare',
  'status.suspended': 'termini sospesi',
  'status.missed': 'scaduta',
  'status.met': 'rispettata',
  'status.metLate': 'adempiuta in ritardo',
  'status.lifted': 'venuta meno',

  'cause.extension': 'per proroga',
  'cause.revocation': 'per revoca della proroga',
  'cause.calendar': 'per il nuovo calendario',
  'cause.resumption': 'per la ripresa dei termini sospesi',
  'cause.suspension': 'per la sospensione dei termini',
  'cause.correction': 'per correzione',
  'cause.reversal': 'per annullamento della decisione',
  'cause.parent': 'segue la fine delle attività',

  'party.ministry': 'Ministero',
  'party.region': 'Regione',
  'party.both': 'Ministero e Regione',
  'party.corteDeiConti': 'Corte dei conti',
  'partySubject.ministry': 'Il Ministero',
  'partySubject.region': 'La Regione',

  'recipient.ministry': 'al Ministero',
  'recipient.region': 'alla Regione',
  'recipient.both': 'al Ministero e alla Regione',

  'role.ministry': 'Ministero',
  'role.region': 'Regione',
  'role.scheduler': 'scadenzario automatico',
  'role.auditor': 'revisore',

  'signature.digital': 'firma digitale',
  'signature.handwritten': 'firma autografa',
  'signature.unknown': 'tipo di firma non noto',

  'extension.activities': 'solo attività',
  'extension.finalReport': 'solo relazione finale',
  'extension.both': 'attività e relazione finale',
  'extension.parts': 'singole azioni o traguardi',
  'extension.status.awaitingAddendum': "concessa, in attesa dell'atto aggiuntivo",
  'extension.status.lapsed': 'decaduta',
  'extension.status.requested': 'richiesta, da decidere',
  'extension.status.granted': 'concessa',
  'extension.status.grantedInPart': 'concessa in parte',
  'extension.status.refused': 'rifiutata',
  'extension.status.revoked': 'revocata',

  'ground.art2c7': 'per acquisire informazioni',
  'ground.art10bis': 'per le osservazioni prima di un rifiuto',
  'ground.law': 'per legge',
  'ground.control': 'per un rilievo della Corte dei conti',
  'ground.standstill': 'in attesa della decisione sulla proroga',
  'fact.proposal': 'data della proposta',
  'fact.inForce': 'entrata in vigore',
  'fact.actionStart': "avvio dell'azione",
  'fact.actionCompletion': "completamento dell'azione",
  'fact.milestone': 'traguardo raggiunto',
  'fact.activitiesEnd': 'fine delle attività',
  'fact.deadline': 'origine della scadenza',
  'proposal.grant': 'concederla',
  'proposal.grantInPart': 'concederla in parte',
  'proposal.refuse': 'rifiutarla',
  'outcome.registered': 'accordo registrato',
  'outcome.refused': 'visto e registrazione ricusati',
  'outcome.silence': "termine trascorso senza una pronuncia, l'accordo ha effetto",
  'how.answered': 'la risposta è arrivata',
  'how.expiry': 'il termine per rispondere è trascorso',
  'how.ended': 'il Ministero la fa cessare',
  'how.decided': 'il procedimento è deciso',
  'decision.PlanReturned': 'restituzione del piano integrato',
  'decision.PlanApproved': 'approvazione del piano integrato',
  'decision.ExtensionGranted': 'concessione della proroga',
  'decision.SuspensionStarted': 'sospensione dei termini',
  'decision.ExtensionRefused': 'rifiuto della proroga',
  'decision.FinalReportReturned': 'restituzione della relazione finale',
  'decision.FinalReportApproved': 'approvazione della relazione finale',
  'decision.AccordConcluded': "conclusione dell'accordo",
  'lapse.addendumUnsigned': "l'atto aggiuntivo non è stato firmato in tempo",
  'lapse.obligationMet': "l'obbligo è già adempiuto",

  'action.planned': 'prevista',
  'action.started': 'avviata',
  'action.completed': 'completata',

  'mark.stated': 'dichiarato dalla pagina del programma',
  'mark.act': 'da un atto pubblicato',
  'mark.assumed': 'presunto, nessuna fonte lo dice',
  'mark.derived': 'ricavato per calcolo o deduzione',

  'precision.day': 'giorno',
  'precision.month': 'mese',
  'precision.year': 'anno',

  'subject.plan': 'sul piano integrato',
  'subject.report': 'sulla relazione finale',

  'payment.advance': "L'anticipo",
  'payment.balance': 'Il saldo',
} as const
