import { taskFieldBody } from './field-body.ts'
import { listOf, needFolder, needSpace, usersOf } from './lookup.ts'
import { userBody } from './user-body.ts'
import type { Moment, Task, World } from './world.ts'

const priorities = [
  { id: '1', priority: 'urgent', color: '#f50000', orderindex: '1' },
  { id: '2', priority: 'high', color: '#ffcc00', orderindex: '2' },
  { id: '3', priority: 'normal', color: '#6fddff', orderindex: '3' },
  { id: '4', priority: 'low', color: '#d8d8d8', orderindex: '4' },
]

/** A priority from 1 (urgent) to 4 (low) in full. */
export function priorityBody(priority: number | null): Record<string, string> | null {
  return priorities.find(({ id }) => id === String(priority)) ?? null
}

/** A task as every answer shows it; dates are milliseconds as text. */
export function taskBody(world: World, task: Task, withMarkdown: boolean): Record<string, unknown> {
  const { id, name, description, archived, parent, points } = task
  const list = listOf(world, task)
  const people = usersOf(world, task.assignees).map(userBody)
  return {
    ...{ id, custom_id: null, custom_item_id: 0, name, text_content: description, description },
    ...(withMarkdown ? { markdown_description: description } : {}),
    status: task.status,
    orderindex: `${task.dateCreated}.00000000000000000000000000000000`,
    date_created: String(task.dateCreated),
    date_updated: String(task.dateUpdated),
    date_closed: millis(task.dateClosed),
    date_done: millis(task.dateDone),
    archived,
    creator: userBody(task.creator),
    assignees: people,
    group_assignees: [],
    watchers: [userBody(task.creator)],
    checklists: [],
    tags: needSpace(world, list.spaceId).tags.filter((tag) => task.tags.includes(tag.name)),
    parent,
    top_level_parent: parent,
    priority: priorityBody(task.priority),
    due_date: millis(task.due),
    start_date: millis(task.start),
    points,
    time_estimate: task.timeEstimate,
    custom_fields: list.fields
      .filter(({ taskTypes }) => taskTypes.length === 0)
      .map((field) => taskFieldBody(task, field)),
    ...{ dependencies: [], linked_tasks: [], locations: [] },
    ...placeOf(world, task),
  }
}

function placeOf(world: World, task: Task): Record<string, unknown> {
  const list = listOf(world, task)
  const { id, name, hidden } = needFolder(world, list.folderId)
  const folder = { id, name, hidden, access: true }
  return {
    team_id: world.team.id,
    url: `https://app.clickup.com/t/${task.id}`,
    sharing: {
      public: false,
      public_share_expires_on: null,
      public_fields: ['assignees', 'priority', 'due_date', 'content', 'comments', 'customFields', 'tags'],
      token: null,
      seo_optimized: false,
    },
    permission_level: 'create',
    list: { id: list.id, name: list.name, access: true },
    project: folder,
    folder,
    space: { id: list.spaceId },
  }
}

function millis(moment: Moment | number | null): string | null {
  if (moment === null) return null
  return String(typeof moment === 'number' ? moment : moment.at)
}
