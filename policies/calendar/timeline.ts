import type { DayNumber } from './days.ts'
import { merged, minus, type Span } from './working-hours.ts'
import { dayMs, type Zone } from './zone.ts'

/** The open time of one UTC day, in milliseconds since 1970. */
export interface Block {
  readonly spans: readonly Span[]
  readonly openMs: number
}

/** Open time, UTC day by UTC day. A UTC day is only a handy piece of time: every local day is spread over them. */
export type Timeline = (index: number) => Block

const blocksKept = 2048
const minuteMs = 60_000

/**
 * The open time of a schedule. A moment is open when the clock on the wall shows a time within an interval. So hours
 * that the clock jumps over in spring are not there, and hours that it shows twice in autumn count twice.
 */
export function compileTimeline(zone: Zone, spansOf: (day: DayNumber) => readonly Span[]): Timeline {
  return kept((index) => {
    const found: Span[] = []
    for (const { start, end, offset } of zone.stretches(index * dayMs, (index + 1) * dayMs)) {
      const firstDay = Math.floor((start + offset) / dayMs) - 1 // its nights run into the next day
      for (let day = firstDay; day * dayMs < end + offset; day += 1) {
        const midnight = day * dayMs - offset
        for (const span of spansOf(day)) {
          found.push({
            start: Math.max(start, midnight + span.start * minuteMs),
            end: Math.min(end, midnight + span.end * minuteMs),
          })
        }
      }
    }
    return merged(found)
  })
}

/** What is open in the first but not in the second. */
export function without(timeline: Timeline, closed: Timeline): Timeline {
  return kept((index) => minus(timeline(index).spans, closed(index).spans))
}

function kept(spansOf: (index: number) => readonly Span[]): Timeline {
  const blocks = new Map<number, Block>()
  return (index) => {
    const known = blocks.get(index)
    if (known !== undefined) return known
    const spans = spansOf(index)
    const block = { spans, openMs: spans.reduce((sum, { start, end }) => sum + end - start, 0) }
    if (blocks.size >= blocksKept) blocks.clear()
    blocks.set(index, block)
    return block
  }
}

export function isOpenAt(timeline: Timeline, ms: number): boolean {
  return timeline(Math.floor(ms / dayMs)).spans.some(({ start, end }) => start <= ms && ms < end)
}

/** The first open moment from `ms` on, before `until`; or null. */
export function firstOpen(timeline: Timeline, ms: number, until: number): number | null {
  for (let index = Math.floor(ms / dayMs); index * dayMs < until; index += 1) {
    const next = timeline(index).spans.find(({ end }) => end > ms)
    if (next !== undefined) return next.start < until ? Math.max(ms, next.start) : null
  }
  return null
}

/** How much of a time is open. */
export function openWithin(timeline: Timeline, from: number, to: number): number {
  let sum = 0
  for (let index = Math.floor(from / dayMs); index * dayMs < to; index += 1) {
    const { spans, openMs } = timeline(index)
    if (from <= index * dayMs && (index + 1) * dayMs <= to) sum += openMs
    else for (const { start, end } of spans) sum += Math.max(0, Math.min(end, to) - Math.max(start, from))
  }
  return sum
}

/** The first moment by which so much open time has passed since `from`, at the latest `until`; or null. */
export function openPassed(timeline: Timeline, from: number, amount: number, until: number): number | null {
  let left = amount
  if (left <= 0) return from
  for (let index = Math.floor(from / dayMs); index * dayMs < until; index += 1) {
    const { spans, openMs } = timeline(index)
    if (from <= index * dayMs && openMs < left) {
      left -= openMs
      continue
    }
    for (const { start, end } of spans) {
      const open = end - Math.max(start, from)
      if (open <= 0) continue
      if (open >= left) {
        const reached = Math.max(start, from) + left
        return reached <= until ? reached : null
      }
      left -= open
    }
  }
  return null
}
