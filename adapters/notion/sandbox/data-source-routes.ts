import { z } from 'zod'
import { databaseBody, dataSourceBody } from './data-source-body.ts'
import { listBody, PageRequest } from './list-body.ts'
import { needSource, pagesIn } from './lookup.ts'
import { readId } from './object-id.ts'
import { pageBody } from './page-body.ts'
import { passes, Sorts, sortEntries } from './query.ts'
import { readBody } from './read-body.ts'
import { notFound, unsupported } from './refusal.ts'
import { plainText, RichTextRequest, richTextOf } from './rich-text.ts'
import type { Routes, Visit } from './route.ts'
import { readPropertyRequest } from './schema-request.ts'
import { changeSchema } from './schema-writes.ts'
import { type DataSource, touch } from './world.ts'

const ChangeRequest = z.strictObject({
  title: RichTextRequest.optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  icon: z.unknown().optional(),
  in_trash: z.unknown().optional(),
  parent: z.unknown().optional(),
})

const QueryRequest = z.strictObject({
  ...PageRequest.shape,
  filter: z.unknown().optional(),
  sorts: Sorts.optional(),
  in_trash: z.boolean().optional(),
  result_type: z.enum(['page', 'data_source']).optional(),
})

const FilterQuery = z.object({ filter_properties: z.union([z.string(), z.array(z.string())]).optional() })

/** Data sources with their columns and rows, and the databases that hold them. */
export const dataSourceRoutes: Routes = {
  'GET /databases/:id': ({ world, at }) => {
    const id = readId(at('id'), 'path.database_id')
    const shared = [...world.dataSources.values()].filter(
      (source) => source.databaseId === id && source.shared,
    )
    const database = world.databases.get(id)
    if (database === undefined || shared.length === 0) notFound('database', id)
    return databaseBody(database, shared)
  },
  'GET /data_sources/:id': ({ world, at }) => dataSourceBody(needSource(world, at('id'))),
  'PATCH /data_sources/:id': (visit) => patchSource(visit, needSource(visit.world, visit.at('id'))),
  'POST /data_sources/:id/query': (visit) => queryRows(visit, needSource(visit.world, visit.at('id'))),
}

function patchSource({ world, user, body }: Visit, source: DataSource): Record<string, unknown> {
  const { title, properties = {}, ...others } = readBody(ChangeRequest, body)
  for (const [key, value] of Object.entries(others)) if (value !== undefined) unsupported(`body.${key}`)
  const entries = Object.entries(properties).map(([key, input]) => {
    const request = input === null ? null : readPropertyRequest(input, `body.properties.${key}`)
    return [key, request] as const
  })
  changeSchema(world, user, source, new Map(entries))
  if (title !== undefined) {
    source.name = plainText(richTextOf(world, title))
    touch(world, user, source)
  }
  return dataSourceBody(source)
}

/** Rows outside the trash unless it is asked for; unsorted they come oldest first. */
function queryRows({ world, query, body }: Visit, source: DataSource): Record<string, unknown> {
  const request = readBody(QueryRequest, body ?? {})
  const { filter_properties: only = [] } = readBody(FilterQuery, query, 'query')
  const { filter, sorts = [], in_trash: inTrash = false, result_type: kind = 'page' } = request
  const rows = kind === 'page' ? pagesIn(world, source.id) : []
  const found = rows.filter((page) => page.inTrash === inTrash && passes(page, filter))
  return listBody(sortEntries(found, sorts), request, 'page_or_data_source', (page) =>
    pageBody(world, page, source, [only].flat()),
  )
}
