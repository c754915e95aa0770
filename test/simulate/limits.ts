import { RateLimiterRes } from 'rate-limiter-flexible'
import type { LimiterFactory } from '#adapters/http.ts'

/** Nobody waits in real time for a tool to open again: it is closed at least so long that a job rather comes back. */
const shortestMs = 60_000

/** Limiters that count nothing, and are closed by the simulation's clock when a tool says "too many". */
export const limitersOf =
  (now: () => number): LimiterFactory =>
  () => {
    const closedUntil = new Map<string, number>()
    return {
      async consume(key) {
        const leftMs = (closedUntil.get(String(key)) ?? 0) - now()
        if (leftMs > 0) throw new RateLimiterRes(0, leftMs)
        return new RateLimiterRes()
      },
      async reward() {
        return new RateLimiterRes()
      },
      async block(key, seconds) {
        closedUntil.set(String(key), now() + Math.max(shortestMs, seconds * 1000))
        return new RateLimiterRes()
      },
    }
  }
