import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type Answer, answerKinds, answerWays, maySay, questions, sides, timeKinds } from '#model/answer.ts'
import { AppError } from '#model/error.ts'
import { type AnswerDeps, recordAnswer } from '../../pipeline/answer.ts'
import type { AnswerStore } from '../../store/answers.ts'
import type { AuditLog } from '../../store/audit.ts'
import type { Also } from '../../store/database.ts'
import type { TaskStore } from '../../store/tasks.ts'
import { by } from '../authenticate.ts'
import { exampleOf } from '../example.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier, Moment, Money, Price } from '../schemas.ts'
import { ById } from './task-shapes.ts'

export interface TaskAnswerRoutes extends AnswerDeps {
  readonly answers: AnswerStore
  readonly tasks: TaskStore
  readonly audit: AuditLog
}

const plainKinds = ['confirm', 'decline', 'in', 'out', 'goodwill', 'accept', 'refuse', 'wait'] as const

const who = {
  side: z
    .enum(sides)
    .optional()
    .meta({ description: "Whose decision it is; left out: the client's for accept, refuse and wait" }),
  sourceId: Identifier.optional().meta({ description: 'What it came by; the same source counts once' }),
}

const Body = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(plainKinds), ...who }),
    z.strictObject({ kind: z.literal('service'), service: Identifier, ...who }),
    z.strictObject({ kind: z.literal('hours'), hours: z.number().positive().max(1000), ...who }),
    z.strictObject({
      kind: z.literal('quote'),
      amount: z
        .number()
        .min(0)
        .max(1_000_000)
        .meta({ description: "In whole units of the policy's currency" }),
      ...who,
    }),
  ])
  .meta({
    description: 'confirm, decline: availability for urgent work. in, out, service: a ruling on scope.',
    example: { kind: 'quote', amount: 120 },
  })

const AnswerView = z
  .object({
    id: z.string(),
    taskId: z.string(),
    at: Moment,
    side: z.enum(sides),
    author: z.object({ id: z.string(), name: z.string() }),
    via: z.enum(answerWays),
    kind: z.enum([...answerKinds, ...timeKinds]),
    service: z.string().optional(),
    hours: z.number().optional(),
    amount: Money.optional(),
    price: Price.optional().meta({ description: 'What was accepted, as it was shown' }),
    question: z.enum(questions).optional().meta({ description: 'What time has done something about' }),
    sourceId: z.string().nullable(),
    inForce: z.boolean().meta({ description: 'Given to the request as it stands now' }),
  })
  .meta({
    id: 'Answer',
    example: {
      id: 'ans_5Rt8YuLo1PaSd6Fg',
      taskId: 'tsk_2Xc7VbNm4QwErT9y',
      at: '2026-11-23T08:12:00.000Z',
      side: 'assistant',
      author: { id: 'key_5Rt2MnQz7XcVbA3k', name: 'Marie' },
      via: 'api',
      kind: 'quote',
      amount: { minor: 12000, currency: 'EUR' },
      sourceId: null,
      inForce: true,
    },
  })

const Answers = z.object({ items: z.array(AnswerView) }).meta({ example: { items: [exampleOf(AnswerView)] } })

const tags = ['Answers']

/** What people decided about one request: by the API here, and later by comments, labels and lists on the board. */
export const taskAnswerRoutes: FastifyPluginAsyncZod<TaskAnswerRoutes> = async (app, deps) => {
  app.post(
    '/tasks/:id/answers',
    {
      config: { scope: 'operate' },
      schema: {
        operationId: 'answerTask',
        summary: 'Record what somebody decided about a request',
        description:
          'It is looked at again at once. An answer holds until the request itself changes; a later one takes its place. An accepted price stays.',
        tags,
        params: ById,
        body: Body,
        response: { 201: AnswerView, 404: Problem, 409: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const { side: given, sourceId = null, ...said } = request.body
      const side = given ?? (maySay('client', said.kind) ? 'client' : 'assistant')
      if (!maySay(side, said.kind)) {
        const details = [{ path: 'body.side', message: `only the assistant says "${said.kind}"` }]
        throw new AppError('REQUEST_INVALID', 'the client cannot decide that', { details })
      }
      const { id: taskId } = request.params
      const { actor } = by(request)
      const author = { id: actor.id, name: actor.name }
      const shown = (answer: Answer) => view(answer, answer.fingerprint)
      const note: Also<Answer> = (trx, answer) => {
        const entry = { action: 'task.answer', subject: taskId, before: null, after: shown(answer) }
        return deps.audit.add({ ...by(request), ...entry }, deps.now(), trx)
      }
      const told = { taskId, side, author, via: 'api', given: said, sourceId } as const
      const answer = await recordAnswer(told, deps, note)
      return reply.code(201).header('location', `/api/v1/tasks/${taskId}/answers`).send(shown(answer))
    },
  )

  app.get(
    '/tasks/:id/answers',
    {
      schema: {
        operationId: 'listAnswers',
        summary: 'What was answered to a request, oldest first',
        tags,
        params: ById,
        response: { 200: Answers, 404: Problem, ...problems },
      },
    },
    async (request) => {
      const { facts } = await deps.tasks.judged(request.params.id)
      const answers = await deps.answers.list(request.params.id)
      return { items: answers.map((answer) => view(answer, facts.fingerprint)) }
    },
  )
}

const view = ({ said, fingerprint, revision: _, ...answer }: Answer, current: string) =>
  AnswerView.parse({ ...answer, ...said, inForce: fingerprint === current })
