import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Adapter, ToolModule } from '#model/adapter.ts'
import { AppError, isAppError } from '#model/error.ts'
import type { Clock } from '../../clock.ts'
import type { Connections } from '../../pipeline/connect.ts'
import { type SubscribeDeps, subscribeBoard, unsubscribeBoard } from '../../pipeline/subscribe-board.ts'
import type { Connection } from '../../store/connections.ts'
import { newId } from '../../store/id.ts'
import { newAttempt } from '../attempt.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier, Moment, Tool } from '../schemas.ts'

export interface ConnectionRoutes extends SubscribeDeps {
  readonly connections: Connections
  /** Where the tools reach us; undefined when they cannot. */
  readonly publicUrl: string | undefined
  readonly now: Clock
}

const Credentials = z.record(z.string(), z.string()).meta({
  description:
    'Trello: `apiKey`, `token`, `secret` and, while a secret is being changed, `previousSecret`. Notion: `token`. ClickUp: `token` and, if it sees several workspaces, `teamId`. Never shown again.',
  example: { apiKey: '…', token: '…', secret: '…' },
})

const Updates = z.enum(['webhook', 'poll']).meta({
  description:
    'How changes are learnt: told by webhooks, or looked for every minute. Polling needs no PUBLIC_URL.',
})

const ConnectionView = z
  .object({
    id: z.string(),
    tool: Tool,
    name: z.string(),
    userId: z.string().meta({ description: "The tool's id of the account's user" }),
    updates: Updates,
    callbackUrl: z
      .url()
      .nullable()
      .meta({ description: 'Where the tool sends its webhooks; null without PUBLIC_URL' }),
    createdAt: Moment,
  })
  .meta({ id: 'Connection' })

const ById = z.object({ connectionId: Identifier })
const tags = ['Connections']

