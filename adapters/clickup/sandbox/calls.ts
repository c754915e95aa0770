/** One request that reached the sandbox. The token, which is in a header, is not part of it. */
export interface Call {
  readonly method: string
  /** Below `/api`. */
  readonly path: string
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
  /** The task that the path is about, also when it names a comment of it; null for everything else. */
  readonly taskId: string | null
  readonly at: Date
  /** What the caller was told; null as long as there is no answer. */
  readonly status: number | null
}

/** The requests so far. */
export interface Calls {
  readonly all: readonly Call[]
  /** How many reads, of one task or of anything. */
  reads(taskId?: string): number
  /** How many writes, to one task or to anything. Making a task is not a write *to* a task. */
  writes(taskId?: string): number
  reset(): void
}

/** The log, and how the server adds to it. */
export interface CallLog {
  readonly calls: Calls
  add(call: Call): void
  /** Notes how a call that was added ended. */
  finish(call: Call, status: number): void
}

/** Does this method change anything? */
export function isWrite(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD'
}

/** An empty log. */
export function createCallLog(): CallLog {
  const all: Call[] = []
  const count = (write: boolean, taskId: string | undefined) =>
    all.filter((call) => isWrite(call.method) === write && (taskId === undefined || call.taskId === taskId))
      .length
  return {
    calls: {
      all,
      reads: (taskId) => count(false, taskId),
      writes: (taskId) => count(true, taskId),
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
