import type { Observed } from '#model/task.ts'

/** The people to whom a task is assigned, each once and in one order, so that equal tasks read alike. */
export const assignedTo = (userIds: readonly string[]): Pick<Observed, 'assignees'> =>
  userIds.length === 0 ? {} : { assignees: [...new Set(userIds)].sort() }
