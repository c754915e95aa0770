import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { previewProvision } from '../../pipeline/provision.ts'
import type { UnwrittenStore } from '../../store/unwritten.ts'
import { newAttempt } from '../attempt.ts'
import { PageQuery, pageOf, pageOfRows, placeOf, placeOfCreated } from '../page.ts'
import { Problem, problems } from '../problem.ts'
import { FindingCode, Identifier, Moment, Operation, RunState } from '../schemas.ts'
import type { BoardRoutes } from './boards.ts'

export interface BoardPreviewRoutes
  extends Pick<BoardRoutes, 'boards' | 'clients' | 'clientPolicies' | 'connections' | 'now'> {
  readonly unwritten: UnwrittenStore
}

const Preview = z
  .object({
    made: z.array(z.string()).meta({ description: 'Labels and fields that would be made' }),
    adopted: z.array(z.string()).meta({ description: 'Those that are there by that name' }),
  })
  .meta({
    id: 'ProvisionPreview',
    example: { made: ['Dans le cadre', 'Hors cadre'], adopted: ['Devis à prévoir'] },
  })

const tasks = z.int()
const Report = z
  .object({
    verdicts: z
      .array(z.object({ headline: FindingCode, tasks }))
      .meta({ description: 'Open tasks of the board by their verdict' }),
    operations: z
      .array(
        z.object({
          kind: z.enum(['label', 'field', 'status', 'comment']),
          change: z.enum(['add', 'remove']).nullable(),
          label: z.string().nullable(),
          tasks,
        }),
      )
      .meta({ description: 'What would be written, counted by tasks' }),
    ...pageOf(
      z.object({
        id: z.string(),
        title: z.string(),
        url: z.string(),
        headline: FindingCode.nullable(),
        lastState: RunState,
        operations: z.array(Operation),
        createdAt: Moment,
      }),
    ).shape,
  })
  .meta({
    id: 'DryRunReport',
    example: {
      verdicts: [{ headline: 'out_of_scope', tasks: 1 }],
      operations: [{ kind: 'label', change: 'add', label: 'out_of_scope', tasks: 1 }],
      items: [
        {
          id: 'tsk_2Xc7VbNm4QwErT9y',
          title: 'Article de blog',
          url: 'https://trello.com/c/aBcDeFgH',
          headline: 'out_of_scope',
          lastState: 'dry-run',
          operations: [{ kind: 'label', change: 'add', label: 'out_of_scope' }],
          createdAt: '2026-11-02T09:05:00.000Z',
        },
      ],
      nextCursor: null,
    },
  })

const ById = z.object({ boardId: Identifier })
const tags = ['Boards']

/** What a board in mode `apply` would get, before it gets it. Nothing here writes. */
export const boardPreviewRoutes: FastifyPluginAsyncZod<BoardPreviewRoutes> = async (app, deps) => {
  app.get(
    '/boards/:boardId/provision-preview',
    {
      schema: {
        operationId: 'previewProvision',
        summary: 'What going to `apply` would make on the board, and what it would adopt',
        tags,
        params: ById,
        response: { 200: Preview, 404: Problem, 502: Problem, 504: Problem, ...problems },
      },
    },
    async (request) => {
      const board = await deps.boards.get(request.params.boardId)
      const policy = await deps.clientPolicies.inForceAt(await deps.clients.get(board.clientId), deps.now())
      const { adapter } = await deps.connections.get(board.connectionId)
      return Preview.parse(await previewProvision(board, policy, adapter, newAttempt()))
    },
  )

  app.get(
    '/boards/:boardId/dry-run',
    {
      schema: {
        operationId: 'getDryRun',
        summary: 'What would be written, were the board not in dry run or held: counted, and task by task',
        tags,
        params: ById,
        querystring: PageQuery,
        response: { 200: Report, 404: Problem, ...problems },
      },
    },
    async (request) => {
      const { id } = await deps.boards.get(request.params.boardId)
      const { limit, cursor } = request.query
      const rows = await deps.unwritten.page(id, limit + 1, placeOf(cursor))
      const place = { at: placeOfCreated, view: (row: (typeof rows)[number]) => row }
      return Report.parse({ ...(await deps.unwritten.counts(id)), ...pageOfRows(rows, limit, place) })
    },
  )
}
