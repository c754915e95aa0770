import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Queue } from '../../pipeline/queue.ts'
import { problems } from '../problem.ts'
import { Moment } from '../schemas.ts'

export interface DeadLetterRoutes {
  readonly queue: Pick<Queue, 'dead' | 'redrive'>
}

const DeadLetter = z
  .object({
    id: z.string(),
    queue: z.string().nullable(),
    job: z.record(z.string(), z.unknown()),
    since: Moment,
    error: z.unknown(),
  })
  .meta({ id: 'DeadLetter' })

const tags = ['Dead letters']

/** Jobs that failed for good. Nothing is lost: a person sees why, mends the cause, and sends them through again. */
export const deadLetterRoutes: FastifyPluginAsyncZod<DeadLetterRoutes> = async (app, { queue }) => {
  app.get(
    '/dead-letters',
    {
      schema: {
        operationId: 'listDeadLetters',
        summary: 'Jobs that failed for good, oldest first',
        tags,
        querystring: z.strictObject({ limit: z.coerce.number().int().min(1).max(1000).default(100) }),
        response: { 200: z.array(DeadLetter), ...problems },
      },
    },
    async (request) =>
      (await queue.dead(request.query.limit)).map(({ id, queue: name, data, since, error }) => ({
        id,
        queue: name,
        job: { ...data },
        since: since.toISOString(),
        error: error ?? null,
      })),
  )

  app.post(
    '/dead-letters/redrive',
    {
      schema: {
        operationId: 'redriveDeadLetters',
        summary: 'Send dead jobs through again',
        tags,
        body: z
          .strictObject({
            ids: z.array(z.uuid()).max(1000).optional().meta({ description: 'All of them, if absent' }),
          })
          .nullish(),
        response: { 200: z.object({ redriven: z.int() }), ...problems },
      },
    },
    async (request) => ({ redriven: await queue.redrive(request.body?.ids) }),
  )
}
