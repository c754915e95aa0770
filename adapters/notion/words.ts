import { AppError } from '#model/error.ts'
import type { ContentOperation } from '#model/operation.ts'
import type { Due } from '#model/task.ts'
import { cut } from '../cut.ts'
import type { Columns, Properties, ReadColumns } from './columns.ts'
import { dueProperty, textProperty } from './purpose.ts'
import { richText } from './rich-text.ts'

/** The one id that is the same in every data source (property object). */
const titleId = 'title'

/** A title takes as much as a text; with both that long, a request could be more than the 500 KB that Notion takes. */
const longestTitle = 2_000

/**
 * The words of a page as Notion takes them. A data source without a date property shows no due date.
 * @throws AppError TOOL_REJECTED when there is no property for the text
 */
export async function pageWords(
  { title, text, due }: Omit<ContentOperation, 'kind'>,
  readColumns: ReadColumns,
): Promise<Properties> {
  return {
    ...(title !== undefined && { [titleId]: { title: richText(cut(title, longestTitle)) } }),
    ...(text !== undefined && textValue(text, await readColumns())),
    ...(due !== undefined && dueValue(due, await readColumns())),
  }
}

/**
 * A task whose text is nowhere could never be found again, and no repeat makes a place for it. None is made unasked on a
 * client's board, where most never need it.
 */
function textValue(text: string, columns: Columns): Properties {
  const property = textProperty(columns)?.property
  if (property === undefined)
    throw new AppError(
      'TOOL_REJECTED',
      'the Notion database has no property for the text of a request: add a text property to it, e.g. "Demande"',
    )
  return { [property.id]: { rich_text: richText(text) } }
}

function dueValue({ at, day }: Due, columns: Columns): Properties {
  const property = dueProperty(columns)?.property
  if (property === undefined) return {}
  const start = at ?? day
  return { [property.id]: { date: start === null ? null : { start } } }
}
