import { compactId } from './object-id.ts'
import { encodePropertyId } from './property-id.ts'
import { typedText } from './rich-text.ts'
import { minuteOf } from './time.ts'
import { userRef } from './user-body.ts'
import type { Database, DataSource, Property, Trail } from './world.ts'

const workspaceParent = { type: 'workspace', workspace: true }

/** A data source with its columns. */
export function dataSourceBody(source: DataSource): Record<string, unknown> {
  return {
    object: 'data_source',
    id: source.id,
    ...trailBody(source),
    title: typedText(source.name),
    description: [],
    properties: Object.fromEntries(
      source.properties.map((property) => [property.name, configBody(property)]),
    ),
    parent: { type: 'database_id', database_id: source.databaseId },
    database_parent: workspaceParent,
    is_inline: false,
    in_trash: false,
    ...looksOf(source.id),
  }
}

/** The database that holds data sources. */
export function databaseBody(database: Database, sources: readonly DataSource[]): Record<string, unknown> {
  const { created_time, last_edited_time } = trailBody(database)
  return {
    object: 'database',
    id: database.id,
    title: typedText(database.name),
    description: [],
    parent: workspaceParent,
    is_inline: false,
    in_trash: false,
    is_locked: false,
    created_time,
    last_edited_time,
    data_sources: sources.map(({ id, name }) => ({ id, name })),
    ...looksOf(database.id),
  }
}

function trailBody(trail: Trail): Record<string, unknown> {
  return {
    created_time: minuteOf(trail.createdAt),
    last_edited_time: minuteOf(trail.editedAt),
    created_by: userRef(trail.createdBy),
    last_edited_by: userRef(trail.editedBy),
  }
}

function looksOf(id: string): Record<string, unknown> {
  return { icon: null, cover: null, url: `https://www.notion.so/${compactId(id)}`, public_url: null }
}

function configBody(property: Property): Record<string, unknown> {
  const { id, name, type } = property
  return { id: encodePropertyId(id), name, description: null, type, [type]: settingsOf(property) }
}

function settingsOf({ type, options, groups, format }: Property): Record<string, unknown> {
  if (type === 'number') return { format }
  const shown = options.map((option) => ({
    id: option.id,
    name: option.name,
    color: option.color,
    description: null,
  }))
  if (type === 'select' || type === 'multi_select') return { options: shown }
  if (type !== 'status') return {}
  return {
    options: shown,
    groups: groups.map(({ optionIds, ...group }) => ({ ...group, option_ids: optionIds })),
  }
}
