import { createCounter } from '../../sandbox/rate-limit.ts'
import { type Refusal, refuse } from './refusal.ts'

/** How many requests Notion allows in how long. */
export interface RateLimits {
  readonly requests: number
  readonly windowMs: number
}

/** The limit of one connection below the Business plan (reference, "Request limits", September 2026). */
export const notionRateLimits: RateLimits = { requests: 180, windowMs: 60_000 }

/** Counts requests in fixed windows of real time and refuses those beyond the limit. */
export function createRateLimiter({ requests, windowMs }: RateLimits): () => void {
  const count = createCounter(windowMs)
  return () => {
    const { used, leftMs } = count()
    if (used > requests) refuse(rateLimited(Math.ceil(leftMs / 1000)))
  }
}

/** The 429, with the seconds until the window ends. */
export function rateLimited(
  retryAfterSeconds: number,
  reason = 'public_api_request_rate_limit',
): Refusal & { readonly headers: Readonly<Record<string, string>> } {
  return {
    status: 429,
    code: 'rate_limited',
    message: 'This request exceeds the number of requests allowed. Slow down and try again.',
    additionalData: { rate_limit_reason: reason, retry_after: String(retryAfterSeconds) },
    headers: { 'retry-after': String(retryAfterSeconds) },
  }
}
