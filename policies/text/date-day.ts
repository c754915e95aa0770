import { dateOf, dayNumber } from '../calendar/days.ts'
import { type NamedDate, namedDate } from './date-chrono.ts'
import { monthNamed, monthsEn, monthsFr, weekdayNamed, weekdaysEn, weekdaysFr } from './date-names.ts'
import type { PartOfDay } from './date-time.ts'

/** A day as it was said. Weekdays count from 0 = Monday. */
export type SaidDay =
  | { readonly kind: 'day'; readonly day: string }
  | {
      readonly kind: 'date'
      readonly year: number | null
      readonly month: number
      readonly day: number
      readonly weekday: number | null
    }
  | { readonly kind: 'day of month'; readonly day: number; readonly weekday: number | null }
  | {
      readonly kind: 'weekday'
      readonly weekday: number
      readonly which: 'coming' | 'this' | 'next' | 'of this week' | 'of next week'
    }
  | { readonly kind: 'end of'; readonly what: 'week' | 'next week' | 'weekend' | 'month' | 'year' }
  | { readonly kind: 'end of month'; readonly month: number }

export interface DayReading {
  readonly length: number
  /** Null: a day was named, but none to come, or none that we can tell. */
  readonly day: SaidDay | null
  /** What "ce soir" says beside the day. */
  readonly part: PartOfDay | null
}

export interface DateOptions {
  /** In the zone of the client, as `2026-11-24`. */
  readonly today: string
  readonly monthFirst: boolean
}

/** The day with which a piece of plain text begins; null when it begins with none. */
export function readDay(piece: string, options: DateOptions): DayReading | null {
  return (
    readRelative(piece, options) ?? readEndOf(piece) ?? readDayOfMonth(piece) ?? readNamed(piece, options)
  )
}

