import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Connections } from '../../pipeline/connect.ts'
import { layoutOf } from '../../pipeline/container-layout.ts'
import { proposeMapping } from '../../pipeline/propose-mapping.ts'
import { newAttempt } from '../attempt.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier, Mapping } from '../schemas.ts'

export interface ContainerRoutes {
  readonly connections: Connections
}

const container = {
  containerId: '6a4a2c10aa00000000000001',
  name: 'Claire',
  url: 'https://trello.com/b/aBcDeFgH',
}
const Container = z.object({ containerId: z.string(), name: z.string(), url: z.string() })
const Named = z.object({ id: z.string(), name: z.string() })
const Layout = z
  .object({
    ...Container.shape,
    lists: z.array(Named),
    labels: z.array(Named.extend({ color: z.string().nullable() })),
    fields: z.array(
      Named.extend({
        type: z.enum(['number', 'text', 'choice']),
        options: z.record(z.string(), z.string()).optional(),
        currency: z.string().nullable().optional().meta({
          description:
            'ISO 4217, where the field shows amounts of money; null: the tool names none. Such a field is proposed once the client, and so the currency of the estimates, is known',
        }),
        isPartial: z.literal(true).optional().meta({ description: 'Not every task of the board has it' }),
      }),
    ),
    members: z.array(Named),
    proposal: Mapping.meta({
      description: 'What the names suggest, but for fields of money; correct it when the board is added',
    }),
  })
  .meta({
    id: 'Layout',
    example: {
      ...container,
      lists: [{ id: '6a4a2c10aa00000000000002', name: 'Demandes' }],
      labels: [{ id: '6a4a2c10aa00000000000003', name: 'Hors cadre', color: 'red' }],
      fields: [{ id: '6a4a2c10aa00000000000004', name: 'Estimation', type: 'number' }],
      members: [{ id: '5f0c9d2e8a1b4c7d6e3f2a10', name: 'Marie' }],
      proposal: {
        statuses: [{ id: '6a4a2c10aa00000000000002', status: 'requested' }],
        fields: { estimate: { id: '6a4a2c10aa00000000000004', type: 'number' } },
        services: {},
        assistants: ['5f0c9d2e8a1b4c7d6e3f2a10'],
      },
    },
  })
const Containers = z.array(Container).meta({ example: [container] })

const ById = z.object({ connectionId: Identifier })
const tags = ['Connections']

/** What an account can see in its tool before any of it is watched: boards, and what one of them has. */
export const containerRoutes: FastifyPluginAsyncZod<ContainerRoutes> = async (app, { connections }) => {
  app.get(
    '/connections/:connectionId/containers',
    {
      schema: {
        operationId: 'listContainers',
        summary: 'Boards that this account can read',
        tags,
        params: ById,
        response: { 200: Containers, 404: Problem, 502: Problem, 504: Problem, ...problems },
      },
    },
    async (request) => [
      ...(await (await connections.get(request.params.connectionId)).adapter.boards(newAttempt())),
    ],
  )

  app.get(
    '/connections/:connectionId/containers/:containerId',
    {
      schema: {
        operationId: 'getContainer',
        summary: 'Lists, labels, fields and members of a board, and a proposed mapping',
        tags,
        params: ById.extend({ containerId: Identifier }),
        response: { 200: Layout, 404: Problem, 502: Problem, 504: Problem, ...problems },
      },
    },
    async (request) => {
      const { adapter, connection } = await connections.get(request.params.connectionId)
      const layout = await layoutOf(adapter, request.params.containerId, newAttempt())
      const { lists, labels, fields, members, ...rest } = layout
      const parts = { lists: [...lists], labels: [...labels], fields: [...fields], members: [...members] }
      return Layout.parse({ ...rest, ...parts, proposal: proposeMapping(layout, connection.userId, null) })
    },
  )
}
