import type { Adapter, Attempt } from '#model/adapter.ts'
import type { Mapping } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import type { Observed } from '#model/task.ts'
import { createTrelloLimiters } from '../../../adapters/trello/client.ts'
import { createTrello } from '../../../adapters/trello/index.ts'
import type { TrelloCard } from '../../../adapters/trello/schema.ts'

export const apiOrigin = 'https://api.trello.com'
export const connectionId = 'conn-7'
export const credentials = {
  apiKey: 'k3yk3yk3yk3yk3yk3yk3yk3yk3yk3yk3',
  token: 'ATTAt0kent0kent0kent0ken',
  secret: 's3cretOfTheApp',
  previousSecret: '',
}

export const cardId = '6a4a2c10aa00000000000001'
export const boardId = '6a4a2c10bb00000000000001'
export const listIds = { requested: '6a4a2c10cc00000000000001', review: '6a4a2c10cc00000000000002' }
export const labelIds = {
  inScope: '6a4a2c10dd00000000000001',
  urgent: '6a4a2c10dd00000000000002',
  people: '6a4a2c10dd00000000000003',
}
export const fieldIds = { estimate: '6a4a2c10ee00000000000001', surcharge: '6a4a2c10ee00000000000002' }
export const memberIds = { client: '6a4a2c10ff00000000000001', us: '6a4a2c10ff00000000000002' }

export function createAttempt(): Attempt {
  return { signal: new AbortController().signal, reads: 0, writes: 0 }
}

/** An adapter with limits of its own, so that tests do not slow each other down. */
export function createAdapter(apiUrl: string | null = null): Adapter {
  return createTrello(createTrelloLimiters()).connect({ connectionId, credentials, apiUrl })
}

/** A card as `GET /cards/{id}` shows it, with invented values. */
export function createCard(changes: Partial<TrelloCard> = {}): TrelloCard {
  return {
    id: cardId,
    idBoard: boardId,
    idList: listIds.requested,
    idMemberCreator: memberIds.client,
    name: 'Réserver l’hôtel 🏨',
    desc: 'Deux nuits à Nîmes.',
    due: '2026-07-06T16:00:00.000Z',
    closed: false,
    isTemplate: false,
    dateLastActivity: '2026-07-05T10:11:12.345Z',
    shortUrl: 'https://trello.com/c/aBcD1234',
    labels: [{ id: labelIds.people, name: 'VIP', color: 'sky_dark' }],
    customFieldItems: [],
    actions: [],
    ...changes,
  }
}

export function createComment(id: string, text: string, changes: Partial<{ date: string; by: string }> = {}) {
  const { date = '2026-07-05T10:00:00.000Z', by = memberIds.us } = changes
  return { id, type: 'commentCard', date, idMemberCreator: by, data: { text } }
}

export function createObserved(changes: Partial<Observed> = {}): Observed {
  return {
    ref: { tool: 'trello', connectionId, taskId: cardId },
    containerId: boardId,
    url: 'https://trello.com/c/aBcD1234',
    title: 'Réserver l’hôtel 🏨',
    text: '',
    createdAt: '2026-07-05T10:00:00.000Z',
    createdBy: memberIds.client,
    changedAt: '2026-07-05T10:00:00.000Z',
    dueAt: null,
    dueDay: null,
    archived: false,
    template: false,
    statusId: listIds.requested,
    labels: [{ id: labelIds.people, name: 'VIP' }],
    fields: {},
    attachments: [],
    comments: [],
    ...changes,
  }
}

export const mapping: Mapping = {
  labels: { in_scope: labelIds.inScope, urgent_confirm: labelIds.urgent },
  statuses: [
    { id: listIds.requested, status: 'requested' },
    { id: listIds.review, status: 'review' },
  ],
  fields: {
    estimate: { id: fieldIds.estimate, type: 'number' },
    surcharge: { id: fieldIds.surcharge, type: 'text' },
  },
  services: {},
  assistants: [],
}

export async function failureOf(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof AppError)) throw new Error(`expected an AppError, got ${String(error)}`)
  return error
}
