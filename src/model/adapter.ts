import type { z } from 'zod'
import type { MappedField, Mapping, WebhookState } from './board.ts'
import type { LabelSpec } from './decision.ts'
import type { ErrorCode } from './error.ts'
import type { Operation } from './operation.ts'
import type { Comment, Due, Instant, Observed, Status, Tool } from './task.ts'

/** A webhook exactly as it arrived. Signatures are over these bytes, so nothing may parse them first. */
export interface RawDelivery {
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Uint8Array
}

/** What is needed to tell whether a webhook is genuine and whose writing it echoes. */
export interface WebhookKeys {
  readonly connectionId: string
  /** The current secret first; while a rotation lasts, the previous one too. */
  readonly secrets: readonly string[]
  /** As registered with the tool, not as the proxy shows it: Trello signs it. */
  readonly callbackUrl: string
  /** The tool's id of the user that we write as: what only they did is our echo. */
  readonly userId: string
}

/**
 * A verified webhook says *which* task may have changed, never *how*: `observe` finds that out.
 * - `task`: a task may have changed.
 * - `echo`: our own write came back, told by the tool's own mark.
 * - `other`: genuine, but no task can be concerned.
 * - `handshake`: the tool tells the secret it will sign with (Notion). Only while no secret is known.
 */
export interface Received {
  readonly kind: 'task' | 'echo' | 'other' | 'handshake'
  /** The tool's id of this event: the same however often and over however many webhooks it arrives. */
  readonly key: string
  readonly event: string
  readonly occurredAt: Instant
  readonly taskId: string | null
  /** The due date this event shows, null for "none"; undefined when the event does not show one. */
  readonly dueAt?: Instant | null | undefined
  /** With a handshake: the secret. It is stored once and never overwritten by another delivery. */
  readonly secret?: string | undefined
  /** The body without the personal data that Cadre does not use; kept for the reader. */
  readonly evidence: unknown
}

/** One try at something in a tool: how to stop it, and what it has spent so far. */
export interface Attempt {
  readonly signal: AbortSignal
  reads: number
  writes: number
  /** What time it is at the tool, as its last answer said. */
  serverTime?: Instant | undefined
}

/** One request that was sent to a tool. `outcome`: the code of the failure, if it was one. */
export interface ToolCall {
  readonly tool: Tool
  readonly kind: 'read' | 'write'
  readonly outcome: 'ok' | ErrorCode
  readonly milliseconds: number
}

/** What `apply` reports back: only what the plan could not know. */
export interface Applied {
  /** The comment's id; null when there was none to write, or a person had deleted it. */
  readonly commentId: string | null
  /** Our copies of comments from the other board, by the id of what they copy; null where a person had deleted ours. */
  readonly relayed: Readonly<Record<string, string | null>>
}

/** A task to be made on a board. `text` may be cut at its end where the tool takes less. */
export interface NewTask {
  readonly title: string
  readonly text: string
  readonly due: Due
  /** Null: wherever new tasks go on that board. */
  readonly status: Status | null
}

/**
 * - `currency`: the ISO 4217 currency that it shows its numbers in, where it shows amounts of money; null for one that the tool
 *   does not name.
 * - `isPartial`: not every task of the board has it. It may be read, but is no place for what each verdict has.
 */
export interface PlacedField extends MappedField {
  readonly name: string
  readonly currency?: string | null | undefined
  readonly isPartial?: true | undefined
}

/** One place a board has for a value, with the tool's ids, for a person to map. */
export interface BoardLayout {
  readonly containerId: string
  readonly name: string
  readonly url: string
  readonly lists: readonly { readonly id: string; readonly name: string }[]
  readonly labels: readonly { readonly id: string; readonly name: string; readonly color: string | null }[]
  readonly fields: readonly PlacedField[]
  readonly members: readonly { readonly id: string; readonly name: string }[]
  /** Ids of fields that are there and fit for no mapping, though one may have been mapped before. */
  readonly otherFields?: readonly string[]
  /** Some labels are there that we may not see: of one that is not listed nothing is known. */
  readonly hidesLabels?: true
}

/** What a board needs to have, in the client's language. */
export interface Wanted {
  readonly labels: readonly LabelSpec[]
  /** Names for a labels property and for number fields, where they have to be made: *Cadre*, *Estimation*, *Majoration*. */
  readonly names: { readonly labels: string; readonly estimate: string; readonly surcharge: string }
  /** What the board has of it already, whatever people have called it since. */
  readonly known?: Pick<Mapping, 'labels' | 'fields'> | undefined
  /** On a board where `create` is to be used: how a field for the text of requests is called, if one has to be made. */
  readonly textName?: string | undefined
  /** The ISO 4217 currency of estimates. */
  readonly currency: string
}

/** What `provision` did: the complete label mapping, and the names of what it had to make. */
export interface Provisioned {
  readonly labels: Mapping['labels']
  /** Places for estimate and surcharge that it made or found, where the tool lets us make them. */
  readonly fields: Pick<Mapping['fields'], 'estimate' | 'surcharge'>
  readonly made: readonly string[]
  readonly adopted: readonly string[]
}

/** What became of a webhook subscription. `manual`: the tool has no API for it; a person makes it (Notion). */
export interface Subscription {
  readonly webhookId: string | null
  readonly outcome: 'created' | 'adopted' | 'repaired' | 'manual'
  /** The secret that this webhook is signed with, where each has its own (ClickUp). */
  readonly secret?: string | undefined
}

/** What a tool says of a webhook. */
export interface WebhookHealth {
  readonly state: WebhookState
  /** Failures in a row, as the tool counts them. */
  readonly failures: number
}

