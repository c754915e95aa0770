import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import type { Queue } from '../../pipeline/queue.ts'
import { replay } from '../../pipeline/replay.ts'
import type { AuditLog } from '../../store/audit.ts'
import type { createDeliveryList } from '../../store/delivery-list.ts'
import { by } from '../authenticate.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier, Moment } from '../schemas.ts'
import { DeliveryId } from './deliveries.ts'

export interface DeliveryReplayRoutes {
  readonly list: ReturnType<typeof createDeliveryList>
  readonly queue: Pick<Queue, 'look'>
  readonly audit: AuditLog
  readonly now: Clock
}

const Replayed = z
  .object({ tasks: z.int().meta({ description: 'How many will be looked at again' }) })
  .meta({ example: { tasks: 12 } })
const tags = ['Deliveries']
const config = { scope: 'operate' } as const

/** Look again at what webhooks were about. Safe at any time, for a look asks the tool what is there now. */
export const deliveryReplayRoutes: FastifyPluginAsyncZod<DeliveryReplayRoutes> = async (app, deps) => {
  const { list, queue, audit, now } = deps

  app.post(
    '/deliveries/:id/replay',
    {
      config,
      schema: {
        operationId: 'replayDelivery',
        summary: 'Look again at the task that a webhook was about',
        tags,
        params: z.object({ id: DeliveryId }),
        response: { 202: Replayed, 404: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const { id, ref } = await list.get(request.params.id)
      const after = await audit.changing(
        now(),
        async (trx) => ({ tasks: await replay([ref], trx, queue) }),
        (after) => ({ ...by(request), action: 'delivery.replay', subject: id, before: null, after }),
      )
      return reply.code(202).send(after)
    },
  )

  app.post(
    '/deliveries/replay',
    {
      config,
      schema: {
        operationId: 'replayDeliveries',
        summary: 'Look again at every task that webhooks of a period were about',
        description: 'Each task once, after what is new.',
        tags,
        body: z
          .strictObject({
            since: Moment,
            until: Moment.optional().meta({ description: 'Before this moment; now, if absent' }),
            connectionId: Identifier.optional(),
            boardId: Identifier.optional(),
          })
          .meta({ example: { since: '2026-11-23T21:00:00.000Z' } }),
        response: { 202: Replayed, ...problems },
      },
    },
    async (request, reply) => {
      const filter = request.body
      const refs = await list.tasksOf(filter)
      const subject = filter.boardId ?? filter.connectionId ?? 'deliveries'
      const entry = { ...by(request), action: 'delivery.replay', subject, before: null }
      const tasks = await audit.changing(
        now(),
        (trx) => replay(refs, trx, queue),
        (tasks) => ({ ...entry, after: { ...filter, tasks } }),
      )
      return reply.code(202).send({ tasks })
    },
  )
}
