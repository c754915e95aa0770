import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Order } from '#model/order.ts'
import { type OrderTieDeps, orderParting, orderTie } from '../../pipeline/order-tie.ts'
import type { AuditLog } from '../../store/audit.ts'
import type { Also } from '../../store/database.ts'
import { newAttempt } from '../attempt.ts'
import { by } from '../authenticate.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier, optionalBody } from '../schemas.ts'
import { ById, Queued } from './task-shapes.ts'

export interface TaskTwinRoutes extends OrderTieDeps {
  readonly audit: AuditLog
}

const tags = ['Tasks']
const response = { 202: Queued, 404: Problem, 409: Problem, ...problems }

/** A request and its counterpart on the assistant's board, tied and parted by hand. */
export const taskTwinRoutes: FastifyPluginAsyncZod<TaskTwinRoutes> = async (app, deps) => {
  app.post(
    '/tasks/:id/twin',
    {
      config: { scope: 'operate' },
      schema: {
        operationId: 'tieTwin',
        summary: "Tie a request to its twin again, or to a given task on the assistant's board",
        description:
          'For a pair that was halted or parted. Without `taskId` its own twin is taken, or a new one made where that is gone. What stands on a given task stays as it is.',
        tags,
        params: ById,
        body: optionalBody(
          z
            .strictObject({
              taskId: Identifier.optional().meta({
                description: "The tool's id of a task on the linked board",
              }),
            })
            .meta({ example: {} }),
        ),
        response,
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { taskId = null } = request.body
      const { actor } = by(request)
      const author = { id: actor.id, name: actor.name }
      const note = record(request, 'task.tie')
      await orderTie({ taskId: id, author }, taskId, note, deps, newAttempt())
      return reply.code(202).send({ queued: true })
    },
  )

  app.delete(
    '/tasks/:id/twin',
    {
      config: { scope: 'operate' },
      schema: {
        operationId: 'partTwin',
        summary: 'Part a request from its twin: nothing is carried over any more, and nothing is deleted',
        tags,
        params: ById,
        response,
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { actor } = by(request)
      const author = { id: actor.id, name: actor.name }
      await orderParting({ taskId: id, author }, record(request, 'task.part'), deps)
      return reply.code(202).send({ queued: true })
    },
  )

  function record(request: FastifyRequest, action: string): Also<Order> {
    return (trx, { taskId: subject, wish: after }) =>
      deps.audit.add({ ...by(request), action, subject, before: null, after }, deps.now(), trx)
  }
}
