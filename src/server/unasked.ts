import type { FastifyInstance } from 'fastify'
import { AppError } from '#model/error.ts'

/** Refuses what a route does not take: a filter or a `dryRun` that nobody reads would seem to be heeded. */
export function refuseUnasked(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ query, body, routeOptions: { schema } }) => {
    const given = { querystring: query, body }
    const unasked = (['querystring', 'body'] as const).filter(
      (part) => schema?.[part] === undefined && saysSomething(given[part]),
    )
    if (unasked.length === 0) return
    const details = unasked.map((path) => ({ path, message: 'is not taken here', remedy: 'leave it out' }))
    throw new AppError('REQUEST_INVALID', 'the request is not valid', { details })
  })
}

const saysSomething = (given: unknown) =>
  typeof given === 'object' && given !== null ? Object.keys(given).length > 0 : given != null
