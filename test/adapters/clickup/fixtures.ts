import nock from 'nock'
import type { Adapter, Attempt } from '#model/adapter.ts'
import type { Mapping } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import type { Observed } from '#model/task.ts'
import { createClickUpLimiters } from '../../../adapters/clickup/client.ts'
import { createClickUp } from '../../../adapters/clickup/index.ts'

export const apiOrigin = 'https://api.clickup.com'
export const connectionId = 'con-7'
export const credentials = { token: 'pk_4242_T0KENT0KENT0KEN', teamId: '', 'secret:wh-1': 'wh1s3cret' }

export const taskId = '86abc7z9k'
export const listId = '901200000001'
export const spaceId = '90120000'
export const teamId = '9012'
export const userIds = { client: '5501', us: '5502' }
export const fieldIds = {
  estimate: '11111111-aaaa-4bbb-8ccc-000000000001',
  surcharge: '11111111-aaaa-4bbb-8ccc-000000000002',
  labels: '11111111-aaaa-4bbb-8ccc-000000000003',
  service: '11111111-aaaa-4bbb-8ccc-000000000004',
}
export const optionIds = { inScope: 'opt-in', urgent: 'opt-urgent', people: 'opt-people' }

export function createAttempt(): Attempt {
  return { signal: new AbortController().signal, reads: 0, writes: 0 }
}

/** An adapter with limits of its own, so that tests do not slow each other down. */
export function createAdapter(changes: Record<string, string> = {}, apiUrl: string | null = null): Adapter {
  const options = { connectionId, credentials: { ...credentials, ...changes }, apiUrl }
  return createClickUp(createClickUpLimiters()).connect(options)
}

/** A task as `GET /v2/task/{id}` shows it, with invented values and the parts that we do not read. */
export function createTask(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: taskId,
    custom_id: null,
    custom_item_id: 0,
    name: 'Réserver l’hôtel 🏨',
    text_content: 'Deux nuits à Nîmes.',
    description: 'Deux nuits à **Nîmes**.',
    status: { id: 'sc901_a', status: 'À faire', color: '#d3d3d3', orderindex: 0, type: 'open' },
    date_created: '1783246272000',
    date_updated: '1783247472345',
    date_closed: null,
    archived: false,
    creator: { id: 5501, username: 'Cliente', email: 'cliente@exemple.test' },
    assignees: [],
    tags: [{ name: 'vip', tag_fg: '#fff', tag_bg: '#e50000', creator: 5501 }],
    due_date: '1783353600000',
    custom_fields: [],
    team_id: teamId,
    url: `https://app.clickup.com/t/${taskId}`,
    list: { id: listId, name: 'Demandes', access: true },
    space: { id: spaceId },
    ...changes,
  }
}

export function createObserved(changes: Partial<Observed> = {}): Observed {
  return {
    ref: { tool: 'clickup', connectionId, taskId },
    containerId: listId,
    url: `https://app.clickup.com/t/${taskId}`,
    title: 'Réserver l’hôtel 🏨',
    text: '',
    createdAt: '2026-07-05T10:11:12.000Z',
    createdBy: userIds.client,
    changedAt: '2026-07-05T10:11:12.000Z',
    dueAt: null,
    dueDay: null,
    archived: false,
    template: false,
    statusId: 'à faire',
    labels: [{ id: 'vip', name: 'vip' }],
    fields: {},
    attachments: [],
    comments: null,
    ...changes,
  }
}

export const mapping: Mapping = {
  labels: { in_scope: 'dans le cadre', 'surcharge:35': '+35 %' },
  statuses: [
    { id: 'à faire', status: 'requested' },
    { id: 'en relecture', status: 'review' },
  ],
  fields: {
    estimate: { id: fieldIds.estimate, type: 'number' },
    surcharge: { id: fieldIds.surcharge, type: 'text' },
  },
  services: {},
  assistants: [],
}

export interface Call {
  readonly method: string
  readonly path: string
  readonly query: Record<string, string>
  readonly body: unknown
}

/** Answers whatever is asked with what `answer` says, by default `{}`, and keeps what was asked. */
export function listen(
  answer: (call: Call, index: number) => readonly [number, unknown] | undefined = () => undefined,
): Call[] {
  const calls: Call[] = []
  for (const method of ['GET', 'PUT', 'POST', 'DELETE'])
    nock(apiOrigin)
      .persist()
      .intercept(/.*/, method)
      .reply(async (request: Request) => {
        const url = new URL(request.url)
        const text = await request.text()
        const call = {
          method,
          path: url.pathname.replace('/api', ''),
          query: Object.fromEntries(url.searchParams),
          body: text === '' ? null : JSON.parse(text),
        }
        calls.push(call)
        const [status, body] = answer(call, calls.length - 1) ?? [200, {}]
        return [status, body as nock.Body]
      })
  return calls
}

export async function failureOf(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof AppError)) throw new Error(`expected an AppError, got ${String(error)}`)
  return error
}
