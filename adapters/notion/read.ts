import type { Client } from '@notionhq/client'
import { z } from 'zod'
import type { Listing } from '#model/adapter.ts'
import { isAppError } from '#model/error.ts'
import type { Instant, Observed } from '#model/task.ts'
import { parseShape, refusalOf } from '../http.ts'
import { readable } from '../readable.ts'
import { normalize } from './normalize.ts'
import { pageSize, readAll } from './paging.ts'
import { NotionPage, NotionTextItem, type NotionValue } from './schema.ts'
import { parseUuid, uuidOf } from './uuid.ts'

/** From so many pieces on, a page may not show all of a title or text (retrieve a page: 25). */
const mostPieces = 25

const oneMinuteMs = 60_000

/** Of a row that we may not read Notion tells the id alone (query a data source: partial page). */
const Row = z.looseObject({ id: z.string() })

/**
 * One page as a task, in one call but for texts of many pieces; null when it does not exist, is not shared with the
 * connection, or is no row of a data source.
 */
export async function observe(api: Client, taskId: string, connectionId: string): Promise<Observed | null> {
  const id = uuidOf(taskId)
  // What has an impossible id cannot exist.
  if (id === null) return null
  const page = await readPage(api, id)
  return page === null ? null : normalize(await completed(api, page), connectionId)
}

async function readPage(api: Client, page_id: string): Promise<NotionPage | null> {
  try {
    return parseShape(NotionPage, await api.pages.retrieve({ page_id }), 'notion: a page')
  } catch (error) {
    const refusal = refusalOf(error)
    const isNothing = refusal?.status === 404 || (refusal?.status === 400 && /valid uuid/i.test(refusal.text))
    if (isNothing) return null
    throw error
  }
}

/**
 * Rows of a data source: with `since` null all that are neither in the trash nor archived, else those edited from then
 * on. Edits are known to the minute, rounded down (changelog, July 2021), so the minute before is asked for too.
 * @throws AppError TOOL_NOT_FOUND when it does not exist or is not shared with the connection
 */
export async function list(
  api: Client,
  dataSourceId: string,
  since: Instant | null,
  connectionId: string,
): Promise<Listing> {
  const data_source_id = parseUuid(dataSourceId, 'a data source')
  const timestamp = since === null ? 'created_time' : 'last_edited_time'
  const { items, isWhole } = await readAll(Row, 'notion: the rows of a data source', (cursor) =>
    api.dataSources.query({
      data_source_id,
      page_size: pageSize,
      result_type: 'page',
      // Ascending, so that what changes meanwhile moves behind the cursor and not before it.
      sorts: [{ timestamp, direction: 'ascending' }],
      ...(since !== null && { filter: editedFrom(since) }),
      ...cursor,
    }),
  )
  const rows = readable(NotionPage, new Map(items.map((item) => [item.id, item])))
  const tasks: Observed[] = []
  const unread = [...rows.unread]
  for (const page of rows.items) {
    const whole = await completedRow(api, page)
    if (whole === null) unread.push(page.id)
    const task = whole && normalize(whole, connectionId)
    if (task !== null && !(since === null && task.archived)) tasks.push(task)
  }
  return { tasks, unread: unread.map((id) => uuidOf(id) ?? id), complete: since === null && isWhole }
}

function editedFrom(since: Instant) {
  const from = new Date(Date.parse(since) - oneMinuteMs).toISOString()
  return { timestamp: 'last_edited_time', last_edited_time: { on_or_after: from } } as const
}

/** Null where it has gone meanwhile, or its long text is of a shape that we do not know. */
async function completedRow(api: Client, page: NotionPage): Promise<NotionPage | null> {
  try {
    return await completed(api, page)
  } catch (error) {
    if (isAppError(error, 'TOOL_NOT_FOUND') || isAppError(error, 'TOOL_RESPONSE_INVALID')) return null
    throw error
  }
}

/** The page with its long texts whole, so that a task reads the same in a listing and alone. */
async function completed(api: Client, page: NotionPage): Promise<NotionPage> {
  const properties = { ...page.properties }
  for (const [name, value] of Object.entries(page.properties)) {
    const pieces = value.title ?? value.rich_text ?? []
    if (pieces.length >= mostPieces) properties[name] = await readText(api, page.id, value)
  }
  return { ...page, properties }
}

/** Property ids come URL-encoded already; encoded again they are not found (seratch/notion-sdk-jvm#75). */
async function readText(api: Client, page_id: string, { id, type }: NotionValue): Promise<NotionValue> {
  const { items } = await readAll(NotionTextItem, 'notion: a long text', (cursor) =>
    api.pages.properties.retrieve({ page_id, property_id: id, page_size: pageSize, ...cursor }),
  )
  const pieces = items.map((item) => item.title ?? item.rich_text).filter((piece) => piece !== undefined)
  return { id, type, ...(type === 'title' ? { title: pieces } : { rich_text: pieces }) }
}
