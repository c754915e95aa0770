import type { Language } from '#model/board.ts'
import { weekdayNames } from '../calendar/format.ts'
import { weekdays } from '../calendar/working-hours.ts'
import { formatTime } from '../calendar.ts'
import { listOf } from '../documents/words.ts'
import type { Wording } from './change.ts'

type PartOfDay = 'morning' | 'afternoon' | 'evening'

const wording = {
  fr: {
    parts: { morning: ' matin', afternoon: ' après-midi', evening: ' soir' },
    stopped: (day: string, before: string) => `Tu ne travailles plus le ${day} (avant : ${before}).`,
    started: (day: string, after: string) => `Tu travailles désormais le ${day} ${after}.`,
    also: (day: string, after: string) => `Tu travailles désormais aussi le ${day} ${after}.`,
    changed: (day: string, before: string, after: string) =>
      `Le ${day}, tu travailles désormais ${after} (avant : ${before}).`,
    focus: (day: string, after: string) => `Le ${day}, tu travailles sans répondre aux messages ${after}.`,
    noFocus: (day: string) => `Le ${day}, tu réponds de nouveau pendant toutes tes heures de travail.`,
    interval: (from: string, to: string) => `de ${from} à ${to}`,
  },
  en: {
    parts: { morning: ' morning', afternoon: ' afternoon', evening: ' evening' },
    stopped: (day: string, before: string) => `You no longer work on ${day} (before: ${before}).`,
    started: (day: string, after: string) => `You now work on ${day} ${after}.`,
    also: (day: string, after: string) => `You now also work on ${day} ${after}.`,
    changed: (day: string, before: string, after: string) =>
      `On ${day} you now work ${after} (before: ${before}).`,
    focus: (day: string, after: string) => `On ${day} you work without answering messages ${after}.`,
    noFocus: (day: string) => `On ${day} you answer again throughout your working hours.`,
    interval: (from: string, to: string) => `${from}–${to}`,
  },
} as const

/** Hours of a weekday: `Tu ne travailles plus le vendredi après-midi (avant : de 14 h à 18 h).` */
export const dayWords: Wording = ({ path, before, after }, { language }) => {
  const [, week, weekday] = /^hours\.(week|focus)\.(\w+)$/u.exec(path) ?? []
  const index = weekdays.indexOf(weekday as (typeof weekdays)[number])
  if (week === undefined || index < 0) return null
  const [from, to] = [intervalsOf(before), intervalsOf(after)]
  const day = weekdayNames[language][index] ?? ''
  const words = wording[language]
  if (week === 'focus')
    return to.length === 0 ? words.noFocus(day) : words.focus(day, hoursOfDay(to, language))
  if (to.length === 0) return words.stopped(day, hoursOfDay(from, language))
  if (from.length === 0) return words.started(day, hoursOfDay(to, language))
  const [lost, gained] = [
    from.filter((each) => !to.includes(each)),
    to.filter((each) => !from.includes(each)),
  ]
  const part = partOf(gained.length === 0 ? lost : gained)
  if (part !== null && gained.length === 0)
    return words.stopped(day + words.parts[part], hoursOfDay(lost, language))
  if (part !== null && lost.length === 0)
    return words.also(day + words.parts[part], hoursOfDay(gained, language))
  return words.changed(day, hoursOfDay(from, language), hoursOfDay(to, language))
}

const intervalsOf = (value: unknown) => (Array.isArray(value) ? (value as string[]) : [])

/** Hours of one day: `de 9 h à 12 h et de 14 h à 18 h`. */
export function hoursOfDay(intervals: readonly string[], language: Language): string {
  const words = intervals.toSorted().map((interval) => {
    const [from = '', to = ''] = interval.split('-').map((time) => formatTime(time, language))
    return wording[language].interval(from, to)
  })
  return listOf(words, language)
}

/** The part of the day that some hours fill, as people call it; null when that cannot be said in a word. */
function partOf(intervals: readonly string[]): PartOfDay | null {
  const [interval] = intervals
  if (interval === undefined || intervals.length > 1) return null
  const [from = '', to = ''] = interval.split('-')
  if (to <= from) return null
  if (to <= '13:00') return 'morning'
  if (from >= '17:30') return 'evening'
  return from >= '12:00' && to <= '19:00' ? 'afternoon' : null
}
