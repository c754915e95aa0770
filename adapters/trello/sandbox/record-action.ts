import { boardOf, listOf } from './lookup.ts'
import type { Action, Board, Card, Cause, Label, List, World } from './world.ts'

/** How far apart Trello stamps the actions of one gesture: 28 to 48 ms in captured deliveries. */
const gestureStepMs = 31

/** One thing that happened on a card, in the words of Trello's webhook bodies. */
export interface CardEvent {
  readonly type: string
  readonly data: Record<string, unknown>
  readonly translationKey: string
  readonly entities?: Readonly<Record<string, unknown>>
  /** Lists that are told, apart from the one that the card is in. */
  readonly lists?: readonly string[]
  /** The other member that it is about. */
  readonly idMember?: string
}

/** Notes an action on a card, moves the dates of last activity, and tells all webhooks concerned. */
export function recordOnCard(world: World, cause: Cause, card: Card, event: CardEvent): Action {
  const board = boardOf(world, card)
  card.lastActivity = world.now()
  const models = [board.id, card.id, card.idList, ...(event.lists ?? [])]
  return record(world, cause, board, { ...event, idCard: card.id, models })
}

/** Notes an action on a board's label. Only webhooks of the board and of the acting member hear of it. */
export function recordOnLabel(
  world: World,
  cause: Cause,
  board: Board,
  type: 'createLabel' | 'updateLabel' | 'deleteLabel',
  data: Readonly<Record<string, unknown>>,
): Action {
  // No capture shows how these are displayed; Trello marks what its activity feed cannot show as unknown.
  const event = { type, data: { ...data, board: boardRef(board) }, translationKey: 'unknown' }
  return record(world, cause, board, { ...event, idCard: null, models: [board.id] })
}

/** Notes that a list was archived or brought back. What it is about comes with the list, as with a captured move of one. */
export function recordOnList(world: World, cause: Cause, board: Board, list: List): Action {
  const { closed } = list
  const event = {
    type: 'updateList',
    data: { list: { closed, ...listRef(list) }, old: { closed: !closed }, board: boardRef(board) },
    translationKey: closed ? 'action_archived_list' : 'action_sent_list_to_board',
    entities: { list: listEntity(list) },
  }
  return record(world, cause, board, { ...event, idCard: null, models: [board.id, list.id] })
}

/** Notes on both boards that a list went from one to the other. Of its cards nothing is said, as in a captured move. */
export function recordListMove(world: World, cause: Cause, list: List, from: Board, to: Board): void {
  const tell = (board: Board, type: string, other: Record<string, unknown>) =>
    record(world, cause, board, {
      type,
      data: { list: listRef(list), board: boardRef(board), ...other },
      translationKey: 'unknown',
      idCard: null,
      models: [board.id, list.id],
    })
  tell(from, 'moveListFromBoard', { boardTarget: { id: to.id } })
  tell(to, 'moveListToBoard', { boardSource: { id: from.id } })
}

interface Entry extends CardEvent {
  readonly idCard: string | null
  readonly models: readonly string[]
}

function record(world: World, cause: Cause, board: Board, entry: Entry): Action {
  const date = new Date(world.now().getTime() + cause.actions * gestureStepMs)
  cause.actions += 1
  board.lastActivity = world.now()
  const { id, username, fullName } = cause.member
  const memberCreator = { type: 'member', id, username, text: fullName }
  const action: Action = {
    id: world.ids.next(date),
    idMemberCreator: id,
    type: entry.type,
    date: date.toISOString(),
    data: entry.data,
    appCreator: cause.app === null ? null : { id: cause.app },
    display: { translationKey: entry.translationKey, entities: { ...entry.entities, memberCreator } },
    idMember: entry.idMember ?? null,
    idBoard: board.id,
    idCard: entry.idCard,
  }
  world.actions.set(action.id, action)
  for (const model of [board.id, entry.idCard]) if (model !== null) historyOf(world, model).push(action)
  const members = entry.idMember === undefined ? [id] : [id, entry.idMember]
  world.publish(action, [...entry.models, ...members], cause)
  return action
}

function historyOf(world: World, model: string): Action[] {
  const known = world.history.get(model)
  if (known !== undefined) return known
  const history: Action[] = []
  world.history.set(model, history)
  return history
}

/** A card as actions name it. */
export function cardRef(card: Card): Record<string, unknown> {
  return { id: card.id, name: card.name, idShort: card.idShort, shortLink: card.shortLink }
}

/** A board as actions name it. */
export function boardRef(board: Board): Record<string, unknown> {
  return { id: board.id, name: board.name, shortLink: board.shortLink }
}

/** A list as actions name it. */
export function listRef(list: List): Record<string, unknown> {
  return { id: list.id, name: list.name }
}

/** A label as actions name it. */
export function labelRef(label: Label): Record<string, unknown> {
  return { id: label.id, name: label.name, color: label.color }
}

/** Where a card is, as most actions end. */
export function placeOf(world: World, card: Card): Record<string, unknown> {
  return { board: boardRef(boardOf(world, card)), list: listRef(listOf(world, card)) }
}

/** A card as the display of an action shows it. */
export function cardEntity(card: Card): Record<string, unknown> {
  return { type: 'card', id: card.id, shortLink: card.shortLink, text: card.name }
}

/** A list as the display of an action shows it. */
export function listEntity(list: List): Record<string, unknown> {
  return { type: 'list', id: list.id, text: list.name }
}
