import { z } from 'zod'
import { PageRequest } from './list-body.ts'
import { needPage, needSource, sourceOf } from './lookup.ts'
import { movePage } from './move-page.ts'
import { readId } from './object-id.ts'
import { pageBody } from './page-body.ts'
import { changePage, createPage, setTrash } from './page-writes.ts'
import { type ParsedValue, parseValue } from './parse-value.ts'
import { findProperty } from './property-id.ts'
import { propertyItemBody } from './property-item-body.ts'
import { readBody } from './read-body.ts'
import { invalid, notFound, unsupported } from './refusal.ts'
import type { Routes, Visit } from './route.ts'
import type { DataSource, Page, World } from './world.ts'

const Properties = z.record(z.string(), z.unknown())

const Parent = z.strictObject({
  type: z.string().optional(),
  data_source_id: z.string().optional(),
  database_id: z.string().optional(),
  page_id: z.string().optional(),
  workspace: z.boolean().optional(),
})

/** What Notion takes as well and the sandbox does not keep. */
const notKept = {
  icon: z.unknown().optional(),
  cover: z.unknown().optional(),
  template: z.unknown().optional(),
}

const CreateRequest = z.strictObject({
  ...notKept,
  parent: Parent,
  properties: Properties.optional(),
  children: z.unknown().optional(),
  content: z.unknown().optional(),
  markdown: z.unknown().optional(),
  position: z.unknown().optional(),
})

/** `archived` became `in_trash` with version 2026-03-11 and is refused since (upgrade guide). */
const ChangeRequest = z.strictObject({
  ...notKept,
  properties: Properties.optional(),
  in_trash: z.boolean().optional(),
  is_archived: z.boolean().optional(),
  is_locked: z.unknown().optional(),
  erase_content: z.unknown().optional(),
})

const FilterQuery = z.object({ filter_properties: z.union([z.string(), z.array(z.string())]).optional() })

/** Rows: making, reading, changing and moving them. */
export const pageRoutes: Routes = {
  'POST /pages': (visit) => postPage(visit),
  'GET /pages/:id': (visit) => {
    const { filter_properties: only = [] } = readBody(FilterQuery, visit.query, 'query')
    return answer(visit.world, needPage(visit.world, visit.at('id')), [only].flat())
  },
  'PATCH /pages/:id': (visit) => patchPage(visit, needPage(visit.world, visit.at('id'))),
  'POST /pages/:id/move': (visit) => moveTo(visit, needPage(visit.world, visit.at('id'))),
  'GET /pages/:id/properties/:property': ({ world, query, at }) => {
    const page = needPage(world, at('id'))
    const source = sourceOf(world, page.dataSourceId)
    const property = findProperty(source.properties, at('property')) ?? notFound('property', at('property'))
    return propertyItemBody(world, page, property, readBody(PageRequest, query, 'query'))
  },
}

function postPage({ world, user, body }: Visit): Record<string, unknown> {
  const { parent, properties = {}, ...others } = readBody(CreateRequest, body)
  refuseOthers(others)
  const source = parentOf(world, parent)
  return answer(world, createPage(world, user, source, parseAll(world, source, properties)))
}

function patchPage({ world, user, body }: Visit, page: Page): Record<string, unknown> {
  const { properties = {}, in_trash, is_archived, ...others } = readBody(ChangeRequest, body)
  refuseOthers(others)
  const source = sourceOf(world, page.dataSourceId)
  const values = parseAll(world, source, properties)
  if (in_trash === false) setTrash(world, user, page, false)
  if (values.length > 0) changePage(world, user, source, page, values)
  if (is_archived !== undefined) page.isArchived = is_archived
  if (in_trash === true) setTrash(world, user, page, true)
  return answer(world, page)
}

function moveTo({ world, user, body }: Visit, page: Page): Record<string, unknown> {
  const { parent } = readBody(z.strictObject({ parent: Parent }), body)
  movePage(world, user, page, sourceOf(world, page.dataSourceId), parentOf(world, parent))
  return answer(world, page)
}

/** A database stands for its data source only as long as it has just one (upgrade guide 2025-09-03). */
function parentOf(world: World, parent: z.infer<typeof Parent>): DataSource {
  const { data_source_id: sourceId, database_id: databaseId } = parent
  if (sourceId !== undefined) return needSource(world, sourceId, 'body.parent.data_source_id')
  if (databaseId === undefined) unsupported('body.parent without a data source')
  const id = readId(databaseId, 'body.parent.database_id')
  const sources = [...world.dataSources.values()].filter(
    (source) => source.databaseId === id && source.shared,
  )
  const [source, second] = sources
  if (second !== undefined) {
    invalid('Databases with multiple data sources are not supported here: name the data source.')
  }
  return source ?? notFound('database', id)
}

/** Everything is read before anything is written, so that a refusal leaves nothing half done. */
function parseAll(
  world: World,
  source: DataSource,
  properties: Readonly<Record<string, unknown>>,
): ParsedValue[] {
  return Object.entries(properties).map(([key, input]) => {
    const property = findProperty(source.properties, key) ?? invalid(`${key} is not a property that exists.`)
    return parseValue(world, property, input, `body.properties.${key}`)
  })
}

function refuseOthers(others: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(others)) if (value !== undefined) unsupported(`body.${key}`)
}

function answer(world: World, page: Page, only: readonly string[] = []): Record<string, unknown> {
  return pageBody(world, page, sourceOf(world, page.dataSourceId), only)
}
