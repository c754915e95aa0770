import { compactId } from './object-id.ts'
import { encodePropertyId, findProperty } from './property-id.ts'
import { plainText } from './rich-text.ts'
import { minuteOf } from './time.ts'
import { userRef } from './user-body.ts'
import { heldValue } from './value.ts'
import { valueBody } from './value-body.ts'
import type { DataSource, Page, Property, World } from './world.ts'

/** Text and people stop here; the rest is read through the property's own address (reference, "Retrieve a page"). */
const maxReferences = 25

/** A row as every answer shows it, with all columns or with some. */
export function pageBody(
  world: World,
  page: Page,
  source: DataSource,
  only: readonly string[] = [],
): Record<string, unknown> {
  const wanted = only.map((key) => findProperty(source.properties, key))
  const shown = source.properties.filter((property) => only.length === 0 || wanted.includes(property))
  return {
    object: 'page',
    id: page.id,
    created_time: minuteOf(page.createdAt),
    last_edited_time: minuteOf(page.editedAt),
    created_by: userRef(page.createdBy),
    last_edited_by: userRef(page.editedBy),
    cover: null,
    icon: null,
    parent: { type: 'data_source_id', data_source_id: source.id, database_id: source.databaseId },
    in_trash: page.inTrash,
    is_archived: page.isArchived,
    is_locked: false,
    properties: Object.fromEntries(
      shown.map((property) => [property.name, propertyBody(world, page, property)]),
    ),
    url: pageUrl(page, source),
    public_url: null,
  }
}

/** A row's title. */
export function titleOf(page: Page, source: DataSource): string {
  const property = source.properties.find(({ type }) => type === 'title')
  const value = property === undefined ? null : heldValue(page, property)
  return value?.type === 'title' ? plainText(value.items) : ''
}

/** Where people find it. */
export function pageUrl(page: Page, source: DataSource): string {
  const words = titleOf(page, source).match(/[\p{L}\p{N}]+/gu) ?? []
  return `https://www.notion.so/${[...words.map(encodeURIComponent), compactId(page.id)].join('-')}`
}

function propertyBody(world: World, page: Page, property: Property): Record<string, unknown> {
  const body = valueBody(world, page, property)
  const { id, type } = property
  const isCut = type === 'title' || type === 'rich_text' || type === 'people'
  return {
    id: encodePropertyId(id),
    type,
    [type]: isCut && Array.isArray(body) ? body.slice(0, maxReferences) : body,
  }
}
