import type { Client } from 'trello.js/core'
import { z } from 'zod'
import type { Listing } from '#model/adapter.ts'
import type { Comment, Observed } from '#model/task.ts'
import { parseShape } from '../http.ts'
import { readable } from '../readable.ts'
import { readComments } from './comments.ts'
import { nullWhenGone } from './gone.ts'
import { arrival, creations, mostActions, normalize } from './normalize.ts'
import { TrelloCard } from './schema.ts'

/** Only what is read; above all not `email`, an address by which anybody may write to the board. */
const cardFields = [
  'id',
  'name',
  'desc',
  'due',
  'dueComplete',
  'closed',
  'isTemplate',
  'cardRole',
  'dateLastActivity',
  'shortUrl',
  'labels',
  'idBoard',
  'idList',
  'idMemberCreator',
  'idMembers',
].join(',')

/** Values of custom fields and names of files, which come with a card in the same call (nested resources guide). */
const nested = { customFieldItems: true, attachments: true, attachment_fields: 'name,mimeType,url' }

/** The most cards that Trello gives in one answer; a board may hold 5,000 open ones (limits guide). */
const mostCards = 1000

/**
 * One call for the card with its field values, files, list, creation, arrival, and comments with their authors' names; null when
 * it is gone. In a list that was archived it is as good as archived itself, though Trello does not say so of the card.
 */
export async function observe(api: Client, taskId: string, connectionId: string): Promise<Observed | null> {
  return await nullWhenGone(async () => {
    const answer = await api.sendRequest({
      url: `/cards/${encodeURIComponent(taskId)}`,
      searchParams: {
        fields: cardFields,
        ...nested,
        list: true,
        actions: ['commentCard', ...creations, arrival].join(','),
        actions_limit: mostActions,
        action_fields: 'id,type,date,data,idMemberCreator',
        action_memberCreator: true,
        action_memberCreator_fields: 'fullName,username',
        action_member: false,
      },
    })
    return normalize(parseShape(TrelloCard, answer, 'trello: a card'), connectionId)
  })
}

/** All comments with their authors' names; null when the card is gone. */
export async function commentsOn(api: Client, taskId: string): Promise<readonly Comment[] | null> {
  return await nullWhenGone(() => readComments(api, taskId))
}

/**
 * All cards that neither are archived nor lie in an archived list, page by page from the newest back: `before` means made
 * before. Asking only for what changed would save nothing, because a board's cards come in one call up to a thousand.
 */
export async function list(api: Client, boardId: string, connectionId: string): Promise<Listing> {
  const cards = new Map<string, unknown>()
  let before: string | undefined
  for (;;) {
    const answer = await api.sendRequest({
      url: `/boards/${boardId}/cards/visible`,
      searchParams: { fields: cardFields, ...nested, limit: mostCards, before },
    })
    const page = parseShape(
      z.array(z.looseObject({ id: z.string() })),
      answer,
      'trello: the cards of a board',
    )
    const known = cards.size
    for (const card of page) cards.set(card.id, card)
    before = page.map((card) => card.id).sort()[0]
    // A page without anything new ends it too, should a server know no pages.
    if (page.length < mostCards || cards.size === known) break
  }
  const { items, unread } = readable(TrelloCard, cards)
  return { tasks: items.map((card) => normalize(card, connectionId)), unread, complete: true }
}
