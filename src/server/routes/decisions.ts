import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { createDecisionList, DecisionRow } from '../../store/decision-list.ts'
import type { TaskStore } from '../../store/tasks.ts'
import { exampleOf } from '../example.ts'
import { PageQuery, pageOf, pageOfRows, placeOf, placeOfCreated } from '../page.ts'
import { Problem, problems } from '../problem.ts'
import { Decision, FindingCode, Identifier, Moment } from '../schemas.ts'
import { ById } from './task-shapes.ts'

export interface DecisionRoutes {
  readonly decisions: ReturnType<typeof createDecisionList>
  readonly tasks: TaskStore
}

const DecisionView = z
  .object({
    id: z.string(),
    taskId: z.string(),
    createdAt: Moment.meta({ description: 'When it was first come to' }),
    decision: Decision,
  })
  .meta({
    id: 'RecordedDecision',
    example: {
      id: 'dec_1Kd8WqLz5XcVtB3m',
      taskId: 'tsk_2Xc7VbNm4QwErT9y',
      createdAt: '2026-11-23T08:00:05.000Z',
      decision: exampleOf(Decision),
    },
  })

const Filter = PageQuery.extend({
  headline: FindingCode.optional(),
  from: Moment.optional(),
  to: Moment.optional().meta({ description: 'Not included' }),
})
const tags = ['Decisions']

/** Every judgement that was come to, as it was: what replays and audits go by. */
export const decisionRoutes: FastifyPluginAsyncZod<DecisionRoutes> = async (app, { decisions, tasks }) => {
  app.get(
    '/decisions',
    {
      schema: {
        operationId: 'listDecisions',
        summary: 'Decisions, newest first',
        tags,
        querystring: Filter.extend({ taskId: Identifier.optional() }),
        response: { 200: pageOf(DecisionView), ...problems },
      },
    },
    (request) => pageFor(request.query),
  )

  app.get(
    '/tasks/:id/decisions',
    {
      schema: {
        operationId: 'listTaskDecisions',
        summary: 'How a task was judged over time, newest first',
        tags,
        params: ById,
        querystring: Filter,
        response: { 200: pageOf(DecisionView), 404: Problem, ...problems },
      },
    },
    async (request) => {
      const taskId = request.params.id
      await tasks.clientOf(taskId)
      return pageFor({ ...request.query, taskId })
    },
  )

  async function pageFor({
    limit,
    cursor,
    ...filter
  }: z.infer<typeof Filter> & { taskId?: string | undefined }) {
    const rows = await decisions.page(filter, limit + 1, placeOf(cursor))
    return pageOfRows(rows, limit, { at: placeOfCreated, view })
  }
}

/** The copy also drops the model's readonly marks. */
const view = (row: DecisionRow) => DecisionView.parse(row)
