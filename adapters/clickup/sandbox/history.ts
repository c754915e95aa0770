import type { EventName } from './event-names.ts'
import { listOf } from './lookup.ts'
import { userBody } from './user-body.ts'
import type { HistoryItem, List, Scope, Task, User, World } from './world.ts'

/** One change of a task. */
export interface Change {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
  readonly data?: Readonly<Record<string, unknown>>
  /** The id of the item that is told again; a new one unless given. */
  readonly id?: string
  /** In milliseconds; now unless given. */
  readonly date?: number
  /** `comment` or `custom_field`, shown last. */
  readonly extra?: Readonly<Record<string, unknown>>
}

/** A change as webhooks tell it; `parent_id` is the list. The order of keys is that of ClickUp's samples. */
export function historyItem(world: World, actor: User, task: Task, change: Change): HistoryItem {
  return {
    id: change.id ?? world.ids.historyItem(),
    type: 1,
    date: String(change.date ?? world.now().getTime()),
    field: change.field,
    parent_id: task.listId,
    data: change.data ?? {},
    source: null,
    user: userBody(actor),
    before: change.before,
    after: change.after,
    ...change.extra,
  }
}

/** Tells the webhooks about a task, once per event, each with the same items. `alsoIn` is a list that it has left. */
export function tellOfTask(
  world: World,
  task: Task,
  names: readonly EventName[],
  items: readonly HistoryItem[],
  alsoIn: readonly List[] = [],
): void {
  const scope = { ...scopeOf([listOf(world, task), ...alsoIn]), taskId: task.id }
  for (const name of names) world.publish({ name, items, subject: { task_id: task.id }, scope })
}

/** Notes a change on a task and tells of it: by its specific event, if it has one, and always by `taskUpdated`. */
export function recordChange(
  world: World,
  actor: User,
  task: Task,
  specific: EventName | null,
  change: Change,
): void {
  task.dateUpdated = world.now().getTime()
  const names: EventName[] = specific === null ? ['taskUpdated'] : [specific, 'taskUpdated']
  tellOfTask(world, task, names, [historyItem(world, actor, task, change)])
}

/** The places that something in these lists concerns. */
export function scopeOf(lists: readonly List[]): Scope {
  return {
    taskId: null,
    listIds: lists.map(({ id }) => id),
    folderIds: lists.map(({ folderId }) => folderId),
    spaceIds: lists.map(({ spaceId }) => spaceId),
  }
}
