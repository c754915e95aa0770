import nock from 'nock'
import type { Adapter, Attempt } from '#model/adapter.ts'
import type { Mapping } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import type { Observed } from '#model/task.ts'
import { createNotionLimiters } from '../../../adapters/notion/client.ts'
import { createNotion } from '../../../adapters/notion/index.ts'

export const apiOrigin = 'https://api.notion.com'
export const connectionId = 'conn-9'
export const credentials = {
  token: 'ntn_t0kent0kent0kent0ken',
  verificationToken: 'secret_v3rificati0n',
}

export const pageId = '1a7104cd-477e-809d-8dc4-ff2d96ae3001'
export const dataSourceId = '1a7104cd-477e-80c2-84a0-c32cefba5c02'
export const databaseId = '1a7104cd-477e-80eb-ae76-e1c2a32c7b03'
export const userIds = {
  client: '1a7104cd-2702-81b5-8408-00279347f004',
  us: '1a7104cd-2702-81b5-8408-00279347f005',
}
/** As Notion gives them: some URL-encoded. */
export const propertyIds = {
  labels: '%3AUPp',
  topics: 't%7Cgs',
  status: 'XGe%40',
  urgency: 'bDf%5B',
  estimate: 'DbAu',
  surcharge: '%60%5Bq',
  due: 'Jsfb',
  brief: '_Tc_',
}
export const optionIds = { inScope: 'aa:1', urgent: '{Ml\\', people: 't|O@', requested: 's-1', review: 's-2' }

export function createAttempt(): Attempt {
  return { signal: new AbortController().signal, reads: 0, writes: 0 }
}

/** An adapter with limits of its own, so that tests do not slow each other down. */
export function createAdapter(apiUrl: string | null = null): Adapter {
  return createNotion(createNotionLimiters()).connect({ connectionId, credentials, apiUrl })
}

export function createText(...texts: readonly string[]) {
  return texts.map((content) => ({
    type: 'text',
    text: { content, link: null },
    annotations: { bold: false, color: 'default' },
    plain_text: content,
    href: null,
  }))
}

/** Properties of a page, with invented values. */
export const properties = {
  Demande: { id: 'title', type: 'title', title: createText('Réserver ', 'l’hôtel 🏨') },
  Brief: { id: propertyIds.brief, type: 'rich_text', rich_text: createText('Deux nuits ', 'à Nîmes.') },
  Cadre: {
    id: propertyIds.labels,
    type: 'multi_select',
    multi_select: [{ id: optionIds.inScope, name: 'Dans le cadre', color: 'green' }],
  },
  Thèmes: {
    id: propertyIds.topics,
    type: 'multi_select',
    multi_select: [{ id: optionIds.people, name: 'VIP', color: 'pink' }],
  },
  Priorité: { id: propertyIds.urgency, type: 'select', select: { id: 'p-1', name: 'Haute', color: 'red' } },
  Statut: {
    id: propertyIds.status,
    type: 'status',
    status: { id: optionIds.requested, name: 'Demandes', color: 'gray' },
  },
  Échéance: {
    id: propertyIds.due,
    type: 'date',
    date: { start: '2026-07-06T18:00:00.000+02:00', end: null, time_zone: null },
  },
  Estimation: { id: propertyIds.estimate, type: 'number', number: 94.5 },
  Coût: { id: 'WOd%3B', type: 'formula', formula: { type: 'number', number: 7 } },
}

/** A page as `GET /pages/{id}` shows it, with invented values. */
export function createPage(changes: Record<string, unknown> = {}) {
  return {
    object: 'page',
    id: pageId,
    created_time: '2026-07-05T10:04:00.000Z',
    last_edited_time: '2026-07-05T10:11:00.000Z',
    created_by: { object: 'user', id: userIds.client },
    last_edited_by: { object: 'user', id: userIds.us },
    cover: null,
    icon: null,
    parent: { type: 'data_source_id', data_source_id: dataSourceId, database_id: databaseId },
    in_trash: false,
    is_archived: false,
    is_locked: false,
    properties,
    url: 'https://www.notion.so/Reserver-1a7104cd477e809d8dc4ff2d96ae3001',
    public_url: null,
    ...changes,
  }
}

