import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { deliveryOutcomes, withOutcomes } from '../../pipeline/delivery-outcome.ts'
import type { Queue } from '../../pipeline/queue.ts'
import type { createDeliveryList, ListedDelivery } from '../../store/delivery-list.ts'
import { PageQuery, pageOf, pageOfRows, placeOf } from '../page.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier, Moment, RunState, Tool } from '../schemas.ts'

export interface DeliveryRoutes {
  readonly list: ReturnType<typeof createDeliveryList>
  readonly queue: Pick<Queue, 'fates'>
}

/** As the store counts them. */
export const DeliveryId = z
  .string()
  .regex(/^\d{1,18}$/, 'must be a number')
  .meta({ example: '1207' })

const example = {
  id: '1207',
  tool: 'trello',
  connectionId: 'con_9aTq4ZpXw2LmVb7c',
  toolTaskId: '6a4a2c10aa00000000000028',
  taskId: 'tsk_2Xc7VbNm4QwErT9y',
  boardId: 'brd_7Hk2PqLz9XcVtB4n',
  event: 'updateCard',
  occurredAt: '2026-11-23T08:00:04.735Z',
  receivedAt: '2026-11-23T08:00:05.101Z',
  requestId: 'bb3cd51c-2632-406c-9e85-50c877bfb3cb',
  outcome: 'looked-at',
  run: { id: 'run_6Yq1RtVz8KmXc3Ha', state: 'applied' },
}

const DeliveryView = z
  .object({
    id: DeliveryId,
    tool: Tool,
    connectionId: z.string(),
    toolTaskId: z.string().meta({ description: "The tool's id of the task" }),
    taskId: z.string().nullable().meta({
      description: 'Null when its task is on no watched board; of a twin, its request',
    }),
    boardId: z.string().nullable(),
    event: z.string().meta({ description: "The tool's name of what happened", example: 'updateCard' }),
    occurredAt: Moment,
    receivedAt: Moment,
    requestId: z.string().nullable().meta({ description: 'As it stands in the logs' }),
    outcome: z.enum(deliveryOutcomes).meta({
      description:
        'looked-at: its task was, see run. waiting: queued or under way. dead: failed for good, see dead letters. ignored: its task is on no watched board.',
    }),
    run: z
      .object({ id: z.string(), state: RunState })
      .nullable()
      .meta({ description: 'The first look after it arrived' }),
  })
  .meta({ id: 'Delivery', example })

const WholeDelivery = DeliveryView.extend({
  evidence: z.unknown().meta({
    description: 'What the tool sent, without the personal data that Cadre does not use',
  }),
}).meta({
  id: 'WholeDelivery',
  example: {
    ...example,
    evidence: { action: { type: 'updateCard', data: { card: { id: '6a4a2c10aa00000000000028' } } } },
  },
})

const tags = ['Deliveries']

/** Webhooks that were taken in, and what became of each. Echoes of our own writes and what concerns no task are only counted. */
export const deliveryRoutes: FastifyPluginAsyncZod<DeliveryRoutes> = async (app, { list, queue }) => {
  app.get(
    '/deliveries',
    {
      schema: {
        operationId: 'listDeliveries',
        summary: 'Webhooks and what became of them, newest first',
        tags,
        querystring: PageQuery.extend({
          connectionId: Identifier.optional(),
          boardId: Identifier.optional(),
          taskId: Identifier.optional(),
          event: z.string().max(100).optional(),
          since: Moment.optional(),
          until: Moment.optional().meta({ description: 'Before this moment' }),
        }),
        response: { 200: pageOf(DeliveryView), ...problems },
      },
    },
    async (request) => {
      const { limit, cursor, ...filter } = request.query
      const found = await list.page(filter, limit + 1, placeOf(cursor, DeliveryId))
      return pageOfRows(await withOutcomes(found, queue), limit, {
        at: ({ receivedAt, id }) => ({ at: receivedAt, id }),
        view,
      })
    },
  )

  app.get(
    '/deliveries/:id',
    {
      schema: {
        operationId: 'getDelivery',
        summary: 'One webhook with what it said',
        tags,
        params: z.object({ id: DeliveryId }),
        response: { 200: WholeDelivery, 404: Problem, ...problems },
      },
    },
    async (request) => {
      const found = await list.get(request.params.id)
      const [delivery] = await withOutcomes([found], queue)
      return { ...view(delivery ?? { ...found, outcome: 'ignored' }), evidence: found.evidence }
    },
  )
}

const view = ({
  ref,
  task,
  ...delivery
}: ListedDelivery & Pick<z.infer<typeof DeliveryView>, 'outcome'>): z.infer<typeof DeliveryView> =>
  DeliveryView.parse({
    ...delivery,
    tool: ref.tool,
    connectionId: ref.connectionId,
    toolTaskId: ref.taskId,
    taskId: task?.id ?? null,
    boardId: task?.boardId ?? null,
  })
