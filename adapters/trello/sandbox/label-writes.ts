import { checkCard } from './card-checks.ts'
import { labelColors } from './label-colors.ts'
import { boardOf, labelsOn } from './lookup.ts'
import {
  boardRef,
  cardEntity,
  cardRef,
  labelRef,
  placeOf,
  recordOnCard,
  recordOnLabel,
} from './record-action.ts'
import { refuse } from './refusal.ts'
import type { Board, Card, Cause, Label, World } from './world.ts'

/** A board holds at most this many labels. */
const maxLabels = 1000

/**
 * Makes `wanted` the label set of a card. Trello reports each label that came or went, and once more the whole
 * set as an `updateCard` that its activity feed cannot show: two kinds of action for one change.
 */
export function setLabels(world: World, cause: Cause, card: Card, wanted: readonly string[]): void {
  const next = [...new Set(wanted)]
  checkCard(world, boardOf(world, card), { idLabels: next })
  const before = card.idLabels
  const added = next.filter((id) => !before.includes(id))
  const removed = before.filter((id) => !next.includes(id))
  if (added.length === 0 && removed.length === 0) return
  card.idLabels = next
  for (const id of added) recordLabel(world, cause, card, 'addLabelToCard', world.labels.get(id))
  for (const id of removed) recordLabel(world, cause, card, 'removeLabelFromCard', world.labels.get(id))
  recordOnCard(world, cause, card, {
    type: 'updateCard',
    data: {
      card: { idLabels: next, ...cardRef(card) },
      old: { idLabels: before },
      ...placeOf(world, card),
    },
    translationKey: 'unknown',
  })
}

/** Puts one label on a card. */
export function addLabel(world: World, cause: Cause, card: Card, idLabel: string): void {
  if (card.idLabels.includes(idLabel)) refuse(400, 'that label is already on the card')
  const label = world.labels.get(idLabel)
  if (label?.idBoard !== card.idBoard) refuse(400, 'invalid value for value')
  setLabels(world, cause, card, [...card.idLabels, idLabel])
}

/** Takes one label off a card. */
export function removeLabel(world: World, cause: Cause, card: Card, idLabel: string): void {
  if (!card.idLabels.includes(idLabel)) refuse(400, 'that label is not on the card')
  setLabels(
    world,
    cause,
    card,
    card.idLabels.filter((id) => id !== idLabel),
  )
}

/** Makes a label on a board. Trello lets several labels of a board have the same name. */
export function createLabel(
  world: World,
  cause: Cause,
  board: Board,
  name: string,
  color: string | null,
): Label {
  requireColor(color)
  if (labelsOn(world, board.id).length >= maxLabels) refuse(403, 'label limit exceeded')
  const label: Label = { id: world.ids.next(world.now()), idBoard: board.id, name, color }
  world.labels.set(label.id, label)
  recordOnLabel(world, cause, board, 'createLabel', { label: labelRef(label) })
  return label
}

/** Renames or recolors a label: one action for each of the two. */
export function changeLabel(
  world: World,
  cause: Cause,
  board: Board,
  label: Label,
  changes: { readonly name?: string; readonly color?: string | null },
): void {
  if (changes.color !== undefined) requireColor(changes.color)
  if (changes.name !== undefined && changes.name !== label.name) {
    const old = { name: label.name }
    label.name = changes.name
    recordOnLabel(world, cause, board, 'updateLabel', { label: labelRef(label), old })
  }
  if (changes.color !== undefined && changes.color !== label.color) {
    const old = { color: label.color }
    label.color = changes.color
    recordOnLabel(world, cause, board, 'updateLabel', { label: labelRef(label), old })
  }
}

/** Deletes a label. It vanishes from all cards, and Trello says nothing about those. */
export function deleteLabel(world: World, cause: Cause, board: Board, label: Label): void {
  world.labels.delete(label.id)
  for (const card of world.cards.values()) card.idLabels = card.idLabels.filter((id) => id !== label.id)
  recordOnLabel(world, cause, board, 'deleteLabel', { label: { id: label.id } })
}

function requireColor(color: string | null): void {
  if (color !== null && !labelColors.includes(color)) refuse(400, 'invalid value for color')
}

function recordLabel(
  world: World,
  cause: Cause,
  card: Card,
  type: 'addLabelToCard' | 'removeLabelFromCard',
  label: Label | undefined,
): void {
  if (label === undefined) return
  const key = type === 'addLabelToCard' ? 'action_add_label_to_card' : 'action_remove_label_from_card'
  recordOnCard(world, cause, card, {
    type,
    data: {
      value: label.color,
      text: label.name,
      card: cardRef(card),
      board: boardRef(boardOf(world, card)),
      label: labelRef(label),
    },
    translationKey: key,
    entities: { label: { type: 'label', color: label.color, text: label.name }, card: cardEntity(card) },
  })
}
