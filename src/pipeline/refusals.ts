/**
 * Webhooks that were refused for their signature, by connection, since the last genuine one or change of its secrets. Kept
 * by this process alone and forgotten with it: enough to tell a wrong secret, which no tool lets us try, from a right one.
 */
export interface Refusals {
  refused(connectionId: string): void
  /** A genuine one has come, or other secrets hold. */
  forget(connectionId: string): void
  /** How many were refused in a row. */
  of(connectionId: string): number
}

export function createRefusals(): Refusals {
  const counts = new Map<string, number>()
  return {
    refused: (connectionId) => void counts.set(connectionId, (counts.get(connectionId) ?? 0) + 1),
    forget: (connectionId) => void counts.delete(connectionId),
    of: (connectionId) => counts.get(connectionId) ?? 0,
  }
}
