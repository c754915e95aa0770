import type { Due, Instant, Observed } from '#model/task.ts'
import { localMinute } from '#policies/calendar.ts'

/**
 * When a task is due: at a moment, or on a day. ClickUp keeps a day as four in the morning of it, where the person is who set
 * the date, and does not tell: what is due at just that time where the client is, is due on the day. Somebody who means four
 * in the morning gets until its end; the other way round everybody's days would begin with a deadline in the night.
 */
export function dueOf(
  { dueAt, dueDay, dueDayAt }: Pick<Observed, 'dueAt' | 'dueDay' | 'dueDayAt'>,
  timeZone: string,
): Due {
  if (dueAt === null || dueDayAt === undefined) return { at: dueAt, day: dueDay }
  const [day = '', time] = localMinute(dueAt, timeZone).split(' ')
  const isDay = time === dueDayAt && dueAt.endsWith(':00.000Z')
  return isDay ? { at: null, day } : { at: dueAt, day: null }
}

/** Are these the same due date, as far as every tool keeps it? */
export const isDueAt = (a: Due, b: Due): boolean => isSameMinute(a.at, b.at) && a.day === b.day

/** Notion keeps no seconds of a date. */
export const isSameMinute = (one: Instant | null, other: Instant | null): boolean =>
  one?.slice(0, 16) === other?.slice(0, 16)
