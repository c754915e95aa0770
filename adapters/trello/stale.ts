import type { Client } from 'trello.js/core'
import { getList } from 'trello.js/lists'
import { z } from 'zod'
import { AppError } from '#model/error.ts'
import { parseShape, refusalOf } from '../http.ts'
import { nullWhenGone } from './gone.ts'

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
 * A list that was archived takes cards all the same, and nobody sees them any more.
 * @throws AppError TOOL_MAPPING_STALE when it is archived, or there is none
 */
export async function needOpenList(api: Client, id: string): Promise<void> {
  const list = await nullWhenGone(() => getList(api, { id, fields: 'closed' }))
  if (list === null || parseShape(z.object({ closed: z.boolean() }), list, 'trello: a list').closed)
    throw stale()
}

function stale(cause?: unknown): AppError {
  const message = 'Trello does not know a mapped label, list or custom field any more'
  return new AppError('TOOL_MAPPING_STALE', message, { cause })
}
