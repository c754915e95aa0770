import type { FastifyInstance } from 'fastify'

/**
 * While the service closes, every answer says that it is the last of its connection. Those that are idle fastify closes as
 * it begins; one that is at work then would be kept for a next request, which nobody takes, and be waited for.
 */
export function hangUpWhenClosing(app: FastifyInstance): void {
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) void reply.header('connection', 'close')
  })
}
