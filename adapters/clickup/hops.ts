import type { Instant } from '#model/task.ts'

/** Moves of tasks to other lists, as far as they may go in circles. */
export interface Hops {
  /** Has this task been moved so often lately that two lists may be sending it to each other? */
  isRound(taskId: string, now: Instant): boolean
  note(taskId: string, now: Instant): void
}

/**
 * As often as a pair of boards may carry a move over within the hour (`src/pipeline/hops.ts`): an assistant who changes
 * her mind about a request sends it there and back by us each time, and that guard comes first and tells her.
 */
const mostMoves = 10
const windowMs = 3_600_000

/**
 * Counts in this process alone and by the tool's clock. Two boards of which each maps the same status to the other's list
 * would otherwise pass a request to and fro without end.
 */
export function createHops(): Hops {
  const hops = new Map<string, readonly number[]>()
  const recent = (taskId: string, now: Instant) =>
    (hops.get(taskId) ?? []).filter((at) => at > Date.parse(now) - windowMs)

  return {
    isRound: (taskId, now) => recent(taskId, now).length >= mostMoves,
    note(taskId, now) {
      hops.set(taskId, [...recent(taskId, now), Date.parse(now)])
      for (const each of hops.keys()) if (recent(each, now).length === 0) hops.delete(each)
    },
  }
}
