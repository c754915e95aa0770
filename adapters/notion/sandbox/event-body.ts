import type { Author, Event, EventType, SchemaChange, UpdatedBlock } from './event.ts'
import { encodePropertyId } from './property-id.ts'
import type { Comment, DataSource, Page, Property, User, World } from './world.ts'

/** Tells of a row. */
export function pageEvent(
  world: World,
  user: User,
  page: Page,
  type: EventType,
  lists: Partial<Pick<Event['data'], 'updated_properties' | 'updated_blocks'>> = {},
): Event {
  const source = world.dataSources.get(page.dataSourceId)
  return {
    ...heading(world, user, type),
    entity: { id: page.id, type: 'page' },
    data: {
      ...lists,
      parent: { id: source?.databaseId ?? '', type: 'database', data_source_id: page.dataSourceId },
    },
  }
}

/** Tells of rows that came into a data source. */
export function contentEvent(world: World, user: User, source: DataSource, pageId: string): Event {
  return sourceEvent(world, user, source, 'data_source.content_updated', {
    updated_blocks: [{ id: pageId, type: 'page' } satisfies UpdatedBlock],
  })
}

/** Tells of columns that came, changed or went. */
export function schemaEvent(
  world: World,
  user: User,
  source: DataSource,
  changes: readonly SchemaChange[],
): Event {
  return sourceEvent(world, user, source, 'data_source.schema_updated', { updated_properties: changes })
}

/** One column's part of it. */
export function schemaChange(property: Property, action: SchemaChange['action']): SchemaChange {
  return { id: encodePropertyId(property.id), name: property.name, action }
}

/** Tells of a comment. */
export function commentEvent(world: World, user: User, comment: Comment, type: EventType): Event {
  return {
    ...heading(world, user, type),
    entity: { id: comment.id, type: 'comment' },
    data: { page_id: comment.pageId, parent: { id: comment.pageId, type: 'page' } },
  }
}

function sourceEvent(
  world: World,
  user: User,
  source: DataSource,
  type: EventType,
  lists: Partial<Event['data']>,
): Event {
  return {
    ...heading(world, user, type),
    entity: { id: source.id, type: 'data_source' },
    data: { ...lists, parent: { id: source.databaseId, type: 'database' } },
  }
}

function heading(world: World, user: User, type: EventType): Pick<Event, 'type' | 'authors' | 'timestamp'> {
  const author: Author = { id: user.id, type: user.type }
  return { type, authors: [author], timestamp: world.now().toISOString() }
}
