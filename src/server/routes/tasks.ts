import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Queue } from '../../pipeline/queue.ts'
import type { createTaskList, TaskRow } from '../../store/task-list.ts'
import { cursorOf, PageQuery, pageOf, placeOf } from '../page.ts'
import { Problem, problems } from '../problem.ts'
import { Decision, FindingCode, Identifier, Moment, Override, RunState, Tool } from '../schemas.ts'

export interface TaskRoutes {
  readonly list: ReturnType<typeof createTaskList>
  readonly queue: Pick<Queue, 'look'>
}

const TaskView = z
  .object({
    id: z.string(),
    boardId: z.string(),
    tool: Tool,
    taskId: z.string().meta({ description: "The tool's id" }),
    url: z.string(),
    title: z.string(),
    state: z.enum(['open', 'gone']),
    lastState: RunState.meta({ description: 'How the last look ended' }),
    dueAt: Moment.nullable(),
    dueSetAt: Moment.nullable().meta({ description: 'From when notice is counted' }),
    headline: FindingCode.nullable(),
    decision: Decision.nullable(),
    overrides: z
      .array(Override)
      .meta({ description: "People's changes to what we wrote; they hold until the request changes" }),
    createdAt: Moment,
    updatedAt: Moment,
  })
  .meta({ id: 'Task' })

const ById = z.object({ id: Identifier })
const tags = ['Tasks']

/** The requests that Cadre knows, with their present verdicts. */
export const taskRoutes: FastifyPluginAsyncZod<TaskRoutes> = async (app, { list, queue }) => {
  app.get(
    '/tasks',
    {
      schema: {
        operationId: 'listTasks',
        summary: 'Tasks, newest first',
        tags,
        querystring: PageQuery.extend({
          boardId: Identifier.optional(),
          headline: FindingCode.optional(),
          state: z.enum(['open', 'gone']).optional(),
        }),
        response: { 200: pageOf(TaskView), ...problems },
      },
    },
    async (request) => {
      const { limit, cursor, ...filter } = request.query
      const rows = await list.page(filter, limit + 1, placeOf(cursor))
      const last = rows.length > limit ? rows[limit - 1]?.task : undefined
      return {
        items: rows.slice(0, limit).map(view),
        nextCursor: last === undefined ? null : cursorOf({ at: last.createdAt, id: last.id }),
      }
    },
  )

  app.get(
    '/tasks/:id',
    {
      schema: {
        operationId: 'getTask',
        summary: 'One task',
        tags,
        params: ById,
        response: { 200: TaskView, 404: Problem, ...problems },
      },
    },
    async (request) => view(await list.get(request.params.id)),
  )

  app.post(
    '/tasks/:id/look',
    {
      schema: {
        operationId: 'lookAtTask',
        summary: 'Look at a task now',
        tags,
        params: ById,
        response: { 202: z.object({ queued: z.literal(true) }), 404: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const { task } = await list.get(request.params.id)
      await queue.look([task.observed.ref], { delaySeconds: 0 })
      return reply.code(202).send({ queued: true })
    },
  )
}

const view = ({ task, decision }: TaskRow): z.infer<typeof TaskView> =>
  TaskView.parse({
    id: task.id,
    boardId: task.boardId,
    tool: task.observed.ref.tool,
    taskId: task.observed.ref.taskId,
    url: task.observed.url,
    title: task.observed.title,
    state: task.state,
    lastState: task.lastState,
    dueAt: task.observed.dueAt,
    dueSetAt: task.facts.dueSetAt,
    headline: task.headline,
    decision,
    overrides: task.facts.overrides,
    createdAt: task.createdAt,
    updatedAt: task.updatedAt,
  })
