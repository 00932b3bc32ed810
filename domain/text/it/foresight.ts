/** Previsioni, impatto dei calendari, letture a una data. */
export const foresight = {
  'cli.help-foresee':
    'Cosa accade fino a una data se nessuno fa nulla, o con atti ipotetici; non scrive niente',
  'cli.help-foresee-accord': "identificativo dell'accordo; senza, tutti gli accordi aperti",
  'cli.help-foresee-until': 'ultimo giorno della previsione, AAAA-MM-GG (obbligatorio)',
  'cli.help-foresee-acts':
    "file con gli atti ipotetici di un accordo, nel formato dei file di importazione (accordi/accord@1); servono l'accordo e le date di ricezione",
  'cli.help-foresee-no-reminders': 'senza promemoria e solleciti',
  'cli.help-calendar': 'Calendari delle festività',
  'cli.help-calendar-impact':
    'Le scadenze aperte che una versione di un calendario sposterebbe; nessuna si sposta',
  'cli.help-calendar-file': 'file del calendario, come quelli di data/calendars',
  'cli.help-known-on': "come risultava all'archivio alla fine di quel giorno, AAAA-MM-GG",
  'cli.help-effective-on': 'come stava di diritto alla fine di quel giorno, AAAA-MM-GG',
  'cli.foresee-needs-accord': 'Gli atti ipotetici riguardano un accordo: indicare quale prima di --acts.',
  'cli.foresee-past': 'La previsione fino al {value} è nel passato. Indicare un giorno da oggi in poi.',
  'cli.bad-day': '{field}: «{value}» non è una data. Scrivere un giorno esistente come AAAA-MM-GG.',
  'cli.foresee-nothing': 'Fino al {until} non scade nulla.',
  'cli.foresee-written': 'Previsione: non è stato scritto nulla.',
  'cli.foresee-target': 'data obiettivo trascorsa; il termine corre ancora',
  'cli.foresee-lapse': 'trascorre, se nessuno agisce',
  'cli.foresee-reminder.comingDue': 'promemoria {to}, il termine scade il {date}',
  'cli.foresee-reminder.overdue': 'sollecito {to}, il termine è scaduto il {date}',
  'cli.foresee-reminder.extensionWindow': 'promemoria {to}, la proroga si può chiedere fino al {date}',
  'cli.foresee-act': "con l'atto ipotetico «{act}»",
  'cli.foresee-refused': "l'atto ipotetico «{act}» sarebbe rifiutato: {message}",
  'cli.foresee-more': 'Mostrate le prime {shown} righe di {total}: tutte con --json, o indicando un accordo.',
  'cli.foresee-count': 'Scadenze che trascorrono: {count}, in {accords} accordi.',
  'cli.foresee-count-reminders':
    'Scadenze che trascorrono: {count}; promemoria e solleciti: {reminders}; in {accords} accordi.',
  'cli.impact-none': 'Il calendario {id}, versione {version}, non sposta nessuna scadenza aperta.',
  'cli.impact-count':
    'Il calendario {id}, versione {version}, sposterebbe {count} scadenze in {accords} accordi. Nessuna si è spostata: serve un atto per ciascun accordo («calendar apply»).',
  'head.when': 'Quando',
  'head.what': 'Cosa',
  'head.now': 'Oggi',
  'head.would': 'Diventerebbe',
} as const
