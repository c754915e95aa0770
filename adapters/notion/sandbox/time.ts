const minuteMs = 60_000

/** A moment as the API shows it: rounded down to the minute (changelog of 2021-07-01). */
export function minuteOf(moment: Date): string {
  return new Date(Math.floor(moment.getTime() / minuteMs) * minuteMs).toISOString()
}

const iso = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/

/**
 * A date of a row as the API shows it: `2026-12-01`, or `2026-12-01T10:00:00.000+00:00`, for Notion keeps hours and minutes
 * only; without the offset where a time zone goes with it. Null when it is no date.
 */
export function normalizeDate(text: string, hasTimeZone: boolean): string | null {
  const [, day = '', time, seconds = '00', offset = 'Z'] = iso.exec(text) ?? []
  if (Number.isNaN(Date.parse(time === undefined ? day : `${day}T${time}:${seconds}Z`))) return null
  if (time === undefined) return day
  const zone = hasTimeZone ? '' : offset.replace('Z', '+00:00')
  return `${day}T${time}:00.000${zone}`
}
