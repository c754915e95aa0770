import { commentsOn } from './lookup.ts'
import { pageUrl, titleOf } from './page-body.ts'
import { plainText } from './rich-text.ts'
import { heldValue } from './value.ts'
import type { DataSource, Page, Property, Value, World } from './world.ts'

/** A row as a person sees it: columns and options by name. For assertions on the state of the world. */
export interface RowView {
  readonly id: string
  readonly url: string
  readonly dataSourceId: string
  readonly title: string
  /** The first rich text column. */
  readonly text: string
  /** Start of the first date column. */
  readonly due: string | null
  /** The first status column; null where there is none. */
  readonly status: string | null
  /** Of select, multi_select and status columns, sorted. */
  readonly labels: Readonly<Record<string, readonly string[]>>
  readonly numbers: Readonly<Record<string, number | null>>
  /** Of rich text, address and link columns; empty where nothing is. */
  readonly texts: Readonly<Record<string, string>>
  readonly dates: Readonly<Record<string, string | null>>
  readonly checkboxes: Readonly<Record<string, boolean>>
  /** User ids. */
  readonly people: Readonly<Record<string, readonly string[]>>
  /** Paragraphs below the properties. */
  readonly body: readonly string[]
  readonly inTrash: boolean
  readonly isArchived: boolean
  /** Oldest first. */
  readonly comments: readonly RowComment[]
}

export interface RowComment {
  readonly id: string
  readonly discussionId: string
  readonly authorId: string
  readonly text: string
}

/** Looks at a row. */
export function viewRow(world: World, page: Page, source: DataSource): RowView {
  const cells = source.properties.map((property) => ({ property, value: heldValue(page, property) }))
  const pick = <T>(read: (value: Value, property: Property) => T | undefined): Record<string, T> =>
    Object.fromEntries(
      cells.flatMap(({ property, value }) => {
        const found = value === null ? undefined : read(value, property)
        return found === undefined ? [] : [[property.name, found]]
      }),
    )
  const texts = pick(textOf)
  const dates = pick((value) => (value.type === 'date' ? (value.date?.start ?? null) : undefined))
  const labels = pick(labelsOf)
  const first = (type: string) => source.properties.find((property) => property.type === type)?.name ?? ''
  return {
    id: page.id,
    url: pageUrl(page, source),
    dataSourceId: source.id,
    title: titleOf(page, source),
    text: texts[first('rich_text')] ?? '',
    due: dates[first('date')] ?? null,
    status: labels[first('status')]?.[0] ?? null,
    labels,
    numbers: pick((value) => (value.type === 'number' ? value.number : undefined)),
    texts,
    dates,
    checkboxes: pick((value) => (value.type === 'checkbox' ? value.checkbox : undefined)),
    people: pick((value) => (value.type === 'people' ? value.users : undefined)),
    body: page.blocks.map(({ text }) => text),
    inTrash: page.inTrash,
    isArchived: page.isArchived,
    comments: commentsOn(world, page.id).map(({ id, discussionId, authorId, items }) => ({
      id,
      discussionId,
      authorId,
      text: plainText(items),
    })),
  }
}

function textOf(value: Value): string | undefined {
  if (value.type === 'rich_text') return plainText(value.items)
  return 'text' in value ? (value.text ?? '') : undefined
}

function labelsOf(value: Value, { options }: Property): string[] | undefined {
  const ids = 'option' in value ? [value.option] : value.type === 'multi_select' ? value.options : undefined
  return ids?.flatMap((id) => options.find((option) => option.id === id)?.name ?? []).sort()
}
