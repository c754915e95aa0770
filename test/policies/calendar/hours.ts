import type { Interval, Week, Weekday, WorkingHours } from '#policies/calendar.ts'

type Written = Readonly<Partial<Record<Weekday, string>>>

/** `'09:00-12:30 14:00-18:00'` as intervals. */
export function intervals(written: string): Interval[] {
  return written
    .split(' ')
    .filter((each) => each !== '')
    .map((each) => ({ from: each.slice(0, 5), to: each.slice(6) }))
}

export function week(written: Written): Week {
  return Object.fromEntries(Object.entries(written).map(([day, each]) => [day, intervals(each)]))
}

const office = '09:00-12:30 14:00-18:00'

/** An assistant in Paris: Monday to Thursday with a lunch break, Friday morning; everything else as given. */
export function hours(
  over: Partial<Omit<WorkingHours, 'week' | 'focus'>> & { week?: Written; focus?: Written } = {},
) {
  const usual = {
    monday: office,
    tuesday: office,
    wednesday: office,
    thursday: office,
    friday: '09:00-12:00',
  }
  return {
    timeZone: 'Europe/Paris',
    holidays: null,
    leave: [],
    exceptions: [],
    ...over,
    week: week(over.week ?? usual),
    focus: week(over.focus ?? {}),
  } satisfies WorkingHours
}

const everyDay = (written: string): Written => ({
  monday: written,
  tuesday: written,
  wednesday: written,
  thursday: written,
  friday: written,
  saturday: written,
  sunday: written,
})

/** Every day the same. */
export function daily(written: string, timeZone = 'Europe/Paris') {
  return hours({ timeZone, week: everyDay(written) })
}
