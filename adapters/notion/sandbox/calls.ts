import type { AnyCall, Calls as CallsOf, CallLog as LogOf } from '../../sandbox/calls.ts'
import { createCallLog as createLog } from '../../sandbox/calls.ts'

/** One request that reached the sandbox, with its path below `/v1`. */
export interface Call extends AnyCall {
  /** The row that it is about, also by way of a comment; null for everything else. */
  readonly pageId: string | null
}

/** The requests so far. */
export type Calls = CallsOf<Call>

/** The log, and how the server adds to it. */
export type CallLog = LogOf<Call>

/** An empty log. Queries and searches are POSTs that change nothing. */
export function createCallLog(): CallLog {
  return createLog(
    (call) => call.pageId,
    ({ method, path }) => method !== 'GET' && path !== '/search' && !path.endsWith('/query'),
  )
}
