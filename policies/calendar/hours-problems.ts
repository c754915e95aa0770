import { Temporal } from 'temporal-polyfill'
import { isDate } from './days.ts'
import { holidayProblems } from './holiday-problems.ts'
import { at, type HoursProblem, type Path } from './hours-problem.ts'
import { emptyOnes, openingProblems, overlaps, placedOn, weekProblems } from './week-problems.ts'
import type { WorkingHours } from './working-hours.ts'

/**
 * Everything that is wrong with hours whose shape is right. Does not depend on today: what was valid once stays so.
 * Hours without problems can always be compiled.
 */
export function hoursProblems(hours: WorkingHours): HoursProblem[] {
  const exceptions = hours.exceptions.flatMap(({ open }, at) =>
    placedOn(open, ['exceptions', at, 'open'], 0, ['', '']),
  )
  const byDay = Map.groupBy(exceptions, ({ path }) => path[1])
  return [
    ...zoneProblems(hours),
    ...weekProblems(hours),
    ...[...byDay.values()].flatMap((placed) => [...emptyOnes(placed), ...overlaps(placed, null)]),
    ...holidayProblems(hours.holidays),
    ...leaveProblems(hours),
    ...exceptionProblems(hours),
    ...openingProblems(hours),
  ]
}

function zoneProblems({ timeZone }: WorkingHours): HoursProblem[] {
  if (isZone(timeZone)) return []
  return [
    at(['timeZone'], {
      fr: `le fuseau horaire « ${timeZone} » est inconnu`,
      en: `the time zone "${timeZone}" is unknown`,
      remedyFr: 'donne un nom IANA, par exemple Europe/Paris ou America/Montreal',
      remedyEn: 'give an IANA name such as Europe/Paris or America/Montreal',
    }),
  ]
}

/** A mere offset such as `+02:00` is no zone: it knows no summer. */
function isZone(name: string): boolean {
  if (/^[+-]/u.test(name)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}

function leaveProblems({ leave }: WorkingHours): HoursProblem[] {
  return leave.flatMap(({ from, until }, index) => {
    const bad = [...noDate(from, ['leave', index, 'from']), ...noDate(until, ['leave', index, 'until'])]
    if (bad.length > 0 || from <= until) return bad
    const words = {
      fr: `ce congé finit (${until}) avant de commencer (${from})`,
      en: `this leave ends (${until}) before it starts (${from})`,
      remedyFr: 'inverse les deux dates ; le premier et le dernier jour sont compris',
      remedyEn: 'swap the two dates; the first and the last day are part of it',
    }
    return [at(['leave', index, 'until'], words)]
  })
}

function exceptionProblems({ exceptions }: WorkingHours): HoursProblem[] {
  const dates = exceptions.map(({ date }) => date)
  return dates.flatMap((date, index) => {
    const path = ['exceptions', index, 'date']
    if (dates.indexOf(date) === index) return noDate(date, path)
    const words = {
      fr: `le ${date} a déjà une exception`,
      en: `${date} already has an exception`,
      remedyFr: "réunis les deux en une seule, avec toutes les plages d'ouverture du jour",
      remedyEn: 'make them one, with all the opening times of the day',
    }
    return [at(path, words)]
  })
}

function noDate(date: string, path: Path): HoursProblem[] {
  if (isDate(date)) return []
  const words = {
    fr: `le jour « ${date} » n'existe pas`,
    en: `there is no day "${date}"`,
    remedyFr: 'écris année-mois-jour, par exemple 2026-08-14',
    remedyEn: 'write year-month-day, such as 2026-08-14',
  }
  return [at(path, words)]
}
