import { fieldsOn, isComment, listOf } from './lookup.ts'
import type { Card, Field, FieldItem, World } from './world.ts'

/** A card as a person sees it: everything by name. For assertions on the state of the world. */
export interface CardView {
  readonly id: string
  readonly url: string
  readonly boardId: string
  readonly list: string
  readonly title: string
  readonly text: string
  readonly due: string | null
  readonly start: string | null
  readonly dueComplete: boolean
  readonly archived: boolean
  /** Names, sorted. */
  readonly labels: readonly string[]
  /** Oldest first. */
  readonly comments: readonly { readonly id: string; readonly authorId: string; readonly text: string }[]
  /** Only fields that hold something; an option by its text. */
  readonly fields: Readonly<Record<string, string>>
}

/** Looks at a card. */
export function viewCard(world: World, card: Card): CardView {
  const labels = card.idLabels.flatMap((id) => world.labels.get(id)?.name ?? [])
  const comments = (world.history.get(card.id) ?? []).filter(isComment)
  const fields = fieldsOn(world, card.idBoard)
  return {
    id: card.id,
    url: `https://trello.com/c/${card.shortLink}`,
    boardId: card.idBoard,
    list: listOf(world, card).name,
    title: card.name,
    text: card.desc,
    due: card.due,
    start: card.start,
    dueComplete: card.dueComplete,
    archived: card.closed,
    labels: labels.sort(),
    comments: comments.map((comment) => ({
      id: comment.id,
      authorId: comment.idMemberCreator,
      text: String(comment.data.text),
    })),
    fields: Object.fromEntries(
      card.items.flatMap((item) => {
        const field = fields.find(({ id }) => id === item.idCustomField)
        return field === undefined ? [] : [[field.name, textOf(field, item)]]
      }),
    ),
  }
}

function textOf(field: Field, item: FieldItem): string {
  const option = field.options.find(({ id }) => id === item.idValue)
  return option?.text ?? Object.values(item.value ?? {}).join('')
}
