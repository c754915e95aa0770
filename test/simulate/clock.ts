import type { Instant } from '#model/task.ts'

/** The simulation's only time. It stands still while anybody works, but for a tick before each piece of work. */
export interface FakeClock {
  readonly now: () => Instant
  readonly ms: () => number
  pass(minutes: number): void
  /** A millisecond passes. */
  tick(): void
  /** Back to the beginning, for another history. */
  reset(): void
}

/**
 * A Monday morning in winter, when Paris is an hour ahead of UTC. Not on a whole minute: only what Notion tells is.
 */
const beginning = Date.parse('2027-02-01T08:00:07.123Z')

export function fakeClock(): FakeClock {
  let ms = beginning
  return {
    now: () => new Date(ms).toISOString(),
    ms: () => ms,
    pass(minutes) {
      ms = Math.round(ms + minutes * 60_000)
    },
    tick() {
      ms += 1
    },
    reset() {
      ms = beginning
    },
  }
}
