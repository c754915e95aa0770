import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Queue } from '../../pipeline/queue.ts'
import type { createTaskList } from '../../store/task-list.ts'
import type { TaskStore } from '../../store/tasks.ts'
import type { TwinStore } from '../../store/twins.ts'
import { PageQuery, pageOf, pageOfRows, placeOf, placeOfCreated } from '../page.ts'
import { Problem, problems } from '../problem.ts'
import { TaskFilter } from '../task-filter.ts'
import { TaskDetailView, TaskView, taskDetailView, taskView } from '../task-view.ts'
import { ById, Queued } from './task-shapes.ts'

export interface TaskRoutes {
  readonly list: ReturnType<typeof createTaskList>
  readonly tasks: TaskStore
  readonly twins: TwinStore
  readonly queue: Pick<Queue, 'look'>
}

const tags = ['Tasks']

/** The requests that Cadre knows, with their present verdicts. */
export const taskRoutes: FastifyPluginAsyncZod<TaskRoutes> = async (app, { list, tasks, twins, queue }) => {
  app.get(
    '/tasks',
    {
      schema: {
        operationId: 'listTasks',
        summary: 'Tasks, newest first',
        tags,
        querystring: PageQuery.extend(TaskFilter.shape),
        response: { 200: pageOf(TaskView), ...problems },
      },
    },
    async (request) => {
      const { limit, cursor, ...filter } = request.query
      const rows = await list.page(filter, limit + 1, placeOf(cursor))
      return pageOfRows(rows, limit, { at: placeOfCreated, view: taskView })
    },
  )

  app.get(
    '/tasks/:id',
    {
      schema: {
        operationId: 'getTask',
        summary: 'One task, with the answers in force and what the books said',
        tags,
        params: ById,
        response: { 200: TaskDetailView, 404: Problem, ...problems },
      },
    },
    async (request) => {
      const { id } = request.params
      return taskDetailView(await list.get(id), await twins.find(id))
    },
  )

  app.post(
    '/tasks/:id/look',
    {
      config: { scope: 'operate' },
      schema: {
        operationId: 'lookAtTask',
        summary: 'Look at a task now',
        tags,
        params: ById,
        response: { 202: Queued, 404: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const { observed } = await tasks.get(request.params.id)
      await queue.look([observed.ref], { delaySeconds: 0 })
      return reply.code(202).send({ queued: true })
    },
  )
}
