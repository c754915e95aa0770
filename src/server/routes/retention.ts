import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { countExpired, type RetentionDeps, removeExpired } from '../../pipeline/retention.ts'
import type { AuditLog } from '../../store/audit.ts'
import { createRetentionStore } from '../../store/retention.ts'
import { by } from '../authenticate.ts'
import { exampleOf } from '../example.ts'
import { problems } from '../problem.ts'
import { Moment } from '../schemas.ts'

export interface RetentionRoutes extends RetentionDeps {
  readonly audit: AuditLog
}

const count = z.int()
const Expired = z
  .object({
    before: Moment.meta({ description: 'What is older goes' }),
    deliveries: count.meta({ description: 'Webhooks received' }),
    runs: count.meta({ description: 'The last one of a task stays' }),
    decisions: count.meta({ description: 'Verdicts that nothing names any more' }),
    texts: count.meta({ description: 'What tasks said that are gone; title and verdict stay' }),
    requests: count.meta({ description: 'Asked by other channels; while a card of one is open, it stays' }),
  })
  .meta({
    id: 'Expired',
    example: {
      before: '2026-08-04T09:00:00.000Z',
      deliveries: 230,
      runs: 160,
      decisions: 12,
      texts: 8,
      requests: 3,
    },
  })

const Retention = z
  .object({
    days: count.meta({ description: 'RETENTION_DAYS' }),
    next: Expired.meta({ description: 'What the next run would remove; there is one every night' }),
  })
  .meta({ id: 'Retention', example: { days: 365, next: exampleOf(Expired) } })

const tags = ['Privacy']

/** How long records are kept. */
export const retentionRoutes: FastifyPluginAsyncZod<RetentionRoutes> = async (app, deps) => {
  app.get(
    '/retention',
    {
      schema: {
        operationId: 'getRetention',
        summary: 'How long records are kept, and what would go now',
        tags,
        response: { 200: Retention, ...problems },
      },
    },
    async () => ({ days: deps.retentionDays, next: await countExpired(deps) }),
  )

  app.post(
    '/retention/run',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'runRetention',
        summary: 'Remove now what has been kept for long enough',
        tags,
        response: { 200: Expired, ...problems },
      },
    },
    async (request) => {
      const entry = { ...by(request), action: 'retention.run', subject: 'retention', before: null }
      return deps.audit.changing(
        deps.now(),
        (trx) => removeExpired({ ...deps, retention: createRetentionStore(trx) }),
        (after) => ({ ...entry, after }),
      )
    },
  )
}
