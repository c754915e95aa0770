import { z } from 'zod'
import { dataSourceBody } from './data-source-body.ts'
import { listBody, PageRequest } from './list-body.ts'
import { pageBody, titleOf } from './page-body.ts'
import { sortEntries } from './query.ts'
import { readBody } from './read-body.ts'
import type { Routes, Visit } from './route.ts'
import type { Trail } from './world.ts'

const SearchRequest = z.strictObject({
  ...PageRequest.shape,
  query: z.string().optional(),
  filter: z
    .strictObject({ property: z.literal('object'), value: z.enum(['page', 'data_source']) })
    .optional(),
  sort: z
    .strictObject({
      timestamp: z.literal('last_edited_time'),
      direction: z.enum(['ascending', 'descending']),
    })
    .optional(),
})

interface Found extends Trail {
  readonly id: string
  readonly title: string
  readonly kind: 'page' | 'data_source'
  readonly body: () => Record<string, unknown>
}

/** Search by title over what is shared with the connection, last edited first (reference, "Search by title"). */
export const searchRoutes: Routes = {
  'POST /search': (visit) => {
    const request = readBody(SearchRequest, visit.body ?? {})
    const { query = '', filter, sort } = request
    const order = sort ?? { timestamp: 'last_edited_time' as const, direction: 'descending' as const }
    const found = everything(visit).filter(
      ({ title, kind }) =>
        (filter === undefined || filter.value === kind) && title.toLowerCase().includes(query.toLowerCase()),
    )
    return listBody(sortEntries(found, [order]), request, 'page_or_data_source', ({ body }) => body())
  },
}

function everything({ world }: Visit): Found[] {
  const sources = [...world.dataSources.values()].filter(({ shared }) => shared)
  return [
    ...sources.map(
      (source): Found => ({
        ...source,
        title: source.name,
        kind: 'data_source',
        body: () => dataSourceBody(source),
      }),
    ),
    ...[...world.pages.values()].flatMap((page): Found[] => {
      const source = sources.find(({ id }) => id === page.dataSourceId)
      if (source === undefined || page.inTrash) return []
      const title = titleOf(page, source)
      return [{ ...page, title, kind: 'page', body: () => pageBody(world, page, source) }]
    }),
  ]
}
