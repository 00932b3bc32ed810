import type { WhyStep } from '../../time/why.ts'

/** Perché questa data: una frase per ogni passo della catena. */
export const why = {
  'why.counted': 'Contando {length} dal {start}, giorno iniziale escluso, si arriva a {to} ({rule}).',
  'why.counted.backward':
    'Contando {length} a ritroso dal {start}, giorno iniziale escluso, si arriva a {to} ({rule}).',
  'why.fixed': 'La data è fissata: {date} ({rule}).',
  'why.rolled': 'Sono giorni di chiusura: {closed}. La scadenza slitta a {to} ({rule}).',
  'why.rolled.backward': 'Sono giorni di chiusura: {closed}. La scadenza si anticipa a {to} ({rule}).',
  'why.counted.month': 'Di quel giorno di partenza si conosce solo il mese: vale il suo ultimo giorno.',
  'why.counted.year': "Di quel giorno di partenza si conosce solo l'anno: vale il suo ultimo giorno.",
  'why.counted.assumed': 'Il giorno di partenza è presunto: nessuna fonte lo dice.',
  'why.counted.ruleAssumed': 'La durata è presunta: nessuna fonte nota la dice.',
  'why.restarted': 'Termine interrotto il {on}: ricomincia per intero dal {from} e porta al {to} ({rule}).',
  'why.corrected':
    'La data di origine era stata registrata per errore come {was}; corretta il {on} ({rule}).',
  'why.standing': 'I termini sono sospesi: restano {days}.',
  'why.target': 'Entro il {date} sarebbe bene averlo fatto: è un obiettivo, senza effetti sul termine.',
  'why.tz': 'dati dei fusi orari {tz}',
  'why.extended': 'La proroga «{extensionId}» porta il termine dal {from} al {to} ({rule}).',
  'why.revoked':
    'La proroga «{extensionId}», che portava il termine al {to}, è stata revocata il {on} e non conta più ({rule}).',
  'why.suspended': 'Termini sospesi dal {on}, quando restavano {days} ({rule}).',
  'why.resumed':
    'I termini corrono di nuovo dal {on}; con i giorni di sospensione effettivi si arriva al {to} ({rule}).',
  'why.followed': 'Segue «{parent}», che si è spostata: dal {from} al {to}.',
  'why.cutOff': "È in tempo ciò che arriva entro l'ultimo istante di {day} (ora di {zone}; {passesAt}).",
  'why.cutOff.hour': 'È in tempo ciò che arriva entro le ore {time} di {day} (ora di {zone}; {passesAt}).',
  'why.day': '{day} ({name}, {law})',
  'length.D.one': '1 giorno',
  'length.D.many': '{count} giorni',
  'length.W.one': '1 settimana',
  'length.W.many': '{count} settimane',
  'length.M.one': '1 mese',
  'length.M.many': '{count} mesi',
  'length.Y.one': '1 anno',
  'length.Y.many': '{count} anni',
} as const satisfies Record<`why.${WhyStep['step']}`, string> & Record<string, string>
