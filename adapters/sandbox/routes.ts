import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** One request on its way to its route. */
export interface Arrival {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  /** The route's path as it is written, e.g. `/cards/:id`. */
  readonly path: string
  /** A variable of the route's path; empty when it has none of this name. */
  at(name: string): string
}

/** Serves routes given by method and path, e.g. `GET /cards/:id`, below `base`; `visit` calls one of them. */
export function addRoutes<Route>(
  app: FastifyInstance,
  base: string,
  routes: Readonly<Record<string, Route>>,
  visit: (route: Route, arrival: Arrival) => unknown,
): void {
  for (const [key, route] of Object.entries(routes)) {
    const [method = '', path = ''] = key.split(' ')
    app.route({
      method,
      url: `${base}${path}`,
      handler: async (request, reply) => {
        const variables = new Map<string, unknown>(Object.entries(Object(request.params)))
        const at = (name: string) => String(variables.get(name) ?? '')
        return visit(route, { request, reply, path, at })
      },
    })
  }
}
