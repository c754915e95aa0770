import { z } from 'zod'
import { quoteStates } from '#policies/report/quotes.ts'
import { uncoveredReasons } from '#policies/report/uncovered.ts'
import type { WeeklyReport as Report } from '#policies/report/weekly-report.ts'
import { FindingCode, Moment, MoneyRange } from './schemas.ts'

const Ref = z.object({
  id: z.string().meta({ description: 'Of the task; of a request on no board, its own' }),
  title: z.string(),
  client: z.string(),
  url: z.string().nullable(),
})
const Sum = z.object({
  count: z.int(),
  totals: z.array(MoneyRange).meta({ description: 'One for each currency' }),
})
const Json = z.record(z.string(), z.unknown())

const Proposal = z.object({
  kind: z.enum(['new-service', 'examples']),
  service: z.string().meta({ description: "The id in the policy's catalogue" }),
  fields: Json.meta({ description: 'What is to be written under that id' }),
  patch: Json.meta({ description: "As a merge patch for the policy's draft" }),
  covers: z.int().meta({ description: 'Of the requests, how many it gives a definite answer to: tried' }),
})

const request = {
  id: 'tsk_2Xc7VbNm4QwErT9y',
  title: 'Traduire la page de vente',
  client: 'Claire',
  url: 'https://trello.com/c/a1b2c3d4',
}
const fields = { kind: 'quote', name: { fr: 'Traduction', en: 'Translation' }, keywords: { fr: [], en: [] } }
const none = { count: 0, totals: [] }
const euros = { minor: 2450, currency: 'EUR' }

/** A week as the report tells it. */
export const weeklyExample: Report = {
  policyId: 'my-rules',
  policyName: 'Assistante virtuelle webmarketing',
  week: '2026-W48',
  from: '2026-11-22T23:00:00.000Z',
  to: '2026-11-29T23:00:00.000Z',
  firstDay: '2026-11-23',
  lastDay: '2026-11-29',
  timeZone: 'Europe/Paris',
  madeAt: '2026-11-30T08:00:00.000Z',
  isOver: true,
  arrived: 1,
  offHours: {
    count: 1,
    answeredEarly: 0,
    items: [
      {
        request,
        arrivedAt: '2026-11-23T21:00:00.000Z',
        reason: 'hours',
        opensAt: '2026-11-24T08:00:00.000Z',
        answeredAt: '2026-11-24T08:12:00.000Z',
        isTold: true,
      },
    ],
  },
  surcharges: { estimated: { count: 1, totals: [{ min: euros, max: euros }] }, accepted: none },
  quotes: { given: none, accepted: none, declined: none, items: [] },
  goodwill: { count: 0, worth: none, items: [] },
  uncovered: [
    {
      requests: [request],
      reasons: ['uncatalogued'],
      proposal: {
        kind: 'new-service',
        service: 'translation',
        fields,
        patch: { services: { translation: fields } },
        covers: 1,
      },
    },
  ],
  corrections: [],
  waiting: [{ request, verdict: 'quote_needed', keptUntil: null }],
}

/** A week, as the API shows it. */
export const WeeklyReport = z
  .object({
    policyId: z.string(),
    policyName: z.string(),
    week: z.string().meta({ description: 'As ISO 8601 names it' }),
    from: Moment,
    to: Moment.meta({ description: 'The first moment of the next week' }),
    firstDay: z.iso.date(),
    lastDay: z.iso.date(),
    timeZone: z.string().meta({ description: "The assistant's: her weeks begin there" }),
    madeAt: Moment.meta({ description: 'What waits, waits now, whichever week it is' }),
    isOver: z.boolean(),
    arrived: z.int(),
    offHours: z
      .object({
        count: z.int(),
        answeredEarly: z.int().meta({ description: 'Answered by herself before she was open again' }),
        items: z.array(
          z.object({
            request: Ref,
            arrivedAt: Moment,
            reason: z.string(),
            opensAt: Moment.nullable().meta({ description: 'Until then it was kept from her' }),
            answeredAt: Moment.nullable(),
            isTold: z.boolean().meta({ description: 'Did the client read a comment of ours meanwhile?' }),
          }),
        ),
      })
      .meta({ description: 'What came while she did not answer' }),
    surcharges: z.object({ estimated: Sum, accepted: Sum }),
    quotes: z.object({
      given: Sum,
      accepted: Sum,
      declined: Sum,
      items: z.array(
        z.object({
          request: Ref,
          amount: MoneyRange,
          givenAt: Moment,
          state: z.enum(quoteStates),
          decidedAt: Moment.nullable(),
        }),
      ),
    }),
    goodwill: z.object({
      count: z.int(),
      worth: Sum,
      items: z.array(z.object({ request: Ref, at: Moment, worth: MoneyRange.nullable() })),
    }),
    uncovered: z
      .array(
        z.object({
          requests: z.array(Ref),
          reasons: z.array(z.enum(uncoveredReasons)),
          proposal: Proposal.nullable(),
        }),
      )
      .meta({ description: 'Requests that no rule had an answer to, with the line that would give one' }),
    corrections: z.array(
      z.object({
        at: Moment,
        kind: z.enum(['taught', 'changed']),
        words: z.string(),
        request: Ref.nullable(),
      }),
    ),
    waiting: z
      .array(
        z.object({
          request: Ref,
          verdict: FindingCode,
          keptUntil: Moment.nullable().meta({
            description: 'Of a request that came outside her hours: when she answers again',
          }),
        }),
      )
      .meta({ description: 'What still wants a word from her' }),
  })
  .meta({
    id: 'WeeklyReport',
    example: weeklyExample,
  })
