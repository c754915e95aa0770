export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
export type Weekday = (typeof weekdays)[number]

/** `{ from: '09:00', to: '12:30' }`. Where `to` is not after `from` it is on the next day; `24:00` ends the day. */
export interface Interval {
  readonly from: string
  readonly to: string
}

export type Week = Readonly<Partial<Record<Weekday, readonly Interval[] | undefined>>>

export interface HolidaySettings {
  /** ISO 3166-1 alpha-2, e.g. `FR`. */
  readonly country: string
  /** State or region as `date-holidays` codes it: `57`; one within a state: `LA-NO`. */
  readonly region?: string | undefined
  /** On these she works all the same: `2026-05-25`, `05-01`, the rule `easter 50`, or the name in fr or en. */
  readonly worked: readonly string[]
}

/** When an assistant works, as her policy says it. */
export interface WorkingHours {
  /** IANA name of her zone. */
  readonly timeZone: string
  /** A weekday that is left out is closed. */
  readonly week: Week
  /** Open for work, closed for answers. */
  readonly focus: Week
  /** Public holidays on which she does not work. */
  readonly holidays?: HolidaySettings | null | undefined
  /** Days off, first and last included. */
  readonly leave: readonly {
    readonly from: string
    readonly until: string
    readonly note?: string | undefined
  }[]
  /** What one day has instead of its week, holidays and leave; no interval = closed. */
  readonly exceptions: readonly {
    readonly date: string
    readonly open: readonly Interval[]
    readonly note?: string | undefined
  }[]
}

/** From `start` up to, not including, `end`; in the unit of whoever uses it. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const dayMinutes = 24 * 60

/** `09:30` → 570. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** An interval in minutes from the start of its day; past midnight is beyond 1440. Empty where both ends are equal. */
export function spanOf({ from, to }: Interval): Span {
  const start = minutesOf(from)
  const end = minutesOf(to)
  return { start, end: end < start ? end + dayMinutes : end }
}

/** Sorted, without overlaps and empty ones; those that touch become one. */
export function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last === undefined || last.end < span.start) result.push(span)
    else result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
  }
  return result
}

/** What is in the first but not in the second. Both merged. */
export function minus(spans: readonly Span[], taken: readonly Span[]): Span[] {
  return taken.reduce<Span[]>(
    (left, cut) =>
      left.flatMap(({ start, end }) =>
        [
          { start, end: Math.min(end, cut.start) },
          { start: Math.max(start, cut.end), end },
        ].filter((rest) => rest.start < rest.end),
      ),
    [...spans],
  )
}
