import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Board } from '#model/board.ts'
import { type ChangeDeps, changeBoard } from '../../pipeline/change-board.ts'
import type { Connections } from '../../pipeline/connect.ts'
import { forgetBoard } from '../../pipeline/forget-board.ts'
import { type LeaveDeps, leaveBoard } from '../../pipeline/leave-board.ts'
import type { Queue } from '../../pipeline/queue.ts'
import { type WatchDeps, type WatchNotes, watchBoard } from '../../pipeline/watch.ts'
import type { AuditLog } from '../../store/audit.ts'
import type { ClientStore } from '../../store/clients.ts'
import type { Also } from '../../store/database.ts'
import { newAttempt } from '../attempt.ts'
import { by } from '../authenticate.ts'
import { checkMatch, IfMatch } from '../etag.ts'
import { exampleOf } from '../example.ts'
import { PageQuery, pageOf, pageOfRows, placeOf } from '../page.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier, Mode, Role } from '../schemas.ts'
import { BoardPatch, BoardView, etagOfBoard, NewBoard, viewBoard } from './board-shapes.ts'

export interface BoardRoutes extends WatchDeps, ChangeDeps, Pick<LeaveDeps, 'twins'> {
  readonly clients: ClientStore
  readonly connections: Connections
  readonly audit: AuditLog
  readonly queue: Queue
}

const board = exampleOf(BoardView)
const Made = z
  .object({ board: BoardView, takenIn: z.int().meta({ description: 'Tasks that were there already' }) })
  .meta({ example: { board, takenIn: 12 } })
const Changed = z
  .object({
    board: BoardView,
    made: z.array(z.string()).meta({ description: 'Labels that had to be made' }),
    adopted: z.array(z.string()).meta({ description: 'Labels that were there by that name' }),
  })
  .meta({ example: { board, made: ['Dans le cadre', 'Hors cadre'], adopted: ['Devis à prévoir'] } })
const Leaving = z
  .object({ board: BoardView, queued: z.int().meta({ description: 'Tasks to be cleaned' }) })
  .meta({ example: { board, queued: 12 } })

const ById = z.object({ boardId: Identifier })
const tags = ['Boards']
const toolProblems = { 502: Problem, 504: Problem }

