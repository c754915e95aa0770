import type { Client } from '@notionhq/client'
import type { Adapter, BoardLayout } from '#model/adapter.ts'
import { isAppError } from '#model/error.ts'
import { parseShape } from '../http.ts'
import { normalizeField, plainText } from './normalize.ts'
import { optionKey } from './option-key.ts'
import { pageSize, readAll } from './paging.ts'
import { statusProperty } from './purpose.ts'
import { NotionDataSource, NotionFound, type NotionProperty, NotionUser } from './schema.ts'
import { parseUuid, uuidOf } from './uuid.ts'

/** The data sources that are shared with the connection. */
export async function readBoards(api: Client): Promise<Awaited<ReturnType<Adapter['boards']>>> {
  const { items } = await readAll(NotionFound, 'notion: the data sources', (cursor) =>
    api.search({ filter: { property: 'object', value: 'data_source' }, page_size: pageSize, ...cursor }),
  )
  return items.flatMap(({ id, title, url, in_trash }) =>
    title === undefined || url === undefined || in_trash
      ? []
      : [{ containerId: uuidOf(id) ?? id, name: plainText(title), url }],
  )
}

/** What can hold an amount and is offered for none, for what Notion shows of it would be another. */
const wasOfferedOnce = (property: NotionProperty) =>
  ['number', 'rich_text'].includes(property.type) && normalizeField(property) === null

/** A data source with everything a person may map: its columns, and the people of the workspace. */
export async function readLayout(api: Client, dataSourceId: string): Promise<BoardLayout> {
  const dataSource = await readDataSource(api, dataSourceId)
  const properties = Object.values(dataSource.properties)
  const status = statusProperty(dataSource.properties)?.property
  return {
    containerId: uuidOf(dataSource.id) ?? dataSource.id,
    name: plainText(dataSource.title),
    url: dataSource.url,
    lists: status === undefined ? [] : optionsOf(status).map(({ id, name }) => ({ id, name })),
    labels: properties.filter(({ type }) => type === 'multi_select').flatMap(optionsOf),
    fields: properties.map(normalizeField).filter((field) => field !== null),
    members: await readMembers(api),
    otherFields: properties.filter(wasOfferedOnce).map(({ id }) => id),
  }
}

/**
 * The columns of a data source.
 * @throws AppError TOOL_NOT_FOUND when it does not exist or is not shared with the connection
 */
export async function readDataSource(api: Client, dataSourceId: string): Promise<NotionDataSource> {
  const data_source_id = parseUuid(dataSourceId, 'a data source')
  const answer = await api.dataSources.retrieve({ data_source_id })
  return parseShape(NotionDataSource, answer, 'notion: a data source')
}

function optionsOf({ id, status, select, multi_select }: NotionProperty): BoardLayout['labels'] {
  const options = (status ?? select ?? multi_select)?.options ?? []
  return options.map((option) => ({
    id: optionKey(id, option.id),
    name: option.name,
    color: option.color ?? null,
  }))
}

/** Without guests, whom Notion does not list; nobody when the connection may not see people at all. */
async function readMembers(api: Client): Promise<BoardLayout['members']> {
  try {
    const { items } = await readAll(NotionUser, 'notion: the people', (cursor) =>
      api.users.list({ page_size: pageSize, ...cursor }),
    )
    return items.filter(({ type }) => type === 'person').map(({ id, name }) => ({ id, name: name ?? '' }))
  } catch (error) {
    if (isAppError(error, 'TOOL_FORBIDDEN')) return []
    throw error
  }
}
