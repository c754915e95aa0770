import type { MappedField } from '#model/board.ts'
import type { Comment, Instant, Observed, ShownValue } from '#model/task.ts'
import { assignedTo } from '../assigned-to.ts'
import { attachmentOf } from '../attachment.ts'
import { instantOf, unknownMoment } from '../moment.ts'
import type { TrelloAction, TrelloCard, TrelloCustomField, TrelloFieldItem } from './schema.ts'

/** Actions by which a card comes to be. A card that came from another board keeps its own creator. */
export const creations = ['createCard', 'copyCard', 'convertToCardFromCheckItem', 'emailCard'] as const

/** The action by which a card comes from another board. */
export const arrival = 'moveCardToBoard'

/** The most actions that Trello gives with one card (nested resources guide). */
export const mostActions = 1000

/**
 * What looks like a card to programs alone: a line between cards, a door to another board, the reflection of a card that
 * is judged where it lies. A card that is but a link (`link`) is somebody's request still.
 */
const noCards: readonly string[] = ['separator', 'board', 'mirror']

/** A Trello card in the words that all parts share. */
export function normalize(card: TrelloCard, connectionId: string): Observed {
  const changedAt = instantOf(card.dateLastActivity)
  const createdAt = madeAt(card.id) ?? changedAt ?? unknownMoment
  return {
    ref: { tool: 'trello', connectionId, taskId: card.id },
    containerId: card.idBoard,
    url: card.shortUrl,
    title: card.name,
    text: card.desc,
    createdAt,
    createdBy: creatorOf(card),
    changedAt: changedAt ?? createdAt,
    ...assignedTo(card.idMembers ?? []),
    dueAt: instantOf(card.due),
    dueDay: null,
    archived: card.closed || (card.list?.closed ?? false),
    template: (card.isTemplate ?? false) || noCards.includes(card.cardRole ?? ''),
    ...(creationOf(card)?.type === 'copyCard' && { copied: true }),
    ...arrivedOf(card),
    statusId: card.idList,
    ...(card.dueComplete && { done: true }),
    labels: card.labels.map(({ id, name }) => ({ id, name })),
    fields: normalizeFields(card.customFieldItems ?? []),
    attachments: (card.attachments ?? []).map(({ name, mimeType, url }) => attachmentOf(name, mimeType, url)),
    // A full page may not be all of them.
    comments:
      card.actions === undefined || card.actions.length >= mostActions
        ? null
        : normalizeComments(card.actions),
  }
}

/** The comments among a card's actions, oldest first. Trello gives actions newest first. */
export function normalizeComments(actions: readonly TrelloAction[]): readonly Comment[] {
  return actions
    .filter((action) => action.type === 'commentCard')
    .map((action) => ({
      id: action.id,
      text: action.data.text ?? '',
      authorId: action.idMemberCreator ?? null,
      authorName: action.memberCreator?.fullName || action.memberCreator?.username || null,
      createdAt: instantOf(action.date) ?? madeAt(action.id) ?? unknownMoment,
    }))
    .sort((a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id))
}

/** A custom field that can be mapped; null for checkboxes and dates, which Cadre has no use for. */
export function normalizeField(field: TrelloCustomField): (MappedField & { readonly name: string }) | null {
  const { id, name, type } = field
  if (type === 'number' || type === 'text') return { id, name, type }
  if (type !== 'list') return null
  const options = Object.fromEntries((field.options ?? []).map((option) => [option.id, option.value.text]))
  return { id, name, type: 'choice', options }
}

/** When the thing with this id was made: the first 8 hex digits of an ObjectId are Unix seconds. */
export function madeAt(id: string): Instant | null {
  return /^[0-9a-f]{24}$/i.test(id)
    ? new Date(Number.parseInt(id.slice(0, 8), 16) * 1000).toISOString()
    : null
}

/** A card sent by e-mail bears the owner of the board's address, who need not be the one who wrote: nobody, then. */
function creatorOf(card: TrelloCard): string | null {
  const creation = creationOf(card)
  if (creation?.type === 'emailCard') return null
  return card.idMemberCreator ?? creation?.idMemberCreator ?? null
}

function creationOf({ actions = [] }: TrelloCard): TrelloAction | undefined {
  const types: readonly string[] = creations
  return actions.find((action) => types.includes(action.type))
}

/** The newest, as Trello gives actions newest first. A list that is moved takes its cards along without one. */
function arrivedOf({ idBoard, actions = [] }: TrelloCard): Pick<Observed, 'arrivedAt'> {
  const found = actions.find(({ type, data }) => type === arrival && data.board?.id === idBoard)
  const arrivedAt = instantOf(found?.date)
  return arrivedAt === null ? {} : { arrivedAt }
}

function normalizeFields(items: readonly TrelloFieldItem[]): Observed['fields'] {
  const fields: Record<string, ShownValue> = {}
  for (const item of items) {
    const value = shownValue(item)
    if (value !== null) fields[item.idCustomField] = value
  }
  return fields
}

function shownValue({ idValue, value }: TrelloFieldItem): ShownValue {
  if (idValue) return idValue
  if (value?.number) return canonicalNumber(value.number)
  return value?.text ?? value?.checked ?? value?.date ?? null
}

/** `"094.50"` → `"94.5"`, so that a comparison finds no false difference. What is no plain decimal stays as it is. */
function canonicalNumber(number: string): string {
  const [, sign, whole = '', fraction = ''] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(number.trim()) ?? []
  if (sign === undefined || whole + fraction === '') return number
  const decimals = fraction.replace(/0+$/, '')
  const digits = `${whole.replace(/^0+(?=\d)/, '') || '0'}${decimals && `.${decimals}`}`
  return sign === '-' && digits !== '0' ? `-${digits}` : digits
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
