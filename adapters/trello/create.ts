import type { Client } from 'trello.js/core'
import { z } from 'zod'
import type { NewTask } from '#model/adapter.ts'
import type { Mapping } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import { parseShape } from '../http.ts'
import { mappedStatus } from '../mapping.ts'
import { needOpenList, staleMapping } from './stale.ts'
import { cardWords } from './words.ts'

/**
 * Make a card in one call. Without a status it goes where requests come in, else to the first list that is mapped.
 * @throws AppError TOOL_MAPPING_STALE when a mapped list is not on the board any more, or none is mapped
 */
export async function create(api: Client, boardId: string, task: NewTask, mapping: Mapping): Promise<string> {
  const idList = task.status === null ? entrance(mapping) : mappedStatus(mapping, task.status)
  const { title, text, due } = task
  // An empty due date, which takes one away, is promised of changes alone.
  const words = cardWords({ title, text, ...(due.at !== null && { due }) })
  const made = await staleMapping(async () => {
    await needOpenList(api, idList, boardId)
    return await api.sendRequest({
      method: 'POST',
      url: '/cards',
      searchParams: { idList, ...words },
    })
  })
  return parseShape(z.object({ id: z.string() }), made, 'trello: a new card').id
}

function entrance({ statuses }: Mapping): string {
  const list = statuses.find(({ status }) => status === 'requested') ?? statuses[0]
  if (list === undefined)
    throw new AppError(
      'TOOL_MAPPING_STALE',
      'no list of the Trello board is mapped to a status: map one (PATCH /boards/{boardId})',
    )
  return list.id
}
