import type { Language } from '#model/board.ts'
import { formatPeriod, holidaysIn } from '../calendar.ts'
import type { Policy } from '../schema.ts'
import { calendarOf } from './calendar-of.ts'
import { capitalized } from './words.ts'

/** The public holidays of the twelve months from a day on which nobody works: `Jeudi 1er janvier 2026 – Nouvel An`. */
export function comingHolidays({ hours }: Policy, language: Language, day: string): string[] {
  if (hours?.holidays === undefined) return []
  const calendar = calendarOf(hours)
  const year = Number(day.slice(0, 4))
  const sameDayNextYear = `${String(year + 1).padStart(4, '0')}${day.slice(4)}`
  return [year, year + 1]
    .flatMap((each) => holidaysIn(calendar, each, language))
    .filter(({ date, worked }) => !worked && date >= day && date < sameDayNextYear)
    .map(
      ({ date, name }) => `${capitalized(formatPeriod(date, date, language).replace(/^le /u, ''))} – ${name}`,
    )
}
