import { z } from 'zod'
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

/** How a tool's real bodies are told apart, without asking its adapter, and how its adapter reads them. */
export interface PayloadKind {
  readonly harness: Harness
  /** What is stored with a connection, so that webhooks may be signed with `secret`. */
  secretCredential(secret: string): Readonly<Record<string, string>>
  /** The task that a webhook is about; null when it is about none. */
  taskOf(webhook: unknown): string | null
  /** The path of the one request that looks at a task. */
  lookAt(taskId: string): string
  /** A whole task, as the tool's API gives it. */
  readonly wholeTask: z.ZodType<{ readonly id: string }>
  read(task: unknown): Observed | null
}

const text = z.string()

const TrelloWebhook = z.object({ action: z.object({ data: z.object({ card: z.object({ id: text }) }) }) })

/** Rows are pages in a database. A page that was moved shows only where it is now. */
const NotionWebhook = z.union([
  z
    .object({
      type: text,
      entity: z.object({ id: text, type: z.literal('page') }),
      data: z.object({ parent: z.object({ type: text }) }),
    })
    .refine(({ type, data }) => type === 'page.moved' || /^(database|data_source)$/.test(data.parent.type))
    .transform(({ entity }) => entity.id),
  z
    .object({ entity: z.object({ type: z.literal('comment') }), data: z.object({ page_id: text }) })
    .transform(({ data }) => data.page_id),
])

export const payloadKinds: readonly PayloadKind[] = [
  {
    harness: trelloHarness,
    secretCredential: (secret) => ({ secret }),
    taskOf: (webhook) => TrelloWebhook.safeParse(webhook).data?.action.data.card.id ?? null,
    lookAt: (taskId) => `/1/cards/${taskId}`,
    wholeTask: z.object({ id: text, idList: text, desc: text, labels: z.array(z.unknown()) }),
    read: (task) => normalizeTrello(TrelloCard.parse(task), 'c'),
  },
  {
    harness: notionHarness,
    secretCredential: (verificationToken) => ({ verificationToken }),
    taskOf: (webhook) => NotionWebhook.safeParse(webhook).data ?? null,
    lookAt: (taskId) => `/v1/pages/${taskId}`,
    wholeTask: z.object({
      id: text,
      object: z.literal('page'),
      parent: z.object({ data_source_id: text }),
      // Older examples leave out the types of values, which no answer does.
      properties: z.record(text, z.object({ type: text })),
    }),
    read: (task) => normalizeNotion(NotionPage.parse(task), 'c'),
  },
  {
    harness: clickupHarness,
    secretCredential: (secret) => ({ 'secret:contract': secret }),
    taskOf: (webhook) => z.object({ task_id: text }).safeParse(webhook).data?.task_id ?? null,
    lookAt: (taskId) => `/api/v2/task/${taskId}`,
    wholeTask: z.object({
      id: text,
      status: z.object({ status: text }),
      list: z.object({ id: text }),
      date_created: text,
    }),
    read: (task) => normalizeClickUp(ClickUpTask.parse(task), 'c'),
  },
]
