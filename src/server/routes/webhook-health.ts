import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { webhookStates } from '#model/board.ts'
import type { createWebhookList } from '../../store/webhook-list.ts'
import { exampleOf } from '../example.ts'
import { problems } from '../problem.ts'
import { Mode, Moment, Tool } from '../schemas.ts'

export interface WebhookHealthRoutes {
  readonly webhooksOf: ReturnType<typeof createWebhookList>
}

const BoardWebhook = z
  .object({
    boardId: z.string(),
    name: z.string(),
    tool: Tool,
    connectionId: z.string(),
    mode: Mode,
    updates: z
      .enum(['webhook', 'poll'])
      .meta({ description: 'poll: looked at every minute, needs no webhook' }),
    state: z
      .enum(webhookStates)
      .nullable()
      .meta({ description: 'As the tool said; null when it was never asked' }),
    checkedAt: Moment.nullable(),
    failingSince: Moment.nullable().meta({ description: 'Since when it is failing, suspended or missing' }),
    missedAt: Moment.nullable().meta({ description: 'When a sweep last found what it should have told' }),
    lastDeliveryAt: Moment.nullable().meta({ description: 'When this account last told anything' }),
  })
  .meta({
    id: 'BoardWebhook',
    example: {
      boardId: 'brd_7Hk2PqLz9XcVtB4n',
      name: 'Claire',
      tool: 'trello',
      connectionId: 'con_9aTq4ZpXw2LmVb7c',
      mode: 'apply',
      updates: 'webhook',
      state: 'active',
      checkedAt: '2026-11-23T08:00:00.000Z',
      failingSince: null,
      missedAt: null,
      lastDeliveryAt: '2026-11-23T08:00:05.101Z',
    },
  })
const Webhooks = z
  .object({ items: z.array(BoardWebhook), nextCursor: z.null() })
  .meta({ example: { items: [exampleOf(BoardWebhook)], nextCursor: null } })

/** Do the tools still tell us of changes? */
export const webhookHealthRoutes: FastifyPluginAsyncZod<WebhookHealthRoutes> = async (
  app,
  { webhooksOf },
) => {
  app.get(
    '/webhooks',
    {
      schema: {
        operationId: 'listWebhooks',
        summary: 'How the webhook of each board fares',
        description: 'As it was when the last sweep asked. `POST /boards/{id}/webhook` repairs one.',
        tags: ['Deliveries'],
        response: { 200: Webhooks, ...problems },
      },
    },
    async () => ({ items: await webhooksOf(), nextCursor: null }),
  )
}
