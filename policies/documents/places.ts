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

/** Parts of a country in which assistants mostly work and which have holidays of their own, by country and code. */
const parts: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'FR 57': { fr: 'Moselle', en: 'Moselle' },
  'FR 67': { fr: 'Bas-Rhin', en: 'Bas-Rhin' },
  'FR 68': { fr: 'Haut-Rhin', en: 'Haut-Rhin' },
  'CH BE': { fr: 'canton de Berne', en: 'canton of Bern' },
  'CH FR': { fr: 'canton de Fribourg', en: 'canton of Fribourg' },
  'CH GE': { fr: 'canton de Genève', en: 'canton of Geneva' },
  'CH JU': { fr: 'canton du Jura', en: 'canton of Jura' },
  'CH NE': { fr: 'canton de Neuchâtel', en: 'canton of Neuchâtel' },
  'CH VD': { fr: 'canton de Vaud', en: 'canton of Vaud' },
  'CH VS': { fr: 'canton du Valais', en: 'canton of Valais' },
  'CA NB': { fr: 'Nouveau-Brunswick', en: 'New Brunswick' },
  'CA ON': { fr: 'Ontario', en: 'Ontario' },
  'CA QC': { fr: 'Québec', en: 'Quebec' },
  'GB ENG': { fr: 'Angleterre', en: 'England' },
  'GB NIR': { fr: 'Irlande du Nord', en: 'Northern Ireland' },
  'GB SCT': { fr: 'Écosse', en: 'Scotland' },
  'GB WLS': { fr: 'pays de Galles', en: 'Wales' },
}

const names = new Map<Language, Intl.DisplayNames>()

function countryName(code: string, language: Language): string {
  const known = names.get(language) ?? new Intl.DisplayNames(language, { type: 'region' })
  names.set(language, known)
  return known.of(code) ?? code
}

/** `France`, `France, Moselle`, `Martinique`, `Canada, Québec`, `États-Unis, région LA`: whose public holidays count. */
export function holidayPlace(
  { country, region }: { country: string; region?: string | undefined },
  language: Language,
) {
  if (region === undefined) return countryName(country, language)
  if (country === 'FR' && /^[A-Z]{2}$/u.test(region)) return countryName(region, language)
  const part =
    parts[`${country} ${region}`]?.[language] ?? `${language === 'fr' ? 'région' : 'region'} ${region}`
  return `${countryName(country, language)}, ${part}`
}
