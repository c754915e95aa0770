import { notFound, refuse } from './refusal.ts'
import type { Action, Board, Card, Field, Label, List, Member, World } from './world.ts'

const objectId = /^[0-9a-f]{24}$/i
const shortLink = /^[0-9a-z]{8}$/i

/** Finds a board by id or short link, if this member may see it. */
export function needBoard(world: World, member: Member, ref: string): Board {
  const board = find(world.boards, ref)
  if (!board.members.includes(member.id)) refuse(401, 'unauthorized permission requested')
  return board
}

/** Finds a card by id or short link, if this member may see its board. */
export function needCard(world: World, member: Member, ref: string): Card {
  const card = find(world.cards, ref)
  if (!boardOf(world, card).members.includes(member.id)) refuse(401, 'unauthorized card permission requested')
  return card
}

/** Finds a label by id. */
export function needLabel(world: World, member: Member, id: string): Label {
  const label = byId(world.labels, id)
  needBoard(world, member, label.idBoard)
  return label
}

/** Finds a list by id. */
export function needList(world: World, member: Member, id: string): List {
  const list = byId(world.lists, id)
  needBoard(world, member, list.idBoard)
  return list
}

/** Finds a custom field's definition by id. */
export function needField(world: World, member: Member, id: string): Field {
  const field = byId(world.fields, id)
  needBoard(world, member, field.idBoard)
  return field
}

/** A comment, which Trello keeps as an action. Comments are the only actions that can be changed. */
export type Comment = Action & { readonly idCard: string }

/** Finds a comment by its action's id. */
export function needComment(world: World, id: string): Comment {
  const action = byId(world.actions, id)
  return isComment(action) ? action : refuse(404, notFound)
}

/** Is this action a comment on a card? */
export function isComment(action: Action): action is Comment {
  return action.type === 'commentCard' && action.idCard !== null
}

/** A card's board, which is there as long as the card is. */
export function boardOf(world: World, card: Card): Board {
  return byId(world.boards, card.idBoard)
}

/** A card's list. */
export function listOf(world: World, card: Card): List {
  return byId(world.lists, card.idList)
}

/** A board's lists in the order of the board. */
export function listsOn(world: World, idBoard: string): List[] {
  return on(world.lists, idBoard).sort((one, other) => one.pos - other.pos)
}

/** A board's labels, oldest first. */
export function labelsOn(world: World, idBoard: string): Label[] {
  return on(world.labels, idBoard)
}

/** A board's custom fields, oldest first. */
export function fieldsOn(world: World, idBoard: string): Field[] {
  return on(world.fields, idBoard)
}

/** A board's cards, oldest first, archived ones too. */
export function cardsOn(world: World, idBoard: string): Card[] {
  return on(world.cards, idBoard)
}

/** Finds one entry by id, in Trello's own words when there is none. */
export function byId<T>(entries: ReadonlyMap<string, T>, id: string): T {
  if (!objectId.test(id)) refuse(400, 'invalid id')
  return entries.get(id) ?? refuse(404, notFound)
}

function find<T extends { readonly shortLink: string }>(entries: ReadonlyMap<string, T>, ref: string): T {
  if (!shortLink.test(ref)) return byId(entries, ref)
  for (const entry of entries.values()) if (entry.shortLink === ref) return entry
  return refuse(404, notFound)
}

function on<T extends { readonly idBoard: string }>(entries: ReadonlyMap<string, T>, idBoard: string): T[] {
  return [...entries.values()].filter((entry) => entry.idBoard === idBoard)
}
