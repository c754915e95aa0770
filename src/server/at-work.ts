import type { FastifyInstance } from 'fastify'

/**
 * No connection is cut off while its request is at work, however many calls to a tool that takes: the time that a silent
 * connection has is for whoever is slow to send or to read. Node sets it anew for the next request.
 */
export function keepWhileAtWork(app: FastifyInstance): void {
  app.addHook('preHandler', async ({ raw }) => {
    raw.setTimeout(0)
  })
  app.addHook('onSend', async ({ raw }) => {
    raw.setTimeout(app.server.timeout)
  })
}
