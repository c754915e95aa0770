import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type Board, webhookStates } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import { type ChangeDeps, changeBoard, releaseBoard } from '../../pipeline/change-board.ts'
import type { Connections } from '../../pipeline/connect.ts'
import type { Queue } from '../../pipeline/queue.ts'
import { subscribeBoard, unsubscribeBoard } from '../../pipeline/subscribe-board.ts'
import { type WatchDeps, watchBoard } from '../../pipeline/watch.ts'
import type { ClientStore } from '../../store/clients.ts'
import { newAttempt } from '../attempt.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier, Mapping, Mode, Moment, Role, Tool } from '../schemas.ts'

export interface BoardRoutes extends WatchDeps, ChangeDeps {
  readonly clients: ClientStore
  readonly connections: Connections
  readonly queue: Queue
}

const hourlyWriteLimit = z.int().min(1).max(10_000).meta({
  description: 'How many tasks may be written to within an hour before Cadre stops and waits for a person',
})

const BoardView = z
  .object({
    id: z.string(),
    tool: Tool,
    connectionId: z.string(),
    containerId: z.string(),
    name: z.string(),
    url: z.string(),
    clientId: z.string(),
    role: Role,
    mode: Mode,
    mapping: Mapping.extend({ labels: z.record(z.string(), z.string()) }),
    hourlyWriteLimit,
    watchedSince: Moment,
    releasedAt: Moment.nullable(),
    sweptUntil: Moment.nullable(),
    missedAt: Moment.nullable().meta({
      description: 'When a sweep last found what a webhook should have told',
    }),
    webhook: z
      .object({ state: z.enum(webhookStates), checkedAt: Moment })
      .nullable()
      .meta({ description: 'How the webhook fared when the tool was last asked' }),
  })
  .meta({ id: 'Board' })

const ById = z.object({ boardId: Identifier })
const tags = ['Boards']
const toolProblems = { 502: Problem, 504: Problem }

