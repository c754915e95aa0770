import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Previewer } from '../../pipeline/preview.ts'
import type { RulesChoice } from '../../pipeline/tried-rules.ts'
import { exampleOf } from '../example.ts'
import { differencesExample, exactly, otherOutcomeExample, outcomeExample } from '../explanation-example.ts'
import { cursorOf, PageQuery, placeOf } from '../page.ts'
import { ByPolicy } from '../policy-schemas.ts'
import { Problem, problems } from '../problem.ts'
import { RulesFields, rulesChoice } from '../rules-choice.ts'
import { FindingCode, Moment, MoneyRange, optionalBody } from '../schemas.ts'
import { DecisionDifference, NothingWritten, Outcome, RulesView, rulesView } from '../simulation-schemas.ts'
import { taskExample } from '../task-example.ts'

export interface PolicyPreviewRoutes {
  readonly preview: Previewer
}

const TaskId = z.string().regex(/^tsk_\w+$/)

const Window = z.strictObject({
  days: z.int().min(1).max(365).default(30).meta({ description: 'How far to look back' }),
  limit: z.int().min(1).max(200).default(50),
  cursor: PageQuery.shape.cursor,
  only: z.enum(['changed', 'all']).default('changed').meta({ description: 'Which requests are listed' }),
})
type Window = z.infer<typeof Window>

const Summary = z.object({
  judged: z.int(),
  changed: z.int().meta({ description: 'How many come out otherwise: verdict, labels, price or comment' }),
  changedShare: z.number().meta({ description: 'From 0 to 1', example: 0.12 }),
  verdicts: z
    .array(z.object({ before: FindingCode, after: FindingCode, count: z.int() }))
    .meta({ description: 'How many requests go from which verdict to which' }),
  estimates: z
    .array(z.object({ currency: z.string(), before: MoneyRange, after: MoneyRange }))
    .meta({ description: 'The sum of all estimates' }),
})

const Item = z.object({
  taskId: z.string(),
  title: z.string(),
  url: z.string(),
  client: z.object({ id: z.string(), name: z.string() }),
  createdAt: Moment,
  isChanged: z.boolean(),
  before: Outcome,
  after: Outcome,
  differences: z.array(DecisionDifference).meta({ description: 'Why, in words' }),
})

const Preview = z
  .object({
    nothingWritten: NothingWritten,
    rules: RulesView,
    since: Moment,
    summary: Summary.nullable().meta({ description: 'Over all requests; null on a later page' }),
    items: z.array(Item).meta({ description: 'Newest first' }),
    nextCursor: z.string().nullable(),
  })
  .meta({
    id: 'PolicyPreview',
    example: {
      nothingWritten: true,
      rules: exampleOf(RulesView),
      since: '2026-10-25T09:00:00.000Z',
      summary: {
        judged: 40,
        changed: 1,
        changedShare: 0.025,
        verdicts: [
          { before: 'in_scope', after: 'in_scope', count: 39 },
          { before: 'urgent_confirm', after: 'urgent_confirm', count: 1 },
        ],
        estimates: [{ currency: 'EUR', before: exactly(214_950), after: exactly(215_300) }],
      },
      items: [
        {
          taskId: taskExample.id,
          title: taskExample.title,
          url: taskExample.url,
          client: { id: taskExample.clientId, name: 'Claire' },
          createdAt: taskExample.createdAt,
          isChanged: true,
          before: outcomeExample,
          after: otherOutcomeExample,
          differences: differencesExample,
        },
      ],
      nextCursor: null,
    },
  })

const description =
  "Judges again the requests of the last days, open and done, that this policy judges: those of its clients, and those of other clients that are assigned to its assistant or for which she stands in, but not those that a colleague's policy judges. Compares with the rules in force now. What a person has ruled or changed stays. Nothing is written. 409 when the rules no longer fit a client, 422 while they have problems."
const response = { 200: Preview, 404: Problem, 409: Problem, 422: Problem, ...problems }
const tags = ['Policies']

/** What a change of a policy would have meant, before anybody is bound by it. */
export const policyPreviewRoutes: FastifyPluginAsyncZod<PolicyPreviewRoutes> = async (app, deps) => {
  app.post(
    '/policies/:id/draft/preview',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'previewPolicyDraft',
        summary: 'What the draft would change about the requests of the last days',
        description,
        tags,
        params: ByPolicy,
        body: optionalBody(Window.meta({ example: { days: 30, limit: 20 } })),
        response,
      },
    },
    (request) => look({ policyId: request.params.id, state: 'draft' }, request.body),
  )

  app.post(
    '/policies/:id/preview',
    {
      config: { scope: 'read' },
      schema: {
        operationId: 'previewPolicy',
        summary: 'The same for a version or a document; the draft, if neither is given',
        description,
        tags,
        params: ByPolicy,
        body: optionalBody(Window.extend(RulesFields).meta({ example: { days: 30, version: 3 } })),
        response,
      },
    },
    (request) => look(rulesChoice(request.body, request.params.id, 'draft'), request.body),
  )

  async function look(choice: RulesChoice & { policyId: string }, { cursor, only, ...window }: Window) {
    const after = placeOf(cursor, TaskId, 'body.cursor')
    const { rules, summary, next, ...preview } = await deps.preview(choice, {
      ...window,
      after,
      onlyChanged: only === 'changed',
    })
    return Preview.parse({
      ...preview,
      nothingWritten: true,
      rules: rulesView(rules),
      summary: summary === null ? null : { ...summary, changedShare: shareOf(summary) },
      nextCursor: next === null ? null : cursorOf(next),
    })
  }
}

const shareOf = ({ judged, changed }: { readonly judged: number; readonly changed: number }) =>
  judged === 0 ? 0 : Math.round((changed / judged) * 10_000) / 10_000
