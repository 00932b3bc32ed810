/**
 * Region ids are the codes of ISTAT, the national statistics institute; always two digits, as text. From 91 on are
 * Regions that do not exist, and say so: they carry the branches of the programme of which no real fact is known.
 */
export const regions = {
  '01': 'Piemonte',
  '02': "Valle d'Aosta",
  '03': 'Lombardia',
  '04': 'Trentino-Alto Adige',
  '05': 'Veneto',
  '06': 'Friuli-Venezia Giulia',
  '07': 'Liguria',
  '08': 'Emilia-Romagna',
  '09': 'Toscana',
  '10': 'Umbria',
  '11': 'Marche',
  '12': 'Lazio',
  '13': 'Abruzzo',
  '14': 'Molise',
  '15': 'Campania',
  '16': 'Puglia',
  '17': 'Basilicata',
  '18': 'Calabria',
  '19': 'Sicilia',
  '20': 'Sardegna',
  '91': 'Regione sintetica A',
  '92': 'Regione sintetica B',
  '93': 'Regione sintetica C',
  '94': 'Regione sintetica D',
  '95': 'Regione sintetica E',
  '96': 'Regione sintetica F',
  '97': 'Regione sintetica G',
  '98': 'Regione sintetica H',
} as const

export type RegionId = keyof typeof regions

export function isRegionId(text: string): text is RegionId {
  return Object.hasOwn(regions, text)
}