/** The boards that Cadre watches. A new one begins in dry run, and what is on it already is never answered. */
export const boardRoutes: FastifyPluginAsyncZod<BoardRoutes> = async (app, deps) => {
  const { boards, clients, connections, queue } = deps

  app.post(
    '/boards',
    {
      schema: {
        operationId: 'createBoard',
        summary: 'Begin to watch a board',
        description:
          'Existing tasks are taken in silently. The board starts in dry run: look at what it would do, then PATCH it to `apply`.',
        tags,
        body: z.strictObject({
          connectionId: Identifier,
          containerId: Identifier,
          clientId: Identifier,
          role: Role.default('client'),
          mode: z.enum(['off', 'dry-run']).default('dry-run'),
          mapping: Mapping.partial().default({}).meta({ description: 'Corrections of the proposed mapping' }),
          hourlyWriteLimit: hourlyWriteLimit.default(100),
        }),
        response: {
          201: z.object({
            board: BoardView,
            takenIn: z.int().meta({ description: 'Tasks that were there already' }),
          }),
          404: Problem,
          409: Problem,
          ...toolProblems,
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { connectionId, clientId, ...wanted } = request.body
      const connected = await connections.get(connectionId)
      const client = await clients.get(clientId)
      const { board, takenIn } = await watchBoard({ ...wanted, client }, connected, deps, newAttempt())
      return reply.code(201).send({ board: view(board), takenIn })
    },
  )

  app.get(
    '/boards',
    {
      schema: {
        operationId: 'listBoards',
        summary: 'All boards',
        tags,
        response: { 200: z.array(BoardView), ...problems },
      },
    },
    async () => (await boards.list()).map(view),
  )

  app.get(
    '/boards/:boardId',
    {
      schema: {
        operationId: 'getBoard',
        summary: 'One board',
        tags,
        params: ById,
        response: { 200: BoardView, 404: Problem, ...problems },
      },
    },
    async (request) => view(await boards.get(request.params.boardId)),
  )

  app.patch(
    '/boards/:boardId',
    {
      schema: {
        operationId: 'updateBoard',
        summary: 'Change mode, mapping or limit of a board',
        description:
          'Going to `apply` makes the missing labels on the board, lists them, and writes what the dry run found.',
        tags,
        params: ById,
        body: z.strictObject({
          mode: Mode.optional(),
          mapping: Mapping.partial().optional(),
          hourlyWriteLimit: hourlyWriteLimit.optional(),
        }),
        response: {
          200: z.object({
            board: BoardView,
            made: z.array(z.string()).meta({ description: 'Labels that had to be made' }),
            adopted: z.array(z.string()).meta({ description: 'Labels that were there by that name' }),
          }),
          404: Problem,
          ...toolProblems,
          ...problems,
        },
      },
    },
    async (request) => {
      const board = await boards.get(request.params.boardId)
      const client = await clients.get(board.clientId)
      const { adapter } = await connections.get(board.connectionId)
      const result = await changeBoard({ board, client }, request.body, adapter, deps, newAttempt())
      return { board: view(result.board), made: [...result.made], adopted: [...result.adopted] }
    },
  )

  app.delete(
    '/boards/:boardId',
    {
      schema: {
        operationId: 'deleteBoard',
        summary: 'Stop watching a board',
        description: 'Our webhook is removed. Labels, fields and comments stay as they are.',
        tags,
        params: ById,
        response: { 204: z.null(), 404: Problem, ...toolProblems, ...problems },
      },
    },
    async (request, reply) => {
      const board = await boards.get(request.params.boardId)
      const { adapter } = await connections.get(board.connectionId)
      await unsubscribeBoard(board, adapter, deps, newAttempt())
      await boards.remove(board.id)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/boards/:boardId/sweep',
    {
      schema: {
        operationId: 'sweepBoard',
        summary: 'Look now for what no webhook told us',
        tags,
        params: ById,
        response: { 202: z.object({ queued: z.literal(true) }), 404: Problem, ...problems },
      },
    },
    async (request, reply) => {
      await queue.sweep([await boards.get(request.params.boardId)], { full: true })
      return reply.code(202).send({ queued: true })
    },
  )

  app.post(
    '/boards/:boardId/release',
    {
      schema: {
        operationId: 'releaseBoard',
        summary: 'Let a board go on that was held because it wanted too many writes',
        tags,
        params: ById,
        response: { 202: z.object({ waiting: z.int() }), 404: Problem, ...problems },
      },
    },
    async (request, reply) =>
      reply.code(202).send({ waiting: await releaseBoard(await boards.get(request.params.boardId), deps) }),
  )

  app.post(
    '/boards/:boardId/webhook',
    {
      schema: {
        operationId: 'repairWebhook',
        summary: 'Make sure that the tool tells us of changes: adopt, repair or create the webhook',
        tags,
        params: ById,
        response: {
          200: z.object({
            webhookId: z.string().nullable(),
            outcome: z
              .enum(['created', 'adopted', 'repaired', 'manual'])
              .meta({ description: 'manual: the tool lets only a person make it' }),
          }),
          404: Problem,
          409: Problem,
          ...toolProblems,
          ...problems,
        },
      },
    },
    async (request) => {
      const board = await boards.get(request.params.boardId)
      const { connection, adapter } = await connections.get(board.connectionId)
      if (connection.callbackUrl === null) {
        throw new AppError(
          'PUBLIC_URL_MISSING',
          'the tool cannot reach Cadre: set PUBLIC_URL, then connect the account again',
        )
      }
      const { webhookId, outcome } = await subscribeBoard(board, { connection, adapter }, deps, newAttempt())
      return { webhookId, outcome }
    },
  )
}

/** What is shown of a board; the copy also drops the model's readonly marks. */
const view = (board: Board) => BoardView.parse(board)
