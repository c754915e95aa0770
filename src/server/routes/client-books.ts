import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type BookEntry, bookKinds } from '#model/book.ts'
import { balanceOf } from '../../pipeline/balance.ts'
import { type BookDeps, book, reverse } from '../../pipeline/book.ts'
import type { AuditLog } from '../../store/audit.ts'
import { by } from '../authenticate.ts'
import { cursorOf, PageQuery, pageOf, placeOf } from '../page.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier, Moment } from '../schemas.ts'

export interface ClientBookRoutes extends BookDeps {
  readonly audit: AuditLog
}

const day = z.iso.date().optional().meta({
  description: 'The day it counts for; left out: today, where the client is',
  example: '2026-11-24',
})
const note = z.string().max(1000).default('')
const minutes = z.int().min(1).max(60_000)
const dated = { day, note }

/** Bodies of the shortcuts on a task, and parts of the body for any entry. */
export const Deposit = z
  .strictObject({
    amount: z
      .number()
      .positive()
      .max(1_000_000)
      .meta({ description: "In whole units of the policy's currency" }),
    ...dated,
  })
  .meta({ example: { amount: 50, day: '2026-11-24', note: 'Virement du 24 novembre' } })
export const Hours = z
  .strictObject({ minutes, ...dated })
  .meta({ example: { minutes: 90, note: 'Mise en page' } })
export const Goodwill = z.strictObject(dated).meta({ example: { note: 'Offert, pour bien commencer' } })

const taskId = Identifier.meta({ description: 'Our id of the request' })
const Body = z
  .discriminatedUnion('kind', [
    Deposit.extend({ kind: z.literal('deposit'), taskId }),
    Hours.extend({ kind: z.literal('hours'), taskId: taskId.optional() }),
    Goodwill.extend({ kind: z.literal('goodwill'), taskId }),
    Hours.extend({ kind: z.literal('hours_carried') }),
    z.strictObject({ kind: z.literal('paid_until'), day: z.iso.date(), note }),
    z.strictObject({ kind: z.literal('invoice_overdue'), ...dated }),
    z.strictObject({ kind: z.literal('invoice_settled'), ...dated }),
  ])
  .meta({ example: { kind: 'hours', minutes: 90, note: 'Newsletter de novembre' } })

export const BookEntryView = z
  .object({
    id: z.string(),
    clientId: z.string(),
    taskId: z.string().nullable(),
    kind: z.enum(bookKinds),
    day: z.string(),
    amountMinor: z.int().nullable().meta({ description: 'Of a deposit, in minor units' }),
    minutes: z.int().nullable(),
    note: z.string(),
    reverses: z.string().nullable().meta({ description: 'The wrong entry that this one takes back' }),
    actor: z.object({ id: z.string(), name: z.string() }),
    createdAt: Moment,
  })
  .meta({
    id: 'BookEntry',
    example: {
      id: 'bok_3Np7XcVb9QwErT2y',
      clientId: 'cli_3Zk0Qb7NfXr1aLwe',
      taskId: 'tsk_2Xc7VbNm4QwErT9y',
      kind: 'hours',
      day: '2026-11-24',
      amountMinor: null,
      minutes: 90,
      note: 'Mise en page',
      reverses: null,
      actor: { id: 'key_5Rt2MnQz7XcVbA3k', name: 'Marie' },
      createdAt: '2026-11-24T16:30:00.000Z',
    },
  })

const AccountView = z
  .object({
    month: z.string().meta({ example: '2026-11' }),
    minutesUsed: z.number().nullable().meta({ description: 'null: nobody records hours for this client' }),
    minutesCarried: z.number(),
    packageMinutes: z.number().nullable().meta({ description: 'Of the plan, for the month' }),
    minutesLeft: z.number().nullable(),
    thresholds: z.array(z.object({ percent: z.int(), isPassed: z.boolean() })),
    acceptedAt: Moment.nullable(),
    paidUntil: z.string().nullable(),
    overdueSince: Moment.nullable(),
  })
  .meta({
    id: 'ClientAccount',
    example: {
      month: '2026-11',
      minutesUsed: 450,
      minutesCarried: 60,
      packageMinutes: 600,
      minutesLeft: 210,
      thresholds: [
        { percent: 50, isPassed: true },
        { percent: 80, isPassed: false },
      ],
      acceptedAt: '2026-09-01T07:30:00.000Z',
      paidUntil: '2026-11-30',
      overdueSince: null,
    },
  })

