/** What one request finds that is counted. */
export interface Count {
  /** Requests in this window, this one too. */
  readonly used: number
  /** When the next window begins, in Unix milliseconds. */
  readonly endsAt: number
  /** How long that is from now; never 0. */
  readonly leftMs: number
}

/** Counts requests in fixed windows of real time. */
export function createCounter(windowMs: number): () => Count {
  let endsAt = 0
  let used = 0
  return () => {
    const now = Date.now()
    if (now >= endsAt) {
      endsAt = now + windowMs
      used = 0
    }
    used += 1
    return { used, endsAt, leftMs: endsAt - now }
  }
}

/** The limits that a sandbox was started with: none, the tool's own, or these with some replaced. */
export function chooseLimits<Limits>(given: boolean | Partial<Limits>, own: Limits): Limits | null {
  if (given === false) return null
  return given === true ? own : { ...own, ...given }
}
