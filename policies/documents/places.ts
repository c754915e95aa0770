import type { Language } from '#model/board.ts'

/** How people call the time of the zones in which assistants mostly work. */
const cities: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'Europe/Paris': { fr: 'de Paris', en: 'Paris' },
  'Europe/Brussels': { fr: 'de Bruxelles', en: 'Brussels' },
  'Europe/Luxembourg': { fr: 'de Luxembourg', en: 'Luxembourg' },
  'Europe/Zurich': { fr: 'de Zurich', en: 'Zurich' },
  'Europe/Monaco': { fr: 'de Monaco', en: 'Monaco' },
  'Europe/London': { fr: 'de Londres', en: 'London' },
  'Europe/Dublin': { fr: 'de Dublin', en: 'Dublin' },
  'Europe/Madrid': { fr: 'de Madrid', en: 'Madrid' },
  'Europe/Lisbon': { fr: 'de Lisbonne', en: 'Lisbon' },
  'Europe/Berlin': { fr: 'de Berlin', en: 'Berlin' },
  'America/Montreal': { fr: 'de Montréal', en: 'Montreal' },
  'America/Toronto': { fr: 'de Toronto', en: 'Toronto' },
  'America/New_York': { fr: 'de New York', en: 'New York' },
  'America/Martinique': { fr: 'de la Martinique', en: 'Martinique' },
  'America/Guadeloupe': { fr: 'de la Guadeloupe', en: 'Guadeloupe' },
  'America/Cayenne': { fr: 'de Cayenne', en: 'Cayenne' },
  'Indian/Reunion': { fr: 'de La Réunion', en: 'Réunion' },
  'Indian/Mayotte': { fr: 'de Mayotte', en: 'Mayotte' },
  'Indian/Mauritius': { fr: "de l'île Maurice", en: 'Mauritius' },
  'Indian/Antananarivo': { fr: 'de Madagascar', en: 'Madagascar' },
  'Pacific/Noumea': { fr: 'de Nouméa', en: 'Nouméa' },
  'Pacific/Tahiti': { fr: 'de Tahiti', en: 'Tahiti' },
}

/** `heure de Paris`, `Paris time`; a zone that has no everyday name by its own. */
export function zoneWords(timeZone: string, language: Language): string {
  const city = cities[timeZone]?.[language]
  if (language === 'fr') return city === undefined ? `fuseau horaire ${timeZone}` : `heure ${city}`
  return city === undefined ? `time zone ${timeZone}` : `${city} time`
}

const names = new Map<Language, Intl.DisplayNames>()

function countryName(code: string, language: Language): string {
  const known = names.get(language) ?? new Intl.DisplayNames(language, { type: 'region' })
  names.set(language, known)
  return known.of(code) ?? code
}

/** `France`, `France, département 57`, `Martinique`, `Canada, région QC`: whose public holidays count. */
export function holidayPlace(
  { country, region }: { country: string; region?: string | undefined },
  language: Language,
) {
  if (region === undefined) return countryName(country, language)
  if (country === 'FR' && /^[A-Z]{2}$/u.test(region)) return countryName(region, language)
  const isDepartment = country === 'FR' && /^\d/u.test(region)
  const kind =
    language === 'fr' ? (isDepartment ? 'département' : 'région') : isDepartment ? 'department' : 'region'
  return `${countryName(country, language)}, ${kind} ${region}`
}