const relative: readonly { pattern: RegExp; days: number; part: PartOfDay | null }[] = [
  { pattern: /^(?:ce soir|tonight|this evening|dans la soiree)\b/, days: 0, part: 'evening' },
  { pattern: /^(?:ce matin|this morning|dans la matinee)\b/, days: 0, part: 'morning' },
  {
    pattern: /^(?:(?:cet|cette|dans l')[ ]?(?:apres[- ]midi|aprem)|this afternoon)\b/,
    days: 0,
    part: 'afternoon',
  },
  { pattern: /^ce midi\b/, days: 0, part: 'noon' },
  { pattern: /^(?:aujourd'? ?hui|today|dans la journee)\b/, days: 0, part: null },
  { pattern: /^(?:demain|tomorrow|tmrw?)\b/, days: 1, part: null },
  { pattern: /^(?:apres[- ]demain|(?:the )?day after tomorrow)\b/, days: 2, part: null },
]

function readRelative(piece: string, { today }: DateOptions): DayReading | null {
  for (const { pattern, days, part } of relative) {
    const length = pattern.exec(piece)?.[0].length
    if (length !== undefined) {
      return { length, day: { kind: 'day', day: dateOf(dayNumber(today) + days) }, part }
    }
  }
  return null
}

const endsOf = {
  'next week':
    /^(?:(?:la )?fin de (?:la )?semaine prochaine|(?:the )?end of next week|fin (?:la )?semaine prochaine)\b/,
  week: /^(?:(?:la |cette )?fin (?:de )?(?:la |cette )?semaine|(?:the )?end of (?:the |this )?week|eow)\b/,
  month: /^(?:(?:la )?fin (?:du|de ce) mois|(?:the )?end of (?:the |this )?month|eom)\b(?! prochain)/,
  year: /^(?:(?:la )?fin (?:d'|de l'|de cette )annee|(?:the )?end of (?:the |this )?year)\b/,
  weekend: /^(?:(?:ce|le|this|the) )?week-? ?end\b/,
}
const endOfMonth = new RegExp(
  String.raw`^(?:la |the )?(?:fin|end)(?: de| of)? (${monthsFr}|${monthsEn})\b(?! \d)`,
)

function readEndOf(piece: string): DayReading | null {
  for (const what of ['next week', 'week', 'month', 'year', 'weekend'] as const) {
    const length = endsOf[what].exec(piece)?.[0].length
    if (length !== undefined) return { length, day: { kind: 'end of', what }, part: null }
  }
  const match = endOfMonth.exec(piece)
  if (match === null) return null
  return {
    length: match[0].length,
    day: { kind: 'end of month', month: monthNamed(match[1] ?? '') },
    part: null,
  }
}

/** What may follow "le 15": before anything else it is the fifteenth of something. */
const afterBareDay =
  'a|at|by|before|avant|midi|noon|matin|morning|soir|max|maxi|maximum|au|si|if|stp|svp|please|pls|merci|thanks|et|and|pour|for|dans|in|sur|on|est|is|car|ou|or|avec|with|latest|sans|imperatif|imperativement|dernier|grand|ca|ce|ideally|idealement|so|as'
const notBareDay = String.raw`[\d/:%]|[.,-]\d|[ ]?(?:h|heures?|am|pm|of|de|o'?[ ]?clock|${monthsFr}|${monthsEn})\b`
const bareDay = new RegExp(
  String.raw`^(?:(?<weekday>${weekdaysFr}|${weekdaysEn})[ ](?:le[ ]|the[ ])?|(?<article>le|the)[ ])?(?<day>\d{1,2})(?<ordinal>er|st|nd|rd|th)?(?!${notBareDay})(?=[ ]?(?:$|[.,;:!?)(-]|(?:${afterBareDay})\b))`,
)

/** "le 15", "the 15th", "vendredi 15". */
function readDayOfMonth(piece: string): DayReading | null {
  const match = bareDay.exec(piece)
  const { weekday, article, day = '', ordinal } = match?.groups ?? {}
  if (match === null || !(weekday ?? ordinal ?? article === 'le')) return null
  if (Number(day) < 1 || Number(day) > 31) return null
  const said = { day: Number(day), weekday: weekday === undefined ? null : weekdayNamed(weekday) }
  return { length: match[0].length, day: { kind: 'day of month', ...said }, part: null }
}

/** Ratios and frequencies that look like a day and a month. */
const notDate = /^(?:24\/7|7\/7|16\/9|9\/16|4\/3|3\/4|4\/5|5\/4|1\/2|1\/3|2\/3|1\/4|1\/1|3\/2)(?![\d/])/
const articleBefore = /^(?:le|the) (?=\d)/
/** "lundi le 15 juin": chrono knows it without the article. */
const articleWithin = new RegExp(`^(?:${weekdaysFr}|${weekdaysEn}),? (le |the )(?=\\d)`)
const sounds = {
  fr: new RegExp(String.raw`^(?:ce )?(?:${weekdaysFr})\b|^\d{1,2}(?:er)?[ ](?:de )?(?:${monthsFr})\b`),
  numeric: /^\d{1,4}[/.-]\d/,
}

function readNamed(piece: string, { today, monthFirst }: DateOptions): DayReading | null {
  if (notDate.test(piece)) return { length: 3, day: null, part: null }
  const article = (articleBefore.exec(piece) ?? articleWithin.exec(piece))?.at(-1) ?? ''
  const rest = piece.replace(article, '')
  const american = monthFirst && !/^le /.test(article) ? 'us' : 'en'
  const found = namedDate(rest, sounds.fr.test(rest) ? 'fr' : american, today)
  if (found === null) return null
  const weekday = found.weekday === null ? null : (found.weekday + 6) % 7
  if (found.day !== null && found.month !== null) {
    const { text, year } = withoutFalseYear(found)
    const day = { kind: 'date', year, month: found.month, day: found.day, weekday } as const
    return { length: article.length + text.length, day, part: null }
  }
  return weekday === null ? null : readWeekday(piece, weekday)
}

/** "15 June 20 posts" names no year. */
function withoutFalseYear({ text, year }: NamedDate): Pick<NamedDate, 'text' | 'year'> {
  const isFalse = year !== null && /[a-z]/.test(text) && /[ ,]\d\d$/.test(text)
  return isFalse ? { text: text.slice(0, -2).replace(/[ ,]+$/, ''), year: null } : { text, year }
}

const ofNextWeek = /^,? ?(?:de |of )?(?:la )?(?:semaine prochaine|next week)\b/
const ofThisWeek = /^,? ?(?:de |of )?(?:cette semaine|this week)\b/
const notComing =
  /^ ?(?:dernier(?! delai| carat)|passe|precedent|suivant|en huit|en quinze|week|fortnight|after next|gras|saint|noir)\b/
const weekdayName = /^(?:(?:ce|this|next|last|past) )?[a-z]+(?: (?:prochain|dernier(?! delai| carat)))?/

function readWeekday(piece: string, weekday: number): DayReading {
  const name = weekdayName.exec(piece)?.[0] ?? ''
  const after = piece.slice(name.length)
  if (/^(?:last|past)|dernier$/.test(name) || notComing.test(after)) {
    return { length: name.length, day: null, part: null }
  }
  const week = ofNextWeek.exec(after) ?? ofThisWeek.exec(after)
  const length = name.length + (week?.[0].length ?? 0)
  return { length, day: { kind: 'weekday', weekday, which: whichOf(name, week?.[0] ?? '') }, part: null }
}

function whichOf(name: string, week: string): (SaidDay & { kind: 'weekday' })['which'] {
  if (week !== '') return /next|prochaine/.test(week) ? 'of next week' : 'of this week'
  if (/^next|prochain$/.test(name)) return 'next'
  return /^(?:ce|this) /.test(name) ? 'this' : 'coming'
}
