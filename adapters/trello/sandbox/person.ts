import { addAttachment, type File } from './attachment-writes.ts'
import { changeCard, copyCard, createCard, deleteCard, moveCard, topOf } from './card-writes.ts'
import { addComment, deleteComment, editComment } from './comment-writes.ts'
import { type FieldInput, setField } from './field-writes.ts'
import { addLabel, changeLabel, createLabel, deleteLabel, removeLabel } from './label-writes.ts'
import { closeList, moveList } from './list-writes.ts'
import { fieldsOn, labelsOn, listOf, listsOn, needBoard, needCard, needComment } from './lookup.ts'
import { setMembers } from './member-writes.ts'
import { refuse } from './refusal.ts'
import type { Card, CardRole, Cause, Field, Label, List, Member, World } from './world.ts'

/** A card as a person makes it. A list may be named by its id alone; by its name it needs the board. */
export interface PersonalCard {
  readonly board?: string
  readonly list: string
  readonly title: string
  readonly text?: string
  /** ISO 8601. */
  readonly due?: string
  /** Names or ids. */
  readonly labels?: readonly string[]
  readonly template?: boolean
  readonly role?: CardRole
}

/** What a person edits on a card. Dates are ISO 8601, null takes them away. */
export interface CardEdit {
  readonly title?: string
  readonly text?: string
  readonly due?: string | null
  readonly dueComplete?: boolean
  readonly start?: string | null
}

/**
 * Somebody at work in Trello's own pages: what they do carries no application and no mark, and one gesture makes
 * the several actions that it makes in Trello. Labels, lists and fields go by id or by name. What Trello would
 * refuse is thrown.
 */
export interface Person {
  readonly member: Member
  /** Returns the new card's id. */
  createCard(card: PersonalCard): string
  /** Copies it under another title. Returns the new card's id. */
  copyCard(id: string, title: string): string
  editCard(id: string, edit: CardEdit): void
  /** Drags it to the top of a list, which on another board has to be given by id. */
  moveCard(id: string, list: string): void
  /** Uploads a file. */
  attach(id: string, file: File): void
  /** Returns the comment's id. */
  comment(id: string, text: string): string
  editComment(idComment: string, text: string): void
  deleteComment(idComment: string): void
  addLabel(id: string, label: string): void
  removeLabel(id: string, label: string): void
  /** Makes these the members of the card. */
  assign(id: string, memberIds: readonly string[]): void
  archive(id: string): void
  restore(id: string): void
  deleteCard(id: string): void
  /** Its cards are not archived themselves: they are merely seen no more. */
  archiveList(board: string, list: string): void
  restoreList(board: string, list: string): void
  /** With all its cards, of which nothing is told. */
  moveList(board: string, list: string, target: string): void
  /** A list field takes the text of an option; null clears any field. */
  setField(id: string, field: string, value: string | number | boolean | null): void
  /** Returns the label's id. */
  createLabel(board: string, label: { readonly name: string; readonly color?: string | null }): string
  /** Takes the Custom Fields Power-Up off a board, as the end of a trial does too. */
  dropCustomFields(board: string): void
  leaveBoard(board: string): void
  renameLabel(board: string, label: string, name: string): void
  deleteLabel(board: string, label: string): void
}

/** How many minutes before the due date Trello's page reminds unless told otherwise. */
const usualReminder = 1440

