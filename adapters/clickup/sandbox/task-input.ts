import { z } from 'zod'
import { readFieldValue } from './field-values.ts'
import { needField, needStatus, needTask } from './lookup.ts'
import { readMoment } from './moment.ts'
import { readBody } from './read-body.ts'
import { refuse } from './refusal.ts'
import type { NewTask, TaskChanges } from './task-writes.ts'
import type { FieldValue, List, Moment, User, World } from './world.ts'

const millis = z.int().nonnegative().nullable().optional()
const flag = z.boolean().optional()

const shared = {
  description: z.string().optional(),
  markdown_content: z.string().optional(),
  status: z.string().nullable().optional(),
  priority: z.int().min(1).max(4).nullable().optional(),
  due_date: millis,
  due_date_time: flag,
  start_date: millis,
  start_date_time: flag,
  time_estimate: millis,
  points: z.number().nullable().optional(),
  archived: flag,
}

const name = z.string().trim().min(1)
const people = z.array(z.int())

/** `PUT /v2/task/{id}`. Tags, custom fields and the list are not among its keys: they are dropped without a word. */
const UpdateBody = z.object({
  ...shared,
  name: name.optional(),
  assignees: z.object({ add: people.default([]), rem: people.default([]) }).optional(),
})

/** `POST /v2/list/{id}/task`, which takes everything at once. */
const CreateBody = z.object({
  ...shared,
  name,
  assignees: people.optional(),
  tags: z.array(z.string()).optional(),
  parent: z.string().nullable().optional(),
  custom_fields: z.array(z.object({ id: z.string(), value: z.unknown() })).optional(),
})

/** Reads the changes of a task in this list. All of them are checked before any is made. */
export function readUpdate(list: List, actor: User, body: unknown): TaskChanges {
  const given = readBody(UpdateBody, body)
  return { ...readShared(list, actor, given), name: given.name, assignees: given.assignees }
}

/** Reads a new task for this list. */
export function readCreate(world: World, list: List, actor: User, body: unknown): NewTask {
  const given = readBody(CreateBody, body)
  if (given.parent && needTask(world, given.parent).listId !== list.id) {
    refuse(400, 'Parent not child of list')
  }
  const values = new Map<string, FieldValue>()
  for (const { id, value } of given.custom_fields ?? []) {
    const read = readFieldValue(needField(list, id), value)
    if (read !== null) values.set(id, read)
  }
  const { assignees, tags, parent } = given
  return { ...readShared(list, actor, given), list, name: given.name, assignees, tags, parent, values }
}

type SharedBody = z.output<z.ZodObject<typeof shared>>

function readShared(list: List, actor: User, given: SharedBody): Omit<TaskChanges, 'name' | 'assignees'> {
  const moment = (at: number | null | undefined, hasTime: boolean | undefined): Moment | null | undefined =>
    typeof at === 'number' ? readMoment(actor, at, hasTime ?? false) : at
  return {
    description: given.markdown_content ?? given.description,
    status: given.status ? needStatus(list, given.status) : undefined,
    priority: given.priority,
    due: moment(given.due_date, given.due_date_time),
    start: moment(given.start_date, given.start_date_time),
    timeEstimate: given.time_estimate,
    points: given.points,
    archived: given.archived,
  }
}
