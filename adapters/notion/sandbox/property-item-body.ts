import { listBody, type PageRequest } from './list-body.ts'
import { encodePropertyId } from './property-id.ts'
import { valueBody } from './value-body.ts'
import type { Page, Property, World } from './world.ts'

/**
 * One column of a row in full: a single item, or a paged list of items for text and people (reference, "Retrieve a
 * page property item").
 */
export function propertyItemBody(
  world: World,
  page: Page,
  property: Property,
  request: PageRequest,
): Record<string, unknown> {
  const { type } = property
  const id = encodePropertyId(property.id)
  const item = { object: 'property_item', id, type }
  const body = valueBody(world, page, property)
  if (type !== 'title' && type !== 'rich_text' && type !== 'people') return { ...item, [type]: body }
  const entries = Array.isArray(body) ? body.map((entry, index) => ({ id: String(index), entry })) : []
  const list = listBody(entries, request, 'property_item', ({ entry }) => ({ ...item, [type]: entry }))
  const more = new URLSearchParams({ start_cursor: String(list.next_cursor) })
  const next = `https://api.notion.com/v1/pages/${page.id}/properties/${id}?${more}`
  return {
    ...list,
    property_item: { id, type, [type]: {}, next_url: list.has_more === true ? next : null },
  }
}
