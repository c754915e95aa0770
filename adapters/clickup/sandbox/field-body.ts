import { shownFieldValue } from './field-values.ts'
import type { Field, Task } from './world.ts'

/** A custom field as a list shows it. The names of labels are called `label`, those of other options `name`. */
export function fieldBody(field: Field): Record<string, unknown> {
  return {
    id: field.id,
    name: field.name,
    type: field.type,
    type_config: typeConfig(field),
    date_created: String(field.dateCreated),
    hide_from_guests: false,
    ...(field.taskTypes.length > 0 && {
      applied_objects: field.taskTypes.map((id) => ({ object_type: 19, object_id: id })),
    }),
  }
}

/** A custom field as a task shows it: all fields of its list that are for it are there, `value` only where one is set. */
export function taskFieldBody(task: Task, field: Field): Record<string, unknown> {
  const value = task.values.get(field.id)
  return {
    ...fieldBody(field),
    ...(value === undefined ? {} : { value: shownFieldValue(field, value) }),
    required: false,
  }
}

function typeConfig({ type, options }: Field): Record<string, unknown> {
  if (type === 'currency') return { precision: 2, currency_type: 'EUR' }
  if (type === 'labels') return { options: options.map(({ id, name }) => ({ id, label: name, color: null })) }
  if (type !== 'drop_down') return {}
  return {
    new_drop_down: true,
    options: options.map(({ id, name }, orderindex) => ({ id, name, color: null, orderindex })),
  }
}
