import type { Client } from '@notionhq/client'
import type { NewTask } from '#model/adapter.ts'
import type { Mapping } from '#model/board.ts'
import { readOnce } from './columns.ts'
import { readDataSource } from './layout.ts'
import { made } from './made.ts'
import { staleMapping } from './stale.ts'
import { statusValue } from './status.ts'
import { parseUuid, uuidOf } from './uuid.ts'
import { pageWords } from './words.ts'

const nothingShown = { statusId: null, labels: [] }

/**
 * Make a page in one write, after a look at the columns. Without a status it shows what Notion shows on new pages.
 * @returns its id
 * @throws AppError TOOL_MAPPING_STALE when a mapped property or option no longer exists; TOOL_REJECTED when there is none for
 *   the text; TOOL_NOT_FOUND when the data source does not exist or is not shared with the connection
 */
export async function create(
  api: Client,
  dataSourceId: string,
  task: NewTask,
  mapping: Mapping,
): Promise<string> {
  const data_source_id = parseUuid(dataSourceId, 'a data source')
  const readColumns = readOnce(async () => (await readDataSource(api, data_source_id)).properties)
  const properties = {
    ...(task.status !== null && (await statusValue(task.status, mapping, nothingShown, readColumns))),
    ...(await pageWords(task, readColumns)),
  }
  const id = await staleMapping(() =>
    made('notion: a new page', () =>
      api.pages.create({ parent: { type: 'data_source_id', data_source_id }, properties }),
    ),
  )
  return uuidOf(id) ?? id
}