/** Accounts in the tools. Credentials are tried before they are kept, and are never shown again. */
export const connectionRoutes: FastifyPluginAsyncZod<ConnectionRoutes> = async (app, deps) => {
  const { connectionStore: store, connections } = deps

  app.post(
    '/connections',
    {
      schema: {
        operationId: 'createConnection',
        summary: 'Connect an account of a tool',
        tags,
        body: z.strictObject({
          tool: Tool,
          name: z.string().min(1).max(200),
          credentials: Credentials,
          updates: Updates.optional().meta({
            description: '`webhook` if there is a PUBLIC_URL, else `poll`',
          }),
        }),
        response: {
          201: ConnectionView,
          409: Problem,
          422: Problem,
          502: Problem,
          504: Problem,
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { tool, name, credentials } = request.body
      const id = newId('con')
      const updates = request.body.updates ?? (deps.publicUrl === undefined ? 'poll' : 'webhook')
      const draft = {
        id,
        tool,
        name,
        userId: '',
        credentials: checked(connections.moduleOf(tool), credentials),
        updates,
        callbackUrl: callbackUrlOf({ id, tool, updates }),
      }
      const userId = await userOf(connections.connect({ ...draft, createdAt: deps.now() }).adapter)
      const connection: Connection = { ...draft, userId, createdAt: deps.now() }
      await store.insert(connection)
      return reply.code(201).send(view(connection))
    },
  )

  app.get(
    '/connections',
    {
      schema: {
        operationId: 'listConnections',
        summary: 'All connections',
        tags,
        response: { 200: z.array(ConnectionView), ...problems },
      },
    },
    async () => (await store.list()).map(view),
  )

  app.get(
    '/connections/:connectionId',
    {
      schema: {
        operationId: 'getConnection',
        summary: 'One connection',
        tags,
        params: ById,
        response: { 200: ConnectionView, 404: Problem, ...problems },
      },
    },
    async (request) => view(await store.get(request.params.connectionId)),
  )

  app.patch(
    '/connections/:connectionId',
    {
      schema: {
        operationId: 'updateConnection',
        summary: 'Rename a connection, change its credentials, or how it learns of changes',
        description:
          'Credentials given are merged with those kept. To rotate a webhook secret, send the new one as `secret` and the old one as `previousSecret`; send an empty `previousSecret` when the rotation is over. `updates: webhook` also moves the webhooks to the present PUBLIC_URL.',
        tags,
        params: ById,
        body: z.strictObject({
          name: z.string().min(1).max(200).optional(),
          credentials: Credentials.optional(),
          updates: Updates.optional(),
        }),
        response: {
          200: ConnectionView,
          404: Problem,
          409: Problem,
          502: Problem,
          504: Problem,
          ...problems,
        },
      },
    },
    async (request) => {
      const known = await store.get(request.params.connectionId)
      const { name, credentials, updates } = request.body
      const secrets = credentials === undefined ? {} : await changed(known, credentials)
      const told = updates === undefined ? {} : { updates, callbackUrl: callbackUrlOf({ ...known, updates }) }
      await store.update(known.id, { ...(name !== undefined && { name }), ...secrets, ...told })
      connections.forget(known.id)
      const connection = await store.get(known.id)
      if (updates !== undefined) await moveWebhooks(connection)
      return view(connection)
    },
  )

  app.delete(
    '/connections/:connectionId',
    {
      schema: {
        operationId: 'deleteConnection',
        summary: 'Forget a connection, its boards and what is known of their tasks',
        description: 'Our webhooks are removed from the tool. Nothing else in the tool is touched.',
        tags,
        params: ById,
        response: { 204: z.null(), 404: Problem, 502: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const { connection, adapter } = await connections.get(request.params.connectionId)
      const boards = (await deps.boards.list()).filter((board) => board.connectionId === connection.id)
      for (const board of boards) await unsubscribeBoard(board, adapter, deps, newAttempt())
      await store.remove(connection.id)
      connections.forget(connection.id)
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/connections/:connectionId/verification-token',
    {
      schema: {
        operationId: 'getVerificationToken',
        summary: 'The token that Notion sent when its webhook was made, to be pasted back there',
        tags,
        params: ById,
        response: { 200: z.object({ verificationToken: z.string() }), 404: Problem, ...problems },
      },
    },
    async (request) => {
      const { verificationToken } = (await store.get(request.params.connectionId)).credentials
      if (verificationToken) return { verificationToken }
      throw new AppError(
        'NOT_FOUND',
        'no token has arrived yet: create the webhook subscription in Notion first',
      )
    },
  )

  /** @throws AppError PUBLIC_URL_MISSING */
  function callbackUrlOf({ id, tool, updates }: Pick<Connection, 'id' | 'tool' | 'updates'>): string | null {
    if (updates === 'poll') return null
    if (deps.publicUrl !== undefined) return `${deps.publicUrl}/webhooks/${tool}/${id}`
    throw new AppError(
      'PUBLIC_URL_MISSING',
      'webhooks need a PUBLIC_URL: set it, or choose `"updates": "poll"`',
    )
  }

  /** Move all webhooks of a connection to where it is told of changes now, or take them away. */
  async function moveWebhooks(connection: Connection): Promise<void> {
    const { adapter } = connections.connect(connection)
    const boards = (await deps.boards.list()).filter((board) => board.connectionId === connection.id)
    for (const board of boards) {
      if (connection.updates === 'webhook') {
        await subscribeBoard(board, { connection, adapter }, deps, newAttempt())
        continue
      }
      await unsubscribeBoard(board, adapter, deps, newAttempt())
    }
  }

  async function changed(known: Connection, credentials: Record<string, string>) {
    const merged = Object.fromEntries(
      Object.entries({ ...known.credentials, ...credentials }).filter(([, value]) => value !== ''),
    )
    const valid = checked(connections.moduleOf(known.tool), merged)
    return {
      credentials: valid,
      userId: await userOf(connections.connect({ ...known, credentials: valid }).adapter),
    }
  }
}

/** @throws AppError REQUEST_INVALID naming each credential that is missing or malformed */
function checked(module: ToolModule, credentials: Record<string, string>): Record<string, string> {
  const parsed = module.credentials.safeParse(credentials)
  if (parsed.success) return parsed.data
  const details = parsed.error.issues.map(({ path, message }) => ({
    path: ['body.credentials', ...path].join('.'),
    message,
  }))
  throw new AppError('REQUEST_INVALID', `these are not usable credentials for ${module.tool}`, { details })
}

/** @throws AppError CREDENTIALS_REFUSED when the tool does not know them, TOOL_* for faults of the tool */
async function userOf(adapter: Adapter): Promise<string> {
  try {
    const { userId } = await adapter.whoAmI(newAttempt())
    return userId
  } catch (cause) {
    if (!isAppError(cause, 'TOOL_UNAUTHORIZED') && !isAppError(cause, 'TOOL_FORBIDDEN')) throw cause
    const remedy = 'check each of them: a key, a token and a secret look alike'
    const details = [{ path: 'body.credentials', message: cause.message, remedy }]
    throw new AppError('CREDENTIALS_REFUSED', `${adapter.tool} does not accept these credentials`, {
      cause,
      details,
    })
  }
}

const view = ({ id, tool, name, userId, updates, callbackUrl, createdAt }: Connection) => ({
  id,
  tool,
  name,
  userId,
  updates,
  callbackUrl,
  createdAt,
})
