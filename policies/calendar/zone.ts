import { Temporal } from 'temporal-polyfill'

/** A stretch of time in which a zone's clocks run evenly. All in milliseconds; local time = instant + offset. */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly offset: number
}

export interface Zone {
  /** The even stretches that make up a time, in order, cut to it. */
  stretches(start: number, end: number): Stretch[]
  /** What the clock on the wall shows, as milliseconds since 1970-01-01T00:00 on that clock. */
  wallTime(ms: number): number
  /** The first moment at which that clock has reached a time: after the leap, where the clocks jump over it. */
  instant(wallTime: number): number
}

export const dayMs = 24 * 60 * 60_000

/** Transitions are looked up for so long a time at once: long enough to be rare, short enough to hold one or two. */
const chunkMs = 256 * dayMs
const chunksKept = 256

/** A zone, with what was looked up kept. */
function compileZone(timeZone: string): Zone {
  Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone)
  const kept = new Map<number, Stretch[]>()

  function chunk(index: number): Stretch[] {
    const known = kept.get(index)
    if (known !== undefined) return known
    const found = stretchesOf(timeZone, index * chunkMs, (index + 1) * chunkMs)
    if (kept.size >= chunksKept) kept.clear()
    kept.set(index, found)
    return found
  }

  function stretches(start: number, end: number): Stretch[] {
    const result: Stretch[] = []
    for (let index = Math.floor(start / chunkMs); index * chunkMs < end; index += 1) {
      for (const each of chunk(index)) {
        if (each.start >= end || each.end <= start) continue
        result.push({ ...each, start: Math.max(start, each.start), end: Math.min(end, each.end) })
      }
    }
    return result
  }

  return {
    stretches,
    wallTime: (ms) => ms + (stretches(ms, ms + 1)[0]?.offset ?? 0),
    instant(wallTime) {
      for (const { start, end, offset } of stretches(wallTime - dayMs, wallTime + dayMs)) {
        if (wallTime - offset < end) return Math.max(start, wallTime - offset)
      }
      return wallTime
    },
  }
}

/** Zones already compiled: there are only so many. */
const zones = new Map<string, Zone>()

/** A zone, compiled once. @throws RangeError for what is no zone */
export function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone)
  if (known !== undefined) return known
  const zone = compileZone(timeZone)
  zones.set(timeZone, zone)
  return zone
}

function stretchesOf(timeZone: string, from: number, until: number): Stretch[] {
  const result: Stretch[] = []
  let moment = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone)
  for (let start = from; start < until; ) {
    const next = moment.getTimeZoneTransition('next')
    const end = Math.min(until, next?.epochMilliseconds ?? until)
    result.push({ start, end, offset: moment.offsetNanoseconds / 1e6 })
    if (next !== null) moment = next
    start = end
  }
  return result
}
