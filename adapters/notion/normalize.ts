import type { BoardLayout } from '#model/adapter.ts'
import type { Comment, Observed, ShownValue } from '#model/task.ts'
import { assignedTo } from '../assigned-to.ts'
import { attachmentOf } from '../attachment.ts'
import { instantOf, unknownMoment } from '../moment.ts'
import { unitOf } from './currency.ts'
import { dueOf } from './moment.ts'
import { optionKey } from './option-key.ts'
import { dueProperty, isPriceName, statusProperty, textProperty } from './purpose.ts'
import type { NotionComment, NotionPage, NotionProperty, NotionValue } from './schema.ts'
import { uuidOf } from './uuid.ts'

/**
 * A Notion page in the words that all parts share; null for a page that is no row of a data source, and so no task.
 * The text is that of the text properties; what is written below them, in the page's body, is not read.
 */
export function normalize(page: NotionPage, connectionId: string): Observed | null {
  const containerId = uuidOf(page.parent.data_source_id)
  if (containerId === null) return null
  const createdAt = instantOf(page.created_time) ?? unknownMoment
  const status = statusProperty(page.properties)?.property
  const due = dueProperty(page.properties)?.property.date
  const text = textOf(page)
  const ownText = plainText(textProperty(page.properties)?.property.rich_text ?? [])
  return {
    ref: { tool: 'notion', connectionId, taskId: uuidOf(page.id) ?? page.id },
    containerId,
    url: withoutTitle(page.url),
    title: Object.values(page.properties).map(titleOf).join(''),
    text,
    ...(ownText !== text && { ownText }),
    createdAt,
    createdBy: page.created_by?.id ?? null,
    changedAt: instantOf(page.last_edited_time) ?? createdAt,
    ...assignedTo(Object.values(page.properties).flatMap(({ people }) => (people ?? []).map(({ id }) => id))),
    ...dueOf(due),
    archived: page.in_trash || (page.is_archived ?? false),
    template: false,
    statusId: status === undefined ? null : statusIdOf(status),
    labels: Object.values(page.properties).flatMap(labelsOf),
    fields: fieldsOf(page),
    attachments: byName(page).flatMap(([, { files }]) =>
      (files ?? []).map(({ name, external }) => attachmentOf(name, null, external?.url ?? null)),
    ),
    comments: null,
  }
}

/** Notion writes the title into the address and opens it without just as well: so it stays when the title changes. */
const withoutTitle = (url: string) => url.replace(/\/[^/]*-(?=[0-9a-f]{32}$)/, '/')

/** A comment, with its author's name where Notion tells it along. */
export function normalizeComment({
  id,
  rich_text,
  created_by,
  created_time,
  display_name,
}: NotionComment): Comment {
  return {
    id,
    text: plainText(rich_text),
    authorId: created_by.id,
    authorName: display_name?.resolved_name || null,
    createdAt: instantOf(created_time) ?? unknownMoment,
  }
}

/** A property that can be mapped to a field; null for the types and formats that Cadre has no use for. */
export function normalizeField({
  id,
  name,
  type,
  number,
  select,
}: NotionProperty): BoardLayout['fields'][number] | null {
  if (type === 'number') return numberField({ id, name, type }, number?.format ?? 'number')
  if (type !== 'select') return null
  const options = Object.fromEntries((select?.options ?? []).map((option) => [option.id, option.name]))
  return { id, name, type: 'choice', options }
}

function numberField(
  field: Pick<NotionProperty, 'id' | 'name'> & { readonly type: 'number' },
  format: string,
): BoardLayout['fields'][number] | null {
  const unit = unitOf(format)
  if (unit === null) return null
  return unit === 'plain' ? field : { ...field, currency: unit }
}

/** The words of rich text, without their styling. */
export function plainText(pieces: readonly { readonly plain_text: string }[]): string {
  return pieces.map((piece) => piece.plain_text).join('')
}

function titleOf({ title }: NotionValue): string {
  return plainText(title ?? [])
}

function textOf(page: NotionPage): string {
  return byName(page)
    .filter(([name]) => !isPriceName(name))
    .map(([, value]) => plainText(value.rich_text ?? []))
    .filter((text) => text.trim() !== '')
    .join('\n\n')
}

/** Notion lists properties in no order to rely on, and equal tasks must read alike. */
function byName({ properties }: NotionPage): [string, NotionValue][] {
  return Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1))
}

function statusIdOf({ id, status, select }: NotionValue): string | null {
  const optionId = (status ?? select)?.id
  return optionId === undefined ? null : optionKey(id, optionId)
}

function labelsOf({ id, select, multi_select }: NotionValue): Observed['labels'] {
  return [...(multi_select ?? []), ...(select ? [select] : [])].flatMap((option) =>
    option.id === undefined ? [] : [{ id: optionKey(id, option.id), name: option.name }],
  )
}

function fieldsOf({ properties }: NotionPage): Observed['fields'] {
  const shown = Object.values(properties).map((value) => [value.id, shownValue(value)] as const)
  return Object.fromEntries(shown.filter(([, value]) => value !== null))
}

/** Numbers as plans write them too: the shortest decimal. */
function shownValue({ type, number, rich_text, select, date }: NotionValue): ShownValue {
  if (type === 'number') return number === null || number === undefined ? null : String(number)
  if (type === 'rich_text') return plainText(rich_text ?? []) || null
  if (type === 'select') return select?.id ?? null
  return type === 'date' ? (date?.start ?? null) : null
}
