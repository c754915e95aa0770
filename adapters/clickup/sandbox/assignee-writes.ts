import { recordChange } from './history.ts'
import { usersOf } from './lookup.ts'
import { userBody } from './user-body.ts'
import type { Task, User, World } from './world.ts'

/** Adds and removes assignees, each told on its own. Ids that nobody has are passed over. */
export function changeAssignees(
  world: World,
  actor: User,
  task: Task,
  { add, rem }: { readonly add: readonly number[]; readonly rem: readonly number[] },
): void {
  for (const user of usersOf(world, add)) {
    if (task.assignees.includes(user.id)) continue
    task.assignees.push(user.id)
    const change = { field: 'assignee_add', before: null, after: userBody(user) }
    recordChange(world, actor, task, 'taskAssigneeUpdated', change)
  }
  for (const user of usersOf(world, rem)) {
    if (!task.assignees.includes(user.id)) continue
    task.assignees = task.assignees.filter((id) => id !== user.id)
    const change = { field: 'assignee_rem', before: userBody(user), after: null }
    recordChange(world, actor, task, 'taskAssigneeUpdated', change)
  }
}