const ByClient = z.object({ clientId: Identifier })
const tags = ['Books']

/** The assistant's books: hours, deposits, payments and gifts of each client. Nothing in them is changed or removed. */
export const clientBookRoutes: FastifyPluginAsyncZod<ClientBookRoutes> = async (app, deps) => {
  app.post(
    '/clients/:clientId/book',
    {
      config: { scope: 'operate' },
      schema: {
        operationId: 'bookForClient',
        summary: "Write into a client's books",
        description: 'Open requests on which this bears are looked at again at once.',
        tags,
        params: ByClient,
        body: Body,
        response: { 201: BookEntryView, 404: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const { actor } = by(request)
      const { clientId } = request.params
      const booking = { ...request.body, clientId, actor: { id: actor.id, name: actor.name } }
      const after = entryView(await book(booking, deps))
      const entry = { ...by(request), action: 'client.book', subject: clientId, before: null, after }
      await deps.audit.add(entry, deps.now())
      return reply.code(201).header('location', `/api/v1/clients/${clientId}/book`).send(after)
    },
  )

  app.post(
    '/clients/:clientId/book/:entryId/reverse',
    {
      config: { scope: 'operate' },
      schema: {
        operationId: 'reverseBookEntry',
        summary: 'Take a wrong entry back by another one',
        tags,
        params: ByClient.extend({ entryId: Identifier }),
        body: z
          .strictObject({ note })
          .nullish()
          .meta({ example: { note: 'Noté deux fois' } }),
        response: { 201: BookEntryView, 404: Problem, 409: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const { actor } = by(request)
      const { clientId, entryId } = request.params
      const wrong = await deps.books.get(clientId, entryId)
      const given = {
        clientId,
        entryId,
        note: request.body?.note ?? '',
        actor: { id: actor.id, name: actor.name },
      }
      const after = entryView(await reverse(given, deps))
      const entry = {
        ...by(request),
        action: 'client.reverse',
        subject: clientId,
        before: entryView(wrong),
        after,
      }
      await deps.audit.add(entry, deps.now())
      return reply.code(201).header('location', `/api/v1/clients/${clientId}/book`).send(after)
    },
  )

  app.get(
    '/clients/:clientId/book',
    {
      schema: {
        operationId: 'listBook',
        summary: "A client's books, newest first",
        tags,
        params: ByClient,
        querystring: PageQuery.extend({ kind: z.enum(bookKinds).optional(), taskId: Identifier.optional() }),
        response: { 200: pageOf(BookEntryView), 404: Problem, ...problems },
      },
    },
    async (request) => {
      const { id } = await deps.clients.get(request.params.clientId)
      const { limit, cursor, ...filter } = request.query
      const entries = await deps.books.page(id, filter, limit + 1, placeOf(cursor))
      const last = entries.length > limit ? entries[limit - 1] : undefined
      return {
        items: entries.slice(0, limit).map(entryView),
        nextCursor: last === undefined ? null : cursorOf({ at: last.createdAt, id: last.id }),
      }
    },
  )

  app.get(
    '/clients/:clientId/account',
    {
      schema: {
        operationId: 'getClientAccount',
        summary: 'How a client stands: hours used and left, payments',
        tags,
        params: ByClient,
        response: { 200: AccountView, 404: Problem, 422: Problem, ...problems },
      },
    },
    async (request) => {
      const client = await deps.clients.get(request.params.clientId)
      const { document } = await deps.clientPolicies.inForceAt(client, deps.now())
      return AccountView.parse(balanceOf(client, document, await deps.books.all(client.id), deps.now()))
    },
  )
}

/** The copy also drops the model's readonly marks. */
export const entryView = (entry: BookEntry) => BookEntryView.parse(entry)
