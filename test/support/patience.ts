import { subscribe } from 'node:diagnostics_channel'
import type { FastifyInstance } from 'fastify'

// On a busy machine a service may be late for seconds. In a test it answers all the same, also that there is no such
// route, and does not turn work away by the clock; the valve that does has a test of its own.
subscribe('fastify.initialization', (message) => {
  const { fastify: app } = message as { readonly fastify: FastifyInstance }
  app.addHook('onRequest', async ({ url, routeOptions }) => {
    if (/^\/(api|webhooks)\//u.test(url)) routeOptions.config.alwaysAnswers = true
  })
})
