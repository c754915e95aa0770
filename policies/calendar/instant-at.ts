import { Temporal } from 'temporal-polyfill'
import type { Instant } from '#model/task.ts'

/**
 * The moment at which the clocks of a zone show a time such as `18:30` on a day. A time that the clock jumps over in
 * spring is taken as late as it would have been; of one that it shows twice in autumn, the first.
 * @throws RangeError for what is no day, time or zone
 */
export function instantAt(day: string, time: string, timeZone: string): Instant {
  const moment = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: time })
  return moment.toInstant().toString({ smallestUnit: 'millisecond' })
}
