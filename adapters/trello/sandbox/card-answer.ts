import { listActions } from './action-query.ts'
import { attachmentBody } from './attachment-body.ts'
import { boardBody, defaultBoardFields, listBody } from './board-body.ts'
import { cardBody, defaultCardFields, fieldItemBody } from './card-body.ts'
import { boardOf, cardsOn, listOf } from './lookup.ts'
import { memberBody } from './member-body.ts'
import type { Params } from './params.ts'
import { pickFields } from './pick-fields.ts'
import { refuse } from './refusal.ts'
import type { Board, Card, World } from './world.ts'

const maxCards = 1000

/**
 * A card with the fields and nested resources that a request asks for. Where cards are nested themselves, their
 * parameters carry the prefix `card_`.
 */
export function cardAnswer(world: World, card: Card, params: Params, prefix = ''): Record<string, unknown> {
  const asked = (name: string) => params.flag(`${prefix}${name}`) === true
  const fields = params.text(`${prefix}fields`) ?? defaultCardFields
  return {
    ...pickFields(cardBody(world, card), fields),
    ...(asked('customFieldItems')
      ? { customFieldItems: card.items.map((item) => fieldItemBody(card, item)) }
      : {}),
    ...(asked('members') ? { members: cardMembers(world, card, params) } : {}),
    ...(asked('list') ? { list: listBody(listOf(world, card)) } : {}),
    ...(asked('board') ? { board: boardOnCard(world, card, params) } : {}),
    ...(asked('stickers') ? { stickers: [] } : {}),
    ...(asked('pluginData') ? { pluginData: [] } : {}),
    ...(isAsked(params, `${prefix}attachments`) ? { attachments: attachmentsOf(card, params, prefix) } : {}),
    ...(isAsked(params, `${prefix}checklists`) ? { checklists: [] } : {}),
    ...(prefix === '' && isAsked(params, 'actions')
      ? { actions: listActions(world, card.id, params, 'nested', 'all') }
      : {}),
  }
}

/** Cards of a board: `all`, `open` (not archived), `visible` (nor their list), `closed`, `complete`… */
export function filterCards(world: World, board: Board, filter: string): Card[] {
  const tests: Record<string, (card: Card) => boolean> = {
    all: () => true,
    none: () => false,
    open: (card) => !card.closed,
    visible: (card) => !card.closed && !listOf(world, card).closed,
    closed: (card) => card.closed,
    complete: (card) => !card.closed && card.dueComplete,
    incomplete: (card) => !card.closed && !card.dueComplete,
  }
  const test = Object.hasOwn(tests, filter) ? tests[filter] : undefined
  return cardsOn(world, board.id).filter(test ?? (() => refuse(400, 'invalid value for filter')))
}

/** One page of cards: the newest first, up to 1000, older than the card `before`. */
export function pageOfCards(cards: readonly Card[], params: Params): Card[] {
  const before = params.text('before') ?? ''
  const since = params.text('since') ?? ''
  const limit = Math.min(params.number('limit') ?? maxCards, maxCards)
  return cards
    .filter((card) => (before === '' || card.id < before) && card.id > since)
    .sort((one, other) => (one.id < other.id ? 1 : -1))
    .slice(0, limit)
}

/** The members of a card. */
export function cardMembers(world: World, card: Card, params: Params): Record<string, unknown>[] {
  const fields = params.text('member_fields') ?? 'avatarHash,fullName,initials,username'
  return card.idMembers.flatMap((id) => {
    const member = world.members.get(id)
    return member === undefined ? [] : [memberBody(world, member, fields)]
  })
}

/** No card has a cover here. */
function attachmentsOf(card: Card, params: Params, prefix: string): Record<string, unknown>[] {
  if (params.text(`${prefix}attachments`) === 'cover') return []
  const fields = params.text(`${prefix}attachment_fields`) ?? 'all'
  return card.attachments.map((attachment) => pickFields(attachmentBody(card, attachment), fields))
}

function boardOnCard(world: World, card: Card, params: Params): Record<string, unknown> {
  return pickFields(boardBody(world, boardOf(world, card)), params.text('board_fields') ?? defaultBoardFields)
}

function isAsked(params: Params, name: string): boolean {
  return !['', 'none', 'false'].includes(params.text(name) ?? '')
}
