import { createCounter } from '../../sandbox/rate-limit.ts'

/** How many requests Trello allows in how long. */
export interface RateLimits {
  readonly perKey: number
  readonly perToken: number
  readonly intervalMs: number
}

/** Trello's own limits (guide "Rate limits", January 2026). */
export const trelloRateLimits: RateLimits = { perKey: 300, perToken: 100, intervalMs: 10_000 }

/** What one request finds. */
export interface RateCheck {
  /** On every answer, also on good ones. Trello sends no Retry-After. */
  readonly headers: Readonly<Record<string, string>>
  /** The `error` of the 429, or null when the request may pass. */
  readonly exceeded: 'API_KEY_LIMIT_EXCEEDED' | 'API_TOKEN_LIMIT_EXCEEDED' | null
}

/** Counts the requests of the sandbox's one key and one token in fixed windows of real time. */
export function createRateLimiter({ perKey, perToken, intervalMs }: RateLimits): () => RateCheck {
  const count = createCounter(intervalMs)
  return () => {
    const { used } = count()
    const headersFor = (who: 'key' | 'token', max: number) => ({
      [`x-rate-limit-api-${who}-interval-ms`]: String(intervalMs),
      [`x-rate-limit-api-${who}-max`]: String(max),
      [`x-rate-limit-api-${who}-remaining`]: String(Math.max(0, max - used)),
    })
    return {
      headers: { ...headersFor('key', perKey), ...headersFor('token', perToken) },
      exceeded:
        used > perKey ? 'API_KEY_LIMIT_EXCEEDED' : used > perToken ? 'API_TOKEN_LIMIT_EXCEEDED' : null,
    }
  }
}

/** The body of a 429. */
export function rateLimitBody(error: string): { readonly error: string; readonly message: string } {
  return { error, message: 'Rate limit exceeded' }
}
