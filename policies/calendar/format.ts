import { Temporal } from 'temporal-polyfill'
import type { Language } from '#model/board.ts'
import type { Instant } from '#model/task.ts'
import { type Interval, minutesOf, type WorkingHours, weekdays } from './working-hours.ts'

export const weekdayNames: Readonly<Record<Language, readonly string[]>> = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

const monthNames: Readonly<Record<Language, string>> = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  en: 'January February March April May June July August September October November December',
}

/**
 * A moment as a person says it: `mardi 24 novembre à 9 h 30`, `Tuesday 24 November at 9:30`.
 * @throws RangeError for what is no moment or zone
 */
export function formatMoment(instant: Instant, timeZone: string, language: Language): string {
  const moment = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone)
  const day = dayWords(moment.toPlainDate(), language)
  const time = clockWords(moment.hour, moment.minute, language)
  return language === 'fr' ? `${day} à ${time}` : `${day} at ${time}`
}

/**
 * The moment from which something holds: the day alone where it is the day's first, for nobody says `0 h`.
 * @throws RangeError for what is no moment or zone
 */
export function formatStart(instant: Instant, timeZone: string, language: Language): string {
  const moment = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone)
  return isMidnight(moment)
    ? dayWords(moment.toPlainDate(), language)
    : formatMoment(instant, timeZone, language)
}

/**
 * The moment until which something holds: the day alone where it is the day's last, or the next one's first.
 * @throws RangeError for what is no moment or zone
 */
export function formatEnd(instant: Instant, timeZone: string, language: Language): string {
  const minuteBefore = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).subtract({ minutes: 1 })
  const isEnd = minuteBefore.hour === 23 && minuteBefore.minute >= 58
  return isEnd ? dayWords(minuteBefore.toPlainDate(), language) : formatMoment(instant, timeZone, language)
}

const isMidnight = ({ hour, minute }: Temporal.ZonedDateTime) => hour === 0 && minute === 0

/** A day as a person says it: `vendredi 14 août`, `Friday 14 August`. @throws RangeError for what is no day */
export function formatDay(date: string, language: Language): string {
  return dayWords(Temporal.PlainDate.from(date), language)
}

/**
 * First and last day of a time, with what they share said once: `du lundi 3 au vendredi 14 août 2026`,
 * `Monday 3 to Friday 14 August 2026`. @throws RangeError for what is no day
 */
export function formatPeriod(from: string, until: string, language: Language): string {
  const first = Temporal.PlainDate.from(from)
  const last = Temporal.PlainDate.from(until)
  const end = `${dayWords(last, language)} ${last.year}`
  if (first.equals(last)) return language === 'fr' ? `le ${end}` : end
  const sameYear = first.year === last.year
  const sameMonth = sameYear && first.month === last.month
  const start = `${dayWords(first, language, !sameMonth)}${sameYear ? '' : ` ${first.year}`}`
  return language === 'fr' ? `du ${start} au ${end}` : `${start} to ${end}`
}

/** `09:30` as a person says it: `9 h 30`, `9:30`; both midnights are `minuit`, `midnight`. */
export function formatTime(time: string, language: Language): string {
  const minutes = minutesOf(time)
  if (minutes % (24 * 60) === 0) return language === 'fr' ? 'minuit' : 'midnight'
  return clockWords(Math.floor(minutes / 60), minutes % 60, language)
}

/**
 * The week in one sentence, days with the same hours together: `du lundi au jeudi de 9 h à 12 h 30 et de 14 h à 18 h,
 * le vendredi de 9 h à 12 h`; `Monday to Thursday 9:00–12:30 and 14:00–18:00, Friday 9:00–12:00`.
 */
export function formatWeek({ week }: Pick<WorkingHours, 'week'>, language: Language): string {
  const groups = new Map<string, number[]>()
  for (const [index, weekday] of weekdays.entries()) {
    const intervals = week[weekday] ?? []
    if (intervals.length === 0) continue
    const words = intervalWords(intervals, language)
    groups.set(words, [...(groups.get(words) ?? []), index])
  }
  if (groups.size === 0) return language === 'fr' ? 'aucune heure fixe' : 'no fixed hours'
  return [...groups].map(([words, days]) => `${daysWords(days, language)} ${words}`).join(', ')
}

function intervalWords(intervals: readonly Interval[], language: Language): string {
  const sorted = intervals.toSorted((a, b) => minutesOf(a.from) - minutesOf(b.from))
  const words = sorted.map(({ from, to }) => {
    if (from === '00:00' && to === '24:00') return language === 'fr' ? '24 h sur 24' : 'around the clock'
    const [start, end] = [formatTime(from, language), formatTime(to, language)]
    return language === 'fr' ? `de ${start} à ${end}` : `${start}–${end}`
  })
  return listed(words, language)
}

/** Days in a row as `du lundi au jeudi`, also over Sunday; others one by one. */
function daysWords(days: readonly number[], language: Language): string {
  if (days.length === weekdays.length) return language === 'fr' ? 'tous les jours' : 'every day'
  const runs = runsOf(days)
  const name = (day: number | undefined) => weekdayNames[language][day ?? 0] ?? ''
  const words = runs.flatMap((run) => {
    const [first, last] = [name(run[0]), name(run.at(-1))]
    if (run.length > 2) return [language === 'fr' ? `du ${first} au ${last}` : `${first} to ${last}`]
    return run.map((day) => (language === 'fr' ? `le ${name(day)}` : name(day)))
  })
  return listed(words, language)
}

function runsOf(days: readonly number[]): number[][] {
  const starts = days.filter((day) => !days.includes((day + 6) % 7))
  return starts.map((start) => {
    const run = [start]
    for (let next = (start + 1) % 7; days.includes(next); next = (next + 1) % 7) run.push(next)
    return run
  })
}

function listed(words: readonly string[], language: Language): string {
  const last = words.at(-1) ?? ''
  if (words.length < 2) return last
  return `${words.slice(0, -1).join(', ')} ${language === 'fr' ? 'et' : 'and'} ${last}`
}

function dayWords(date: Temporal.PlainDate, language: Language, withMonth = true): string {
  const weekday = weekdayNames[language][date.dayOfWeek - 1]
  const day = language === 'fr' && date.day === 1 ? '1er' : date.day
  const month = withMonth ? ` ${monthNames[language].split(' ')[date.month - 1]}` : ''
  return `${weekday} ${day}${month}`
}

function clockWords(hour: number, minute: number, language: Language): string {
  const padded = String(minute).padStart(2, '0')
  if (language === 'en') return `${hour}:${padded}`
  return minute === 0 ? `${hour} h` : `${hour} h ${padded}`
}
