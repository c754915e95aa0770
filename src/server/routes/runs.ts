import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { createRunList } from '../../store/run-list.ts'
import { PageQuery, pageOf, pageOfRows, placeOf } from '../page.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier, Moment, Run, RunState } from '../schemas.ts'

export interface RunRoutes {
  readonly list: ReturnType<typeof createRunList>
}

const tags = ['Runs']

/** What happened: every pass over a task, what it decided, what it wrote and what that cost. */
export const runRoutes: FastifyPluginAsyncZod<RunRoutes> = async (app, { list }) => {
  app.get(
    '/runs',
    {
      schema: {
        operationId: 'listRuns',
        summary: 'Runs, newest first',
        tags,
        querystring: PageQuery.extend({
          taskId: Identifier.optional(),
          boardId: Identifier.optional(),
          state: RunState.optional(),
          from: Moment.optional(),
          to: Moment.optional().meta({ description: 'Not included' }),
        }),
        response: { 200: pageOf(Run), ...problems },
      },
    },
    async (request) => {
      const { limit, cursor, ...filter } = request.query
      const runs = await list.page(filter, limit + 1, placeOf(cursor))
      return pageOfRows(runs, limit, {
        at: ({ startedAt, id }) => ({ at: startedAt, id }),
        view: (run) => Run.parse(run),
      })
    },
  )

  app.get(
    '/runs/:id',
    {
      schema: {
        operationId: 'getRun',
        summary: 'One run',
        tags,
        params: z.object({ id: Identifier }),
        response: { 200: Run, 404: Problem, ...problems },
      },
    },
    async (request) => Run.parse(await list.get(request.params.id)),
  )
}
