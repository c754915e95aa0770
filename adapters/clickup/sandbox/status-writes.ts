import type { Change } from './history.ts'
import type { Status, Task, World } from './world.ts'

/** Puts a status on a task and keeps the dates that hang on its type. Nothing is told. */
export function takeStatus(world: World, task: Task, status: Status): void {
  const now = world.now().getTime()
  const isClosed = status.type === 'closed'
  task.status = status
  task.dateDone = isClosed || status.type === 'done' ? (task.dateDone ?? now) : null
  task.dateClosed = isClosed ? (task.dateClosed ?? now) : null
}

/** A change of status as history tells it: by names, without ids. A new task comes from no status at all. */
export function statusChange(before: Status | null, after: Status): Change {
  const none = { status: null, color: '#000000', type: 'removed', orderindex: -1 }
  return {
    field: 'status',
    before: before === null ? none : named(before),
    after: named(after),
    data: { status_type: after.type },
  }
}

function named({ status, color, orderindex, type }: Status): Record<string, unknown> {
  return { status, color, orderindex, type }
}
