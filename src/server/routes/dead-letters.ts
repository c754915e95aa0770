import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import type { DeadLetters } from '../../pipeline/dead-letters.ts'
import type { AuditLog } from '../../store/audit.ts'
import { by } from '../authenticate.ts'
import { PageQuery, pageOf, pageOfRows, placeOf } from '../page.ts'
import { Problem, problems } from '../problem.ts'
import { Moment } from '../schemas.ts'

export interface DeadLetterRoutes {
  readonly deadLetters: DeadLetters
  readonly audit: AuditLog
  readonly now: Clock
}

const DeadLetterView = z
  .object({
    id: z.uuid(),
    queue: z
      .string()
      .nullable()
      .meta({ description: 'Where it comes from and would go back to', example: 'look' }),
    job: z.record(z.string(), z.unknown()).meta({ description: 'Which task or board, and who asked' }),
    since: Moment,
    error: z
      .unknown()
      .meta({ example: { code: 'TOOL_UNAUTHORIZED', message: 'the token is no longer valid' } }),
  })
  .meta({
    id: 'DeadLetter',
    example: {
      id: '0f3cbe2a-7a39-4f0e-9a53-3c1d8e6b5f10',
      queue: 'look',
      job: { connectionId: 'con_9aTq4ZpXw2LmVb7c', taskId: '6a4a2c10aa00000000000028' },
      since: '2026-11-23T08:10:00.000Z',
      error: { code: 'TOOL_UNAUTHORIZED', message: 'the token is no longer valid' },
    },
  })

const Redriven = z.object({ redriven: z.int() }).meta({ example: { redriven: 3 } })
const ById = z.object({ id: z.uuid() })
const tags = ['Dead letters']
const config = { scope: 'operate' } as const

/** Jobs that failed for good. Nothing is lost: a person sees why, mends the cause, and sends them through again. */
export const deadLetterRoutes: FastifyPluginAsyncZod<DeadLetterRoutes> = async (app, deps) => {
  const { deadLetters, audit, now } = deps

  app.get(
    '/dead-letters',
    {
      schema: {
        operationId: 'listDeadLetters',
        summary: 'Jobs that failed for good, newest first',
        tags,
        querystring: PageQuery,
        response: { 200: pageOf(DeadLetterView), ...problems },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      const found = await deadLetters.page(limit + 1, placeOf(cursor, z.uuid()))
      return pageOfRows(found, limit, {
        at: ({ since, id }) => ({ at: since, id }),
        view: (letter) => DeadLetterView.parse(letter),
      })
    },
  )

  app.get(
    '/dead-letters/:id',
    {
      schema: {
        operationId: 'getDeadLetter',
        summary: 'One job that failed for good',
        tags,
        params: ById,
        response: { 200: DeadLetterView, 404: Problem, ...problems },
      },
    },
    async (request) => DeadLetterView.parse(await deadLetters.get(request.params.id)),
  )

  app.post(
    '/dead-letters/redrive',
    {
      config,
      schema: {
        operationId: 'redriveDeadLetters',
        summary: 'Send dead jobs through again',
        tags,
        body: z
          .strictObject({
            ids: z
              .array(z.uuid())
              .min(1)
              .max(1000)
              .optional()
              .meta({ description: 'All of them, if absent' }),
          })
          .nullish()
          .meta({ example: {} }),
        response: { 200: Redriven, ...problems },
      },
    },
    async (request) => {
      const ids = request.body?.ids
      const subject = ids?.length === 1 ? (ids[0] ?? '') : 'dead-letters'
      const entry = { ...by(request), action: 'dead-letter.redrive', subject, before: null }
      const redriven = await audit.changing(
        now(),
        (trx) => deadLetters.redrive({ ids }, trx),
        (redriven) => ({ ...entry, after: { ids: ids ?? 'all', redriven } }),
      )
      return { redriven }
    },
  )

  app.delete(
    '/dead-letters/:id',
    {
      config,
      schema: {
        operationId: 'discardDeadLetter',
        summary: 'Let a dead job go for good',
        description: 'The task itself is untouched: the next change of it, or a sweep, looks at it again.',
        tags,
        params: ById,
        response: { 204: z.null(), 404: Problem, ...problems },
      },
    },
    async (request, reply) => {
      await audit.changing(
        now(),
        (trx) => deadLetters.discard(request.params.id, trx),
        ({ id: subject, error, ...letter }) => {
          // Not the message: it may hold a tool's words, and these a client's.
          const before = { ...letter, error: { code: codeOf(error) } }
          return { ...by(request), action: 'dead-letter.discard', subject, before, after: null }
        },
      )
      return reply.code(204).send(null)
    },
  )
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : null
