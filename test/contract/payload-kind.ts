import { normalize as normalizeClickUp } from '#adapters/clickup/normalize.ts'
import { ClickUpTask } from '#adapters/clickup/schema.ts'
import { normalize as normalizeNotion } from '#adapters/notion/normalize.ts'
import { NotionPage } from '#adapters/notion/schema.ts'
import { normalize as normalizeTrello } from '#adapters/trello/normalize.ts'
import { TrelloCard } from '#adapters/trello/schema.ts'
import type { Observed } from '#model/task.ts'
import { clickupHarness } from '../adapters/conformance/clickup.ts'
import type { Harness } from '../adapters/conformance/harness.ts'
import { notionHarness } from '../adapters/conformance/notion.ts'
import { trelloHarness } from '../adapters/conformance/trello.ts'

/** How a tool's real bodies are told apart and read, without asking its adapter for more than their meaning. */
export interface PayloadKind {
  readonly harness: Harness
  /** What is stored with a connection, so that webhooks may be signed with `secret`. */
  secretCredential(secret: string): Readonly<Record<string, string>>
  /** The task that a webhook is about; null when it is about none. */
  taskOf(webhook: Json): string | null
  /** The path of the one request that looks at a task. */
  lookAt(taskId: string): string
  /** Is it a whole task, as the tool's API gives it? */
  isTask(body: Json): boolean
  read(body: Json): Observed | null
}

// biome-ignore lint/suspicious/noExplicitAny: a vendor's JSON, of which parts may be absent
export type Json = any

export const payloadKinds: readonly PayloadKind[] = [
  {
    harness: trelloHarness,
    secretCredential: (secret) => ({ secret }),
    taskOf: (webhook) => webhook?.action?.data?.card?.id ?? null,
    lookAt: (taskId) => `/1/cards/${taskId}`,
    isTask: (body) => typeof body?.idList === 'string' && typeof body.desc === 'string' && 'labels' in body,
    read: (body) => normalizeTrello(TrelloCard.parse(body), 'c'),
  },
  {
    harness: notionHarness,
    secretCredential: (verificationToken) => ({ verificationToken }),
    taskOf: ({ type, entity, data }) => {
      if (entity?.type === 'comment') return data?.page_id ?? null
      if (entity?.type !== 'page') return null
      // A page that was moved shows only where it is now.
      const mayBeRow = type === 'page.moved' || ['database', 'data_source'].includes(data?.parent?.type)
      return mayBeRow ? entity.id : null
    },
    lookAt: (taskId) => `/v1/pages/${taskId}`,
    // Older examples leave out the types of values, which no answer does.
    isTask: (body) =>
      body?.object === 'page' &&
      body.parent?.data_source_id !== undefined &&
      Object.values<Json>(body.properties).every((value) => typeof value.type === 'string'),
    read: (body) => normalizeNotion(NotionPage.parse(body), 'c'),
  },
  {
    harness: clickupHarness,
    secretCredential: (secret) => ({ 'secret:contract': secret }),
    taskOf: (webhook) => webhook?.task_id ?? null,
    lookAt: (taskId) => `/api/v2/task/${taskId}`,
    isTask: (body) =>
      typeof body?.status?.status === 'string' && body.list?.id !== undefined && 'date_created' in body,
    read: (body) => normalizeClickUp(ClickUpTask.parse(body), 'c'),
  },
]
