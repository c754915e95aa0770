import type { WorkingHours } from './calendar.ts'
import type { Hours } from './schema/hours.ts'

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
