import type { Decision } from './decision.ts'
import type { ErrorCode } from './error.ts'
import type { Operation } from './operation.ts'
import type { Instant } from './task.ts'

/**
 * How one pass over a task ended.
 * - `in-sync`: nothing to do. `taken-in`: there before us, silent. `not-judged`: the assistant's own, or a template.
 * - `dry-run`, `off`: what would have been written, not written. `held`: too much at once, a person must release it.
 * - `applying`: the writes have begun. `applied`: all done. `failed`: see `error`.
 * - `gone`: deleted, archived or moved to a board that is not watched.
 */
export const runStates = [
  'in-sync',
  'taken-in',
  'not-judged',
  'dry-run',
  'off',
  'held',
  'applying',
  'applied',
  'failed',
  'gone',
] as const
export type RunState = (typeof runStates)[number]

/** Milliseconds spent in each stage. */
export interface Timings {
  readonly observe?: number
  readonly evaluate?: number
  readonly plan?: number
  readonly apply?: number
}

/** One pass observe → record. */
export interface Run {
  readonly id: string
  readonly taskId: string
  readonly boardId: string
  readonly state: RunState
  readonly startedAt: Instant
  readonly finishedAt: Instant | null
  /** Null when the pass ended before a judgement. */
  readonly decision: Decision | null
  readonly operations: readonly Operation[]
  /** What the tool cannot hold and was therefore left out, e.g. an estimate without a field for it. */
  readonly unsupported: readonly string[]
  readonly timings: Timings
  readonly calls: { readonly reads: number; readonly writes: number }
  /** Of the webhook or the call of the API that asked for it; leads to the lines of the log. */
  readonly requestId: string | null
  readonly error: { readonly code: ErrorCode; readonly message: string } | null
}
