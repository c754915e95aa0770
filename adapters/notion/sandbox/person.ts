import { addComment, deleteComment, editComment } from './comment-writes.ts'
import { firstOf, pageOf, sourceOf } from './lookup.ts'
import { movePage } from './move-page.ts'
import { addBlock, changePage, createPage, setTrash } from './page-writes.ts'
import { type ParsedValue, parseValue } from './parse-value.ts'
import { findProperty } from './property-id.ts'
import { invalid, notFound } from './refusal.ts'
import { typedText } from './rich-text.ts'
import { changeSchema, renameOption } from './schema-writes.ts'
import { heldValue } from './value.ts'
import type { Comment, DataSource, Page, Property, User, World } from './world.ts'

/**
 * What a person puts into a column: text, a number, an option's or several options' names, user ids, a date (ISO
 * 8601), a tick. Null empties it.
 */
export type PersonalValue = string | number | boolean | readonly string[] | null

/** What a person fills in or edits. The short names stand for the first column of their type. */
export interface RowEdit {
  readonly title?: string
  /** Several texts are runs of different formatting. */
  readonly text?: string | readonly string[]
  readonly due?: string | null
  /** By the column's name. */
  readonly properties?: Readonly<Record<string, PersonalValue>>
}

/** A row as a person makes it. */
export interface PersonalRow extends RowEdit {
  readonly dataSource: string
  readonly title: string
}

/**
 * Somebody at work in Notion's own pages: events carry them as author. Columns and options go by name. What Notion
 * would refuse is thrown.
 */
export interface Person {
  readonly user: User
  /** Returns the new row's id. */
  createRow(row: PersonalRow): string
  /** All of it at one moment. */
  editRow(id: string, edit: RowEdit): void
  /** Picks the option of a select column; a new name makes the option, null empties it. */
  setOption(id: string, property: string, name: string | null): void
  /** Adds an option to a multi-select column; a new name makes the option. */
  addOption(id: string, property: string, name: string): void
  removeOption(id: string, property: string, name: string): void
  /** Picks from the row's status column. */
  setStatus(id: string, name: string): void
  /** Uploads a file into the row's first column of files. */
  attach(id: string, file: { readonly name: string }): void
  /** Types a paragraph below the properties. */
  writeBody(id: string, text: string): void
  /** Opens a discussion, or answers in one. Returns the comment's id. */
  comment(id: string, text: string, discussionId?: string): string
  editComment(commentId: string, text: string): void
  deleteComment(commentId: string): void
  trash(id: string): void
  restore(id: string): void
  move(id: string, dataSource: string): void
  renameProperty(dataSource: string, name: string, to: string): void
  removeProperty(dataSource: string, name: string): void
  renameOption(dataSource: string, property: string, name: string, to: string): void
}

/** Lets a person act in the UI. */
export function createPerson(world: World, user: User): Person {
  const change = (id: string, values: (page: Page, source: DataSource) => readonly ParsedValue[]) => {
    const page = pageOf(world, id)
    const source = sourceOf(world, page.dataSourceId)
    changePage(world, user, source, page, values(page, source))
  }
  return {
    user,
    createRow({ dataSource, ...row }) {
      const source = sourceOf(world, dataSource)
      return createPage(world, user, source, valuesOf(world, source, row)).id
    },
    editRow: (id, edit) => change(id, (_page, source) => valuesOf(world, source, edit)),
    setOption: (id, name, option) => change(id, (_page, source) => [cell(world, source, name, option)]),
    addOption: (id, name, option) =>
      change(id, (page, source) => [
        cell(world, source, name, [...optionNames(page, columnOf(source, name)), option]),
      ]),
    removeOption: (id, name, option) =>
      change(id, (page, source) => {
        const names = optionNames(page, columnOf(source, name))
        return [
          cell(
            world,
            source,
            name,
            names.filter((other) => other !== option),
          ),
        ]
      }),
    setStatus: (id, name) =>
      change(id, (_page, source) => [cell(world, source, firstOf(source, 'status').name, name)]),
    attach: (id, { name }) => change(id, (page, source) => [withFile(page, source, name)]),
    writeBody: (id, text) => addBlock(world, user, pageOf(world, id), text),
    trash: (id) => setTrash(world, user, pageOf(world, id), true),
    restore: (id) => setTrash(world, user, pageOf(world, id), false),
    move(id, dataSource) {
      const page = pageOf(world, id)
      movePage(world, user, page, sourceOf(world, page.dataSourceId), sourceOf(world, dataSource))
    },
    ...commentsBy(world, user),
    ...schemaBy(world, user),
  }
}

