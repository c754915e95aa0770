import { readableFieldValue } from './field-values.ts'
import { commentsOn, listOf } from './lookup.ts'
import type { FieldValue, Task, World } from './world.ts'

/** A task as a person sees it: names instead of ids, dates in ISO 8601. */
export interface TaskView {
  readonly id: string
  readonly listId: string
  readonly name: string
  readonly description: string
  readonly status: string
  readonly tags: readonly string[]
  readonly due: string | null
  readonly start: string | null
  readonly priority: number | null
  readonly timeEstimate: number | null
  readonly assignees: readonly number[]
  readonly archived: boolean
  readonly parent: string | null
  readonly creatorId: number
  /** By the name of the field; only those that are set. */
  readonly fields: Readonly<Record<string, FieldValue>>
  /** Oldest first. */
  readonly comments: readonly {
    readonly id: string
    readonly text: string
    readonly userId: number
    readonly resolved: boolean
  }[]
}

/** Looks at a task. What is returned does not change any more. */
export function viewTask(world: World, task: Task): TaskView {
  const { id, listId, name, description, priority, timeEstimate, archived, parent } = task
  const fields = listOf(world, task).fields.flatMap((field) => {
    const value = task.values.get(field.id)
    return value === undefined ? [] : [[field.name, readableFieldValue(field, value)] as const]
  })
  return {
    ...{ id, listId, name, description, priority, timeEstimate, archived, parent },
    status: task.status.status,
    tags: [...task.tags],
    due: task.due === null ? null : new Date(task.due.at).toISOString(),
    start: task.start === null ? null : new Date(task.start.at).toISOString(),
    assignees: [...task.assignees],
    creatorId: task.creator.id,
    fields: Object.fromEntries(fields),
    comments: commentsOn(world, id).map((comment) => {
      const { text, resolved } = comment
      return { id: String(comment.id), text, userId: comment.user.id, resolved }
    }),
  }
}
