import { checkCard } from './card-checks.ts'
import { boardOf, labelsOn, listOf } from './lookup.ts'
import { cardEntity, cardRef, listEntity, listRef, placeOf, recordOnCard } from './record-action.ts'
import { refuse } from './refusal.ts'
import type { Action, Board, Card, CardRole, Cause, Label, List, World } from './world.ts'

/** How a card is made; through the API everything may come at once. */
export interface NewCard {
  readonly list: List
  readonly name: string
  readonly desc?: string | undefined
  readonly pos?: number | undefined
  readonly due?: string | null | undefined
  readonly start?: string | null | undefined
  readonly dueComplete?: boolean | undefined
  readonly idLabels?: readonly string[] | undefined
  readonly idMembers?: readonly string[] | undefined
  readonly isTemplate?: boolean | undefined
  readonly cardRole?: CardRole | undefined
  /** The card that it is a copy of. */
  readonly source?: Card | undefined
}

/** What can change on a card by itself. Each of these is reported by an action of its own. */
export interface CardChanges {
  readonly name?: string | undefined
  readonly desc?: string | undefined
  readonly closed?: boolean | undefined
  readonly start?: string | null | undefined
  readonly dueReminder?: number | null | undefined
  readonly due?: string | null | undefined
  readonly dueComplete?: boolean | undefined
  readonly pos?: number | undefined
}

// In the order in which captured gestures report them.
const changeKinds = ['name', 'desc', 'closed', 'start', 'dueReminder', 'due', 'dueComplete', 'pos'] as const
type ChangeKind = (typeof changeKinds)[number]

const posStep = 65_536

/**
 * Makes a card and reports it by one `createCard`, or `copyCard`, which names the card and its list and tells nothing else:
 * whoever wants its due date or labels has to read the card.
 */
export function createCard(world: World, cause: Cause, wanted: NewCard): Card {
  const { list } = wanted
  const board = world.boards.get(list.idBoard) ?? refuse(400, 'invalid value for idList')
  checkCard(world, board, { ...wanted, name: wanted.name || undefined })
  board.cardsMade += 1
  const card: Card = {
    id: world.ids.next(world.now()),
    shortLink: world.ids.shortLink(),
    idMemberCreator: cause.member.id,
    isTemplate: wanted.isTemplate ?? false,
    cardRole: wanted.cardRole ?? null,
    idShort: board.cardsMade,
    idBoard: board.id,
    idList: list.id,
    name: wanted.name,
    desc: wanted.desc ?? '',
    pos: wanted.pos ?? bottomOf(world, list),
    due: wanted.due ?? null,
    dueReminder: null,
    dueComplete: wanted.dueComplete ?? false,
    start: wanted.start ?? null,
    closed: false,
    idLabels: [...new Set(wanted.idLabels)],
    idMembers: [...new Set(wanted.idMembers)],
    items: [],
    attachments: [],
    lastActivity: world.now(),
  }
  world.cards.set(card.id, card)
  const { source } = wanted
  recordOnCard(world, cause, card, {
    type: source === undefined ? 'createCard' : 'copyCard',
    data: {
      ...(source && { cardSource: cardRef(source) }),
      card: cardRef(card),
      ...swapped(placeOf(world, card)),
    },
    translationKey: source === undefined ? 'action_create_card' : 'action_copy_card',
    entities: {
      card: cardEntity(card),
      list: listEntity(list),
      ...(source && { cardSource: cardEntity(source) }),
    },
  })
  return card
}

/** Copies a card within its list, with its words and what else people leave ticked: labels, members and dates. */
export function copyCard(world: World, cause: Cause, source: Card, name: string): Card {
  const { desc, due, start, idLabels, idMembers } = source
  return createCard(world, cause, {
    ...{ list: listOf(world, source), name, desc, due, start, idLabels, idMembers, source },
  })
}

/** Changes a card and reports each kind of change by one `updateCard`. What stays the same is not reported. */
export function changeCard(world: World, cause: Cause, card: Card, changes: CardChanges): void {
  checkCard(world, boardOf(world, card), changes)
  for (const kind of changeKinds) {
    const before = card[kind]
    const after = changes[kind]
    if (after === undefined || after === before) continue
    Object.assign(card, { [kind]: after })
    recordOnCard(world, cause, card, {
      type: 'updateCard',
      data: { card: { ...cardRef(card), [kind]: after }, old: { [kind]: before }, ...placeOf(world, card) },
      ...displayOf(kind, before, card),
    })
  }
}

/** Puts a card into another list, here or on another board. Reported to both lists. */
export function moveCard(world: World, cause: Cause, card: Card, list: List): void {
  const before = listOf(world, card)
  if (list.id === before.id) return
  if (list.idBoard !== card.idBoard) {
    moveToBoard(world, cause, card, list)
    return
  }
  card.idList = list.id
  const { board } = placeOf(world, card)
  recordOnCard(world, cause, card, {
    type: 'updateCard',
    data: {
      card: { ...cardRef(card), idList: list.id },
      old: { idList: before.id },
      board,
      listBefore: listRef(before),
      listAfter: listRef(list),
    },
    translationKey: 'action_move_card_from_list_to_list',
    entities: {
      card: { ...cardEntity(card), idList: list.id },
      listBefore: listEntity(before),
      listAfter: listEntity(list),
    },
    lists: [before.id],
  })
}

