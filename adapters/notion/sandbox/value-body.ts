import { minuteOf } from './time.ts'
import { userBody, userRef } from './user-body.ts'
import { heldValue } from './value.ts'
import type { Option, Page, Property, RichText, Value, World } from './world.ts'

/** What an answer says of one column of a row, below the column's type: a list for text and people. */
export function valueBody(world: World, page: Page, property: Property): unknown {
  const value = heldValue(page, property)
  return value === null ? trailBody(page, property) : writtenBody(world, property, value)
}

function writtenBody(world: World, property: Property, value: Value): unknown {
  switch (value.type) {
    case 'title':
    case 'rich_text':
      return value.items satisfies readonly RichText[]
    case 'number':
      return value.number
    case 'select':
    case 'status':
      return optionBody(property.options.find(({ id }) => id === value.option))
    case 'multi_select':
      return value.options.flatMap((id) => optionBody(property.options.find((o) => o.id === id)) ?? [])
    case 'date':
      return value.date
    case 'people':
      return value.users.flatMap((id) => {
        const user = world.users.get(id)
        return user === undefined ? [] : [userBody(world, user)]
      })
    case 'checkbox':
      return value.checkbox
    default:
      return value.text
  }
}

function optionBody(option: Option | undefined): Record<string, unknown> | null {
  return option === undefined ? null : { id: option.id, name: option.name, color: option.color }
}

function trailBody(page: Page, { type }: Property): unknown {
  if (type === 'created_time') return minuteOf(page.createdAt)
  if (type === 'last_edited_time') return minuteOf(page.editedAt)
  return userRef(type === 'created_by' ? page.createdBy : page.editedBy)
}
