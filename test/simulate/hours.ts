const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** When the assistant works, as her rules say it and in hours of the day. */
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const
const intervals = [
  { text: '09:00-12:30', from: 9, to: 12.5 },
  { text: '14:00-18:00', from: 14, to: 18 },
] as const

/** In Paris, where it is an hour later than in UTC as long as a history lasts. */
const aheadMs = hourMs

/** How many hours of work a question stays open: until somebody is reminded of it, and until it ends. */
const termHours = { urgent: { remind: 1, expire: 4 }, quote: { remind: 2, expire: 6 } } as const

const termsOf = ({ remind, expire }: { readonly remind: number; readonly expire: number }) => ({
  remindAfterHours: remind,
  expireAfterHours: expire,
})

/**
 * The same rules for an assistant who keeps hours and lets time end what nobody answers. What work at night costs is left
 * out: it hangs on when a date was set, and where no webhook told of that, it is the moment of the look.
 */
export function withHours(rules: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { billing, urgency } = rules as Readonly<Record<string, Readonly<Record<string, unknown>>>>
  const week = Object.fromEntries(weekdays.map((day) => [day, intervals.map(({ text }) => text)]))
  return {
    ...rules,
    hours: { week },
    urgency: { ...urgency, offHours: {}, confirmation: termsOf(termHours.urgent) },
    billing: { ...billing, quote: termsOf(termHours.quote) },
  }
}

interface Stretch {
  readonly from: number
  readonly to: number
}

/** The time that she works from the day of a moment on; all in Unix milliseconds. */
function* workSince(moment: number): Generator<Stretch, never> {
  for (let day = Math.floor((moment + aheadMs) / dayMs); ; day += 1) {
    const weekday = new Date(day * dayMs).getUTCDay()
    if (weekday === 0 || weekday > weekdays.length) continue
    const midnight = day * dayMs - aheadMs
    for (const { from, to } of intervals) yield { from: midnight + from * hourMs, to: midnight + to * hourMs }
  }
}

/** Does she work at this moment? */
export const isWorking = (moment: number): boolean => workFrom(moment) === moment

/** The first moment at which she works, not before this one. */
export const workFrom = (moment: number): number => worked(0, moment)

/** The first moment at which she works when she has worked for so long since another; all in milliseconds. */
function worked(ms: number, since: number): number {
  let left = ms
  for (const { from, to } of workSince(since)) {
    const start = Math.max(from, since)
    if (start + left < to) return start + left
    left -= Math.max(0, to - start)
  }
  throw new RangeError('she never works')
}

/** When time does what to a question that is open since a moment; of urgent work that is due sooner, then. */
export function termsSince(
  question: keyof typeof termHours,
  since: number,
  due: number | null,
): { readonly remind: number; readonly expire: number } {
  const { remind, expire } = termHours[question]
  const end = worked(expire * hourMs, since)
  const isSooner = question === 'urgent' && due !== null && due > since
  return {
    remind: worked(remind * hourMs, since),
    expire: isSooner ? Math.min(end, workFrom(due)) : end,
  }
}
