import { z } from 'zod'
import { readBody } from './read-body.ts'
import { unsupported } from './refusal.ts'
import { minuteOf } from './time.ts'
import type { Trail } from './world.ts'

const moment = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'a valid ISO 8601 date string')

const tests = {
  equals: (at: number, limit: number) => at === limit,
  before: (at: number, limit: number) => at < limit,
  after: (at: number, limit: number) => at > limit,
  on_or_before: (at: number, limit: number) => at <= limit,
  on_or_after: (at: number, limit: number) => at >= limit,
}

const DateTest = z.strictObject({
  equals: moment.optional(),
  before: moment.optional(),
  after: moment.optional(),
  on_or_before: moment.optional(),
  on_or_after: moment.optional(),
})

const TimestampFilter = z.strictObject({
  timestamp: z.enum(['created_time', 'last_edited_time']),
  type: z.string().optional(),
  created_time: DateTest.optional(),
  last_edited_time: DateTest.optional(),
})

const Sort = z.object({
  timestamp: z.enum(['created_time', 'last_edited_time']),
  direction: z.enum(['ascending', 'descending']),
})

/** Sorts as `POST /data_sources/{id}/query` and `POST /search` take them. */
export const Sorts = z.array(Sort).max(100)

/**
 * Does this entry pass a filter? Filters compare the moments that the API shows, which are rounded down to the minute:
 * an edit at 10:00:45 is not "on or after" 10:00:30. Only timestamps, `and` and `or` are known here.
 */
export function passes(entry: Trail, filter: unknown, where = 'body.filter'): boolean {
  if (filter === undefined) return true
  const given: Record<string, unknown> = { ...Object(filter) }
  if (Array.isArray(given.and)) return given.and.every((part) => passes(entry, part, `${where}.and`))
  if (Array.isArray(given.or)) return given.or.some((part) => passes(entry, part, `${where}.or`))
  if ('property' in given) unsupported(`${where}.property`)
  const { timestamp, ...tested } = readBody(TimestampFilter, filter, where)
  const limits = readBody(DateTest, tested[timestamp], `${where}.${timestamp}`)
  const at = Date.parse(shownMoment(entry, timestamp))
  return Object.entries(tests).every(([name, test]) => {
    const limit = limits[name as keyof typeof tests]
    return limit === undefined || test(at, Date.parse(limit))
  })
}

/** Sorts entries; those of one minute keep their order. */
export function sortEntries<T extends Trail>(entries: readonly T[], sorts: z.infer<typeof Sorts>): T[] {
  return [...entries].sort((one, other) => {
    for (const { timestamp, direction } of sorts) {
      const difference = Date.parse(shownMoment(one, timestamp)) - Date.parse(shownMoment(other, timestamp))
      if (difference !== 0) return direction === 'ascending' ? difference : -difference
    }
    return 0
  })
}

function shownMoment(entry: Trail, timestamp: 'created_time' | 'last_edited_time'): string {
  return minuteOf(timestamp === 'created_time' ? entry.createdAt : entry.editedAt)
}
