import type { Instant } from '#model/task.ts'

/** The simulation's only time. It stands still while anybody works. */
export interface FakeClock {
  readonly now: () => Instant
  readonly ms: () => number
  pass(minutes: number): void
  /** Back to the beginning, for another history. */
  reset(): void
}

/** A Monday morning in winter, when Paris is an hour ahead of UTC. */
const beginning = Date.parse('2027-02-01T08:00:00.000Z')

export function fakeClock(): FakeClock {
  let ms = beginning
  return {
    now: () => new Date(ms).toISOString(),
    ms: () => ms,
    pass(minutes) {
      ms += minutes * 60_000
    },
    reset() {
      ms = beginning
    },
  }
}
