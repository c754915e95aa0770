import { z } from 'zod'
import type { Board, Client } from '#model/board.ts'
import type { ClientRequest, RequestCard } from '#model/request.ts'
import { channels, tools } from '#model/task.ts'
import { AnyMoment } from '#policies/cases/case.ts'
import { keyName } from '#policies/labels.ts'
import { requestExample, requestRowExample } from '../request-example.ts'
import { Decision, FindingCode, Identifier, LabelKey, Moment } from '../schemas.ts'

/** A board is no other channel: what is put there is found by itself. */
const Channel = z.enum(channels).exclude(tools)

const Attachment = z.strictObject({
  name: z.string().min(1).max(300),
  mimeType: z.string().max(100).nullable().default(null),
})

/** As many characters of a text as make a title. */
const titleLength = 120

export const NewRequest = z
  .strictObject({
    clientId: Identifier,
    channel: Channel.meta({ description: 'By which way it came' }),
    title: z.string().trim().min(1).max(1000).optional().meta({
      description: "An e-mail's subject, for example; left out: the first line of the text",
    }),
    text: z.string().trim().max(10_000).default(''),
    from: z.string().trim().min(1).max(200).optional().meta({ description: 'Who asked' }),
    receivedAt: AnyMoment.optional().meta({ description: 'Left out: now' }),
    dueAt: AnyMoment.optional(),
    dueSetAt: AnyMoment.optional().meta({
      description: 'When they named that date; left out: with the request',
    }),
    service: Identifier.optional().meta({ description: 'A service of the policy that judges it' }),
    hours: z.number().positive().max(1000).optional(),
    attachments: z.array(Attachment).max(50).default([]),
    putOnBoard: z.boolean().optional().meta({
      description: 'Make a card of it on their first board in mode `apply`; left out: if there is a boardId',
    }),
    boardId: Identifier.optional().meta({ description: 'On which board' }),
  })
  .refine(({ title, text }) => title !== undefined || text !== '', {
    path: ['text'],
    error: 'give a title or a text',
  })
  .meta({
    example: {
      clientId: 'cli_3Zk0Qb7NfXr1aLwe',
      channel: 'whatsapp',
      text: requestRowExample.title,
      receivedAt: '2026-11-23T16:02:00.000Z',
      putOnBoard: true,
    },
  })

/** What was told, with what follows from what was left out. */
export function toldOf(body: z.infer<typeof NewRequest>, now: string) {
  const { title, text, from = null, receivedAt = now, dueAt = null, dueSetAt = receivedAt } = body
  const [first = ''] = text.split('\n')
  return {
    ...{ clientId: body.clientId, channel: body.channel, text, from, receivedAt, dueAt },
    title: title ?? first.slice(0, titleLength),
    dueSetAt: dueAt === null ? null : dueSetAt,
    service: body.service ?? null,
    hours: body.hours ?? null,
    attachments: body.attachments,
    putOnBoard: body.putOnBoard ?? body.boardId !== undefined,
    boardId: body.boardId ?? null,
  }
}

const Card = z.object({
  boardId: z.string(),
  state: z.enum(['waiting', 'made']).meta({ description: 'waiting: it is made as soon as the tool lets us' }),
  taskId: z.string().nullable().meta({ description: 'The task of this API, once the card was looked at' }),
  url: z.string().nullable(),
})

/** A request in a list. */
export const RequestRow = z
  .object({
    id: z.string(),
    clientId: z.string(),
    channel: z.enum(channels),
    title: z.string(),
    receivedAt: Moment,
    dueAt: Moment.nullable(),
    headline: FindingCode,
    card: Card.nullable(),
    possibleDuplicateOf: z.string().nullable().meta({
      description: 'A request or task of this client within a day that is called nearly the same',
    }),
    createdAt: Moment,
  })
  .meta({ id: 'RequestRow', example: requestRowExample })

export const RequestView = RequestRow.extend({
  text: z.string(),
  from: z.string().nullable(),
  dueSetAt: Moment.nullable(),
  service: z.string().nullable(),
  hours: z.number().nullable(),
  attachments: z.array(z.object({ name: z.string(), mimeType: z.string().nullable() })),
  decision: Decision.meta({ description: 'When it was written down; its card is judged anew' }),
  labels: z
    .array(z.object({ key: LabelKey, name: z.string() }))
    .meta({ description: 'As the board of the client shows them' }),
  message: z.string().meta({ description: 'What to answer, in the words of the client, to copy' }),
  board: z
    .object({ id: z.string(), name: z.string(), url: z.string() })
    .nullable()
    .meta({ description: 'Where the client can write it' }),
  actor: z.object({ id: z.string(), name: z.string() }),
}).meta({ id: 'ClientRequest', example: requestExample })

export const requestRow = ({ decision, card, ...request }: ClientRequest) =>
  RequestRow.parse({ ...request, headline: decision.headline, card: cardOf(card) })

/** @param boards the client's */
export function requestView(request: ClientRequest, client: Client, boards: readonly Board[]) {
  const { decision, card } = request
  const board = boards.find(({ id }) => id === card?.boardId) ?? boards.find(({ role }) => role === 'client')
  return RequestView.parse({
    ...request,
    headline: decision.headline,
    card: cardOf(card),
    labels: decision.labels.map((key) => ({ key, name: keyName(key, client.language) })),
    message: decision.message,
    board: board ?? null,
  })
}

const cardOf = (card: RequestCard | null) =>
  card && {
    boardId: card.boardId,
    state: card.taskId === null ? 'waiting' : 'made',
    taskId: card.task?.id ?? null,
    url: card.task?.url ?? null,
  }
