import { z } from 'zod'
import { languages } from '#model/board.ts'
import { findingCodes } from '#model/decision.ts'
import { AppError, type ErrorDetail } from '#model/error.ts'
import { statuses } from '#model/task.ts'
import { isObject, type Json, patchPolicy } from './merge-patch.ts'
import { Billing } from './schema/billing.ts'
import { Channels } from './schema/channels.ts'
import { crossProblems } from './schema/cross-problems.ts'
import { Id, LongText, Text } from './schema/fields.ts'
import { Hours } from './schema/hours.ts'
import { problemAt, problemsOf } from './schema/issues.ts'
import { Limits } from './schema/limits.ts'
import { Messages } from './schema/messages.ts'
import { problems } from './schema/problems.ts'
import { Service } from './schema/services.ts'
import { Urgency } from './schema/urgency.ts'

const Language = z.enum(languages)

/** Who works by these rules. Signs the messages; the rest is for documents. */
const Assistant = z.strictObject({
  name: Text,
  trade: Text.optional(),
  email: z.email().optional(),
  website: z.url().optional(),
})

const Scope = z.strictObject({
  /** How sure the reading of a text must be before it is a verdict, from 0.5 to 0.99; else a person looks. */
  strictness: z.number().min(0.5).max(0.99).optional(),
  /** Work that nothing in the catalogue covers: propose a quote, or let a person look. */
  uncatalogued: z.enum(['quote', 'review']).default('quote'),
})

/** What differs for the clients of one plan, in the shape of the policy; services by their id. */
const Plan = z.strictObject({ name: Text, set: z.record(z.string(), z.unknown()) })

/** An assistant's written rules, as published. What may be left out has been filled in. */
export const Policy = z.strictObject({
  name: Text,
  /** Used where a text is missing in the client's language. */
  language: Language.default('fr'),
  /** The languages in which clients are served. */
  languages: z
    .array(Language)
    .min(1)
    .max(2)
    .default([...languages]),
  assistant: Assistant.optional(),
  /** When she works. Left out: nothing is ever out of hours. */
  hours: Hours.optional(),
  channels: Channels.prefault({}),
  services: z.array(Service).min(1).max(200),
  scope: Scope.prefault({}),
  urgency: Urgency.prefault({}),
  billing: Billing,
  limits: Limits.prefault({}),
  /** Must clients accept the terms before anything is done? */
  terms: z
    .strictObject({ acceptance: z.enum(['required', 'not_required']).default('not_required') })
    .prefault({}),
  messages: Messages.prefault({}),
  /** Where a request goes on the board for a headline; left alone where nothing is said. */
  statuses: z.partialRecord(z.enum(findingCodes), z.enum(statuses)).default({}),
  /** What nobody judges but belongs into the written procedure. */
  notes: z
    .array(z.strictObject({ title: Text, text: LongText }))
    .max(50)
    .default([]),
  plans: z.record(Id, Plan).default({}),
})
export type Policy = z.infer<typeof Policy>
export type { Service } from './schema/services.ts'

/** A document that was read: the policy, or else all that is wrong with it. */
export type ReadPolicy =
  | { readonly policy: Policy; readonly problems: readonly [] }
  | { readonly policy: null; readonly problems: readonly ErrorDetail[] }

/** Read a policy document, with every problem at once: where, what, and what to do about it, in both languages. */
export function readPolicy(input: unknown): ReadPolicy {
  const parsed = Policy.safeParse(input)
  const details = [...(parsed.success ? [] : problemsOf(Policy, input)), ...crossProblems(input)]
  if (!parsed.success || details.length > 0) return { policy: null, problems: details }
  const inPlans = planProblems(input as Json, parsed.data.plans)
  return inPlans.length > 0 ? { policy: null, problems: inPlans } : { policy: parsed.data, problems: [] }
}

/**
 * Read a policy document that must be one.
 * @throws AppError POLICY_INVALID with every problem at once
 */
export function parsePolicy(input: unknown): Policy {
  const { policy, problems: found } = readPolicy(input)
  if (policy !== null) return policy
  const count = found.length === 1 ? 'a problem' : `${found.length} problems`
  throw new AppError('POLICY_INVALID', `the policy has ${count}`, { details: found })
}

/** What would be wrong with the policy of the clients of each plan. A plan has no plans of its own. */
function planProblems(input: Json, plans: Policy['plans']): ErrorDetail[] {
  return Object.entries(plans).flatMap(([id, { set }]) => {
    const under = `plans.${id}.set`
    if (isObject(set.plans)) return [problemAt(`${under}.plans`, problems['not-a-patch'])]
    const patched = patchPolicy(input, set)
    return [...problemsOf(Policy, patched, under), ...crossProblems(patched, under)]
  })
}
