import { listActions } from './action-query.ts'
import { boardBody, defaultBoardFields, fieldBody, listBody } from './board-body.ts'
import { cardAnswer, filterCards } from './card-answer.ts'
import { labelBody } from './card-body.ts'
import { fieldsOn, labelsOn, listsOn } from './lookup.ts'
import { memberBody } from './member-body.ts'
import type { Params } from './params.ts'
import { pickFields } from './pick-fields.ts'
import { refuse } from './refusal.ts'
import type { Board, World } from './world.ts'

/** A board with the fields and nested resources that a request asks for. */
export function boardAnswer(world: World, board: Board, params: Params): Record<string, unknown> {
  const asked = (name: string) => {
    const text = params.text(name) ?? ''
    return text === '' || text === 'none' || text === 'false' ? null : text
  }
  const [cards, lists] = [asked('cards'), asked('lists')]
  return {
    ...pickFields(boardBody(world, board), params.text('fields') ?? defaultBoardFields),
    ...(lists === null ? {} : { lists: boardLists(world, board, params, lists, 'list_') }),
    ...(asked('labels') === null ? {} : { labels: boardLabels(world, board, params, 'label_', 'labels_') }),
    ...(asked('customFields') === null ? {} : { customFields: boardFields(world, board) }),
    ...(asked('members') === null ? {} : { members: boardMembers(world, board, params, 'member_') }),
    ...(cards === null
      ? {}
      : {
          cards: filterCards(world, board, cards).map((card) => cardAnswer(world, card, params, 'card_')),
        }),
    ...(asked('actions') === null ? {} : { actions: listActions(world, board.id, params, 'nested', 'all') }),
  }
}

/** A board's lists: `open` (the default), `closed` or `all`; with their cards if asked for. */
export function boardLists(
  world: World,
  board: Board,
  params: Params,
  filter: string,
  prefix = '',
): Record<string, unknown>[] {
  if (!['all', 'open', 'closed', 'none'].includes(filter)) refuse(400, 'invalid value for filter')
  const cards = prefix === '' ? (params.text('cards') ?? 'none') : 'none'
  return listsOn(world, board.id)
    .filter((list) => filter === 'all' || filter === (list.closed ? 'closed' : 'open'))
    .map((list) => ({
      ...pickFields(listBody(list), params.text(`${prefix}fields`) ?? 'all'),
      ...(cards === 'none'
        ? {}
        : {
            cards: filterCards(world, board, cards)
              .filter((card) => card.idList === list.id)
              .map((card) => cardAnswer(world, card, params, 'card_')),
          }),
    }))
}

/** A board's labels; only 50 of them unless `limit` says otherwise. */
export function boardLabels(
  world: World,
  board: Board,
  params: Params,
  fieldsPrefix = '',
  limitPrefix = '',
): Record<string, unknown>[] {
  const limit = params.number(`${limitPrefix}limit`) ?? 50
  if (limit < 0 || limit > 1000) refuse(400, `invalid value for ${limitPrefix}limit`)
  const fields = params.text(`${fieldsPrefix}fields`) ?? 'all'
  return labelsOn(world, board.id)
    .slice(0, limit)
    .map((label) => pickFields(labelBody(label), fields))
}

/** A board's members. */
export function boardMembers(
  world: World,
  board: Board,
  params: Params,
  prefix = '',
): Record<string, unknown>[] {
  const fields = params.text(`${prefix}fields`) ?? 'fullName,username'
  return board.members.flatMap((id) => {
    const member = world.members.get(id)
    return member === undefined ? [] : [memberBody(world, member, fields)]
  })
}

/** A board's custom fields; none where the Power-Up is off. */
export function boardFields(world: World, board: Board): Record<string, unknown>[] {
  return board.customFieldsOn ? fieldsOn(world, board.id).map(fieldBody) : []
}
