/**
 * Can one count with this moment or day? What a zone, a day's end or a week's makes of it is then in the years 1 to 9999
 * too, which is what every store and every calendar takes. ISO 8601, as `2026-11-23` or longer.
 */
export const isCountable = (moment: string): boolean => /^(?!000[01]|9999)\d{4}-/.test(moment)