/** Tasks of a board. `complete`: these are all open ones, so one that is missing is gone. */
export interface Listing {
  readonly tasks: readonly Observed[]
  /** Ids of those that are there too and could not be read: a look at each tells why. */
  readonly unread: readonly string[]
  readonly complete: boolean
}

/** What sets a tool apart where the pipeline has to know. */
export interface Capabilities {
  /** Can we make fields for estimate and surcharge? Where we can, no labels for surcharges are needed. */
  readonly makesFields: boolean
  /** Do its events show a due date when they set it? If not, any event since the last look may have set it. */
  readonly eventsShowDue: boolean
  /** Can a task be due on a day, without a time? */
  readonly holdsDueDays: boolean
  /** Does a label keep its id when people rename it? If not, its name is its id. */
  readonly keepsLabelIds: boolean
  /** Does it show comments with a task? If not, they cost a read. */
  readonly showsComments: boolean
  /** Does a comment count as a change of its task, so that a listing of what has changed tells of it? */
  readonly commentsChangeTasks: boolean
  /** What its event is called that tells of a task from another board; null where the task itself tells (`arrivedAt`). */
  readonly arrivalEvent: string | null
  /** How ids of people look whom `members` of a layout may leave out, such as guests; null where it names everybody. */
  readonly unlistedPeople: RegExp | null
  /** How ids of statuses look that take a task off its board, so that none can begin in them; null where none does. */
  readonly leavesBoard: RegExp | null
}

/**
 * One account in one tool. An adapter translates; it never decides: no policy, no store, no diffing.
 * Failures leave as `AppError` with a TOOL_* code, never as a library's own error, and never with a secret in them.
 */
export interface Adapter {
  readonly tool: Tool
  readonly capabilities: Capabilities
  /** Whose credentials these are. Also the cheapest check that they work. */
  whoAmI(attempt: Attempt): Promise<{ readonly userId: string; readonly name: string }>
  /** Boards that these credentials can read. */
  boards(
    attempt: Attempt,
  ): Promise<readonly { readonly containerId: string; readonly name: string; readonly url: string }[]>
  layout(containerId: string, attempt: Attempt): Promise<BoardLayout>
  /** Make the labels wanted exist (known already, adopted by name, else created), and fields where the tool lets us make them. */
  provision(containerId: string, wanted: Wanted, attempt: Attempt): Promise<Provisioned>
  /** What `provision` would make and adopt. Writes nothing. */
  previewProvision(
    containerId: string,
    wanted: Wanted,
    attempt: Attempt,
  ): Promise<Pick<Provisioned, 'made' | 'adopted'>>
  /**
   * Take labels that `provision` made away from a board, and so from every task on it. What others may be using, as
   * tags of a whole ClickUp space, stays; so does one that is gone already.
   */
  unprovision(containerId: string, labelIds: readonly string[], attempt: Attempt): Promise<void>
  /** The task as the tool holds it now; null when it is gone. One call wherever the tool allows it. */
  observe(taskId: string, attempt: Attempt): Promise<Observed | null>
  /**
   * Tasks of a board without comments, for taking in and for the sweep: all open ones, or (where that saves calls)
   * only those changed since a moment. `since` null asks for all.
   */
  list(containerId: string, since: Instant | null, attempt: Attempt): Promise<Listing>
  /**
   * Carry out a plan in the fewest calls: content, fields, labels and status together where the tool takes them so, then
   * the comment, then what is relayed.
   * @throws AppError TOOL_MAPPING_STALE when a mapped label or list no longer exists
   */
  apply(
    observed: Observed,
    operations: readonly Operation[],
    mapping: Mapping,
    attempt: Attempt,
  ): Promise<Applied>
  /** Make a task, in one write. Not idempotent: who is not sure looks for it by what its text holds. @returns its id */
  create(containerId: string, task: NewTask, mapping: Mapping, attempt: Attempt): Promise<string>
  /** All comments on a task with their authors' names, oldest first; null when the task is gone. */
  comments(taskId: string, attempt: Attempt): Promise<readonly Comment[] | null>
  /** Make the board's events arrive at `callbackUrl`: list, then adopt, repair or create. */
  subscribe(containerId: string, callbackUrl: string, attempt: Attempt): Promise<Subscription>
  unsubscribe(webhookId: string, attempt: Attempt): Promise<void>
  /** Nothing tells us that a webhook died: ask. */
  webhookHealth(containerId: string, webhookId: string | null, attempt: Attempt): Promise<WebhookHealth>
}

/** A tool as the composition root sees it: one line in `src/main.ts` per tool. */
export interface ToolModule {
  readonly tool: Tool
  /** What a person has to enter to connect; also what is stored, encrypted. */
  readonly credentials: z.ZodType<Record<string, string>>
  /** Fields of `credentials` that hold a webhook secret. */
  secretsOf(credentials: Readonly<Record<string, string>>): readonly string[]
  connect(options: ConnectOptions): Adapter
  /**
   * Is it really them, and which task may have changed? Pure and synchronous: it runs before the 200.
   * @throws AppError WEBHOOK_SIGNATURE_INVALID, WEBHOOK_BODY_INVALID
   */
  receive(delivery: RawDelivery, keys: WebhookKeys): Received
}

export interface ConnectOptions {
  readonly connectionId: string
  readonly credentials: Readonly<Record<string, string>>
  /** Where the tool's API is; null for the vendor's own address. */
  readonly apiUrl: string | null
  /** Told of every request that was sent, for whoever counts them. */
  readonly onCall?: ((call: ToolCall) => void) | undefined
}
