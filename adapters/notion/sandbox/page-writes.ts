import { randomUUID } from 'node:crypto'
import { contentEvent, pageEvent, schemaChange, schemaEvent } from './event-body.ts'
import type { ParsedValue } from './parse-value.ts'
import { encodePropertyId } from './property-id.ts'
import { invalid } from './refusal.ts'
import { heldValue } from './value.ts'
import { type DataSource, newTrail, type Page, touch, type User, type World } from './world.ts'

/** Makes a row. Notion tells of the page and, once more, of the data source that got it. */
export function createPage(
  world: World,
  user: User,
  source: DataSource,
  values: readonly ParsedValue[],
): Page {
  const page: Page = {
    ...newTrail(world, user),
    id: randomUUID(),
    dataSourceId: source.id,
    values: new Map(values.map(({ property, value }) => [property.id, value])),
    blocks: [],
    inTrash: false,
    isArchived: false,
  }
  addOptions(world, user, source, values)
  world.pages.set(page.id, page)
  world.publish(pageEvent(world, user, page, 'page.created'), source.id)
  world.publish(contentEvent(world, user, source, page.id), source.id)
  return page
}

/**
 * Writes into a row, all columns at once. What stays the same is no change. A new title counts as content (guide
 * "Event types & delivery"), the other columns as properties.
 */
export function changePage(
  world: World,
  user: User,
  source: DataSource,
  page: Page,
  values: readonly ParsedValue[],
): void {
  requireNotTrashed(page)
  addOptions(world, user, source, values)
  const changed = values.filter(
    ({ property, value }) => JSON.stringify(heldValue(page, property)) !== JSON.stringify(value),
  )
  if (changed.length === 0) return
  for (const { property, value } of changed) page.values.set(property.id, value)
  touch(world, user, page)
  const [titles, others] = [true, false].map((isTitle) =>
    changed.filter(({ value }) => (value.type === 'title') === isTitle),
  )
  if (titles?.[0] !== undefined) {
    const updated_blocks = [{ id: page.id, type: 'page' as const }]
    world.publish(pageEvent(world, user, page, 'page.content_updated', { updated_blocks }), source.id)
  }
  if (others?.[0] !== undefined) {
    const updated_properties = others.map(({ property }) => encodePropertyId(property.id))
    world.publish(pageEvent(world, user, page, 'page.properties_updated', { updated_properties }), source.id)
  }
}

/** Writes a paragraph below the properties. */
export function addBlock(world: World, user: User, page: Page, text: string): void {
  requireNotTrashed(page)
  const block = { id: randomUUID(), text }
  page.blocks.push(block)
  touch(world, user, page)
  const updated_blocks = [{ id: block.id, type: 'block' as const }]
  world.publish(pageEvent(world, user, page, 'page.content_updated', { updated_blocks }), page.dataSourceId)
}

/** Puts a row into the trash or takes it out again. */
export function setTrash(world: World, user: User, page: Page, inTrash: boolean): void {
  if (page.inTrash === inTrash) return
  page.inTrash = inTrash
  touch(world, user, page)
  const type = inTrash ? 'page.deleted' : 'page.undeleted'
  world.publish(pageEvent(world, user, page, type), page.dataSourceId)
}

/** What lies in the trash cannot be changed (dvanoni/notero issue 704). */
export function requireNotTrashed(page: Page): void {
  if (page.inTrash) {
    invalid("Can't edit block that is archived. You must unarchive the block before editing.")
  }
}

function addOptions(world: World, user: User, source: DataSource, values: readonly ParsedValue[]): void {
  const grown = values.filter(({ newOptions }) => newOptions.length > 0)
  if (grown.length === 0) return
  for (const { property, newOptions } of grown) property.options = [...property.options, ...newOptions]
  touch(world, user, source)
  const changes = grown.map(({ property }) => schemaChange(property, 'updated'))
  world.publish(schemaEvent(world, user, source, changes), source.id)
}
