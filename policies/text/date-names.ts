/** Names as they stand in a plain text, for use in patterns. */
export const weekdaysFr = 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche'
export const weekdaysEn = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday'
export const monthsFr =
  'janvier|janv|fevrier|fevr?|mars|avril|avr|mai|juin|juillet|juil|aout|septembre|sept?|octobre|oct|novembre|nov|decembre|dec'
export const monthsEn =
  'january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept?|october|oct|november|nov|december|dec'

/** "mon" is also French for "my", and "sun" and "sat" are words: days only after what announces one. */
export const weekdaysShort = String.raw`(?<=\b(?:by|before|due|on|this|next|for)[ ])(?:mon|tues?|wed|thurs?|thur|fri|sat|sun)`

/** How the names of the months begin, in both languages, from January on. */
const monthStarts = [
  /^jan/,
  /^fe/,
  /^mar/,
  /^a[pv]/,
  /^ma[iy]/,
  /^ju(?:n|in)/,
  /^ju[il](?!n)/,
  /^a[uo]/,
  /^se/,
  /^o/,
  /^n/,
  /^d/,
]

/** 1 = January … 12 = December. */
export function monthNamed(name: string): number {
  return monthStarts.findIndex((start) => start.test(name)) + 1
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayNamed(name: string): number {
  const french = weekdaysFr.split('|').indexOf(name)
  return french === -1 ? weekdaysEn.split('|').indexOf(name) : french
}
