import { z } from 'zod'
import { isCountable } from '#model/countable.ts'
import { findingCodes, privateCodes } from '#model/decision.ts'
import type { Account } from '#model/facts.ts'
import { channels, complexities, statuses } from '#model/task.ts'
import { problem, Text } from '../schema/fields.ts'
import { isTimeZone } from '../schema/hours.ts'

/** A moment with any offset, kept in UTC. */
export const AnyMoment = z.iso
  .datetime({ offset: true, abort: true })
  .overwrite((text) => new Date(text).toISOString())
  .refine(isCountable, 'is in no year from 2 to 9998')
  .meta({ example: '2026-11-23T08:00:00.000Z' })

/** For whom. Left out: the policy's language, vous, its time zone, no plan, no terms of their own. */
export const CaseClient = z
  .strictObject({
    language: z.enum(['fr', 'en']),
    address: z.enum(['tu', 'vous']),
    timeZone: z.string().refine(isTimeZone, problem('not-a-zone')),
    plan: z.string().max(60).nullable(),
    terms: z.record(z.string(), z.unknown()),
  })
  .partial()

const Count = z.int().min(0).max(1_000_000_000)

/** What the assistant's books say. Left out: nothing is known. */
export const Books = z
  .strictObject({
    acceptedAt: AnyMoment.nullable(),
    depositMinor: Count,
    overdueSince: AnyMoment.nullable(),
    paidUntil: z.iso.date().nullable(),
    minutesUsed: Count.nullable(),
    minutesCarried: Count,
    requests: z.strictObject({ week: Count, month: Count }),
    minutesPromised: Count,
    isFirst: z.boolean(),
    isOffered: z.boolean(),
  } satisfies Record<keyof Account, z.ZodType>)
  .partial()

/** What a client asks, when, and what is known of it. Left out: asked at the moment of judging, due set with it. */
export const CaseRequest = z.strictObject({
  title: z.string().max(1000),
  text: z.string().max(10_000).default(''),
  submittedAt: AnyMoment.optional(),
  dueAt: AnyMoment.optional(),
  dueSetAt: AnyMoment.optional(),
  service: z.string().max(60).optional(),
  hours: z.number().positive().max(1000).optional(),
  complexity: z.enum(complexities).optional(),
  revision: z.int().min(1).max(1000).optional(),
  channel: z.enum(channels).default('trello'),
  attachments: z
    .array(z.strictObject({ name: z.string().max(300), mimeType: z.string().max(100).nullable() }))
    .max(50)
    .default([]),
  /** The verdict that the assistant has put on it herself. */
  ruling: z.enum(findingCodes).optional(),
  account: Books.default({}),
})

const Phrases = z.array(z.string().min(1).max(500)).max(20).default([])

/** What must come of it. Amounts as decimals, a range as `70.00–140.00`; nothing is checked that is left out. */
export const Expected = z.strictObject({
  headline: z.enum(findingCodes),
  labels: z.array(z.string().max(60)).max(20).optional(),
  findings: z.array(z.enum(findingCodes)).max(20).optional(),
  private: z.array(z.enum(privateCodes)).max(20).optional(),
  service: z.string().max(60).nullable().optional(),
  /** Why it is covered or not, as the finding names it. */
  reason: z.string().max(60).optional(),
  /** Why it is urgent; null when it is not. */
  urgency: z.string().max(60).nullable().optional(),
  complexity: z.enum(complexities).optional(),
  price: z.string().max(60).nullable().optional(),
  deposit: z.string().max(60).nullable().optional(),
  triggers: z.array(z.string().max(60)).max(20).optional(),
  status: z.enum(statuses).nullable().optional(),
  announce: z.boolean().optional(),
  says: Phrases,
  neverSays: Phrases,
})
export type Expected = z.infer<typeof Expected>

/** A request in plain words, and what must come of it under a policy; the name says what it proves. */
export const PolicyCase = z.strictObject({
  name: Text,
  client: CaseClient.default({}),
  now: AnyMoment,
  request: CaseRequest,
  expect: Expected,
})
export type PolicyCase = z.infer<typeof PolicyCase>
