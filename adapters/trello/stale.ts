import type { Client } from 'trello.js/core'
import { getList } from 'trello.js/lists'
import { AppError } from '#model/error.ts'
import { parseShape, refusalOf } from '../http.ts'
import { isWithheld, nullWhenGone } from './gone.ts'
import { TrelloList } from './schema.ts'

/**
 * Do a write that names labels, lists or fields of a mapping. Trello tells in plain text what does not exist, with 400
 * or 404: `invalid value for idList`, `label not found`. A board that has lost the Custom Fields Power-Up, as when a trial
 * ends, has no fields any more and refuses with 403.
 * @throws AppError TOOL_MAPPING_STALE when one of them no longer exists
 */
export async function staleMapping<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const refusal = refusalOf(error)
    const isStale =
      (refusal?.status === 400 &&
        /invalid value for (idLabels?|idList|value|idCustomField)\b/i.test(refusal.text)) ||
      (refusal?.status === 404 && /label|list|custom ?field/i.test(refusal.text)) ||
      (refusal?.status === 403 && /custom ?field/i.test(refusal.text))
    throw isStale ? stale(error) : error
  }
}

/**
 * A list takes cards wherever it is: archived, where nobody sees them any more, and on another board, perhaps of another
 * client, to which somebody has moved it.
 * @throws AppError TOOL_MAPPING_STALE when it is not open on this board
 */
export async function needOpenList(api: Client, id: string, boardId: string): Promise<void> {
  const list = await nullWhenGone(() => getList(api, { id, fields: 'closed,idBoard' })).catch(
    nullWhenWithheld,
  )
  if (list === null) throw stale()
  const { closed, idBoard } = parseShape(TrelloList, list, 'trello: a list')
  if (closed || idBoard !== boardId) throw stale()
}

/** It went to a board that we may not see. */
function nullWhenWithheld(error: unknown): null {
  if (isWithheld(error)) return null
  throw error
}

function stale(cause?: unknown): AppError {
  const message =
    'a mapped label, list or custom field is not on the Trello board any more: map another (PATCH /boards/{boardId})'
  return new AppError('TOOL_MAPPING_STALE', message, { cause })
}
