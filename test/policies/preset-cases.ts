import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Decision, findingCodes, privateCodes } from '#model/decision.ts'
import { type Account, emptyAccount } from '#model/facts.ts'
import { channels, complexities } from '#model/task.ts'
import { type CompiledPolicy, compilePolicy } from '#policies/compile.ts'
import { effectivePolicy } from '#policies/effective.ts'
import { evaluate } from '#policies/evaluate.ts'
import { labelSpecs } from '#policies/labels.ts'
import { presets } from '#policies/presets/presets.ts'
import { added, facts, monday, task } from './judge.ts'

const Moment = z.iso
  .datetime({ offset: true })
  .transform((text) => Temporal.Instant.from(text).toString({ smallestUnit: 'millisecond' }))

const Client = z.strictObject({
  language: z.enum(['fr', 'en']),
  address: z.enum(['tu', 'vous']).default('vous'),
  timeZone: z.string(),
})

const Books = z
  .strictObject({
    acceptedAt: Moment.nullable(),
    depositMinor: z.int(),
    overdueSince: Moment.nullable(),
    paidUntil: z.iso.date().nullable(),
    minutesUsed: z.int().nullable(),
    minutesCarried: z.int(),
    requests: z.strictObject({ week: z.int(), month: z.int() }),
    minutesPromised: z.int(),
    isFirst: z.boolean(),
    isOffered: z.boolean(),
  } satisfies Record<keyof Account, z.ZodType>)
  .partial()

/** What a client asks, when, and what is known of it. Left out: asked at the moment of judging, due set with it. */
const Request = z.strictObject({
  title: z.string(),
  text: z.string().default(''),
  submitted: Moment.optional(),
  due: Moment.optional(),
  dueSet: Moment.optional(),
  service: z.string().optional(),
  hours: z.number().optional(),
  complexity: z.enum(complexities).optional(),
  revision: z.int().optional(),
  channel: z.enum(channels).default('trello'),
  attachments: z.array(z.strictObject({ name: z.string(), mimeType: z.string().nullable() })).default([]),
  ruling: z.enum(findingCodes).optional(),
  account: Books.default({}),
})

/** What must come of it. Amounts as decimals, a range as `70.00–140.00`; nothing is checked that is left out. */
const Wanted = z.strictObject({
  headline: z.enum(findingCodes),
  labels: z.array(z.string()).optional(),
  findings: z.array(z.enum(findingCodes)).optional(),
  private: z.array(z.enum(privateCodes)).optional(),
  service: z.string().nullable().optional(),
  reason: z.string().optional(),
  urgency: z.string().nullable().optional(),
  complexity: z.enum(complexities).optional(),
  price: z.string().nullable().optional(),
  deposit: z.string().nullable().optional(),
  triggers: z.array(z.string()).optional(),
  status: z.string().nullable().optional(),
  announce: z.boolean().optional(),
  says: z.array(z.string()).default([]),
  neverSays: z.array(z.string()).default([]),
})

const Case = z.strictObject({
  name: z.string(),
  client: Client.optional(),
  plan: z.string().optional(),
  now: Moment.optional(),
  request: Request,
  expect: Wanted,
})
export type Case = z.infer<typeof Case>

/** `client`, `now` and `account` are those of all cases that have none of their own. */
const Cases = z.strictObject({
  policy: z.string(),
  client: Client,
  now: Moment.default(monday),
  account: Books.default({}),
  cases: z.array(Case).min(12).max(60),
})
export type Cases = z.infer<typeof Cases>

/** The cases of every preset, by its name. */
export const files = globSync('policies/presets/*.cases.json')
  .toSorted()
  .map((file) => ({
    name: basename(file, '.cases.json'),
    ...Cases.parse(JSON.parse(readFileSync(file, 'utf8'))),
  }))

/** Judge a case, with the labels that a board of such a client can have. */
export function judgeCase(
  { policy: name, account, ...usual }: Cases,
  each: Case,
): { decision: Decision; possible: readonly string[] } {
  const policy = compiledFor(name, each.client ?? usual.client, each.plan ?? null)
  const { request, now = usual.now } = each
  const { title, text, channel, attachments, submitted = now, due: dueAt = null } = request
  const { hours = null, service = null, complexity = null, revision = null, ruling } = request
  const asked = task({
    ...{ title, text, channel, attachments, submittedAt: submitted, dueAt },
    ...{ hours, service, complexity, revision },
  })
  const known = facts({
    dueAt,
    dueSetAt: dueAt === null ? null : (request.dueSet ?? submitted),
    judgedAt: now,
    overrides: ruling === undefined ? [] : [added(ruling, now)],
    account: { ...emptyAccount, ...account, ...request.account } as Account,
  })
  const possible = labelSpecs(policy).map(({ key }) => key)
  return { decision: evaluate(policy, asked, known, now), possible }
}

const compiledPolicies = new Map<string, CompiledPolicy>()

/** Compiling takes much longer than judging. */
function compiledFor(name: string, client: z.infer<typeof Client>, plan: string | null): CompiledPolicy {
  const key = JSON.stringify([name, client, plan])
  const document = presets[name]
  if (document === undefined) throw new Error(`there is no preset ${name}`)
  const own = effectivePolicy(document, { plan, terms: {} })
  const policy = compiledPolicies.get(key) ?? compilePolicy(own, { id: name, version: 1 }, client)
  compiledPolicies.set(key, policy)
  return policy
}
