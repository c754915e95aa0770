import type { Attempt } from '#model/adapter.ts'

/** Milliseconds that a request of the admin API may spend waiting for a tool. */
const patienceMs = 30_000

/** One try at a tool on behalf of a request. */
export const newAttempt = (): Attempt => ({ signal: AbortSignal.timeout(patienceMs), reads: 0, writes: 0 })
