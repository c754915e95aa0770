import { randomUUID } from 'node:crypto'
import { fieldBody } from './field-body.ts'
import { readFieldValue } from './field-values.ts'
import { recordChange } from './history.ts'
import { refuse } from './refusal.ts'
import type { Field, FieldType, List, Task, User, World } from './world.ts'

/** A custom field as a person makes it. */
export interface NewField {
  readonly name: string
  readonly type: FieldType
  /** Of drop-downs and labels. */
  readonly options?: readonly string[]
  /** The custom task types that it is for; left out for all tasks. */
  readonly taskTypes?: readonly number[]
}

/** Adds a custom field to a list. Only people can: the API has no way to make one. */
export function addField(
  world: World,
  list: List,
  { name, type, options = [], taskTypes = [] }: NewField,
): Field {
  const field: Field = {
    id: randomUUID(),
    name,
    type,
    dateCreated: world.now().getTime(),
    options: options.map((option) => ({ id: randomUUID(), name: option })),
    taskTypes,
  }
  list.fields.push(field)
  return field
}

/** Sets or, with null, clears the value of a custom field. Told by `taskUpdated` alone, with the field in full. */
export function setFieldValue(world: World, actor: User, task: Task, field: Field, given: unknown): void {
  if (field.taskTypes.length > 0) refuse(400, 'Custom field is not enabled for this task type')
  const after = readFieldValue(field, given)
  const before = task.values.get(field.id) ?? null
  if (JSON.stringify(after) === JSON.stringify(before)) return
  if (after === null) task.values.delete(field.id)
  else task.values.set(field.id, after)
  const extra = { custom_field: { ...fieldBody(field), team_id: world.team.id, deleted: false } }
  recordChange(world, actor, task, null, { field: 'custom_field', before, after, extra })
}
