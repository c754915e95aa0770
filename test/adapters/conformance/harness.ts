import type { Adapter, Attempt, ToolModule, WebhookKeys } from '#model/adapter.ts'
import type { Tool } from '#model/task.ts'
import type { Receiver } from './receiver.ts'

/**
 * What a tool brings so that its adapter can be held to the contract: its sandbox behind one interface, and in data what
 * tools are free to differ in. The suite asks only this and never which tool it is.
 */
export interface Harness {
  readonly tool: Tool
  /** How an address proves itself: it answers HEAD, it is told a token, or not at all. */
  readonly handshake: 'head' | 'token' | 'none'
  /** Are webhooks made through the API, or by a person in the tool's settings? */
  readonly subscribes: 'api' | 'by hand'
  /** What a look finds where a person deleted a task. */
  readonly afterDelete: 'gone' | 'archived'
  /** Do labels belong to one board, or may others that we cannot see use them too? */
  readonly ownsLabels: 'board' | 'space'
  /** Is archiving something else than deleting? */
  readonly archives: boolean
  /** Does an event tell of a file that a person attaches? If not, only a listing of what changed does. */
  readonly tellsOfFiles: boolean
  /** The longest text of a task that has to be read whole, in characters. */
  readonly longestText: number
  /** Writes of a first verdict: a status, a comment, and so many labels and fields. */
  writesOf(labels: number, fields: number): number
  /** Reads before a verdict that moves the task is written, beside the look at the task. */
  readonly readsOfMove: 0 | 1
  /** The headers by which the tool signs a body. */
  sign(
    body: string,
    keys: { readonly secret: string; readonly callbackUrl: string },
  ): Readonly<Record<string, string>>
  start(options?: BenchOptions): Promise<Bench>
}

export interface BenchOptions {
  /** A board as the tool makes it: without labels and fields of anybody's. */
  readonly bare?: boolean
  readonly limit?: { readonly requests: number; readonly windowMs: number }
  /** How long the tool gathers events about one task before it tells of them, where it does so. */
  readonly gatherMs?: number
}

/** A running sandbox with one board, an adapter that is connected to it, and an address that takes its webhooks. */
export interface Bench {
  readonly module: ToolModule
  readonly adapter: Adapter
  /** The same account at another address, or one that the tool does not know. */
  connect(change: { readonly apiUrl?: string; readonly isUnknown?: boolean }): Adapter
  /** What a person enters to connect the account. */
  readonly credentials: Readonly<Record<string, string>>
  /** Where the sandbox's API is. */
  readonly apiUrl: string
  readonly containerId: string
  readonly boardName: string
  readonly userIds: { readonly us: string; readonly client: string }
  /** What must not be shown to anybody. */
  readonly secrets: readonly string[]
  readonly people: { readonly client: Hands; readonly assistant: Hands }
  readonly receiver: Receiver
  readonly faults: BenchFaults
  readonly calls: { reads(): number; writes(): number; reset(): void }
  /** Null where there is no task (any more). */
  see(taskId: string): Sight | null
  /** Makes another board beside this one, to which a status may send a task; null where no status can mean that. */
  readonly addNeighbor: (() => void) | null
  /** Names of all labels that the board offers. */
  labelNames(): readonly string[]
  /** A comment of ours is deleted. */
  deleteComment(commentId: string): Promise<void>
  /** The tool loses a task for us: deleted for good, or not shared any longer. */
  lose(taskId: string): void
  /** Lets the board's events arrive at the receiver. */
  tune(): Promise<WebhookKeys>
  webhookUrls(): readonly string[]
  /** As when the tool gives up on all webhooks; only where they are made through the API. */
  suspendWebhooks(): Promise<void>
  /** Resolves when every webhook has arrived or been given up. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** A request as a client writes it down. Every board has the statuses `requests`, `waiting` and `done`. */
export interface Draft {
  readonly title: string
  readonly text?: string
  /** ISO 8601. */
  readonly due?: string
  readonly labels?: readonly string[]
  readonly status?: string
}

/** Somebody at work in the tool's own pages. Everything goes by name. */
export interface Hands {
  create(draft: Draft): string
  edit(id: string, edit: { readonly title?: string; readonly text?: string; readonly due?: string }): void
  move(id: string, status: string): void
  addLabel(id: string, name: string): void
  removeLabel(id: string, name: string): void
  /** Into the number fields `Estimate` and `Surcharge`. */
  setNumber(id: string, field: string, value: number): void
  /** In the choice field `Service`, with the options `Blog` and `Social`. */
  choose(id: string, field: string, option: string): void
  attach(id: string, file: { readonly name: string; readonly mimeType: string }): void
  /** Returns the comment's id. */
  comment(id: string, text: string): string
  editComment(commentId: string, text: string): void
  archive(id: string): void
  remove(id: string): void
}

/** What anybody sees of a task. */
export interface Sight {
  readonly title: string
  readonly text: string
  readonly status: string
  /** Sorted, in lower case, as not every tool keeps the case. */
  readonly labels: readonly string[]
  /** Only fields that hold something. */
  readonly numbers: Readonly<Record<string, number>>
  readonly comments: readonly { readonly id: string; readonly text: string; readonly authorId: string }[]
}

/** How the tool can be made to fail, at the next request that matches. */
export interface BenchFaults {
  answer(status: number, match?: FaultMatch): void
  hang(match?: FaultMatch): void
  cut(): void
  /** From now on the tool shows of this task an id and nothing that can be read. */
  spoil(taskId: string): void
  doubleWebhooks(): void
}

export interface FaultMatch {
  /** The request is carried out, and only its answer is spoiled. */
  readonly lost?: boolean
  readonly only?: 'comments' | 'writes'
}

/** Labels as people compare them. */
export function namesOf(names: readonly string[]): string[] {
  return names.map((name) => name.toLowerCase()).sort()
}

/** The number fields that hold something. */
export function numbersOf(values: Readonly<Record<string, unknown>>): Record<string, number> {
  const filled = Object.entries(values).filter(([, value]) => value !== null && value !== undefined)
  const numbers = filled.map(([name, value]) => [name, Number(value)] as const)
  return Object.fromEntries(numbers.filter(([, number]) => !Number.isNaN(number)))
}

/** One try, for as long as it takes or until `signal` ends it. */
export function newAttempt(signal: AbortSignal = new AbortController().signal): Attempt {
  return { signal, reads: 0, writes: 0 }
}

/** An id as the tool makes them, of something that is not there. */
export function anotherId(id: string): string {
  return id.slice(0, -1) + (id.endsWith('0') ? '1' : '0')
}
