import { refuse } from './refusal.ts'
import type { Comment, Field, Folder, List, Space, Status, Task, User, World } from './world.ts'

/** Checks the workspace in a path. Somebody else's is answered 401, although it is a matter of permission. */
export function needTeam(world: World, id: string): void {
  if (id !== world.team.id) refuse(401, 'Team not authorized', 'OAUTH_027')
}

/** Finds a space by id. */
export function needSpace(world: World, id: string): Space {
  return world.spaces.get(id) ?? refuse(404, 'Space not found', 'ITEM_015')
}

/** Finds a folder by id, the hidden ones too. */
export function needFolder(world: World, id: string): Folder {
  return world.folders.get(id) ?? refuse(404, 'Folder not found')
}

/** Finds a list by id; an id that is no number is refused before anything is looked up. */
export function needList(world: World, id: string): List {
  if (!/^\d+$/.test(id)) refuse(400, 'validateListIDEx List ID invalid', 'INPUT_003')
  return world.lists.get(id) ?? refuse(404, 'List not found')
}

/**
 * Finds a task by id. A deleted one is answered 404 `ITEM_013` "Task not found, deleted" (seen live in September
 * 2026 on GET and PUT); the same code with a shorter sentence stands for one that never was.
 */
export function needTask(world: World, id: string): Task {
  const err = world.deletedTasks.has(id) ? 'Task not found, deleted' : 'Task not found'
  return world.tasks.get(id) ?? refuse(404, err, 'ITEM_013')
}

/** Finds a comment by id. */
export function needComment(world: World, id: string): Comment {
  return world.comments.get(Number(id)) ?? refuse(404, 'Comment not found')
}

/** Finds a status of a list by its name, in whatever case. */
export function needStatus(list: List, name: string): Status {
  const wanted = name.toLowerCase()
  const found = list.statuses.find(({ status }) => status.toLowerCase() === wanted)
  return found ?? refuse(400, 'Status not found', 'CRTSK_001')
}

/** Finds a custom field of a list by its id. */
export function needField(list: List, id: string): Field {
  const found = list.fields.find((field) => field.id === id)
  return found ?? refuse(400, 'Custom field does not exist in the task location hierarchy', 'FIELD_115')
}

/** A task's list. */
export function listOf(world: World, task: Task): List {
  return needList(world, task.listId)
}

/** A task's comments without what was answered in their threads, oldest first. */
export function commentsOn(world: World, taskId: string): Comment[] {
  return [...world.comments.values()].filter(
    (comment) => comment.taskId === taskId && comment.parentId === null,
  )
}

/** What was answered in a comment's thread, oldest first. */
export function repliesTo(world: World, { id }: Comment): Comment[] {
  return [...world.comments.values()].filter(({ parentId }) => parentId === id)
}

/** The tasks directly below a task. */
export function subtasksOf(world: World, taskId: string): Task[] {
  return [...world.tasks.values()].filter(({ parent }) => parent === taskId)
}

/** Users by id; ids that nobody has are left out. */
export function usersOf(world: World, ids: readonly number[]): User[] {
  return ids.flatMap((id) => world.users.get(id) ?? [])
}
