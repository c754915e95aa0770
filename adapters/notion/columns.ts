import type { CreatePageParameters } from '@notionhq/client'
import type { NotionDataSource } from './schema.ts'

/** The columns of a data source by name. */
export type Columns = NotionDataSource['properties']

/** Look at the columns, which costs a read the first time and is asked for only where a page does not tell enough. */
export type ReadColumns = () => Promise<Columns>

/** Property id → what to write there. Ids, so that a rename breaks nothing. */
export type Properties = NonNullable<CreatePageParameters['properties']>

/** Ask at most once. */
export function readOnce(read: ReadColumns): ReadColumns {
  let columns: Promise<Columns> | undefined
  return () => {
    columns ??= read()
    return columns
  }
}
