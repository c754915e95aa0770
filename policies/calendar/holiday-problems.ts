import { holidayNames, knownCountries, knownRegions, meansHoliday } from './holidays.ts'
import { at, type HoursProblem } from './hours-problem.ts'
import type { HolidaySettings, WorkingHours } from './working-hours.ts'

/** What is wrong with the country, its region, and the holidays that are worked. */
export function holidayProblems(settings: WorkingHours['holidays']): HoursProblem[] {
  if (settings === null || settings === undefined) return []
  const { country, region } = settings
  if (!Object.hasOwn(knownCountries(), country)) {
    const words = {
      fr: `aucun jour férié n'est connu pour le pays « ${country} »`,
      en: `no public holidays are known for the country "${country}"`,
      remedyFr: 'donne un code à deux lettres, par exemple FR, BE, CH, LU ou CA, ou retire holidays',
      remedyEn: 'give a code of two letters such as FR, BE, CH, LU or CA, or take holidays out',
    }
    return [at(['holidays', 'country'], words)]
  }
  const regions = knownRegions(country)
  if (region !== undefined && !regions.some((known) => known.toUpperCase() === region.toUpperCase())) {
    const some = regions.slice(0, 12).join(', ')
    const words = {
      fr: `la région « ${region} » est inconnue dans le pays ${country}`,
      en: `the region "${region}" is unknown in the country ${country}`,
      remedyFr: some === '' ? 'retire region' : `retire region, ou donne un de ces codes : ${some}`,
      remedyEn: some === '' ? 'take region out' : `take region out, or give one of these codes: ${some}`,
    }
    return [at(['holidays', 'region'], words)]
  }
  return workedProblems(settings)
}

function workedProblems(settings: HolidaySettings): HoursProblem[] {
  return settings.worked.flatMap((entry, index) => {
    if (meansHoliday(entry, settings)) return []
    const words = {
      fr: `« ${entry} » n'est pas un jour férié (${settings.country})`,
      en: `"${entry}" is no public holiday (${settings.country})`,
      remedyFr: `donne une date (2027-05-17), un jour fixe (05-08) ou un nom : ${holidayNames(settings, 'fr', 12).join(', ')}`,
      remedyEn: `give a date (2027-05-17), a fixed day (05-08) or a name: ${holidayNames(settings, 'en', 12).join(', ')}`,
    }
    return [at(['holidays', 'worked', index], words)]
  })
}
