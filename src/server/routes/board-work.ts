import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Subscription } from '#model/adapter.ts'
import { AppError } from '#model/error.ts'
import { backfill } from '../../pipeline/backfill.ts'
import { releaseBoard } from '../../pipeline/change-board.ts'
import { subscribeBoard } from '../../pipeline/subscribe-board.ts'
import type { Also } from '../../store/database.ts'
import { newAttempt } from '../attempt.ts'
import { by } from '../authenticate.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier, Moment } from '../schemas.ts'
import type { BoardRoutes } from './boards.ts'

const Backfill = z
  .discriminatedUnion('which', [
    z.strictObject({ which: z.literal('open'), comments: z.boolean().default(false) }),
    z.strictObject({
      which: z.literal('since'),
      since: Moment.meta({ description: 'Made at this moment or later' }),
      comments: z.boolean().default(false).meta({ description: 'Also write comments, not labels alone' }),
    }),
  ])
  .meta({ example: { which: 'since', since: '2026-11-01T00:00:00.000Z' } })

const Repaired = z
  .object({
    webhookId: z.string().nullable(),
    outcome: z
      .enum(['created', 'adopted', 'repaired', 'manual'])
      .meta({ description: 'manual: the tool lets only a person make it' }),
  })
  .meta({ example: { webhookId: '6a4a2c10aa00000000000009', outcome: 'adopted' } })

const Queued = z.object({ queued: z.int() }).meta({ example: { queued: 12 } })

const Sweeping = z.object({ queued: z.literal(true) }).meta({ example: { queued: true } })
const Released = z
  .object({ waiting: z.int().meta({ description: 'Tasks that had to wait' }) })
  .meta({ example: { waiting: 7 } })

const ById = z.object({ boardId: Identifier })
const tags = ['Boards']

/** What a person can ask to be done on a board, beside changing it. */
export const boardWorkRoutes: FastifyPluginAsyncZod<BoardRoutes> = async (app, deps) => {
  const { boards, connections, queue, audit, now } = deps

  app.post(
    '/boards/:boardId/sweep',
    {
      config: { scope: 'operate' },
      schema: {
        operationId: 'sweepBoard',
        summary: 'Look now for what no webhook told us',
        tags,
        params: ById,
        response: { 202: Sweeping, 404: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const board = await boards.get(request.params.boardId)
      await audit.changing(
        now(),
        (trx) => queue.sweep([board], { full: true, db: trx }),
        () => ({ ...by(request), action: 'board.sweep', subject: board.id, before: null, after: null }),
      )
      return reply.code(202).send({ queued: true })
    },
  )

  app.post(
    '/boards/:boardId/release',
    {
      config: { scope: 'operate' },
      schema: {
        operationId: 'releaseBoard',
        summary: 'Let a board go on that was held because it wanted too many writes',
        tags,
        params: ById,
        response: { 202: Released, 404: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const board = await boards.get(request.params.boardId)
      const after = await audit.changing(
        now(),
        async (trx) => ({ waiting: await releaseBoard(board, trx, deps) }),
        (after) => ({ ...by(request), action: 'board.release', subject: board.id, before: null, after }),
      )
      return reply.code(202).send(after)
    },
  )

  app.post(
    '/boards/:boardId/backfill',
    {
      config: { scope: 'operate' },
      schema: {
        operationId: 'backfillBoard',
        summary: 'Judge what was on the board before Cadre',
        description:
          'Behind what people are waiting for, by the rules of today; a dry run stays one, and the hourly limit holds. Labels only, unless comments are asked for.',
        tags,
        params: ById,
        body: Backfill,
        response: { 202: Queued, 404: Problem, 409: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const board = await boards.get(request.params.boardId)
      const { body } = request
      const since = body.which === 'since' ? body.since : null
      const entry = { ...by(request), action: 'board.backfill', subject: board.id, before: null }
      const queued = await audit.changing(
        now(),
        (trx) => backfill(board, { since, comments: body.comments }, trx, queue),
        (queued) => ({ ...entry, after: { ...body, queued } }),
      )
      return reply.code(202).send({ queued })
    },
  )

  app.post(
    '/boards/:boardId/webhook',
    {
      config: { scope: 'operate' },
      schema: {
        operationId: 'repairWebhook',
        summary: 'Make sure that the tool tells us of changes: adopt, repair or create the webhook',
        tags,
        params: ById,
        response: { 200: Repaired, 404: Problem, 409: Problem, 502: Problem, 504: Problem, ...problems },
      },
    },
    async (request) => {
      const board = await boards.get(request.params.boardId)
      if (board.leavingSince !== null) throw new AppError('CONFLICT', 'this board is being left')
      const { connection, adapter } = await connections.get(board.connectionId)
      if (connection.callbackUrl === null) {
        throw new AppError(
          'PUBLIC_URL_MISSING',
          'this board is read every minute: set PUBLIC_URL, then PATCH its connection to `"updates": "webhook"`',
        )
      }
      const note: Also<Subscription> = (trx, { webhookId, outcome }) => {
        const entry = { action: 'board.webhook', subject: board.id, before: null }
        return audit.add({ ...by(request), ...entry, after: { webhookId, outcome } }, now(), trx)
      }
      const connected = { connection, adapter }
      const { webhookId, outcome } = await subscribeBoard(board, connected, deps, newAttempt(), note)
      return { webhookId, outcome }
    },
  )
}