function commentsBy(world: World, user: User): Pick<Person, 'comment' | 'editComment' | 'deleteComment'> {
  const find = (id: string): { comment: Comment; page: Page } => {
    const comment = world.comments.get(id) ?? notFound('comment', id)
    return { comment, page: pageOf(world, comment.pageId) }
  }
  return {
    comment: (id, text, discussionId) =>
      addComment(world, user, pageOf(world, id), { items: typedText(text), discussionId }).id,
    editComment(id, text) {
      const { comment, page } = find(id)
      editComment(world, user, page, comment, typedText(text))
    },
    deleteComment(id) {
      const { comment, page } = find(id)
      deleteComment(world, user, page, comment)
    },
  }
}

function schemaBy(
  world: World,
  user: User,
): Pick<Person, 'renameProperty' | 'removeProperty' | 'renameOption'> {
  return {
    renameProperty(dataSource, name, to) {
      const renamed = { name: to, type: undefined, options: undefined, format: undefined }
      changeSchema(world, user, sourceOf(world, dataSource), new Map([[name, renamed]]))
    },
    removeProperty(dataSource, name) {
      changeSchema(world, user, sourceOf(world, dataSource), new Map([[name, null]]))
    },
    renameOption(dataSource, name, option, to) {
      const source = sourceOf(world, dataSource)
      const property = columnOf(source, name)
      const known = property.options.find((other) => other.name === option)
      if (known === undefined) invalid(`${name} has no option ${option}.`)
      renameOption(world, user, source, property, known, to)
    },
  }
}

function valuesOf(world: World, source: DataSource, edit: RowEdit): ParsedValue[] {
  const { title, text, due, properties = {} } = edit
  const typed = (type: 'title' | 'rich_text', texts: string | readonly string[]): ParsedValue => {
    const property = firstOf(source, type)
    return { property, value: { type, items: typedText(texts) }, newOptions: [] }
  }
  return [
    ...(title === undefined ? [] : [typed('title', title)]),
    ...(text === undefined ? [] : [typed('rich_text', text)]),
    ...(due === undefined ? [] : [cell(world, source, firstOf(source, 'date').name, due)]),
    ...Object.entries(properties).map(([name, value]) => cell(world, source, name, value)),
  ]
}

function cell(world: World, source: DataSource, name: string, value: PersonalValue): ParsedValue {
  const property = columnOf(source, name)
  const { type } = property
  if (type === 'title' || type === 'rich_text') {
    const texts = Array.isArray(value) ? value.map(String) : String(value ?? '')
    return { property, value: { type, items: typedText(texts) }, newOptions: [] }
  }
  return parseValue(world, property, { [type]: requestFor(property, value) }, name)
}

/** The same in the API's words, so that people and the API pass the same checks. */
function requestFor({ type }: Property, value: PersonalValue): unknown {
  const entries = value === null ? [] : [value].flat()
  if (type === 'multi_select') return entries.map((name) => ({ name }))
  if (type === 'people') return entries.map((id) => ({ id }))
  if (type === 'checkbox') return value ?? false
  if (value === null) return null
  if (type === 'select' || type === 'status') return { name: value }
  return type === 'date' ? { start: value } : value
}

function optionNames(page: Page, property: Property): string[] {
  const value = heldValue(page, property)
  if (value?.type !== 'multi_select') return invalid(`${property.name} is expected to be multi_select.`)
  return property.options.filter(({ id }) => value.options.includes(id)).map(({ name }) => name)
}

function withFile(page: Page, source: DataSource, name: string): ParsedValue {
  const property = firstOf(source, 'files')
  const held = heldValue(page, property)
  const url = `https://prod-files-secure.s3.amazonaws.com/${page.id}/${encodeURIComponent(name)}?signed=1`
  const files = [...(held?.type === 'files' ? held.files : []), { name, type: 'file', url } as const]
  return { property, value: { type: 'files', files }, newOptions: [] }
}

function columnOf(source: DataSource, name: string): Property {
  return findProperty(source.properties, name) ?? invalid(`${name} is not a property that exists.`)
}
