import { boardOf, fieldsOn } from './lookup.ts'
import { boardRef, cardEntity, cardRef, recordOnCard } from './record-action.ts'
import { refuse } from './refusal.ts'
import type { Board, Card, Cause, Field, FieldItem, FieldType, World } from './world.ts'

/** A value as requests give it: an object with the type's own key, or the option of a list. Empty means clear. */
export interface FieldInput {
  readonly value?: unknown
  readonly idValue?: unknown
}

/** The key under which each type keeps its value; options of a list are kept by id instead. */
const valueKeys = { text: 'text', number: 'number', date: 'date', checkbox: 'checked' } as const

const isoDate = /^\d{4}-\d{2}-\d{2}/

/** Defines a custom field, if the board has the Power-Up. A board's definition makes no action of its own here. */
export function createField(
  world: World,
  board: Board,
  name: string,
  type: FieldType,
  options: readonly string[],
  cardFront: boolean,
): Field {
  requirePowerUp(board)
  const field: Field = {
    id: world.ids.next(world.now()),
    idBoard: board.id,
    name,
    type,
    pos: (fieldsOn(world, board.id).length + 1) * 16_384,
    cardFront,
    options: options.map((text, index) => ({
      id: world.ids.next(world.now()),
      text,
      pos: (index + 1) * 16_384,
    })),
  }
  world.fields.set(field.id, field)
  return field
}

/** Sets or clears one field on a card and reports it, unless that changes nothing. */
export function setField(world: World, cause: Cause, card: Card, field: Field, input: FieldInput): FieldItem {
  requirePowerUp(boardOf(world, card))
  if (field.idBoard !== card.idBoard) refuse(400, 'invalid value for idCustomField')
  const before = card.items.find((item) => item.idCustomField === field.id)
  const next = readValue(field, input)
  const item: FieldItem = {
    id: before?.id ?? world.ids.next(world.now()),
    idCustomField: field.id,
    ...next,
  }
  if (sameValue(before, item)) return item
  const others = card.items.filter((other) => other.idCustomField !== field.id)
  card.items = isEmpty(item) ? others : [...others, item]
  recordItem(world, cause, card, field, before, item)
  return item
}

/** Checks a value without writing it, so that a list of values is written as a whole or not at all. */
export function checkField(card: Card, field: Field, input: FieldInput): void {
  if (field.idBoard !== card.idBoard) refuse(400, 'invalid value for idCustomField')
  readValue(field, input)
}

function requirePowerUp(board: Board): void {
  if (board.customFieldsOn) return
  refuse(403, { message: 'Custom Fields are not enabled on this board', error: 'FORBIDDEN' })
}

function readValue(field: Field, input: FieldInput): Pick<FieldItem, 'value' | 'idValue'> {
  const { value, idValue } = input
  if (isBlank(value) && isBlank(idValue) && (value !== undefined || idValue !== undefined)) {
    return { value: null, idValue: null }
  }
  if (field.type === 'list') {
    const option = field.options.find(({ id }) => id === idValue)
    return option === undefined || !isBlank(value) ? refuseValue() : { value: null, idValue: option.id }
  }
  if (typeof value !== 'object' || value === null || !isBlank(idValue)) return refuseValue()
  const entries = Object.entries(value)
  if (entries.length === 0) return { value: null, idValue: null }
  const [key, held] = entries[0] ?? []
  if (entries.length !== 1 || key !== valueKeys[field.type]) return refuseValue()
  return { value: readTyped(field.type, held), idValue: null }
}

function readTyped(type: keyof typeof valueKeys, held: unknown): Record<string, string> | null {
  // The specification types `checked` as boolean and the guide as string; both are in use.
  if (type === 'checkbox') {
    if (held !== true && held !== false && held !== 'true' && held !== 'false') return refuseValue()
    return String(held) === 'true' ? { checked: 'true' } : null
  }
  if (typeof held !== 'string') return refuseValue()
  if (held === '') return null
  if (type === 'number' && !Number.isFinite(Number(held))) return refuseValue()
  if (type === 'date') {
    const date = new Date(held)
    if (!isoDate.test(held) || Number.isNaN(date.getTime())) return refuseValue()
    return { date: date.toISOString() }
  }
  return { [valueKeys[type]]: held }
}

function refuseValue(): never {
  return refuse(400, { message: 'Invalid custom field item value.', error: 'ERROR' })
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function isEmpty(item: FieldItem): boolean {
  return item.value === null && item.idValue === null
}

function sameValue(before: FieldItem | undefined, item: FieldItem): boolean {
  if (before === undefined) return isEmpty(item)
  return before.idValue === item.idValue && JSON.stringify(before.value) === JSON.stringify(item.value)
}

function recordItem(
  world: World,
  cause: Cause,
  card: Card,
  field: Field,
  before: FieldItem | undefined,
  item: FieldItem,
): void {
  const kind = field.type === 'list' ? 'idValue' : 'value'
  recordOnCard(world, cause, card, {
    type: 'updateCustomFieldItem',
    data: {
      old: { [kind]: before?.[kind] ?? null },
      customField: { id: field.id, name: field.name, type: field.type },
      customFieldItem: { ...item, idModel: card.id, modelType: 'card' },
      board: boardRef(boardOf(world, card)),
      card: cardRef(card),
    },
    translationKey: 'action_update_custom_field_item',
    entities: {
      card: cardEntity(card),
      customFieldItem: { type: 'customFieldItem', id: item.id, text: field.name },
    },
  })
}
