/** One request that reached the sandbox. The token is left out. */
export interface Call {
  readonly method: string
  /** Below `/v1`. */
  readonly path: string
  readonly query: unknown
  readonly body: unknown
  /** The row that it is about, also by way of a comment; null for everything else. */
  readonly pageId: string | null
  readonly at: Date
  /** What the caller was told; null as long as there is no answer. */
  readonly status: number | null
}

/** The requests so far. */
export interface Calls {
  readonly all: readonly Call[]
  /** How many reads, of one row or of anything. */
  reads(pageId?: string): number
  /** How many writes, to one row and its comments or to anything. Making a row is not a write *to* a row. */
  writes(pageId?: string): number
  reset(): void
}

/** The log, and how the server adds to it. */
export interface CallLog {
  readonly calls: Calls
  add(call: Call): void
  /** Notes how a call that was added ended. */
  finish(call: Call, status: number): void
}

/** Does this request change anything? Queries and searches are POSTs that do not. */
export function isWrite(method: string, path: string): boolean {
  return method !== 'GET' && path !== '/search' && !path.endsWith('/query')
}

/** An empty log. */
export function createCallLog(): CallLog {
  const all: Call[] = []
  const count = (write: boolean, pageId: string | undefined) =>
    all.filter(
      (call) => isWrite(call.method, call.path) === write && (pageId === undefined || call.pageId === pageId),
    ).length
  return {
    calls: {
      all,
      reads: (pageId) => count(false, pageId),
      writes: (pageId) => count(true, pageId),
      reset() {
        all.length = 0
      },
    },
    add(call) {
      all.push(call)
    },
    finish(call, status) {
      Object.assign(call, { status })
    },
  }
}
