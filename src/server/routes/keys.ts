import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import type { ApiKeyStore } from '../../store/api-keys.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier, Moment } from '../schemas.ts'

export interface KeyRoutes {
  readonly apiKeys: ApiKeyStore
  readonly now: Clock
}

const KeyView = z.object({ id: z.string(), name: z.string(), createdAt: Moment })
const tags = ['Keys']

/** Keys of this API. Only a hash is kept, so a key is shown once. */
export const keyRoutes: FastifyPluginAsyncZod<KeyRoutes> = async (app, { apiKeys, now }) => {
  app.post(
    '/keys',
    {
      schema: {
        operationId: 'createKey',
        summary: 'Make a key; it is shown this once',
        tags,
        body: z.strictObject({ name: z.string().min(1).max(200) }),
        response: { 201: KeyView.extend({ key: z.string() }), ...problems },
      },
    },
    async (request, reply) => reply.code(201).send(await apiKeys.create(request.body.name, now())),
  )

  app.get(
    '/keys',
    {
      schema: {
        operationId: 'listKeys',
        summary: 'Keys in use',
        tags,
        response: { 200: z.array(KeyView), ...problems },
      },
    },
    () => apiKeys.list(),
  )

  app.delete(
    '/keys/:id',
    {
      schema: {
        operationId: 'revokeKey',
        summary: 'Revoke a key at once',
        tags,
        params: z.object({ id: Identifier }),
        response: { 204: z.null(), 404: Problem, ...problems },
      },
    },
    async (request, reply) => {
      await apiKeys.revoke(request.params.id, now())
      return reply.code(204).send(null)
    },
  )
}
