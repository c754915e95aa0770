/** The tools Cadre speaks with. */
export const tools = ['trello', 'notion', 'clickup'] as const
export type Tool = (typeof tools)[number]

/** A moment as ISO 8601 in UTC with milliseconds, e.g. `2026-11-23T21:00:00.000Z`. Arithmetic: `policies/calendar.ts`. */
export type Instant = string

/** Finds a task again: the connection that can read it, and the id that the tool gave it. */
export interface TaskRef {
  readonly tool: Tool
  readonly connectionId: string
  readonly taskId: string
}

/** The statuses all tools share; a board's mapping says which of its lists or options means which. */
export const statuses = ['requested', 'waiting', 'in_progress', 'review', 'done', 'declined'] as const
export type Status = (typeof statuses)[number]

/** The ways by which a request can reach the assistant; the tools' boards are the first three. */
export const channels = [
  ...tools,
  'email',
  'whatsapp',
  'slack',
  'teams',
  'sms',
  'phone',
  'voice',
  'meeting',
  'other',
] as const
export type Channel = (typeof channels)[number]

/** How much there is to a piece of work: one small action, up to half a day, more. */
export const complexities = ['low', 'medium', 'high'] as const
export type Complexity = (typeof complexities)[number]

/** A file on a task. Never its content. */
export interface Attachment {
  readonly name: string
  /** As the tool tells it; null when it does not. */
  readonly mimeType: string | null
}

/** A file as the tool shows it. */
export interface AttachedFile extends Attachment {
  /** Where people open it; null when the tool gives no address that lasts. */
  readonly url: string | null
}

/**
 * One card, page or task in the words that all parts share: what the rules may see.
 * Our own labels, fields and comment are left out, so that no verdict can justify itself.
 */
export interface Task {
  readonly title: string
  readonly text: string
  readonly submittedAt: Instant
  readonly dueAt: Instant | null
  /** The service somebody chose by a label or a field: an id from the policy's catalogue. */
  readonly service: string | null
  /** Hours of work as given in a mapped field, or null if nobody said. */
  readonly hours: number | null
  /** How complex somebody said it is, in a mapped field; null if nobody did. */
  readonly complexity: Complexity | null
  /** Which round of changes to a deliverable this is, as given in a mapped field: 1 is the first; null for other work. */
  readonly revision: number | null
  /** By which way it came. */
  readonly channel: Channel
  /** By which other way it was told before it was put on a board; left out for none. */
  readonly announcedBy?: Channel | undefined
  readonly attachments: readonly Attachment[]
  readonly status: Status | null
}

/** A comment on a task, by anyone. */
export interface Comment {
  readonly id: string
  readonly text: string
  readonly authorId: string | null
  /** As people call them; null when the tool does not say. */
  readonly authorName: string | null
  readonly createdAt: Instant
}

/** When something is due: at a moment, or on a day as `2026-12-01`; both null for never. */
export interface Due {
  readonly at: Instant | null
  readonly day: string | null
}

/** A value in a field of the tool: numbers as decimal strings (`"94.5"`), options by id. */
export type ShownValue = string | null

/**
 * A task as the tool shows it now, in one shape for all tools but still with the tool's own ids.
 * `src/pipeline/interpret.ts` turns it into a `Task` and into what is ours on it.
 */
export interface Observed {
  readonly ref: TaskRef
  /** Trello board, Notion data source or ClickUp list. */
  readonly containerId: string
  readonly url: string
  readonly title: string
  readonly text: string
  /** What of the text stands where ours is written, on a task with several places for text; left out where that is all of it. */
  readonly ownText?: string | undefined
  readonly createdAt: Instant
  /** Who made it, as the tool's user id; null when the tool does not say. */
  readonly createdBy: string | null
  readonly changedAt: Instant
  /** To whom people assigned it, as the tool's user ids, sorted; left out for nobody. */
  readonly assignees?: readonly string[] | undefined
  /** When it is due, if the tool tells a time. */
  readonly dueAt: Instant | null
  /** The day on which it is due, as `2026-12-01`, if the tool tells no time: its end, where the client is. */
  readonly dueDay: string | null
  /** The time, as `04:00`, at which the tool keeps what is due on a day, if it does not tell the two apart (`src/pipeline/due.ts`). */
  readonly dueDayAt?: string | undefined
  readonly archived: boolean
  /** A template, or whatever else lies among tasks and is no request of its own. */
  readonly template: boolean
  /** What it shows of ours it was made with, as a copy of another task is: nobody has put it there. Left out where the tool does not tell. */
  readonly copied?: boolean | undefined
  /** When it last came to this board from another; left out where it did not, or the tool does not tell with the task. */
  readonly arrivedAt?: Instant | undefined
  readonly statusId: string | null
  /** Somebody marked it as done, wherever it stands; left out where nobody did, or the tool has no such mark. */
  readonly done?: boolean | undefined
  readonly labels: readonly { readonly id: string; readonly name: string }[]
  /** Field id → value, only fields that hold one. */
  readonly fields: Readonly<Record<string, ShownValue>>
  readonly attachments: readonly AttachedFile[]
  /** All comments, oldest first; null when the tool does not give them with the task, or not all of them. */
  readonly comments: readonly Comment[] | null
}
