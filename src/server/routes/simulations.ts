import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { CaseClient, CaseRequest, PolicyCase } from '#policies/cases/case.ts'
import { explainDecision } from '#policies/explain-decision.ts'
import type { Simulate } from '../../pipeline/simulate.ts'
import type { ClientStore } from '../../store/clients.ts'
import { exampleOf } from '../example.ts'
import { explanationExample } from '../explanation-example.ts'
import { PolicyId } from '../policy-schemas.ts'
import { Problem, problems } from '../problem.ts'
import { RulesFields, refused, rulesChoice } from '../rules-choice.ts'
import { Identifier, Moment } from '../schemas.ts'
import {
  Explanation,
  NothingWritten,
  RulesView,
  rulesView,
  SpokenTo,
  spokenTo,
} from '../simulation-schemas.ts'

export interface SimulationRoutes {
  readonly clients: ClientStore
  readonly simulate: Simulate
}

const Answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['confirm', 'decline', 'in', 'out', 'accept', 'refuse', 'wait']) }),
  z.strictObject({ kind: z.literal('service'), service: Identifier }),
  z.strictObject({ kind: z.literal('hours'), hours: z.number().positive().max(1000) }),
  z.strictObject({ kind: z.literal('quote'), amount: z.number().min(0).max(1_000_000) }),
])

const SimulationBody = CaseRequest.extend({
  now: PolicyCase.shape.now.optional().meta({
    description: 'When it is judged; left out: when it was submitted, or else now',
    example: '2026-11-23T08:00:00.000Z',
  }),
  clientId: Identifier.optional().meta({ description: 'A client, with what the books say of them' }),
  client: CaseClient.optional().meta({ description: 'Or one that is only described' }),
  answers: z
    .array(Answer)
    .max(20)
    .default([])
    .meta({ description: 'What would have been answered since, one after the other', example: [] }),
  policyId: PolicyId.optional().meta({ description: "Left out: the client's" }),
  ...RulesFields,
}).meta({
  id: 'SimulationRequest',
  example: {
    title: 'Newsletter de novembre',
    text: 'Le texte est prêt, il reste à le mettre en page et à l’envoyer avant 14 h. Merci !',
    now: '2026-11-23T08:00:05.000Z',
    dueAt: '2026-11-23T13:00:00.000Z',
    hours: 2,
    policyId: 'my-rules',
    client: { language: 'fr', address: 'tu' },
    draft: true,
  },
})

const Simulation = z
  .object({
    nothingWritten: NothingWritten,
    rules: RulesView,
    client: SpokenTo.extend({ id: z.string().nullable(), name: z.string().nullable() }),
    at: Moment.meta({ description: 'The clock that was judged by' }),
    ...Explanation.shape,
  })
  .meta({
    id: 'Simulation',
    example: {
      nothingWritten: true,
      rules: exampleOf(RulesView),
      client: { language: 'fr', address: 'tu', timeZone: 'Europe/Paris', id: null, name: null },
      at: '2026-11-23T08:00:05.000Z',
      ...explanationExample,
    },
  })

/** What would happen if a client asked for this? */
export const simulationRoutes: FastifyPluginAsyncZod<SimulationRoutes> = async (app, deps) => {
  const { clients, simulate } = deps

  app.post(
    '/simulate',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'simulateRequest',
        summary: 'What would come of a request',
        description:
          "Judges a request in plain words by the rules in force, a version, the draft or a document, for a client or one that is only described: verdict, labels, price with its calculation, the message in the client's words, and why. Pure: nothing is written.",
        tags: ['Simulation'],
        body: SimulationBody,
        response: { 200: Simulation, 404: Problem, 409: Problem, 422: Problem, ...problems },
      },
    },
    async (request) => {
      const { now, clientId, client, answers, policyId, version, draft, document, ...asked } = request.body
      if (clientId !== undefined && client !== undefined)
        throw refused('client', 'give either clientId or client')
      const known = clientId === undefined ? null : await clients.get(clientId)
      const ownId = policyId ?? known?.policyId ?? null
      const choice = rulesChoice({ version, draft, document }, ownId, 'in-force')
      const { decision, rules, policy } = await simulate(
        { request: asked, now, client: known ?? client ?? {}, answers },
        choice,
      )
      return Simulation.parse({
        nothingWritten: true,
        rules: rulesView(rules),
        client: { id: known?.id ?? null, name: known?.name ?? null, ...spokenTo(policy) },
        at: decision.at,
        ...explainDecision(decision, policy),
      })
    },
  )
}
