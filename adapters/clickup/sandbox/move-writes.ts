import { historyItem, recordChange, scopeOf, tellOfTask } from './history.ts'
import { listOf, needFolder, needSpace, subtasksOf } from './lookup.ts'
import { statusChange, takeStatus } from './status-writes.ts'
import { addToSpace } from './tag-writes.ts'
import { firstStatus } from './task-writes.ts'
import type { List, Status, Task, User, World } from './world.ts'

/** What a move takes along. */
export interface Move {
  readonly to: List
  /** The status in the new list. */
  readonly status: Status
  /** Ids of the fields that the new list is to get from the old one. */
  readonly fieldIds: readonly string[]
}

/**
 * Gives a task a new home. Told by `taskMoved` and `taskUpdated` with one item, in the old list as in the new, and by
 * a bare `spaceUpdated`; a status that had to change is told besides. Values of fields that the new list does not
 * have are lost. Subtasks come along.
 */
export function moveTask(world: World, actor: User, task: Task, { to, status, fieldIds }: Move): void {
  const from = listOf(world, task)
  if (from.id === to.id) return
  to.fields.push(...from.fields.filter(({ id }) => fieldIds.includes(id) && !hasField(to, id)))
  for (const id of [...task.values.keys()]) if (!hasField(to, id)) task.values.delete(id)
  for (const tag of task.tags) addToSpace(world, actor, to.spaceId, tag)
  task.listId = to.id
  task.dateUpdated = world.now().getTime()
  const item = historyItem(world, actor, task, {
    field: 'section_moved',
    before: sectionBody(world, from),
    after: sectionBody(world, to),
    data: { mute_notifications: true },
  })
  tellOfTask(world, task, ['taskMoved', 'taskUpdated'], [item], [from])
  const scope = { ...scopeOf([]), spaceIds: [to.spaceId] }
  world.publish({ name: 'spaceUpdated', items: [], subject: { space_id: to.spaceId }, scope })
  const before = task.status
  takeStatus(world, task, status)
  if (before.status !== status.status) {
    recordChange(world, actor, task, 'taskStatusUpdated', statusChange(before, status))
  }
  for (const subtask of subtasksOf(world, task.id))
    moveTask(world, actor, subtask, { to, status: likeIn(to, subtask.status), fieldIds: [] })
}

/** The status of the same name, else the list's first. */
export function likeIn(list: List, { status }: Status): Status {
  return list.statuses.find((each) => each.status === status) ?? firstStatus(list)
}

function hasField(list: List, id: string): boolean {
  return list.fields.some((field) => field.id === id)
}

/** A list under the names that folders and spaces once had: category and project. */
function sectionBody(world: World, list: List): Record<string, unknown> {
  const { id, name, hidden } = needFolder(world, list.folderId)
  const space = needSpace(world, list.spaceId)
  return {
    id: list.id,
    name: list.name,
    category: { id, name, hidden },
    project: { id: space.id, name: space.name },
  }
}