/** Columns of a data source, with invented values. */
export const columns = {
  Demande: { id: 'title', name: 'Demande', type: 'title', title: {}, description: null },
  Brief: { id: propertyIds.brief, name: 'Brief', type: 'rich_text', rich_text: {}, description: null },
  Statut: {
    id: propertyIds.status,
    name: 'Statut',
    type: 'status',
    status: {
      options: [
        { id: optionIds.requested, name: 'Demandes', color: 'gray', description: null },
        { id: optionIds.review, name: 'À valider', color: 'blue', description: null },
      ],
      groups: [],
    },
  },
  Thèmes: {
    id: propertyIds.topics,
    name: 'Thèmes',
    type: 'multi_select',
    multi_select: { options: [{ id: optionIds.people, name: 'VIP', color: 'pink', description: null }] },
  },
}

/** A data source as `GET /data_sources/{id}` shows it. */
export function createDataSource(properties: Record<string, unknown> = columns) {
  return {
    object: 'data_source',
    id: dataSourceId,
    title: createText('Demandes ', 'de Camille'),
    description: [],
    parent: { type: 'database_id', database_id: databaseId },
    in_trash: false,
    properties,
    url: 'https://www.notion.so/1a7104cd477e80c284a0c32cefba5c02',
  }
}

/** A comment as `GET /comments` lists it; `changes` may add a `display_name`. */
export function createComment(
  id: string,
  by: string,
  words: readonly string[],
  changes: Record<string, unknown> = {},
) {
  return {
    object: 'comment',
    id,
    created_time: '2026-07-05T10:04:00.000Z',
    created_by: { object: 'user', id: by },
    rich_text: createText(...words),
    ...changes,
  }
}

/** One page of a listing. */
export function createList(results: readonly unknown[], next_cursor: string | null = null) {
  return { object: 'list', results, next_cursor, has_more: next_cursor !== null }
}

export function createObserved(changes: Partial<Observed> = {}): Observed {
  return {
    ref: { tool: 'notion', connectionId, taskId: pageId },
    containerId: dataSourceId,
    url: 'https://www.notion.so/Reserver-1a7104cd477e809d8dc4ff2d96ae3001',
    title: 'Réserver l’hôtel 🏨',
    text: '',
    createdAt: '2026-07-05T10:00:00.000Z',
    createdBy: userIds.client,
    changedAt: '2026-07-05T10:00:00.000Z',
    dueAt: null,
    dueDay: null,
    archived: false,
    template: false,
    statusId: `${propertyIds.status}:${optionIds.requested}`,
    labels: [],
    fields: {},
    attachments: [],
    comments: null,
    ...changes,
  }
}

export const mapping: Mapping = {
  labels: {
    in_scope: `${propertyIds.labels}:${optionIds.inScope}`,
    urgent_confirm: `${propertyIds.labels}:${optionIds.urgent}`,
  },
  statuses: [
    { id: `${propertyIds.status}:${optionIds.requested}`, status: 'requested' },
    { id: `${propertyIds.status}:${optionIds.review}`, status: 'review' },
  ],
  fields: {
    estimate: { id: propertyIds.estimate, type: 'number' },
    surcharge: { id: propertyIds.surcharge, type: 'text' },
  },
  services: {},
  assistants: [],
}

export interface Call {
  readonly route: string
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
}

/** Answers whatever is asked with `answers` in order, then with `{}`, and keeps what was asked. */
export function listen(...answers: (readonly [number, unknown])[]): Call[] {
  const calls: Call[] = []
  for (const method of ['GET', 'PATCH', 'POST', 'DELETE'])
    nock(apiOrigin)
      .persist()
      .intercept(/.*/, method)
      .reply(async (request: Request) => {
        const url = new URL(request.url)
        const text = await request.text()
        calls.push({
          route: `${method} ${url.pathname}`,
          query: Object.fromEntries(url.searchParams),
          body: text === '' ? null : JSON.parse(text),
          headers: Object.fromEntries(request.headers),
        })
        const [status, answer] = answers[calls.length - 1] ?? [200, {}]
        return [status, answer as nock.Body]
      })
  return calls
}

/** A refusal in Notion's words. */
export function createRefusal(status: number, code: string, message: string, additional_data?: unknown) {
  return { object: 'error', status, code, message, ...(additional_data !== undefined && { additional_data }) }
}

export async function failureOf(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof AppError)) throw new Error(`expected an AppError, got ${String(error)}`)
  return error
}
