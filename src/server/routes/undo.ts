import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Order } from '#model/order.ts'
import { type OrderDeps, undoRun, undoSince } from '../../pipeline/order.ts'
import type { AuditLog } from '../../store/audit.ts'
import type { BoardStore } from '../../store/boards.ts'
import type { Also } from '../../store/database.ts'
import type { createRunList } from '../../store/run-list.ts'
import { by } from '../authenticate.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier, Moment } from '../schemas.ts'
import { ById, Queued } from './task-shapes.ts'

export interface UndoRoutes extends OrderDeps {
  readonly list: ReturnType<typeof createRunList>
  readonly boards: BoardStore
  readonly audit: AuditLog
}

const description =
  "Puts back labels, fields, status and comment as they were, where they still stand as we left them; people's later changes stay. A comment that was not there before says that it no longer applies. What is put back stays so until the request changes or is re-judged. It is done whatever the board's mode."

/** Putting back what we wrote. */
export const undoRoutes: FastifyPluginAsyncZod<UndoRoutes> = async (app, deps) => {
  app.post(
    '/runs/:id/undo',
    {
      config: { scope: 'operate' },
      schema: {
        operationId: 'undoRun',
        summary: 'Put back what one run wrote',
        description,
        tags: ['Runs'],
        params: ById,
        response: { 202: Queued, 404: Problem, 409: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const { actor } = by(request)
      const run = await deps.list.get(request.params.id)
      const note: Also<Order> = (trx, { taskId }) => {
        const entry = { action: 'run.undo', subject: run.id, before: null, after: { taskId } }
        return deps.audit.add({ ...by(request), ...entry }, deps.now(), trx)
      }
      await undoRun(run, { id: actor.id, name: actor.name }, note, deps)
      return reply.code(202).send({ queued: true })
    },
  )

  app.post(
    '/boards/:boardId/undo',
    {
      config: { scope: 'operate' },
      schema: {
        operationId: 'undoBoard',
        summary: 'Put back what we wrote on a board since a moment',
        description,
        tags: ['Boards'],
        params: z.object({ boardId: Identifier }),
        body: z.strictObject({ since: Moment }).meta({ example: { since: '2026-11-23T21:00:00.000Z' } }),
        response: {
          202: z.object({ tasks: z.int() }).meta({ example: { tasks: 4 } }),
          404: Problem,
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { actor } = by(request)
      const board = await deps.boards.get(request.params.boardId)
      const { since } = request.body
      const note: Also<number> = (trx, tasks) => {
        const entry = { action: 'board.undo', subject: board.id, before: null, after: { since, tasks } }
        return deps.audit.add({ ...by(request), ...entry }, deps.now(), trx)
      }
      const tasks = await undoSince(board, since, { id: actor.id, name: actor.name }, note, deps)
      return reply.code(202).send({ tasks })
    },
  )
}
