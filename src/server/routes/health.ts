import type { FastifyPluginAsync } from 'fastify'
import { sql } from 'kysely'
import type { Metrics } from '../../metrics.ts'
import type { Db } from '../../store/database.ts'

export interface HealthRoutes {
  readonly db: Db
  readonly metrics: Metrics
  /** False while starting and while shutting down. */
  readonly isReady: () => boolean
}

/** `/healthz`: the process lives. `/readyz`: it can take work, store included. `/metrics`: for Prometheus. */
export const healthRoutes: FastifyPluginAsync<HealthRoutes> = async (app, { db, metrics, isReady }) => {
  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }))

  app.get('/readyz', { schema: { hide: true } }, async (request, reply) => {
    if (!isReady()) return reply.code(503).send({ status: 'not ready' })
    try {
      await sql`select 1`.execute(db)
      return { status: 'ready' }
    } catch (error) {
      request.log.warn({ err: error }, 'the store does not answer')
      return reply.code(503).send({ status: 'the store does not answer' })
    }
  })

  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  )
}
