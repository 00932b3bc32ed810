/** What is read about the money of an accord. */
export const money = {
  'event.AdvancePaid': "Pagato l'anticipo: {amount}.",
  'event.BalancePaid': 'Pagato il saldo: {amount}.',
  'act.PayAdvance': "Pagamento dell'anticipo",
  'act.PayBalance': 'Pagamento del saldo',
  'refusal.already-paid':
    '{payment}: il pagamento è già registrato, e si fa una volta sola. Quello registrato è nella cronologia.',
  'refusal.balance-before-approval':
    'Il saldo non si può pagare nella fase «{phase}»: la relazione finale deve essere prima approvata. Registrare prima la sua approvazione.',
  'rule.one-payment':
    "Regola di accordi: l'anticipo, ogni quota intermedia e il saldo si registrano una volta sola.",
  'rule.balance-last': "Regola di accordi: nessun saldo prima dell'approvazione della relazione finale.",
  'event.FundsAssigned': "Assegnate all'accordo risorse per {amount}.",
  'event.AdvancePaid.deduction': "Pagato l'anticipo: {amount}, dopo aver trattenuto {deducted} ({cause}).",
  'event.InterimPaid': 'Pagata la quota intermedia «{trancheId}»: {amount}.',
  'event.InterimPaid.deduction':
    'Pagata la quota intermedia «{trancheId}»: {amount}, dopo aver trattenuto {deducted} ({cause}).',
  'event.BalancePaid.deduction': 'Pagato il saldo: {amount}, dopo aver trattenuto {deducted} ({cause}).',
  'event.SpendingReported': 'Comunicata la spesa fino al {until}: {amount} in tutto.',
  'event.AmendmentRequested': 'Chiesta la rimodulazione «{amendmentId}»: «{reasons}».',
  'event.AmendmentApproved': 'Approvata la rimodulazione «{amendmentId}».',
  'event.AmendmentApproved.communicated':
    'La rimodulazione «{amendmentId}» è sotto la soglia: basta la comunicazione, e vale da subito.',
  'event.AmendmentRefused': 'Rifiutata la rimodulazione «{amendmentId}»: «{reasons}».',
  'event.AccordSettled':
    'Rendiconto: riconosciuti {recognised}, pagati {paid}; saldo dovuto alla Regione {balance}.',
  'event.AccordSettled.recover':
    'Rendiconto: riconosciuti {recognised}, pagati {paid}; da recuperare {recover}.',
  'act.AssignFunds': "Assegnazione delle risorse all'accordo",
  'act.PayInterim': 'Pagamento di una quota intermedia',
  'act.ReportSpending': 'Comunicazione della spesa sostenuta',
  'act.RequestAmendment': 'Richiesta di rimodulazione del piano o del budget',
  'act.ApproveAmendment': 'Approvazione di una rimodulazione',
  'act.RefuseAmendment': 'Rifiuto di una rimodulazione',
  'act.SettleAccord': "Rendiconto dell'accordo dopo la relazione finale",
  'deadline.amendmentDecision': 'decisione sulla rimodulazione',
  'payment.interim': 'La quota intermedia',
  'refusal.balance-above-due':
    "Il saldo di {amount} supera quanto è dovuto secondo il rendiconto ({most}). Correggere l'importo, oppure registrare prima un nuovo rendiconto («settlement record»).",
  'refusal.settled-only-balance':
    'Il rendiconto è già registrato: quanto resta ({most}) si paga come saldo. Registrare il pagamento del saldo («balance pay»).',
  'refusal.unknown-tranche':
    'Il programma non prevede la quota «{trancheId}» (prevede: {known}). Correggere la quota.',
  'refusal.tranche-above-total':
    "L'importo di {amount} supera la quota «{trancheId}», che vale al massimo {most}. Correggere l'importo, oppure assegnare prima altre risorse («funds assign»).",
  'refusal.tranche-condition-unmet':
    "La quota «{trancheId}» non si può ancora pagare: manca la condizione «{condition}». Registrare prima ciò che manca, come l'approvazione o la spesa.",
  'refusal.tranche-spending-short':
    'La quota «{trancheId}» non si può ancora pagare: la spesa comunicata è {spent}, ne servono almeno {needed}. Registrare prima altra spesa («spending report»).',
  'refusal.tranche-nothing-paid':
    "La quota «{trancheId}» aspetta che sia spesa una parte di quanto già pagato, e non è stato pagato nulla. Pagare prima la quota precedente («advance pay»), o applicare regole del programma con un'altra condizione («rules adopt»).",
  'refusal.paid-above-total':
    "L'importo di {amount} supera quanto resta delle risorse dell'accordo ({most}). Correggere l'importo, oppure assegnare prima altre risorse («funds assign»).",
  'refusal.funds-below-paid':
    "Non si possono assegnare {amount}: ne sono già stati usati {least}. Correggere l'importo.",
  'refusal.unknown-heading':
    'La voce di spesa «{heading}» non è prevista dal programma (voci: {known}). Correggere la voce.',
  'refusal.duplicate-line': 'La riga «{line}» (azione/voce) compare due volte. Lasciarne una, con la somma.',
  'refusal.spending-to-come':
    'La spesa è comunicata fino al {until}, ma la comunicazione è arrivata il {received}: non può dire ciò che non è ancora speso. Correggere il giorno.',
  'refusal.budget-above-total':
    "Il budget fa {amount}, più delle risorse dell'accordo ({most}). Ridurne le righe.",
  'refusal.budgeted-action-dropped':
    "L'azione {numeral} ha righe nel budget e non si può togliere dal piano da sola. Indicare anche il budget, senza quell'azione.",
  'refusal.spent-action-dropped':
    "Per l'azione {numeral} è già comunicata una spesa: non si può togliere dal piano. Lasciarla, oppure correggere prima la spesa («spending report»).",
  'refusal.spending-above-budget':
    'La spesa della riga «{line}» ({amount}) supera il budget ({most}). Correggere la riga, oppure chiedere prima una rimodulazione («amendment request»).',
  'refusal.amendment-open':
    'La rimodulazione «{amendmentId}» attende ancora la decisione: se ne chiede una per volta. Attendere la decisione.',
  'refusal.amendment-exists':
    "L'identificativo di rimodulazione «{amendmentId}» è già usato. Sceglierne un altro.",
  'refusal.unknown-amendment':
    "La rimodulazione «{amendmentId}» non esiste (ci sono: {known}). Controllare l'identificativo.",
  'refusal.amendment-decided':
    'La rimodulazione «{amendmentId}» è già decisa. Chiederne una nuova, se serve.',
  'refusal.amendment-undecided':
    "La rimodulazione «{amendmentId}» attende ancora la decisione: l'accordo non si può concludere. Decidere prima la richiesta («amendment approve» o «amendment refuse»).",
  'refusal.amendment-empty':
    'La rimodulazione non cambia nulla. Indicare le azioni o le righe di budget come devono diventare.',
  'refusal.amendment-too-many':
    "Le rimodulazioni approvate sono già {most}, il massimo ({citation}). Proseguire con il piano vigente, oppure far adottare all'accordo altre regole del programma.",
  'refusal.amendment-too-late':
    'Una rimodulazione si poteva chiedere fino al {lastDay} ({citation}). Chiedere prima una proroga delle attività, se si può.',
  'refusal.recognised-above-spent':
    "Non si possono riconoscere {amount}: la spesa comunicata è {most}. Correggere l'importo, oppure registrare prima la spesa («spending report»).",
  'refusal.spending-below-recognised':
    'La spesa di {amount} è minore di quella già riconosciuta con il rendiconto ({least}). Correggere le righe, oppure registrare prima un rendiconto minore («settlement record»).',
  'rule.tranches':
    "Regola del programma: ogni quota ha un importo e una condizione; insieme non superano le risorse dell'accordo.",
  'rule.spending-lines':
    'Regola di accordi: la spesa si comunica per azione e per voce, una riga per ciascuna, fino a un giorno già trascorso.',
  'rule.budget':
    "Regola di accordi: il budget sta nelle risorse dell'accordo, e cambia solo con una rimodulazione.",
  'rule.amendments':
    "Regola del programma: le rimodulazioni si chiedono una per volta, entro i suoi limiti; l'approvazione ne fa una nuova versione.",
  'rule.express-decision':
    'Art. 2 c. 1 l. 241/1990: un procedimento avviato su richiesta si chiude con una decisione espressa.',
  'rule.settlement':
    'Regola di accordi: il saldo è ciò che resta della spesa riconosciuta; quanto è pagato in più si recupera, una volta sola.',
  'notice.funds-not-assigned':
    "Le risorse dell'accordo non sono ancora assegnate: la quota non si può confrontare con il suo importo.",
  'notice.funds-below-budget':
    'Le risorse assegnate ({amount}) sono meno del budget ({needed}): serve una rimodulazione.',
  'notice.recovery-not-ordered':
    "L'accordo si conclude con {amount} da recuperare secondo il rendiconto, senza che il recupero sia stato disposto.",
  'notice.spending-above-budget': 'La spesa della riga «{line}» ({amount}) supera il budget ({most}).',
  'notice.spending-decreased': 'La spesa comunicata ({amount}) è minore di quella precedente ({before}).',
  'cli.help-money': "il denaro dell'accordo",
  'cli.help-money-list':
    'Una riga per accordo: risorse, pagato, spesa comunicata, recuperato e quanto resta da pagare.',
  'cli.help-money-show':
    'mostra risorse, quote, pagamenti, budget, spesa, rimodulazioni e rendiconto di un accordo',
  'cli.tranche-paid': 'pagata',
  'cli.tranche-payable': 'si può pagare',
  'cli.tranche-waits': 'attende la sua condizione',
  'cli.money-lines': 'Spesa fino al {date}, rispetto al budget (versione {version}):',
  'cli.not-in-budget': 'non in budget',
  'cli.money-balance-due': 'Il saldo è ancora da pagare: ./accordi balance pay',
  'head.funds': 'Risorse',
  'head.paid': 'Pagato',
  'head.recovered': 'Recuperato',
  'head.tranche': 'Quota',
  'head.payment': 'Pagamento',
  'head.worth': 'Vale',
  'head.amendment': 'Rimodulazione',
  'head.requested-on': 'Chiesta il',
  'head.decided-on': 'Decisa il',
  'notice.spending-until-earlier':
    'La spesa era già comunicata fino al {known}: questa, fino al {until}, la sostituisce. Controllare il giorno.',
  'cli.help-funds': "le risorse dell'accordo",
  'cli.help-interim': 'le quote intermedie',
  'cli.help-spending': 'la spesa sostenuta',
  'cli.help-amendment': 'le rimodulazioni del piano e del budget',
  'cli.help-settlement': "il rendiconto dell'accordo",
  'field.AssignFunds.amount': "quanto vale l'accordo, per esempio 180000.00",
  'field.trancheId': 'identificativo della quota nelle regole del programma',
  'field.deduction': 'somma trattenuta da un accordo precedente: amount e cause',
  'field.cause': "causa, come la cita l'atto",
  'field.lines': 'righe di spesa: numeral, heading e amount',
  'field.ReportSpending.until': 'giorno fino al quale la spesa è comunicata',
  'field.heading': 'voce di spesa',
  'field.budget': 'righe di budget: numeral, heading e amount',
  'field.amendmentId': 'identificativo della rimodulazione',
  'field.recognised': 'spesa riconosciuta',
  'field.SettleAccord.amount': 'spesa riconosciuta, per esempio 331117.00; 0 se non se ne riconosce nulla',
  'issue.duplicate-tranche':
    '{field}: due quote con lo stesso identificativo, o due anticipi o saldi. Lasciarne una sola.',
  'amendment.status.requested': 'chiesta',
  'amendment.status.approved': 'approvata',
  'amendment.status.refused': 'rifiutata',
  'condition.planApproved': 'piano approvato',
  'condition.reportApproved': 'relazione finale approvata',
} as const
