/** One request that reached a sandbox. What lets the caller in is left out wherever it stood. */
export interface AnyCall {
  readonly method: string
  /** Below the API's base. */
  readonly path: string
  readonly query: unknown
  readonly body: unknown
  readonly at: Date
  /** What the caller was told; null as long as there is no answer. */
  readonly status: number | null
}

/** The requests so far. */
export interface Calls<Call extends AnyCall> {
  readonly all: readonly Call[]
  /** How many reads, of one task or of anything. */
  reads(taskId?: string): number
  /** How many writes, to one task and its comments or to anything. Making a task is not a write *to* a task. */
  writes(taskId?: string): number
  reset(): void
}

/** The log, and how the server adds to it. */
export interface CallLog<Call extends AnyCall> {
  readonly calls: Calls<Call>
  /** Does this request change anything? */
  isWrite(call: AnyCall): boolean
  add(call: Call): void
  /** Notes how a call that was added ended. */
  finish(call: Call, status: number): void
}

/** An empty log. `taskOf` reads from a call which task it was about. */
export function createCallLog<Call extends AnyCall>(
  taskOf: (call: Call) => string | null,
  isWrite: (call: AnyCall) => boolean = ({ method }) => method !== 'GET' && method !== 'HEAD',
): CallLog<Call> {
  const all: Call[] = []
  const count = (write: boolean, taskId: string | undefined) =>
    all.filter((call) => isWrite(call) === write && (taskId === undefined || taskOf(call) === taskId)).length
  return {
    calls: {
      all,
      reads: (taskId) => count(false, taskId),
      writes: (taskId) => count(true, taskId),
      reset() {
        all.length = 0
      },
    },
    isWrite,
    add(call) {
      all.push(call)
    },
    finish(call, status) {
      Object.assign(call, { status })
    },
  }
}
