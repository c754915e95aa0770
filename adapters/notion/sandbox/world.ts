import { randomUUID } from 'node:crypto'
import type { Publish } from './event.ts'

/** Somebody with a Notion account, or the connection's own bot. */
export interface User {
  readonly id: string
  readonly type: 'person' | 'bot'
  readonly name: string
  /** Empty for bots. */
  readonly email: string
  /** Guests see what is shared with them but are missing from `GET /users` (reference, "List all users"). */
  readonly guest: boolean
}

/** The types of columns that the sandbox knows. */
export const propertyTypes = [
  'title',
  'rich_text',
  'number',
  'select',
  'multi_select',
  'status',
  'date',
  'people',
  'files',
  'checkbox',
  'url',
  'email',
  'phone_number',
  'created_time',
  'created_by',
  'last_edited_time',
  'last_edited_by',
] as const
export type PropertyType = (typeof propertyTypes)[number]

export interface Option {
  readonly id: string
  name: string
  readonly color: string
}

/** The three heaps into which a status property sorts its options. */
export interface Group {
  readonly id: string
  readonly name: string
  readonly color: string
  readonly optionIds: string[]
}

/** A column of a data source. `id` is kept as it is; the API shows it URL-encoded. */
export interface Property {
  readonly id: string
  name: string
  type: PropertyType
  options: Option[]
  groups: Group[]
  /** Of numbers. */
  format: string
}

/** One run of text with its formatting, in the API's own shape. */
export interface RichText {
  readonly type: 'text' | 'mention'
  readonly text?: { readonly content: string; readonly link: { readonly url: string } | null }
  readonly mention?: { readonly type: 'user'; readonly user: Readonly<Record<string, unknown>> }
  readonly annotations: Readonly<Record<string, unknown>>
  readonly plain_text: string
  readonly href: string | null
}

export interface DateValue {
  readonly start: string
  readonly end: string | null
  readonly time_zone: string | null
}

/** A file in a column: uploaded to Notion, or an address elsewhere. */
export interface FileValue {
  readonly name: string
  readonly type: 'file' | 'external'
  readonly url: string
}

/** What a row holds in one column. Options and people go by id. */
export type Value =
  | { readonly type: 'title' | 'rich_text'; readonly items: readonly RichText[] }
  | { readonly type: 'number'; readonly number: number | null }
  | { readonly type: 'select' | 'status'; readonly option: string | null }
  | { readonly type: 'multi_select'; readonly options: readonly string[] }
  | { readonly type: 'date'; readonly date: DateValue | null }
  | { readonly type: 'people'; readonly users: readonly string[] }
  | { readonly type: 'files'; readonly files: readonly FileValue[] }
  | { readonly type: 'checkbox'; readonly checkbox: boolean }
  | { readonly type: 'url' | 'email' | 'phone_number'; readonly text: string | null }

/** When something was made and changed, to the millisecond, and by whom. The API shows minutes. */
export interface Trail {
  readonly createdAt: Date
  readonly createdBy: string
  editedAt: Date
  editedBy: string
}

/** A container of data sources (since version 2025-09-03). */
export interface Database extends Trail {
  readonly id: string
  readonly name: string
}

export interface DataSource extends Trail {
  readonly id: string
  readonly databaseId: string
  name: string
  /** In the order of the table. */
  properties: Property[]
  /** Is it shared with the connection? What is not does not exist for the API and sends no webhooks. */
  shared: boolean
}

/** A row: a page whose parent is a data source. */
export interface Page extends Trail {
  readonly id: string
  dataSourceId: string
  /** By property id. */
  values: Map<string, Value>
  /** Paragraphs below the properties. */
  readonly blocks: { readonly id: string; readonly text: string }[]
  inTrash: boolean
  /** Another thing than the trash, shown since version 2026-03-11. */
  isArchived: boolean
}

export interface Comment {
  readonly id: string
  readonly pageId: string
  readonly discussionId: string
  readonly authorId: string
  readonly createdAt: Date
  readonly displayName: { readonly type: 'custom' | 'user' | 'integration'; readonly resolved_name: string }
  editedAt: Date
  items: readonly RichText[]
}

/** Everything the sandbox knows. */
export interface World {
  readonly workspace: { readonly id: string; readonly name: string }
  readonly integrationId: string
  readonly bot: User
  readonly now: () => Date
  readonly users: Map<string, User>
  readonly databases: Map<string, Database>
  readonly dataSources: Map<string, DataSource>
  readonly pages: Map<string, Page>
  readonly comments: Map<string, Comment>
  readonly publish: Publish
}

/** An empty workspace with nobody in it but the connection's bot. */
export function createWorld(now: () => Date, publish: Publish): World {
  const bot: User = { id: randomUUID(), type: 'bot', name: 'Cadre', email: '', guest: false }
  return {
    workspace: { id: randomUUID(), name: 'Atelier Moreau' },
    integrationId: randomUUID(),
    bot,
    now,
    users: new Map([[bot.id, bot]]),
    databases: new Map(),
    dataSources: new Map(),
    pages: new Map(),
    comments: new Map(),
    publish,
  }
}

/** The trail of something that this user makes now. */
export function newTrail(world: World, user: User): Trail {
  const at = world.now()
  return { createdAt: at, createdBy: user.id, editedAt: at, editedBy: user.id }
}

/** Notes that this user changed it now. */
export function touch(world: World, user: User, trail: Trail): void {
  trail.editedAt = world.now()
  trail.editedBy = user.id
}
