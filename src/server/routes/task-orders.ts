import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { findingCodes, type LabelKey } from '#model/decision.ts'
import type { Order, Wish } from '#model/order.ts'
import { type OrderDeps, order } from '../../pipeline/order.ts'
import type { AuditLog } from '../../store/audit.ts'
import type { Also } from '../../store/database.ts'
import { by } from '../authenticate.ts'
import { Problem, problems } from '../problem.ts'
import { optionalBody } from '../schemas.ts'
import { ById, Queued } from './task-shapes.ts'

export interface TaskOrderRoutes extends OrderDeps {
  readonly audit: AuditLog
}

const pattern = new RegExp(`^(${findingCodes.join('|')}|surcharge:[1-9]\\d{0,2})$`, 'u')
const isLabel = (label: string): label is LabelKey => pattern.test(label)

const ByLabel = ById.extend({
  label: z
    .string()
    .regex(pattern, { error: 'is no label of ours: use a finding code, or surcharge:35', abort: true })
    .refine(isLabel)
    .meta({ description: 'A finding code, or `surcharge:35`', example: 'in_scope' }),
})
const tags = ['Tasks']
const response = { 202: Queued, 404: Problem, 409: Problem, ...problems }

/** What a person wants done about one task. Each is written down, and done by the look that it sets off. */
export const taskOrderRoutes: FastifyPluginAsyncZod<TaskOrderRoutes> = async (app, deps) => {
  app.post(
    '/tasks/:id/rejudge',
    {
      config: { scope: 'operate' },
      schema: {
        operationId: 'rejudgeTask',
        summary: 'Judge a task by the rules in force now, as if the request had just changed',
        description:
          'Changes that people made to our labels fall, as with a changed request; answers to the request stay, and so does an accepted price. What was undone is written again.',
        tags,
        params: ById,
        response,
      },
    },
    async (request, reply) => {
      await give({ kind: 'rejudge' }, request.params.id, request)
      return reply.code(202).send({ queued: true })
    },
  )

  app.put(
    '/tasks/:id/overrides/:label',
    {
      config: { scope: 'operate' },
      schema: {
        operationId: 'overrideLabel',
        summary: 'Rule on a label, as if it had been changed on the board',
        description:
          'Holds until the request changes. `added` is a ruling: with `in_scope`, `quote_needed`, `out_of_scope` or `to_review` it overrules the scope and teaches, with `urgent_confirmed` it confirms.',
        tags,
        params: ByLabel,
        body: optionalBody(
          z
            .strictObject({ change: z.enum(['added', 'removed']).default('added') })
            .meta({ example: { change: 'added' } }),
        ),
        response,
      },
    },
    async (request, reply) => {
      const { id, label } = request.params
      await give({ kind: 'override', label, change: request.body.change }, id, request)
      return reply.code(202).send({ queued: true })
    },
  )

  app.delete(
    '/tasks/:id/overrides/:label',
    {
      config: { scope: 'operate' },
      schema: {
        operationId: 'liftOverride',
        summary: "Take a person's ruling on a label back: the policy decides again",
        tags,
        params: ByLabel,
        response,
      },
    },
    async (request, reply) => {
      const { id, label } = request.params
      await give({ kind: 'override', label, change: 'lifted' }, id, request)
      return reply.code(202).send({ queued: true })
    },
  )

  async function give(wish: Wish, taskId: string, request: Parameters<typeof by>[0]): Promise<void> {
    const { actor } = by(request)
    const note: Also<Order> = (trx) => {
      const entry = { action: `task.${wish.kind}`, subject: taskId, before: null, after: wish }
      return deps.audit.add({ ...by(request), ...entry }, deps.now(), trx)
    }
    await order({ wish, taskId, author: { id: actor.id, name: actor.name } }, note, deps)
  }
}
