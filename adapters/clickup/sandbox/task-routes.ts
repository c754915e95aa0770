import { attachmentBody } from './attachment-body.ts'
import { setFieldValue } from './field-writes.ts'
import { listOf, needField, needList, needTask, needTeam, subtasksOf } from './lookup.ts'
import { noContent, type Routes, type Visit } from './route.ts'
import { addTag, removeTag } from './tag-writes.ts'
import { taskBody } from './task-body.ts'
import { readCreate, readUpdate } from './task-input.ts'
import { pageOfTasks } from './task-query.ts'
import { changeTask, createTask, deleteTask } from './task-writes.ts'
import type { Task } from './world.ts'

/** Tasks, their tags and the values of their custom fields. */
export const taskRoutes: Routes = {
  'GET /v2/list/:id/task': getListTasks,
  'POST /v2/list/:id/task': (visit) => {
    const { world, actor, body, at } = visit
    const list = needList(world, at('id'))
    return shown(visit, createTask(world, actor, readCreate(world, list, actor, body)))
  },
  'GET /v2/team/:id/task': getTeamTasks,
  'GET /v2/task/:id': getTask,
  'PUT /v2/task/:id': (visit) => {
    const { world, actor, body } = visit
    const task = taskAt(visit)
    changeTask(world, actor, task, readUpdate(listOf(world, task), actor, body))
    return shown(visit, task)
  },
  'DELETE /v2/task/:id': (visit) => {
    deleteTask(visit.world, taskAt(visit))
    return noContent
  },
  'POST /v2/task/:id/tag/:name': (visit) => {
    addTag(visit.world, visit.actor, taskAt(visit), visit.at('name'))
    return {}
  },
  'DELETE /v2/task/:id/tag/:name': (visit) => {
    removeTag(visit.world, visit.actor, taskAt(visit), visit.at('name'))
    return {}
  },
  'POST /v2/task/:id/field/:field': (visit) => {
    const { body } = visit
    const value = typeof body === 'object' && body !== null && 'value' in body ? body.value : undefined
    return putFieldValue(visit, value)
  },
  'DELETE /v2/task/:id/field/:field': (visit) => putFieldValue(visit, null),
}

function taskAt({ world, at }: Visit): Task {
  return needTask(world, at('id'))
}

function shown({ world, query }: Visit, task: Task): Record<string, unknown> {
  return taskBody(world, task, query.flag('include_markdown_description'))
}

function getTask(visit: Visit): unknown {
  const task = taskAt(visit)
  const attachments = task.attachments.map((attachment) => attachmentBody(visit.world, task, attachment))
  const body = { ...shown(visit, task), attachments }
  if (!visit.query.flag('include_subtasks')) return body
  return { ...body, subtasks: subtasksOf(visit.world, task.id).map((subtask) => shown(visit, subtask)) }
}

/** One list's tasks: either those that are archived or those that are not. */
function getListTasks(visit: Visit): unknown {
  const { world, query, at } = visit
  const { id } = needList(world, at('id'))
  const archived = query.flag('archived')
  const all = [...world.tasks.values()].filter((task) => task.listId === id && task.archived === archived)
  const page = pageOfTasks(all, query)
  return { tasks: page.tasks.map((task) => shown(visit, task)), last_page: page.isLast }
}

/** Tasks from anywhere in the workspace, archived ones never. A list that does not exist has none. */
function getTeamTasks(visit: Visit): unknown {
  const { world, query, at } = visit
  needTeam(world, at('id'))
  const listIds = query.all('list_ids[]')
  const spaceIds = query.all('space_ids[]')
  const all = [...world.tasks.values()].filter((task) => {
    if (task.archived) return false
    const { id, spaceId } = listOf(world, task)
    return (listIds?.includes(id) ?? true) && (spaceIds?.includes(spaceId) ?? true)
  })
  const page = pageOfTasks(all, query)
  return { tasks: page.tasks.map((task) => shown(visit, task)), last_page: page.isLast }
}

function putFieldValue(visit: Visit, value: unknown): unknown {
  const { world, actor, at } = visit
  const task = taskAt(visit)
  setFieldValue(world, actor, task, needField(listOf(world, task), at('field')), value)
  return {}
}
