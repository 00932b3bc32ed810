/** Programmi sintetici. */
export const synthesis = {
  'cli.help-programme-synthesise':
    'scrive in una cartella nuova i file, da importare, di un programma sintetico di qualsiasi grandezza',
  'cli.help-synthesis-accords': 'quanti accordi, da 1 a 100000',
  'cli.help-synthesis-seed': 'seme: lo stesso seme dà gli stessi file, byte per byte (da 0 a 4294967295)',
  'cli.help-synthesis-to': 'cartella da creare',
  'cli.help-synthesis-id': 'identificativo del programma, e inizio di quelli dei suoi accordi',
  'cli.help-synthesis-from': 'primo giorno in cui un accordo è proposto',
  'cli.help-synthesis-until': 'ultimo giorno che le storie raccontano',
  'cli.synthesised':
    'Scritti in {folder} il programma sintetico «{programmeId}» e {accords} accordi, dal seme {seed}. Si importano con: accordi import {folder}/*.json',
  'cli.synthesis-number': '{option}: «{value}» non è un numero intero da {least} a {most}.',
  'cli.synthesis-id':
    '--id: «{value}» non va bene. Servono da 1 a 57 lettere minuscole, cifre, punti, trattini, con una lettera o una cifra all’inizio.',
  'cli.synthesis-days':
    '--from {from} e --until {until}: il primo giorno va dal {earliest} in poi, e l’ultimo non è prima del primo né dopo oggi.',
  'cli.folder-exists':
    'La cartella {folder} esiste già e non è stata toccata. Indicare un altro nome o spostarla.',
} as const
