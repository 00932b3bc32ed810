/** What is read about programmes and about acts over many accords. */
export const programme = {
  'event.SuspensionRevoked':
    'Revocata la sospensione «{suspensionId}»: per questo accordo non vale. Motivi: «{reasons}».',
  'event.RulesAdopted':
    "L'accordo passa alle regole del programma, versione {version} (seguiva la {from}). Motivi: «{reasons}».",
  'act.RevokeSuspension': 'Revoca di una sospensione per legge',
  'act.AdoptRules': "Passaggio dell'accordo a un'altra versione delle regole del programma",
  'refusal.suspension-not-by-law':
    'La sospensione «{suspensionId}» ({ground}) non è per legge: appartiene a un procedimento. Farla finire («suspension end»), oppure annullare la decisione («decision reverse»).',
  'refusal.rules-version-unknown':
    'Il programma «{programmeId}» non ha regole con la versione {rulesVersion}. Guardare le versioni («programme show»), oppure registrare prima quella nuova («programme change»).',
  'field.rulesVersion': 'la versione delle regole del programma a cui passare',
  'cli.help-rules': "le regole del programma che l'accordo segue",
  'refusal.programme-exists':
    'Il programma «{programmeId}» è già aperto. Per cambiarne le regole registrarne la versione seguente («programme change»).',
  'refusal.programme-absent':
    "Il programma «{programmeId}» non esiste. Controllare l'identificativo («programme list»), oppure registrarlo prima («programme draft» o «import»).",
  'refusal.programme-not-open':
    'Il programma «{programmeId}» è ancora in bozza. Aprirlo prima («programme open»).',
  'refusal.programme-not-ready':
    'Al programma mancano {count} cose: {gaps}. Completarne le regole, oppure accettare ciascuna mancanza con il suo motivo («accepted» nel file, o «--accept controllo=motivo»).',
  'refusal.gap-not-found':
    "La mancanza «{check}» non c'è: il controllo trova {found}. Togliere ciò che si accetta di troppo, o correggerne il nome.",
  'refusal.rules-not-next':
    'Le regole hanno la versione {version}; la prossima è la {next}. Correggere «version» nel file.',
  'refusal.rules-other-programme':
    "Le regole sono del programma «{named}», non di «{programmeId}». Correggere «programmeId» nel file, oppure scegliere l'altro programma.",
  'refusal.programme-not-authorised':
    'Il ruolo «{role}» non può compiere questo atto sul programma: spetta al Ministero. Agire come ministero («--as ministry:ufficio»).',
  'refusal.collective-exists':
    "L'atto collettivo «{actId}» esiste già. Scegliere un altro identificativo, oppure guardarlo («collective show»).",
  'refusal.collective-unknown':
    "L'atto collettivo «{actId}» non esiste in questo programma (ci sono: {known}). Controllare l'identificativo.",
  'refusal.collective-empty':
    "L'atto non riguarda nessun accordo (esclusi: {excluded}). Allargare le Regioni, le fasi o gli accordi scelti, oppure togliere le esclusioni.",
  'refusal.collective-idle':
    'Questi nomi non corrispondono a nessun accordo scelto: {names}. Correggerli, o toglierli dalla scelta e dalle esclusioni.',
  'refusal.collective-overlap':
    "L'atto collettivo «{other}», ancora in corso, riguarda {accords} degli stessi accordi. Attenderne la fine, oppure revocarlo.",
  'refusal.collective-not-running':
    "L'atto collettivo «{actId}» non è in corso ({status}). Guardarne lo stato («collective show»).",
  'refusal.collective-not-stopped':
    "L'atto collettivo «{actId}» non è fermo ({status}): si riprende solo un atto fermato.",
  'refusal.collective-nothing-failed':
    "Nell'atto collettivo «{actId}» nessun accordo è fallito: non c'è nulla da ripetere.",
  'refusal.collective-running':
    "L'atto collettivo «{actId}» non è ancora finito ({status}). Attenderne la fine, oppure fermarlo («collective stop») prima di revocarlo.",
  'refusal.collective-not-revocable':
    "L'atto collettivo «{actId}» non si revoca: uno spostamento di calendario si corregge con una nuova versione del calendario, la fine di una sospensione con una nuova sospensione.",
  'refusal.collective-dates':
    "Le date non corrispondono a ciò che l'atto sposta ({scope}; date: {given}). Dare una data per ogni termine che si proroga, e un ultimo giorno non prima del primo.",
  'refusal.programme-command-reused':
    "L'identificativo di comando «{commandId}» è già stato usato per un altro atto sul programma. Ripetere l'atto identico, oppure usare un identificativo nuovo.",
  'rule.programme-once': 'Regola di accordi: un programma nasce una volta sola, e si cambia per versioni.',
  'rule.programme-checked':
    'Regola di accordi: un programma si apre dopo il controllo delle sue regole; ciò che manca si completa o si accetta con un motivo.',
  'rule.rules-versions':
    'Regola di accordi: le regole hanno versioni consecutive; un accordo conserva quelle con cui è stato proposto, salvo un atto che lo sposti.',
  'rule.programme-ministry': 'Regola di accordi: gli atti sul programma spettano al Ministero.',
  'rule.collective-once': 'Regola di accordi: ogni atto collettivo ha un identificativo proprio.',
  'rule.collective-cohort':
    'Regola di accordi: un atto collettivo dice con precisione quali accordi riguarda e quali esclude; un nome che non trova nulla lo ferma.',
  'rule.collective-one-at-a-time':
    'Regola di accordi: un accordo è toccato da un solo atto collettivo per volta.',
  'rule.collective-steps':
    'Regola di accordi: un atto collettivo si ferma mentre è in corso, si riprende da fermo, si ripete per gli accordi falliti quando è finito.',
  'rule.collective-revocation':
    'Regola di accordi: si revoca come un atto solo ciò che ogni accordo può restituire.',
} as const
