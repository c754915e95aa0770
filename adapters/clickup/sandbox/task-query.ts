import type { Params } from './params.ts'
import { refuse } from './refusal.ts'
import type { Task } from './world.ts'

/** How many tasks one page holds. */
export const pageSize = 100

/** One page of tasks, the newest first unless asked otherwise. Closed tasks and subtasks only on request. */
export function pageOfTasks(tasks: readonly Task[], query: Params): { tasks: Task[]; isLast: boolean } {
  const found = tasks.filter((task) => isWanted(task, query)).sort(orderOf(query))
  if (query.flag('reverse')) found.reverse()
  const start = (query.integer('page') ?? 0) * pageSize
  return { tasks: found.slice(start, start + pageSize), isLast: start + pageSize >= found.length }
}

function isWanted(task: Task, query: Params): boolean {
  if (task.status.type === 'closed' && !query.flag('include_closed')) return false
  if (task.parent !== null && !query.flag('subtasks')) return false
  const statuses = query.all('statuses[]')?.map((name) => name.toLowerCase())
  if (statuses !== undefined && !statuses.includes(task.status.status.toLowerCase())) return false
  const tags = query.all('tags[]')
  if (tags !== undefined && !tags.some((tag) => task.tags.includes(tag.toLowerCase()))) return false
  return (
    isWithin(task.dateUpdated, query, 'date_updated') &&
    isWithin(task.dateCreated, query, 'date_created') &&
    isWithin(task.due?.at ?? null, query, 'due_date')
  )
}

/** Both bounds are exclusive; a task without the date lies within none. */
function isWithin(date: number | null, query: Params, name: string): boolean {
  const after = query.integer(`${name}_gt`)
  const before = query.integer(`${name}_lt`)
  if (after !== undefined && (date === null || date <= after)) return false
  return before === undefined || (date !== null && date < before)
}

function orderOf(query: Params): (one: Task, other: Task) => number {
  const orders: Readonly<Record<string, (task: Task) => number>> = {
    created: (task) => task.dateCreated,
    updated: (task) => task.dateUpdated,
    due_date: (task) => task.due?.at ?? 0,
    id: () => 0,
  }
  const by = query.text('order_by') ?? 'created'
  const key = Object.hasOwn(orders, by) ? orders[by] : undefined
  if (key === undefined) return refuse(400, 'order_by invalid')
  // Ids are counted up, so they settle what happened within one millisecond.
  return (one, other) => key(other) - key(one) || (one.id < other.id ? 1 : -1)
}
