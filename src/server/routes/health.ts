import type { FastifyPluginAsync } from 'fastify'
import type { Metrics } from '../../metrics.ts'
import type { Queue } from '../../pipeline/queue.ts'
import type { Db } from '../../store/database.ts'
import { isUpToDate } from '../../store/migrate.ts'

/** Where the process is in its life. */
export type Phase = 'starting' | 'running' | 'stopping'

export interface HealthRoutes {
  readonly db: Db
  readonly metrics: Metrics
  readonly queue: Pick<Queue, 'isWorking'>
  readonly phase: () => Phase
}

const options = { schema: { hide: true }, config: { alwaysAnswers: true } } as const

/** `/healthz`: the process lives. `/readyz`: it can take work, and else which part cannot. `/metrics`: for Prometheus. */
export const healthRoutes: FastifyPluginAsync<HealthRoutes> = async (app, { db, metrics, queue, phase }) => {
  app.get('/healthz', options, async () => ({ status: 'ok' }))

  app.get('/readyz', options, async (_request, reply) => {
    const service = phase()
    const schema = await isUpToDate(db).catch((err: unknown) => {
      app.log.warn({ err }, 'the store does not answer')
      return null
    })
    const parts = {
      service,
      store: schema === null ? 'does not answer' : 'ok',
      schema: schema === null ? 'unknown' : schema ? 'ok' : 'behind',
      queue: queue.isWorking() ? 'ok' : 'takes no jobs',
    }
    const isReady = service === 'running' && schema === true && parts.queue === 'ok'
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready', parts })
  })

  app.get('/metrics', options, async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  )
}
