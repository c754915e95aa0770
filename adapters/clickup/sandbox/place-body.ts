import { needFolder, needSpace } from './lookup.ts'
import type { Folder, List, Space, World } from './world.ts'

/** A space with its statuses and the features that are switched on in it. */
export function spaceBody({ id, name, statuses }: Space): Record<string, unknown> {
  const on = { enabled: true }
  const off = { enabled: false }
  return {
    id,
    name,
    private: false,
    statuses,
    multiple_assignees: true,
    features: {
      due_dates: { enabled: true, start_date: true, remap_due_dates: false, remap_closed_due_date: false },
      time_tracking: off,
      tags: on,
      time_estimates: on,
      checklists: on,
      custom_fields: on,
      remap_dependencies: off,
      dependency_warning: off,
      portfolios: off,
    },
    archived: false,
  }
}

/** A folder with its lists. */
export function folderBody(world: World, folder: Folder): Record<string, unknown> {
  const space = needSpace(world, folder.spaceId)
  const lists = [...world.lists.values()].filter(({ folderId }) => folderId === folder.id)
  return {
    id: folder.id,
    name: folder.name,
    orderindex: 0,
    override_statuses: false,
    hidden: folder.hidden,
    space: { id: space.id, name: space.name, access: true },
    task_count: String(lists.reduce((sum, list) => sum + taskCount(world, list), 0)),
    lists: lists.map((list) => listBody(world, list)),
  }
}

/** A list as it is shown among others. */
export function listBody(world: World, list: List): Record<string, unknown> {
  const space = needSpace(world, list.spaceId)
  const { id, name, hidden } = needFolder(world, list.folderId)
  return {
    id: list.id,
    name: list.name,
    orderindex: 0,
    content: '',
    status: null,
    priority: null,
    assignee: null,
    task_count: String(taskCount(world, list)),
    due_date: null,
    start_date: null,
    folder: { id, name, hidden, access: true },
    space: { id: space.id, name: space.name, access: true },
    archived: false,
    override_statuses: true,
    permission_level: 'create',
  }
}

/** A list on its own, with its statuses. What is not set is left out, as the schema of this answer wants it. */
export function fullListBody(world: World, list: List): Record<string, unknown> {
  const { status: _status, priority: _priority, due_date: _due, ...others } = listBody(world, list)
  return {
    ...others,
    start_date_time: null,
    inbound_address: `add.task.${list.id}@tasks.example`,
    statuses: list.statuses,
  }
}

function taskCount(world: World, list: List): number {
  let count = 0
  for (const task of world.tasks.values()) if (task.listId === list.id && !task.archived) count += 1
  return count
}
