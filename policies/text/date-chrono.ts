import * as en from 'chrono-node/en'
import * as fr from 'chrono-node/fr'

/**
 * What chrono is good for here: days with a month, numeric dates, weekdays with "next" or "prochain", and "in three
 * weeks". Its readers of times, of bare numbers and of months alone find too much in a request.
 */
const used = new Set([
  'ISOFormatParser',
  'SlashDateFormatParser',
  'FRMonthNameLittleEndianParser',
  'FRWeekdayParser',
  'FRTimeUnitWithinFormatParser',
  'ENMonthNameLittleEndianParser',
  'ENMonthNameMiddleEndianParser',
  'ENWeekdayParser',
  'ENTimeUnitWithinFormatParser',
  'OverlapRemovalRefiner',
  'MergeWeekdayComponentRefiner',
])

const isUsed = (part: object) => used.has(part.constructor.name)
const isNumeric = (parser: object) => parser.constructor.name === 'SlashDateFormatParser'

const french = fr.createConfiguration(false, true)
const american = en.configuration.createConfiguration(false, false)
/** Chrono's own British configuration takes "June 21" for a month of 2021. */
const british = {
  parsers: [...american.parsers.filter((parser) => !isNumeric(parser)), ...french.parsers.filter(isNumeric)],
  refiners: american.refiners,
}

type Configuration = ReturnType<typeof fr.createConfiguration>

const readerOf = ({ parsers, refiners }: Configuration) =>
  new en.Chrono({ parsers: parsers.filter(isUsed), refiners: refiners.filter(isUsed) })

const readers = { fr: readerOf(french), en: readerOf(british), us: readerOf(american) }

/** Whose way of writing dates: `us` writes the month first. */
export type DateHabit = keyof typeof readers

export interface NamedDate {
  readonly text: string
  /** Null is "not said". */
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
  /** 0 = Sunday … 6 = Saturday. */
  readonly weekday: number | null
}

/** The date with which a piece of text begins; null when there is none, or a span such as "3-5 May". */
export function namedDate(piece: string, habit: DateHabit, today: string): NamedDate | null {
  const found = parsed(piece, habit, today)
  if (found === undefined || found.end) return null
  const { start } = found
  const said = (component: en.Component) => (start.isCertain(component) ? start.get(component) : null)
  return {
    text: found.text.replace(/[\s,).]+$/, ''),
    year: said('year'),
    month: said('month'),
    day: said('day'),
    weekday: said('weekday'),
  }
}

/** The day that a distance such as "in 3 weeks" or "dans 3 jours" reaches, as `2026-12-15`. */
export function distantDay(piece: string, habit: DateHabit, today: string): string | null {
  const start = parsed(piece, habit, today)?.start
  if (start === undefined) return null
  const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')]
  return dayOf(year ?? 0, month ?? 0, day ?? 0)
}

/** `2026-06-05`; whether there is such a day is another question. */
export function dayOf(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/**
 * Chrono reckons in the zone of the machine. It is always given noon, which no clock change skips, and only
 * whole days are taken from it, so that this zone never shows.
 */
function parsed(piece: string, habit: DateHabit, today: string) {
  const noon = { instant: new Date(`${today}T12:00:00Z`), timezone: 0 }
  return readers[habit].parse(piece, noon).find(({ index }) => index === 0)
}
