import { minuteOf } from './time.ts'
import { userBody, userRef } from './user-body.ts'
import { heldValue } from './value.ts'
import type { FileValue, Option, Page, Property, RichText, Value, World } from './world.ts'

const hourMs = 3_600_000

/** What an answer says of one column of a row, below the column's type: a list for text, people and files. */
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
    case 'files':
      return value.files.map((file) => fileBody(world, file))
    case 'checkbox':
      return value.checkbox
    default:
      return value.text
  }
}

/** The address of an upload is good for an hour (reference, "File object"). */
function fileBody(world: World, { name, type, url }: FileValue): Record<string, unknown> {
  if (type === 'external') return { name, type, external: { url } }
  return { name, type, file: { url, expiry_time: new Date(world.now().getTime() + hourMs).toISOString() } }
}

function optionBody(option: Option | undefined): Record<string, unknown> | null {
  return option === undefined ? null : { id: option.id, name: option.name, color: option.color }
}

function trailBody(page: Page, { type }: Property): unknown {
  if (type === 'created_time') return minuteOf(page.createdAt)
  if (type === 'last_edited_time') return minuteOf(page.editedAt)
  return userRef(type === 'created_by' ? page.createdBy : page.editedBy)
}
