import { getCardActions } from 'trello.js/cards'
import type { Client } from 'trello.js/core'
import { z } from 'zod'
import type { Comment } from '#model/task.ts'
import { parseShape } from '../http.ts'
import { mostActions, normalizeComments } from './normalize.ts'
import { TrelloAction } from './schema.ts'

/**
 * All comments on a card with their authors' names, oldest first; page by page from the newest back.
 * @throws AppError TOOL_NOT_FOUND when there is no such card
 */
export async function readComments(api: Client, id: string): Promise<readonly Comment[]> {
  const found = new Map<string, TrelloAction>()
  for (let before: string | undefined; ; ) {
    const actions = await getCardActions(api, {
      id,
      filter: 'commentCard',
      limit: mostActions,
      memberCreator: true,
      ...(before !== undefined && { before }),
    })
    const page = parseShape(z.array(TrelloAction), actions, 'trello: the comments of a card')
    const known = found.size
    for (const action of page) found.set(action.id, action)
    // A page without anything new ends it too, should a server know no pages.
    if (page.length < mostActions || found.size === known) return normalizeComments([...found.values()])
    before = page.at(-1)?.id
  }
}
