import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Decision, findingCodes, type Price } from '#model/decision.ts'
import { compilePolicy } from '#policies/compile.ts'
import { evaluate } from '#policies/evaluate.ts'
import { labelSpecs } from '#policies/labels.ts'
import { decimalOf } from '#policies/money.ts'
import { presets } from '#policies/presets/presets.ts'
import { added, facts, monday, task } from './judge.ts'

const Client = z.strictObject({
  language: z.enum(['fr', 'en']),
  address: z.enum(['tu', 'vous']),
  timeZone: z.string(),
})

const Moment = z.iso
  .datetime({ offset: true })
  .transform((text) => Temporal.Instant.from(text).toString({ smallestUnit: 'millisecond' }))

const Case = z.strictObject({
  name: z.string(),
  client: Client.optional(),
  request: z.strictObject({
    title: z.string(),
    text: z.string().default(''),
    due: Moment.optional(),
    dueSet: Moment.optional(),
    service: z.string().optional(),
    hours: z.number().optional(),
    ruling: z.enum(findingCodes).optional(),
  }),
  expect: z.strictObject({
    headline: z.enum(findingCodes),
    labels: z.array(z.string()).optional(),
    service: z.string().nullable().optional(),
    reason: z.string().optional(),
    urgency: z.string().nullable().optional(),
    price: z.string().nullable().optional(),
    announce: z.boolean().optional(),
    says: z.array(z.string()).optional(),
  }),
})
const Cases = z.strictObject({ policy: z.string(), client: Client, cases: z.array(Case).min(1) })

const scopeCodes = ['in_scope', 'out_of_scope', 'quote_needed', 'to_review']

function totalOf(price: Price | null): string | null {
  if (price === null) return null
  const [min, max] = [decimalOf(price.total.min), decimalOf(price.total.max)]
  return min === max ? min : `${min}–${max}`
}

/** A decision in the words of a case. */
function readable(decision: Decision): Record<string, unknown> {
  const reasonOf = (test: (code: string) => boolean) =>
    decision.findings.find(({ code }) => test(code))?.reason ?? null
  return {
    headline: decision.headline,
    labels: decision.labels,
    service: decision.service,
    reason: reasonOf((code) => scopeCodes.includes(code)),
    urgency: reasonOf((code) => code.startsWith('urgent_')),
    price: totalOf(decision.price),
    announce: decision.announce,
  }
}

const files = globSync('policies/presets/*.cases.json')

it('ships every preset with cases', () => {
  expect(files.map((file) => basename(file, '.cases.json')).sort()).toEqual(Object.keys(presets).sort())
})

describe.each(files)('%s', (file) => {
  const { policy: name, client: usual, cases } = Cases.parse(JSON.parse(readFileSync(file, 'utf8')))

  it.each(cases)('$name', ({ client, request, expect: wanted }) => {
    const document = presets[name]
    if (document === undefined) throw new Error(`there is no preset ${name}`)
    const policy = compilePolicy(document, { id: name, version: 1 }, client ?? usual)
    const { title, text, hours = null, service = null, due = null, dueSet = null, ruling } = request
    const known = facts({
      dueAt: due,
      dueSetAt: dueSet,
      overrides: ruling === undefined ? [] : [added(ruling)],
    })
    const decision = evaluate(policy, task({ title, text, hours, service, dueAt: due }), known, monday)
    const { says = [], ...rest } = wanted
    expect(readable(decision)).toMatchObject(rest)
    for (const words of says) expect(decision.message).toContain(words)
    expect(labelSpecs(policy).map(({ key }) => key)).toEqual(expect.arrayContaining([...decision.labels]))
  })
})
