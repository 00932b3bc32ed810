/** Il calcolo di un termine e il perché di una scadenza, a riga di comando. */
export const terms = {
  'cli.help-term': 'Calcolo dei termini di legge',
  'cli.help-term-compute':
    'Calcola un termine e dice perché cade quel giorno; non serve che accordi sia avviato',
  'cli.help-term-start': "giorno da cui si conta, AAAA-MM-GG (o AAAA-MM, AAAA: vale l'ultimo giorno)",
  'cli.help-term-period': 'quanto si conta: P30D, P3W, P18M, P1Y',
  'cli.help-term-fixed': 'data fissa, invece di --start e --period',
  'cli.help-term-policy':
    'giorni che fanno slittare: CC (festivi, non il sabato), SAT (anche il sabato), EU (Reg. 1182/71), NONE',
  'cli.help-term-calendar': 'calendario: {values}',
  'cli.help-term-subject': 'act (atto da compiere, può slittare) o end (fine di un periodo, mai)',
  'cli.help-term-backward': 'conta a ritroso',
  'cli.help-term-cut-off': "ora entro cui, HH:MM; senza, l'intero giorno",
  'cli.help-term-zone': 'fuso orario',
  'cli.help-term-rule': 'norma o atto che dà il termine, da citare nella catena',
  'cli.term-nominal': 'Data nominale',
  'cli.term-effective': 'Data effettiva',
  'cli.term-rule': 'termine indicato a riga di comando',
  'cli.term-one-basis':
    'Indicare --start con --period, oppure solo --fixed: un termine si conta da un giorno, o ha una data fissa.',
  'cli.term-partial': 'La data «{value}» è parziale: vale il suo ultimo giorno, il {date}.',
  'cli.term-out-of-range':
    'Il termine esce dagli anni che accordi sa calcolare. Controllare la data e il periodo.',
  'cli.calendar-not-covering':
    "Il calendario {calendarId} non dice nulla dell'anno {year}: non si calcola alla cieca. Controllare le date, o usare un calendario che comprenda quell'anno.",
  'cli.calendar-unreadable':
    'Il calendario {value} non si può leggere ({problem}): nessuna data si calcola senza. Ripristinare il file in data/calendars.',
  'cli.help-deadline': 'le scadenze e il loro perché',
  'cli.help-deadline-why': 'perché questa data: ogni passo del calcolo, con la norma',
  'cli.help-deadline-id': "identificativo della scadenza, com'è in «deadline list»",
  'cli.no-such-deadline':
    "L'accordo {accordId} non ha una scadenza «{deadlineId}». Sceglierne una fra: {values}.",
  'cli.earlier-dates': 'Date precedenti:',
  'cli.earlier-date': '{nominal}, effettiva {effective}; poi spostata: {cause}',
} as const
