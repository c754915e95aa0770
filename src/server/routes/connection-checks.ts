import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { webhookStates } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import { checkConnection } from '../../pipeline/check-connection.ts'
import { newAttempt } from '../attempt.ts'
import { by } from '../authenticate.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier } from '../schemas.ts'
import type { ConnectionRoutes } from './connections.ts'

const Checked = z
  .object({
    account: z
      .object({ userId: z.string(), name: z.string() })
      .nullable()
      .meta({ description: 'Whose credentials these are; null when the tool does not take them' }),
    isSameAccount: z.boolean().meta({ description: 'Is it the account that was connected?' }),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
    webhooks: z.array(
      z.object({
        boardId: z.string(),
        state: z.enum(webhookStates),
        failures: z.int().meta({ description: 'In a row, as the tool counts them' }),
      }),
    ),
  })
  .meta({
    id: 'ConnectionCheck',
    example: {
      account: { userId: '5f0c9d2e8a1b4c7d6e3f2a10', name: 'Marie' },
      isSameAccount: true,
      error: null,
      webhooks: [{ boardId: 'brd_7Hk2PqLz9XcVtB4n', state: 'active', failures: 0 }],
    },
  })

const VerificationToken = z
  .object({ verificationToken: z.string() })
  .meta({ example: { verificationToken: 'secret_tMrlL1qK5vuQAh1b6cZGhFChZTSYJlce98V0pYn7yBl' } })

const ById = z.object({ connectionId: Identifier })
const tags = ['Connections']

/** Does an account still work, and what it takes to make it so. */
export const connectionCheckRoutes: FastifyPluginAsyncZod<ConnectionRoutes> = async (app, deps) => {
  const { connections, connectionStore, audit, now } = deps

  app.post(
    '/connections/:connectionId/check',
    {
      config: { scope: 'operate' },
      schema: {
        operationId: 'checkConnection',
        summary: 'Ask the tool whether it takes the credentials, and how our webhooks fare',
        description: 'That the tool refuses is an answer, not an error. Nothing is repaired.',
        tags,
        params: ById,
        response: { 200: Checked, 404: Problem, 502: Problem, 504: Problem, ...problems },
      },
    },
    async (request) => {
      const connected = await connections.get(request.params.connectionId)
      const checked = Checked.parse(await checkConnection(connected, deps, newAttempt()))
      const subject = connected.connection.id
      await audit.add(
        { ...by(request), action: 'connection.check', subject, before: null, after: checked },
        now(),
      )
      return checked
    },
  )

  app.get(
    '/connections/:connectionId/verification-token',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'getVerificationToken',
        summary: 'The token that Notion sent when its webhook was made, to be pasted back there',
        tags,
        params: ById,
        response: { 200: VerificationToken, 404: Problem, ...problems },
      },
    },
    async (request) => {
      const { verificationToken } = (await connectionStore.get(request.params.connectionId)).credentials
      if (verificationToken) return { verificationToken }
      throw new AppError(
        'NOT_FOUND',
        'no token has arrived yet: create the webhook subscription in Notion first',
      )
    },
  )
}
