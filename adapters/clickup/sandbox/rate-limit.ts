import { type Count, createCounter } from '../../sandbox/rate-limit.ts'

/** How many requests one token has in how long. */
export interface RateLimits {
  readonly perToken: number
  readonly intervalMs: number
}

/** The limit of the plans Free, Unlimited and Business (ClickUp's page "Rate limits", September 2026). */
export const usualRateLimits: RateLimits = { perToken: 100, intervalMs: 60_000 }

/** Shown while limits are off: the highest plan's, never used up. */
const shownWhenOff: RateLimits = { perToken: 10_000, intervalMs: 60_000 }

/** The body of a 429. */
export const rateLimitBody = { err: 'Rate limit reached', ECODE: 'APP_002' } as const

/** What one request finds. */
export interface RateCheck {
  /** On every answer, also on good ones. ClickUp documents no Retry-After. */
  readonly headers: Readonly<Record<string, string>>
  readonly exceeded: boolean
}

/** Counts each token's requests in fixed windows of real time. Null limits never refuse. */
export function createRateLimiter(limits: RateLimits | null): (token: string) => RateCheck {
  const { perToken, intervalMs } = limits ?? shownWhenOff
  const counters = new Map<string, () => Count>()
  return (token) => {
    const count = counters.get(token) ?? createCounter(intervalMs)
    counters.set(token, count)
    const { used, endsAt } = count()
    const remaining = limits === null ? perToken : Math.max(0, perToken - used)
    return {
      headers: rateHeaders(perToken, remaining, endsAt),
      exceeded: limits !== null && used > perToken,
    }
  }
}

/** The three headers; the reset is in whole seconds since 1970, never before `endsAt`. */
export function rateHeaders(limit: number, remaining: number, endsAt: number): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(Math.ceil(endsAt / 1000)),
  }
}
