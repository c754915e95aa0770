/** The types of webhook events that the sandbox sends. */
export const eventTypes = [
  'page.created',
  'page.content_updated',
  'page.properties_updated',
  'page.moved',
  'page.deleted',
  'page.undeleted',
  'data_source.content_updated',
  'data_source.schema_updated',
  'comment.created',
  'comment.updated',
  'comment.deleted',
] as const
export type EventType = (typeof eventTypes)[number]

export interface Author {
  readonly id: string
  readonly type: 'person' | 'bot'
}

export interface UpdatedBlock {
  readonly id: string
  readonly type: 'page' | 'block'
}

export interface SchemaChange {
  /** URL-encoded. */
  readonly id: string
  readonly name: string
  readonly action: 'created' | 'updated' | 'deleted'
}

/** `data` of a webhook body. Rows can be routed by `parent.data_source_id` without a look at the page. */
export interface EventData {
  readonly parent: { readonly id: string; readonly type: string; readonly data_source_id?: string }
  /** Of comments. */
  readonly page_id?: string
  /** URL-encoded property ids of a page, or what happened to the columns of a data source. */
  readonly updated_properties?: readonly (string | SchemaChange)[]
  readonly updated_blocks?: readonly UpdatedBlock[]
}

/** Something that happened, as a webhook tells it: that it did, to what and by whom, and no values. */
export interface Event {
  readonly type: EventType
  readonly entity: { readonly id: string; readonly type: 'page' | 'data_source' | 'comment' }
  readonly authors: readonly Author[]
  readonly timestamp: string
  readonly data: EventData
}

/** Takes an event on its way out; `dataSourceId` says whether the connection may hear of it. */
export type Publish = (event: Event, dataSourceId: string) => void