/** The boards that Cadre watches. A new one begins in dry run, and what is on it already is never answered. */
export const boardRoutes: FastifyPluginAsyncZod<BoardRoutes> = async (app, deps) => {
  const { boards, clients, connections, audit, now } = deps

  app.post(
    '/boards',
    {
      config: { scope: 'operate' },
      schema: {
        operationId: 'createBoard',
        summary: 'Begin to watch a board',
        description:
          'Existing tasks are taken in silently. The board starts in dry run: look at what it would do, then PATCH it to `apply`.',
        tags,
        body: NewBoard,
        response: {
          201: Made,
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
      const notes: WatchNotes = {
        added(trx, board) {
          const entry = { action: 'board.create', subject: board.id, before: null, after: viewBoard(board) }
          return audit.add({ ...by(request), ...entry }, now(), trx)
        },
        removed: recordEnd(request),
      }
      const wish = { ...wanted, client }
      const { board, takenIn } = await watchBoard(wish, connected, notes, deps, newAttempt())
      void reply.header('etag', etagOfBoard(board)).header('location', `/api/v1/boards/${board.id}`)
      return reply.code(201).send({ board: viewBoard(board), takenIn })
    },
  )

  app.get(
    '/boards',
    {
      schema: {
        operationId: 'listBoards',
        summary: 'Boards, newest first',
        tags,
        querystring: PageQuery.extend({
          clientId: Identifier.optional(),
          connectionId: Identifier.optional(),
          mode: Mode.optional(),
          role: Role.optional(),
        }),
        response: { 200: pageOf(BoardView), ...problems },
      },
    },
    async (request) => {
      const { limit, cursor, ...filter } = request.query
      return pageOfRows(await boards.page(filter, limit + 1, placeOf(cursor)), limit, listed)
    },
  )

  app.get(
    '/clients/:clientId/boards',
    {
      schema: {
        operationId: 'listClientBoards',
        summary: "A client's boards, newest first",
        tags,
        params: z.object({ clientId: Identifier }),
        querystring: PageQuery,
        response: { 200: pageOf(BoardView), 404: Problem, ...problems },
      },
    },
    async (request) => {
      const { id: clientId } = await clients.get(request.params.clientId)
      const { limit, cursor } = request.query
      return pageOfRows(await boards.page({ clientId }, limit + 1, placeOf(cursor)), limit, listed)
    },
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
    async (request, reply) => {
      const board = await boards.get(request.params.boardId)
      return reply.header('etag', etagOfBoard(board)).send(viewBoard(board))
    },
  )

  app.patch(
    '/boards/:boardId',
    {
      config: { scope: 'operate' },
      schema: {
        operationId: 'updateBoard',
        summary: 'Change mode, mapping or limit of a board',
        description:
          'Going to `apply` makes the missing labels on the board, lists them, and writes what the dry run found. Where the tool refused meanwhile, ask again.',
        tags,
        params: ById,
        headers: IfMatch,
        body: BoardPatch,
        response: {
          200: Changed,
          404: Problem,
          409: Problem,
          412: Problem,
          ...toolProblems,
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const known = await boards.get(request.params.boardId)
      const client = await clients.get(known.clientId)
      const { adapter } = await connections.get(known.connectionId)
      const { board, made, adopted } = await changeBoard(
        { board: known, client },
        request.body,
        {
          adapter,
          check: (fresh) => checkMatch(request, etagOfBoard(fresh)),
          also: record(request, 'board.update'),
        },
        deps,
        newAttempt(),
      )
      void reply.header('etag', etagOfBoard(board))
      return reply.send({ board: viewBoard(board), made: [...made], adopted: [...adopted] })
    },
  )

  app.delete(
    '/boards/:boardId',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'deleteBoard',
        summary: 'Stop watching a board',
        description:
          'Our webhook is removed, and what is known of the tasks is forgotten. Labels, fields and comments stay as they are, unless `labels=remove`: then our labels are taken off the tasks one by one, in the queue, and off the board where Cadre made them; what people put there stays. The board is forgotten when that is done, or at once by asking again with `labels=keep`. Twins of its requests say that they are kept alike no longer with `labels=remove`; to have them say so and keep the labels, unlink the boards first (`twinBoardId: null`).',
        tags,
        params: ById,
        headers: IfMatch,
        querystring: z.strictObject({ labels: z.enum(['keep', 'remove']).default('keep') }),
        response: {
          202: Leaving,
          204: z.null(),
          404: Problem,
          412: Problem,
          ...toolProblems,
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const board = await boards.get(request.params.boardId)
      checkMatch(request, etagOfBoard(board))
      if (request.query.labels === 'keep') {
        await forgetBoard(board, (trx) => recordEnd(request)(trx, board), deps, newAttempt())
        return reply.code(204).send(null)
      }
      const note = record(request, 'board.delete')
      const { leaving, queued } = await leaveBoard(board, note, deps, newAttempt())
      return reply.code(202).send({ board: viewBoard(leaving), queued })
    },
  )

  function recordEnd(request: FastifyRequest): Also<Board> {
    return (trx, board) => {
      const entry = { action: 'board.delete', subject: board.id, before: viewBoard(board), after: null }
      return audit.add({ ...by(request), ...entry }, now(), trx)
    }
  }

  function record(request: FastifyRequest, action: string): Also<{ before: Board; after: Board }> {
    return (trx, { before, after }) => {
      const change = { before: viewBoard(before), after: viewBoard(after) }
      return audit.add({ ...by(request), action, subject: after.id, ...change }, now(), trx)
    }
  }
}

const listed = {
  at: ({ watchedSince, id }: { readonly watchedSince: string; readonly id: string }) => ({
    at: watchedSince,
    id,
  }),
  view: viewBoard,
}
