import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Decision, findingCodes, type MoneyRange, privateCodes } from '#model/decision.ts'
import { type Account, emptyAccount } from '#model/facts.ts'
import { channels, complexities } from '#model/task.ts'
import { type CompiledPolicy, compilePolicy } from '#policies/compile.ts'
import { effectivePolicy } from '#policies/effective.ts'
import { evaluate } from '#policies/evaluate.ts'
import { labelSpecs } from '#policies/labels.ts'
import { decimalOf } from '#policies/money.ts'
import { presetSources, presets } from '#policies/presets/presets.ts'
import { packs, taxonomy } from '#policies/presets/taxonomy.ts'
import { parsePolicy } from '#policies/schema.ts'
import { stemsOf } from '#policies/scope/keyword-index.ts'
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
type Case = z.infer<typeof Case>

/** `client`, `now` and `account` are those of all cases that have none of their own. */
const Cases = z.strictObject({
  policy: z.string(),
  client: Client,
  now: Moment.default(monday),
  account: Books.default({}),
  cases: z.array(Case).min(12).max(40),
})
type Cases = z.infer<typeof Cases>

const files = globSync('policies/presets/*.cases.json')
  .toSorted()
  .map((file) => ({
    name: basename(file, '.cases.json'),
    ...Cases.parse(JSON.parse(readFileSync(file, 'utf8'))),
  }))

describe('every preset', () => {
  it('has its cases', () => {
    expect(files.map(({ name }) => name)).toEqual(Object.keys(presets).toSorted())
    for (const { name, policy } of files) expect(policy).toBe(name)
  })

  it.each(Object.entries(presetSources))('%s is as whole as it is written', (name, source) => {
    expect(presets[name]).toEqual(parsePolicy(source))
    const { services, languages } = parsePolicy(source)
    for (const { name, description, keywords, examples } of services) {
      for (const language of ['fr', 'en'] as const) {
        expect([name[language], description?.[language]]).not.toContain(undefined)
        expect(keywords[language].length, name.fr).toBeGreaterThan(2)
        expect(examples[language].length, name.fr).toBeGreaterThan(2)
      }
    }
    expect(languages.toSorted()).toEqual(['en', 'fr'])
  })

  it('together, their cases show every finding', () => {
    const wanted = files.flatMap(({ cases }) => cases.map((each) => each.expect))
    const shown = wanted.flatMap(({ headline, findings = [] }) => [headline, ...findings])
    expect(new Set(shown)).toEqual(new Set(findingCodes))
    expect(new Set(wanted.flatMap((each) => each.private ?? []))).toEqual(new Set(privateCodes))
  })
})

describe.each(files)('$name', (file) => {
  it.each(file.cases)('$name', (each) => {
    const { decision, possible } = judge(file, each)
    const { says, neverSays, findings, ...rest } = each.expect
    expect(readable(decision)).toMatchObject(rest)
    if (findings !== undefined) expect(codesOf(decision.findings)).toEqual(findings.toSorted())
    for (const words of says) expect(decision.message).toContain(words)
    for (const words of [...neverSays, 'refus', 'undefined', '{{', '{%']) {
      expect(decision.message).not.toContain(words)
    }
    expect(possible).toEqual(expect.arrayContaining([...decision.labels]))
  })
})

describe('the taxonomy', () => {
  const ids = taxonomy.map(({ id }) => id)

  it('has sixty services, each its own id and its own keywords', () => {
    expect(new Set(ids).size).toBe(60)
    for (const language of ['fr', 'en'] as const) {
      const stems = taxonomy.flatMap(({ keywords }) => [
        ...new Set(keywords[language].map((keyword) => stemsOf(keyword, language).join(' '))),
      ])
      expect(stems.filter((stem, at) => stem === '' || stems.indexOf(stem) !== at)).toEqual([])
    }
  })

  it('has packs of services that exist', () => {
    expect(Object.values(packs).flat()).toSatisfy((all: string[]) => all.every((id) => ids.includes(id)))
  })

  it('is enough to put a policy together', () => {
    const entries = (pack: keyof typeof packs, kind: string) =>
      taxonomy.filter(({ id }) => packs[pack].includes(id)).map((entry) => ({ ...entry, kind }))
    for (const pack of ['webmarketing', 'coach-therapist', 'admin-tpe'] as const) {
      const services = [...entries(pack, 'included'), ...entries('usual-exclusions', 'excluded')]
      const policy = parsePolicy({ name: pack, services, billing: { hourlyRate: 35 } })
      expect(policy.services).toHaveLength(services.length)
    }
    const agency = { name: 'Agence', services: entries('agency', 'quote'), billing: { hourlyRate: 35 } }
    expect(parsePolicy(agency).services).toHaveLength(60)
  })
})

function judge({ policy: name, account, ...usual }: Cases, each: Case) {
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

const compiled = new Map<string, CompiledPolicy>()

/** Compiling takes much longer than judging. */
function compiledFor(name: string, client: z.infer<typeof Client>, plan: string | null): CompiledPolicy {
  const key = JSON.stringify([name, client, plan])
  const document = presets[name]
  if (document === undefined) throw new Error(`there is no preset ${name}`)
  const own = effectivePolicy(document, { plan, terms: {} })
  const policy = compiled.get(key) ?? compilePolicy(own, { id: name, version: 1 }, client)
  compiled.set(key, policy)
  return policy
}

/** A decision in the words of a case. */
function readable(decision: Decision): Record<string, unknown> {
  const { headline, labels, service, complexity, status, announce, price } = decision
  const reasonOf = (codes: readonly string[]) =>
    decision.findings.find(({ code }) => codes.includes(code))?.reason ?? null
  return {
    ...{ headline, labels, service, complexity, status, announce },
    private: decision.privateFindings.map(({ code }) => code),
    reason: reasonOf(['in_scope', 'out_of_scope', 'quote_needed', 'to_review']),
    urgency: reasonOf(['urgent_confirm', 'urgent_confirmed']),
    price: price === null ? null : amountOf(price.total),
    deposit: price?.deposit ? amountOf(price.deposit) : null,
    triggers: price?.triggers ?? [],
  }
}

function amountOf({ min, max }: MoneyRange): string {
  const [low, high] = [decimalOf(min), decimalOf(max)]
  return low === high ? low : `${low}–${high}`
}

const codesOf = (findings: Decision['findings']) => findings.map(({ code }) => code).toSorted()
