import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '#model/error.ts'
import { type SimulateTaskDeps, simulateTask } from '../../pipeline/simulate-task.ts'
import { exampleOf } from '../example.ts'
import { differencesExample, explanationExample, otherOutcomeExample } from '../explanation-example.ts'
import { VersionNumber } from '../policy-schemas.ts'
import { Problem, problems } from '../problem.ts'
import { Flag, Identifier } from '../schemas.ts'
import {
  DecisionDifference,
  Explanation,
  NothingWritten,
  RulesView,
  rulesView,
} from '../simulation-schemas.ts'
import { taskExample } from '../task-example.ts'

const Query = z.strictObject({
  policyVersion: VersionNumber.optional().meta({ description: 'A version of the policy that judges it' }),
  draft: Flag.meta({ description: 'true: its draft' }),
})

const TaskSimulation = z
  .object({
    nothingWritten: NothingWritten,
    taskId: z.string(),
    title: z.string(),
    url: z.string(),
    rules: RulesView,
    isChanged: z.boolean().meta({ description: 'Would the client notice?' }),
    before: Explanation.nullable().meta({ description: 'The present decision; null when there is none' }),
    after: Explanation,
    differences: z.array(DecisionDifference),
  })
  .meta({
    id: 'TaskSimulation',
    example: {
      nothingWritten: true,
      taskId: taskExample.id,
      title: taskExample.title,
      url: taskExample.url,
      rules: exampleOf(RulesView),
      isChanged: true,
      before: explanationExample,
      after: { ...explanationExample, ...otherOutcomeExample },
      differences: differencesExample,
    },
  })

/** What would other rules have said of this request? */
export const taskSimulationRoutes: FastifyPluginAsyncZod<SimulateTaskDeps> = async (app, deps) => {
  app.get(
    '/tasks/:id/simulate',
    {
      schema: {
        operationId: 'simulateTask',
        summary: 'What a version or the draft would say of a task, beside its present decision',
        description:
          'Judged for the same moment, with all that is remembered of the task. Left out: the version in force, which another than that of its decision may be. Nothing is written.',
        tags: ['Simulation'],
        params: z.object({ id: Identifier }),
        querystring: Query,
        response: { 200: TaskSimulation, 404: Problem, 409: Problem, 422: Problem, ...problems },
      },
    },
    async (request) => {
      const { policyVersion, draft } = request.query
      if (policyVersion !== undefined && draft) throw bothNamed()
      const state = policyVersion ?? (draft ? 'draft' : 'in-force')
      const { task, rules, ...simulation } = await simulateTask(request.params.id, state, deps)
      return TaskSimulation.parse({
        nothingWritten: true,
        taskId: task.id,
        title: task.observed.title,
        url: task.observed.url,
        rules: rulesView(rules),
        ...simulation,
      })
    },
  )
}

function bothNamed(): AppError {
  const details = [{ path: 'querystring.draft', message: 'give either policyVersion or draft' }]
  return new AppError('REQUEST_INVALID', 'the request is not valid', { details })
}
