import { changeAssignees } from './assignee-writes.ts'
import type { EventName } from './event-names.ts'
import { type Change, historyItem, recordChange, tellOfTask } from './history.ts'
import { commentsOn, subtasksOf } from './lookup.ts'
import { statusChange, takeStatus } from './status-writes.ts'
import { addToSpace, tagName } from './tag-writes.ts'
import { priorityBody } from './task-body.ts'
import type { FieldValue, List, Moment, Status, Task, User, World } from './world.ts'

/** What can change on a task by itself. Each of these is told on its own. */
export interface TaskChanges {
  readonly name?: string | undefined
  readonly description?: string | undefined
  readonly status?: Status | undefined
  readonly priority?: number | null | undefined
  readonly due?: Moment | null | undefined
  readonly start?: Moment | null | undefined
  readonly timeEstimate?: number | null | undefined
  readonly points?: number | null | undefined
  readonly archived?: boolean | undefined
  readonly assignees?: { readonly add: readonly number[]; readonly rem: readonly number[] } | undefined
}

/** How a task is made; everything may come at once. */
export interface NewTask extends Omit<TaskChanges, 'name' | 'assignees'> {
  readonly list: List
  readonly name: string
  readonly parent?: string | null | undefined
  readonly assignees?: readonly number[] | undefined
  readonly tags?: readonly string[] | undefined
  readonly values?: ReadonlyMap<string, FieldValue> | undefined
}

/**
 * Makes a task. It is told by `taskCreated`, whose items name the first status and the creation and nothing else, and
 * by `taskStatusUpdated`, which repeats the item of the status.
 */
export function createTask(world: World, actor: User, wanted: NewTask): Task {
  const { list, name } = wanted
  const now = world.now().getTime()
  const tags = [...new Set((wanted.tags ?? []).map(tagName))]
  for (const tag of tags) addToSpace(world, actor, list.spaceId, tag)
  const status = wanted.status ?? firstStatus(list)
  const task: Task = {
    ...{ id: world.ids.task(), creator: actor, listId: list.id, name, status, tags },
    ...{ dateCreated: now, dateUpdated: now, dateDone: null, dateClosed: null },
    description: wanted.description ?? '',
    priority: wanted.priority ?? null,
    due: wanted.due ?? null,
    start: wanted.start ?? null,
    timeEstimate: wanted.timeEstimate ?? null,
    points: wanted.points ?? null,
    parent: wanted.parent ?? null,
    archived: wanted.archived ?? false,
    assignees: [...new Set(wanted.assignees)],
    values: new Map(wanted.values),
    attachments: [],
  }
  takeStatus(world, task, status)
  world.tasks.set(task.id, task)
  const opened = historyItem(world, actor, task, statusChange(null, status))
  const made = historyItem(world, actor, task, { field: 'task_creation', before: null, after: null })
  tellOfTask(world, task, ['taskCreated'], [opened, made])
  tellOfTask(world, task, ['taskStatusUpdated'], [opened])
  return task
}

/** Changes a task. What stays the same is not told. */
export function changeTask(world: World, actor: User, task: Task, changes: TaskChanges): void {
  const tell: Tell = (specific, change) => recordChange(world, actor, task, specific, change)
  changeTexts(task, changes, tell)
  const { status } = changes
  if (status !== undefined && status.id !== task.status.id) {
    const before = task.status
    takeStatus(world, task, status)
    tell('taskStatusUpdated', statusChange(before, status))
  }
  changeDates(task, changes, tell)
  changeAmounts(task, changes, tell)
  if (changes.assignees !== undefined) changeAssignees(world, actor, task, changes.assignees)
}

type Tell = (specific: EventName | null, change: Change) => void

function changeTexts(task: Task, { name, description, archived }: TaskChanges, tell: Tell): void {
  if (differs(name, task.name)) {
    const before = swap(task, 'name', name)
    tell(null, { field: 'name', before, after: name })
  }
  if (differs(description, task.description)) {
    const before = swap(task, 'description', description)
    tell(null, { field: 'content', before: delta(before), after: delta(description) })
  }
  // No event of its own is known for archiving.
  if (differs(archived, task.archived)) {
    const before = swap(task, 'archived', archived)
    tell(null, { field: 'archived', before, after: archived })
  }
}

function changeDates(task: Task, { due, start }: TaskChanges, tell: Tell): void {
  if (due !== undefined && due?.at !== task.due?.at) {
    tell('taskDueDateUpdated', dateChange('due_date', swap(task, 'due', due), due))
  }
  if (start !== undefined && start?.at !== task.start?.at) {
    tell(null, dateChange('start_date', swap(task, 'start', start), start))
  }
}

function changeAmounts(task: Task, { priority, timeEstimate, points }: TaskChanges, tell: Tell): void {
  if (differs(priority, task.priority)) {
    const before = priorityBody(swap(task, 'priority', priority))
    tell('taskPriorityUpdated', { field: 'priority', before, after: priorityBody(priority) })
  }
  if (differs(timeEstimate, task.timeEstimate)) {
    const before = text(swap(task, 'timeEstimate', timeEstimate))
    tell('taskTimeEstimateUpdated', { field: 'time_estimate', before, after: text(timeEstimate) })
  }
  if (differs(points, task.points)) {
    const before = swap(task, 'points', points)
    tell(null, { field: 'points', before, after: points })
  }
}

/** Deletes a task for good, with its subtasks and comments. All that is told is its id. */
export function deleteTask(world: World, task: Task): void {
  for (const subtask of subtasksOf(world, task.id)) deleteTask(world, subtask)
  tellOfTask(world, task, ['taskDeleted'], [])
  for (const comment of commentsOn(world, task.id)) world.comments.delete(comment.id)
  world.tasks.delete(task.id)
  world.deletedTasks.add(task.id)
}

/** Where new tasks of a list begin. */
export function firstStatus({ name, statuses }: List): Status {
  const [first] = statuses
  if (first === undefined) throw new Error(`the list "${name}" has no statuses`)
  return first
}

function differs<Value>(wanted: Value | undefined, present: Value): wanted is Value {
  return wanted !== undefined && wanted !== present
}

function swap<Key extends keyof Task>(task: Task, key: Key, value: Task[Key]): Task[Key] {
  const before = task[key]
  task[key] = value
  return before
}

function dateChange(field: 'due_date' | 'start_date', before: Moment | null, after: Moment | null): Change {
  return {
    field,
    before: text(before?.at ?? null),
    after: text(after?.at ?? null),
    data: { [`${field}_time`]: after?.hasTime ?? false, [`old_${field}_time`]: before?.hasTime ?? false },
  }
}

/** Rich text as ClickUp's editor keeps it. */
function delta(content: string): string | null {
  return content === '' ? null : JSON.stringify({ ops: [{ insert: `${content}\n` }] })
}

function text(value: number | null): string | null {
  return value === null ? null : String(value)
}
