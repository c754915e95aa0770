import { z } from 'zod'
import { type WorkingHours, weekdays } from '../calendar.ts'
import { Day, Id, problem, Text } from './fields.ts'

/** `09:00-12:30`; `22:00-02:00` runs past midnight; `24:00` is the end of the day. */
const Interval = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/u, problem('not-an-interval'))

const Week = z.partialRecord(z.enum(weekdays), z.array(Interval).max(12))

/** Public holidays by `date-holidays` (type *public* only); those in `worked` are ordinary days. */
const Holidays = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/u, problem('not-a-country')),
  /** The state or region as `date-holidays` codes it, e.g. `57` for Moselle. */
  region: z.string().trim().min(1).max(20).optional(),
  /** Holidays on which she works all the same: a date, `05-08`, or the name in French or English. */
  worked: z.array(Text).max(50).default([]),
})

const Leave = z
  .strictObject({
    from: Day,
    until: Day,
    note: Text.optional(),
    /** The policy of the colleague by whose rules requests are judged meanwhile. */
    substitute: Id.optional(),
  })
  .refine(({ from, until }) => from <= until, problem('ends-before-start'))

/** When the assistant works and answers. What is not written is closed. */
export const Hours = z.strictObject({
  timeZone: z.string().refine(isTimeZone, problem('not-a-zone')).default('Europe/Paris'),
  week: Week,
  /** Open for work, closed for answers. */
  focus: Week.default({}),
  holidays: Holidays.optional(),
  /** Days off, first and last included. */
  leave: z.array(Leave).max(200).default([]),
  /** One day that differs from all the rest says: open then, or closed if empty. Wins over week, holidays and leave. */
  exceptions: z
    .array(z.strictObject({ date: Day, open: z.array(Interval).max(12), note: Text.optional() }))
    .max(400)
    .default([]),
  /** Within how many working hours she answers; told to clients in documents. */
  answerWithinHours: z.number().positive().max(240).optional(),
})
export type Hours = z.infer<typeof Hours>

/** Is it the IANA name of a zone? */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** Working time as a policy writes it, in the shape that the calendar reads. */
export function workingHoursOf({ timeZone, week, focus, holidays, leave, exceptions }: Hours): WorkingHours {
  return {
    timeZone,
    week: intervalsByDay(week),
    focus: intervalsByDay(focus),
    holidays: holidays ?? null,
    leave,
    exceptions: exceptions.map((exception) => ({ ...exception, open: exception.open.map(intervalOf) })),
  }
}

function intervalsByDay(week: Hours['week']): WorkingHours['week'] {
  return Object.fromEntries(
    Object.entries(week).map(([day, intervals]) => [day, (intervals ?? []).map(intervalOf)]),
  )
}

function intervalOf(text: string): { from: string; to: string } {
  const [from = '', to = ''] = text.split('-')
  return { from, to }
}
