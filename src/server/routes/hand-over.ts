import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { languages } from '#model/board.ts'
import type { HandOver } from '#policies/hand-over/hand-over.ts'
import { handOverPage } from '#policies/hand-over/hand-over-page.ts'
import { promiseKinds } from '#policies/hand-over/promises.ts'
import { type HandOverDeps, packFor } from '../../pipeline/hand-over.ts'
import { markdown, wantsMarkdown } from '../markdown.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier, Moment, MoneyRange, Status } from '../schemas.ts'

export type HandOverRoutes = HandOverDeps

const euros = { minor: 9450, currency: 'EUR' }
const request = {
  title: '3 visuels Canva',
  url: 'https://trello.com/c/a1b2c3d4',
}

const example: HandOver = {
  client: {
    ...{ id: 'cli_3Zk0Qb7NfXr1aLwe', name: 'Claire', language: 'fr', address: 'tu' },
    ...{ timeZone: 'Europe/Paris', plan: null },
  },
  ...{ policyId: 'my-rules', policyVersion: 3, policyName: 'Assistante virtuelle webmarketing' },
  planName: null,
  ...{ madeAt: '2026-11-27T10:00:00.000Z', timeZone: 'Europe/Paris' },
  open: [
    {
      ...{ id: 'tsk_2Xc7VbNm4QwErT9y', ...request },
      ...{ askedAt: '2026-11-27T08:00:00.000Z', dueAt: '2026-11-27T16:00:00.000Z', status: 'requested' },
      policyId: 'my-rules',
      ...{ verdict: ['Dans le cadre', 'Urgent · confirmé'], price: '94,50 €', notes: [] },
      answers: [
        {
          at: '2026-11-27T08:10:00.000Z',
          words: 'Sophie a confirmé la disponibilité en urgence.',
        },
      ],
    },
  ],
  promises: [
    {
      ...{ kind: 'accepted', requestId: 'tsk_2Xc7VbNm4QwErT9y', ...request },
      ...{ amount: { min: euros, max: euros }, at: '2026-11-27T08:30:00.000Z' },
      dueAt: '2026-11-27T16:00:00.000Z',
    },
  ],
  rulings: [{ title: 'Newsletter privée', verdict: 'Hors cadre' }],
  procedure: '# Ma procédure de travail\n',
  replies: '# Réponses automatiques\n',
}

const View = z
  .object({
    client: z.object({
      id: z.string(),
      name: z.string(),
      language: z.enum(languages),
      address: z.enum(['tu', 'vous']),
      timeZone: z.string(),
      plan: z.string().nullable(),
    }),
    policyId: z.string(),
    policyVersion: z.int(),
    policyName: z.string(),
    planName: z.string().nullable().meta({ description: 'What the plan is called' }),
    madeAt: Moment,
    timeZone: z.string().meta({ description: "The assistant's" }),
    open: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          url: z.string(),
          askedAt: Moment,
          dueAt: Moment.nullable(),
          status: Status.nullable(),
          policyId: z.string().meta({ description: 'Whose rules judge it' }),
          verdict: z.array(z.string()),
          price: z.string().nullable(),
          notes: z.array(z.string()).meta({ description: 'For the assistant alone' }),
          answers: z.array(z.object({ at: Moment, words: z.string() })),
        }),
      )
      .meta({ description: 'On their boards, and neither done nor declined' }),
    promises: z.array(
      z.object({
        kind: z.enum(promiseKinds),
        requestId: z.string(),
        title: z.string(),
        url: z.string(),
        amount: MoneyRange.nullable(),
        at: Moment.nullable(),
        dueAt: Moment.nullable(),
      }),
    ),
    rulings: z
      .array(z.object({ title: z.string(), verdict: z.string() }))
      .meta({ description: 'What corrections have taught, newest first' }),
    procedure: z.string().meta({ description: 'The rules as they hold for this client, in Markdown' }),
    replies: z.string().meta({ description: 'Automatic replies ready to be used, in Markdown' }),
  })
  .meta({
    id: 'HandOver',
    example,
  })

/** A client, ready to be taken over by a colleague. */
export const handOverRoutes: FastifyPluginAsyncZod<HandOverRoutes> = async (app, deps) => {
  app.get(
    '/clients/:clientId/hand-over',
    {
      schema: {
        operationId: 'getHandOver',
        summary: 'What a colleague needs who takes this client over',
        description:
          'Open requests with their verdicts, promises, rulings, and the rules in prose. As Markdown with `Accept: text/markdown`.',
        tags: ['Clients'],
        params: z.object({ clientId: Identifier }),
        querystring: z.strictObject({
          language: z.enum(languages).optional().meta({ description: "The policy's own, if left out" }),
        }),
        response: {
          200: {
            description: 'The pack',
            content: {
              'application/json': { schema: View },
              'text/markdown': { schema: z.string().meta({ example: handOverPage(example, 'fr') }) },
            },
          },
          404: Problem,
          422: Problem,
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { pack, language } = await packFor(request.params.clientId, request.query.language, deps)
      // The copy also drops the readonly marks.
      if (!wantsMarkdown(request)) return View.parse(pack)
      return reply.type(markdown).send(handOverPage(pack, language))
    },
  )
}
