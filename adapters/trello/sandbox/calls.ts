/** One request that reached the sandbox. Key and token are left out wherever they stood. */
export interface Call {
  readonly method: string
  /** Below `/1`. */
  readonly path: string
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
  /** The card that the path is about, also when it names a comment of it; null for everything else. */
  readonly cardId: string | null
  readonly at: Date
  /** What the caller was told; null as long as there is no answer. */
  readonly status: number | null
}

/** The requests so far; those inside a batch count as the one that carried them. */
export interface Calls {
  readonly all: readonly Call[]
  /** How many reads, of one card or of anything. */
  reads(cardId?: string): number
  /** How many writes, to one card or to anything. Making a card is not a write *to* a card. */
  writes(cardId?: string): number
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
  const count = (write: boolean, cardId: string | undefined) =>
    all.filter((call) => isWrite(call.method) === write && (cardId === undefined || call.cardId === cardId))
      .length
  return {
    calls: {
      all,
      reads: (cardId) => count(false, cardId),
      writes: (cardId) => count(true, cardId),
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
