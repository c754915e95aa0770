import type { AnyCall, Calls as CallsOf, CallLog as LogOf } from '../../sandbox/calls.ts'
import { createCallLog as createLog } from '../../sandbox/calls.ts'

/** One request that reached the sandbox, with its path below `/api`. */
export interface Call extends AnyCall {
  readonly query: Readonly<Record<string, unknown>>
  /** The task that the path is about, also when it names a comment of it; null for everything else. */
  readonly taskId: string | null
}

/** The requests so far. */
export type Calls = CallsOf<Call>

/** The log, and how the server adds to it. */
export type CallLog = LogOf<Call>

/** An empty log. */
export function createCallLog(): CallLog {
  return createLog((call) => call.taskId)
}