/** Deletes a card for good. Its action no longer knows the card's name. */
export function deleteCard(world: World, cause: Cause, card: Card): void {
  const { name: _forgotten, ...named } = cardRef(card)
  recordOnCard(world, cause, card, {
    type: 'deleteCard',
    data: { card: named, ...swapped(placeOf(world, card)) },
    translationKey: 'action_delete_card',
    entities: {
      card: { type: 'card', id: card.id, idShort: card.idShort, text: '' },
      list: listEntity(listOf(world, card)),
    },
  })
  forgetHistory(world, card)
  world.cards.delete(card.id)
}

/** Of a deleted card, Trello's history keeps only that it was deleted. */
function forgetHistory(world: World, card: Card): void {
  const kept = (action: Action) => action.idCard !== card.id || action.type === 'deleteCard'
  for (const action of world.history.get(card.id) ?? []) if (!kept(action)) world.actions.delete(action.id)
  world.history.delete(card.id)
  world.history.set(card.idBoard, (world.history.get(card.idBoard) ?? []).filter(kept))
}

/** The position below all cards of a list. */
export function bottomOf(world: World, list: List): number {
  const lowest = furthestIn(world, list, (pos, known) => pos > known)
  return lowest === null ? posStep - 1 : lowest + posStep
}

/** The position above all cards of a list. */
export function topOf(world: World, list: List): number {
  const highest = furthestIn(world, list, (pos, known) => pos < known)
  return highest === null ? posStep - 1 : highest / 2
}

function furthestIn(
  world: World,
  list: List,
  isFurther: (pos: number, known: number) => boolean,
): number | null {
  let found: number | null = null
  for (const card of world.cards.values()) {
    if (card.idList === list.id && (found === null || isFurther(card.pos, found))) found = card.pos
  }
  return found
}

/** Labels follow by name and color where the other board has them; values of custom fields are lost. */
export function settleOn(world: World, card: Card, target: Board): void {
  const carried = labelsOn(world, card.idBoard).filter((label) => card.idLabels.includes(label.id))
  target.cardsMade += 1
  card.idShort = target.cardsMade
  card.idBoard = target.id
  card.idLabels = matchingLabels(labelsOn(world, target.id), carried)
  card.idMembers = card.idMembers.filter((id) => target.members.includes(id))
  card.items = []
}

function moveToBoard(world: World, cause: Cause, card: Card, list: List): void {
  const source = world.boards.get(card.idBoard)
  const target = world.boards.get(list.idBoard)
  if (source === undefined || target === undefined) return
  recordOnCard(world, cause, card, {
    type: 'moveCardFromBoard',
    data: {
      boardTarget: { id: target.id, name: target.name },
      card: cardRef(card),
      ...placeOf(world, card),
    },
    translationKey: 'action_move_card_from_board',
    entities: { card: cardEntity(card), board: { type: 'board', id: target.id, text: target.name } },
  })
  settleOn(world, card, target)
  card.idList = list.id
  recordOnCard(world, cause, card, {
    type: 'moveCardToBoard',
    data: {
      boardSource: { id: source.id, name: source.name },
      card: cardRef(card),
      ...placeOf(world, card),
    },
    translationKey: 'action_move_card_to_board',
    entities: { card: cardEntity(card), board: { type: 'board', id: source.id, text: source.name } },
  })
}

function matchingLabels(offered: readonly Label[], carried: readonly Label[]): string[] {
  return offered
    .filter((label) => carried.some(({ name, color }) => name === label.name && color === label.color))
    .map((label) => label.id)
}

/** Captured creations and deletions name the list before the board, changes the other way round. */
function swapped({ board, list }: Record<string, unknown>): Record<string, unknown> {
  return { list, board }
}

function displayOf(
  kind: ChangeKind,
  before: Card[ChangeKind],
  card: Card,
): { translationKey: string; entities: Record<string, unknown> } {
  const after = card[kind]
  const entity = { ...cardEntity(card), [kind]: after }
  if (kind === 'dueReminder') return { translationKey: 'unknown', entities: {} }
  if (kind === 'name') {
    const entities = { card: cardEntity(card), name: { type: 'text', text: before } }
    return { translationKey: 'action_renamed_card', entities }
  }
  if (kind === 'due' || kind === 'start') {
    const verb = before === null ? 'added' : after === null ? 'removed' : 'changed'
    const entities = { card: entity, ...(after === null ? {} : { date: { type: 'date', date: after } }) }
    return { translationKey: `action_${verb}_a_${kind}_date`, entities }
  }
  if (kind === 'dueComplete') {
    const state = after ? 'complete' : 'incomplete'
    return { translationKey: `action_marked_the_due_date_${state}`, entities: { card: entity } }
  }
  if (kind === 'pos') {
    // A captured drag to a larger position is called "higher".
    const direction = Number(after) > Number(before) ? 'higher' : 'lower'
    return { translationKey: `action_moved_card_${direction}`, entities: { card: entity } }
  }
  const keys = {
    desc: 'action_changed_description_of_card',
    closed: after ? 'action_archived_card' : 'action_sent_card_to_board',
  }
  return { translationKey: keys[kind], entities: { card: entity } }
}
