/** The timeline, one sentence per event; a suffix marks the variants of one event. */
export const events = {
  'event.AccordProposed': 'Proposto alla Regione {region}: «{title}» (programma {programmeId}).',
  'event.AccordSigned': "{party} firma l'accordo ({kind}).",
  'event.AccordEnteredIntoForce': "L'accordo entra in vigore: le due parti hanno firmato.",
  'event.RegionalActRecorded': 'Registrato un atto della Regione: «{title}».',
  'event.PlanSubmitted': 'Presentato il piano integrato, versione {planVersion} (azioni: {actions}).',
  'event.PlanIntegrationRequested': 'Chieste integrazioni sul piano integrato: «{request}».',
  'event.PlanIntegrationSupplied': 'Fornite le integrazioni sul piano integrato: «{note}».',
  'event.PlanReturned': 'Restituito alla Regione il piano integrato, versione {planVersion}: «{reasons}».',
  'event.PlanApproved': 'Approvato il piano integrato, versione {planVersion}.',
  'event.PlanApproved.conditions':
    'Approvato il piano integrato, versione {planVersion}, con condizioni: {conditions}.',
  'event.PlanConditionMet': "Adempiuta la condizione «{conditionId}» dell'approvazione.",
  'event.ActionStarted': "Avviata l'azione {numeral}.",
  'event.MilestoneSignalled': 'Segnalato il traguardo «{milestoneId}».',
  'event.MilestoneSignalled.note': 'Segnalato il traguardo «{milestoneId}»: «{note}».',
  'event.ActionCompleted': "Completata l'azione {numeral}.",
  'event.ActivitiesEnded': 'La Regione comunica la fine delle attività.',
  'event.ActivitiesEnded.expiry': 'Attività terminate: il periodo è trascorso.',
  'event.ExtensionRequested': 'Chiesta la proroga «{extensionId}», {scope}: {until}. Motivi: «{reasons}».',
  'event.ExtensionGranted': 'Concessa la proroga «{extensionId}», {scope}: {until}. Motivi: «{reasons}».',
  'event.ExtensionGranted.inPart':
    'Concessa in parte la proroga «{extensionId}», {scope}: {until}. Motivi: «{reasons}».',
  'event.ExtensionGranted.exOfficio':
    "Concessa d'ufficio la proroga «{extensionId}», {scope}: {until}. Motivi: «{reasons}».",
  'event.ExtensionRevoked': 'Revocata la proroga «{extensionId}». Motivi: «{reasons}».',
  'event.ExtensionRefused': 'Rifiutata la proroga «{extensionId}». Motivi: «{reasons}».',
  'event.ExtensionRequested.attachments':
    'Chiesta la proroga «{extensionId}», {scope}: {until}. Motivi: «{reasons}». Gli allegati seguono entro il {by}.',
  'event.ExtensionAttachmentsSupplied': 'Inviati gli allegati della richiesta di proroga «{extensionId}».',
  'event.ExtensionInstructed': 'Istruttoria sulla proroga «{extensionId}»: si propone di {proposal}.',
  'event.ExtensionGranted.onerous':
    "Concessa la proroga onerosa «{extensionId}», {scope}: {until}. Avrà effetto con la firma dell'atto aggiuntivo, entro il {signBy}. Motivi: «{reasons}».",
  'event.ExtensionGranted.onerous.amount':
    "Concessa la proroga onerosa «{extensionId}» ({amount}), {scope}: {until}. Avrà effetto con la firma dell'atto aggiuntivo, entro il {signBy}. Motivi: «{reasons}».",
  'event.AddendumSigned': "{party} firma l'atto aggiuntivo della proroga «{extensionId}» ({kind}).",
  'event.ExtensionTookEffect':
    "La proroga «{extensionId}» ha effetto: le due parti hanno firmato l'atto aggiuntivo.",
  'event.ExtensionLapsed': 'La proroga «{extensionId}» decade: {why}.',
  'event.SuspensionStarted': 'Termini sospesi {ground} («{suspensionId}»): {deadlines}. Motivi: «{reasons}».',
  'event.SuspensionStarted.until':
    'Termini sospesi {ground} («{suspensionId}»), fino al {until} compreso: {deadlines}. Motivi: «{reasons}».',
  'event.SuspensionEnded':
    'Finisce la sospensione «{suspensionId}»: {how}. I termini corrono di nuovo dal {until}.',
  'event.SuspensionEnded.decided': 'Finisce la sospensione «{suspensionId}»: {how}.',
  'event.SentToControl': "L'accordo è inviato al controllo della Corte dei conti.",
  'event.ControlEnded': 'Controllo della Corte dei conti: {outcome}.',
  'event.DateCorrected':
    'Corretta una data sbagliata ({what}): è il {to}, non il {from}. Motivi: «{reasons}».',
  'event.DateCorrected.ref':
    'Corretta una data sbagliata ({what}, {ref}): è il {to}, non il {from}. Motivi: «{reasons}».',
  'event.DecisionReversed':
    "Annullata l'ultima decisione ({decision}): l'accordo torna com'era prima. Motivi: «{reasons}».",
  'event.TargetPassed':
    'Data obiettivo trascorsa per «{deadline}»: era il {passedAt}; il termine non è ancora scaduto.',
  'event.CalendarApplied':
    'Applicato il calendario {calendarId}, versione {calendarVersion}. Motivi: «{reasons}».',
  'event.FinalReportSubmitted': 'Presentata la relazione finale, versione {reportVersion}: «{title}».',
  'event.ReportIntegrationRequested': 'Chieste integrazioni sulla relazione finale: «{request}».',
  'event.ReportIntegrationSupplied': 'Fornite le integrazioni sulla relazione finale: «{note}».',
  'event.FinalReportReturned':
    'Restituita alla Regione la relazione finale, versione {reportVersion}: «{reasons}».',
  'event.FinalReportApproved': 'Approvata la relazione finale, versione {reportVersion}.',
  'event.AccordConcluded': "L'accordo è concluso.",
  'event.DeadlineSet': 'Scadenza «{deadline}» fissata al {date}.',
  'event.DeadlineMoved': 'Scadenza «{deadline}» spostata al {date} ({cause}).',
  'event.DeadlineMoved.from': 'Scadenza «{deadline}» spostata dal {from} al {date} ({cause}).',
  'event.DeadlineSuspended': 'Scadenza «{deadline}»: termini sospesi dal {on}, restano {days}.',
  'event.DeadlineMet': 'Scadenza «{deadline}» rispettata.',
  'event.DeadlineMet.activities': 'Scadenza «{deadline}»: le attività sono terminate.',
  'event.DeadlineMet.late': 'Scadenza «{deadline}» adempiuta in ritardo: {days}.',
  'event.DeadlineMet.sameDay': "Scadenza «{deadline}» adempiuta in ritardo: il giorno stesso, oltre l'ora.",
  'event.DeadlineMissed': "Scadenza «{deadline}» trascorsa senza l'atto dovuto: {passedAt}.",
  'event.DeadlineLifted': 'Scadenza «{deadline}» venuta meno: non occorre più.',

  'event.assumed': '{sentence} (atto presunto).',
  'event.fromAssumed': '{sentence} (da un atto presunto).',

  'date.rolled': '{nominal}, che slitta a {effective}',
  'date.withTime': '{date}, ore {time}',
  'date.assumed': '{date} (data presunta)',
  'days.one': '1 giorno',
  'days.many': '{count} giorni',
  'until.one': 'fino al {date}',
  'until.action': 'azione {part} fino al {date}',
  'until.milestone': 'traguardo {part} fino al {date}',
  'until.both': 'attività fino al {activities}, relazione finale fino al {finalReport}',
} as const
