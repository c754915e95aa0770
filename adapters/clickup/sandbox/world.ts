import type { EventName } from './event-names.ts'
import { createIds, type Ids } from './ids.ts'

/** A person, or a seat of its own for a service, with a ClickUp account. */
export interface User {
  readonly id: number
  readonly username: string
  readonly email: string
  readonly color: string
  readonly initials: string
  readonly profilePicture: string
  readonly timezone: string
}

/** A status belongs to a list or a space and is chosen by its name. */
export interface Status {
  readonly id: string
  readonly status: string
  readonly color: string
  readonly orderindex: number
  readonly type: 'open' | 'custom' | 'done' | 'closed'
}

/** A tag belongs to a space; its name is always lower case. */
export interface Tag {
  name: string
  readonly tag_fg: string
  readonly tag_bg: string
  readonly creator: number
}

/** The statuses of a space are what its lists begin with; tags belong to it alone. */
export interface Space {
  readonly id: string
  readonly name: string
  readonly statuses: readonly Status[]
  readonly tags: Tag[]
}

/** A list outside any folder has a hidden one of its own. */
export interface Folder {
  readonly id: string
  readonly name: string
  readonly hidden: boolean
  readonly spaceId: string
}

/** Where tasks live; it has statuses and custom fields of its own. */
export interface List {
  readonly id: string
  readonly name: string
  readonly spaceId: string
  readonly folderId: string
  readonly statuses: readonly Status[]
  readonly fields: Field[]
}

/** The types of custom fields that this sandbox knows. */
export const fieldTypes = ['number', 'currency', 'drop_down', 'labels', 'short_text', 'text'] as const
/** One of them. */
export type FieldType = (typeof fieldTypes)[number]

/** The definition of a custom field. */
export interface Field {
  readonly id: string
  readonly name: string
  readonly type: FieldType
  readonly dateCreated: number
  /** Of drop-downs and labels. */
  readonly options: readonly { readonly id: string; readonly name: string }[]
  /** The custom task types that it is for; none for all tasks. The tasks of this sandbox are of none. */
  readonly taskTypes: readonly number[]
}

/** What a custom field holds: a number, a text, the id of an option, or the ids of several. */
export type FieldValue = string | number | readonly string[]

/** A file on a task. There is no content here. */
export interface Attachment {
  readonly id: string
  readonly title: string
  readonly extension: string
  readonly mimetype: string
  readonly user: User
  readonly date: number
}

/** A task, or a subtask where `parent` is set. Dates are milliseconds. */
export interface Task {
  readonly id: string
  readonly creator: User
  readonly dateCreated: number
  listId: string
  name: string
  description: string
  status: Status
  priority: number | null
  due: Moment | null
  start: Moment | null
  timeEstimate: number | null
  points: number | null
  parent: string | null
  archived: boolean
  dateUpdated: number
  dateDone: number | null
  dateClosed: number | null
  assignees: number[]
  /** Names of the space's tags. */
  tags: string[]
  /** By field id. */
  values: Map<string, FieldValue>
  attachments: Attachment[]
}

/** A date in milliseconds; without a time it stands for the whole day. */
export interface Moment {
  readonly at: number
  readonly hasTime: boolean
}

/** A comment on a task. */
export interface Comment {
  readonly id: number
  readonly taskId: string
  /** The comment in whose thread it answers; null for what stands under the task itself. */
  readonly parentId: number | null
  readonly user: User
  readonly date: number
  /** The history item of the posting, which editing repeats. */
  readonly historyId: string
  text: string
  resolved: boolean
  assignee: User | null
}

/** A webhook and its health. */
export interface Webhook {
  readonly id: string
  readonly userId: number
  readonly secret: string
  /** At most one of these is set; none means the whole workspace. */
  readonly taskId: string | null
  readonly listId: string | null
  readonly folderId: string | null
  readonly spaceId: string | null
  endpoint: string
  events: readonly EventName[]
  status: 'active' | 'failing' | 'suspended'
  failCount: number
}

/** One thing that changed, as webhooks tell it. */
export type HistoryItem = Readonly<Record<string, unknown>>

/** Something that happened, on its way to the webhooks that asked for it. */
export interface ToolEvent {
  readonly name: EventName
  /** Empty where ClickUp tells nothing but the id. */
  readonly items: readonly HistoryItem[]
  /** The last part of the body, e.g. `{ task_id }`. */
  readonly subject: Readonly<Record<string, string>>
  readonly scope: Scope
}

/** Where it happened; a move happens in two lists. */
export interface Scope {
  readonly taskId: string | null
  readonly listIds: readonly string[]
  readonly folderIds: readonly string[]
  readonly spaceIds: readonly string[]
}

/** Everything the sandbox knows: one workspace. */
export interface World {
  readonly ids: Ids
  readonly now: () => Date
  readonly team: { readonly id: string; readonly name: string }
  readonly users: Map<number, User>
  /** Who a token speaks for. */
  readonly tokens: Map<string, User>
  readonly spaces: Map<string, Space>
  readonly folders: Map<string, Folder>
  readonly lists: Map<string, List>
  readonly tasks: Map<string, Task>
  /** ClickUp tells apart a task that was deleted from one that never was. */
  readonly deletedTasks: Set<string>
  readonly comments: Map<number, Comment>
  readonly webhooks: Map<string, Webhook>
  readonly publish: (event: ToolEvent) => void
}

/** An empty workspace. */
export function createWorld(now: () => Date, publish: (event: ToolEvent) => void): World {
  const ids = createIds()
  return {
    ids,
    now,
    team: { id: ids.place(), name: 'Sandbox workspace' },
    users: new Map(),
    tokens: new Map(),
    spaces: new Map(),
    folders: new Map(),
    lists: new Map(),
    tasks: new Map(),
    deletedTasks: new Set(),
    comments: new Map(),
    webhooks: new Map(),
    publish,
  }
}
