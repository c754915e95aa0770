import type { Instant } from '#model/task.ts'

/** Tells what time it is. Handed to whoever needs it, so that tests and simulations can set it. */
export type Clock = () => Instant

/** The machine's clock. */
export const systemClock: Clock = () => new Date().toISOString()