/** Lets a member act in the UI. */
export function createPerson(world: World, member: Member): Person {
  const gesture = (): Cause => ({ member, app: null, clientIdentifier: null, actions: 0 })
  const card = (id: string) => needCard(world, member, id)
  const labelOn = (board: string, ref: string) => {
    const { id } = needBoard(world, member, board)
    return pick(labelsOn(world, id), ref, 'label')
  }
  const comment = (id: string) => {
    const found = needComment(world, id)
    return { card: card(found.idCard), found }
  }
  return {
    member,
    createCard: (wanted) => makeCard(world, gesture, wanted),
    copyCard: (id, title) => copyCard(world, gesture(), card(id), title).id,
    editCard: (id, edit) => saveEdit(world, gesture, card(id), edit),
    moveCard: (id, list) => dragCard(world, gesture(), card(id), list),
    attach(id, file) {
      addAttachment(world, gesture(), card(id), file)
    },
    comment: (id, text) => addComment(world, gesture(), card(id), text).id,
    editComment(id, text) {
      const { card: on, found } = comment(id)
      editComment(world, gesture(), on, found, text)
    },
    deleteComment(id) {
      const { card: on, found } = comment(id)
      deleteComment(world, gesture(), on, found)
    },
    addLabel: (id, ref) => addLabel(world, gesture(), card(id), labelOn(card(id).idBoard, ref).id),
    removeLabel: (id, ref) => removeLabel(world, gesture(), card(id), labelOn(card(id).idBoard, ref).id),
    assign: (id, memberIds) => setMembers(world, gesture(), card(id), memberIds),
    archive: (id) => changeCard(world, gesture(), card(id), { closed: true }),
    restore: (id) => changeCard(world, gesture(), card(id), { closed: false }),
    deleteCard: (id) => deleteCard(world, gesture(), card(id)),
    archiveList: (board, ref) => closeList(world, gesture(), listFor(world, member, ref, board), true),
    restoreList: (board, ref) => closeList(world, gesture(), listFor(world, member, ref, board), false),
    moveList: (board, ref, target) =>
      moveList(world, gesture(), listFor(world, member, ref, board), needBoard(world, member, target)),
    setField(id, ref, value) {
      const field = pick(fieldsOn(world, card(id).idBoard), ref, 'custom field')
      setField(world, gesture(), card(id), field, inputFor(field, value))
    },
    createLabel(board, { name, color = null }) {
      return createLabel(world, gesture(), needBoard(world, member, board), name, color).id
    },
    dropCustomFields(board) {
      needBoard(world, member, board).customFieldsOn = false
    },
    leaveBoard(board) {
      const { members } = needBoard(world, member, board)
      members.splice(members.indexOf(member.id), 1)
    },
    renameLabel(board, ref, name) {
      changeLabel(world, gesture(), needBoard(world, member, board), labelOn(board, ref), { name })
    },
    deleteLabel(board, ref) {
      deleteLabel(world, gesture(), needBoard(world, member, board), labelOn(board, ref))
    },
  }
}

/** A person types the title first; text, due date and labels follow as gestures of their own. */
function makeCard(world: World, gesture: () => Cause, wanted: PersonalCard): string {
  const cause = gesture()
  const list = listFor(world, cause.member, wanted.list, wanted.board)
  const labels = (wanted.labels ?? []).map((ref) => pick(labelsOn(world, list.idBoard), ref, 'label'))
  const card = createCard(world, cause, {
    list,
    name: wanted.title,
    isTemplate: wanted.template,
    cardRole: wanted.role,
  })
  if (wanted.text !== undefined) changeCard(world, gesture(), card, { desc: wanted.text })
  if (wanted.due !== undefined) saveEdit(world, gesture, card, { due: wanted.due })
  for (const label of labels) addLabel(world, gesture(), card, label.id)
  return card.id
}

/** Title, text and the tick are saved one by one; the dates together, with the reminder that goes with them. */
function saveEdit(world: World, gesture: () => Cause, card: Card, edit: CardEdit): void {
  changeCard(world, gesture(), card, { name: edit.title })
  changeCard(world, gesture(), card, { desc: edit.text })
  const due = normalDate(edit.due)
  const firstDue = due !== undefined && due !== null && card.dueReminder === null
  changeCard(world, gesture(), card, {
    start: normalDate(edit.start),
    due,
    dueReminder: firstDue ? usualReminder : undefined,
  })
  changeCard(world, gesture(), card, { dueComplete: edit.dueComplete })
}

function normalDate(text: string | null | undefined): string | null | undefined {
  return text === undefined || text === null ? text : new Date(text).toISOString()
}

/** A drag changes the list and, as an action of its own, the position in it. */
function dragCard(world: World, cause: Cause, card: Card, ref: string): void {
  const elsewhere = world.lists.get(ref)
  const list = elsewhere ?? pick(listsOn(world, card.idBoard), ref, 'list')
  needBoard(world, cause.member, list.idBoard)
  if (list.id === listOf(world, card).id) return
  const top = topOf(world, list)
  // Both lists may happen to hold their first card at the same position.
  const pos = top === card.pos ? top / 2 : top
  moveCard(world, cause, card, list)
  changeCard(world, cause, card, { pos })
}

function listFor(world: World, member: Member, ref: string, board: string | undefined): List {
  if (board !== undefined) return pick(listsOn(world, needBoard(world, member, board).id), ref, 'list')
  const list = world.lists.get(ref) ?? refuse(400, 'invalid value for idList')
  needBoard(world, member, list.idBoard)
  return list
}

function pick<T extends Label | List | Field>(entries: readonly T[], ref: string, what: string): T {
  const found = entries.find(({ id }) => id === ref) ?? entries.find(({ name }) => name === ref)
  return found ?? refuse(404, `there is no ${what} "${ref}"`)
}

function inputFor(field: Field, value: string | number | boolean | null): FieldInput {
  if (value === null) return { value: '', idValue: '' }
  if (field.type === 'list') {
    const option = field.options.find(({ id, text }) => id === value || text === value)
    return { idValue: option?.id ?? value }
  }
  const key = field.type === 'checkbox' ? 'checked' : field.type
  return { value: { [key]: String(value) } }
}
