import { z } from 'zod'
import { findingCodes } from '#model/decision.ts'
import { AppError, type ErrorDetail } from '#model/error.ts'
import { statuses } from '#model/task.ts'
import { messageCodes } from './messages/message-codes.ts'
import { templateProblem } from './messages/template-problem.ts'
import { keywordProblems } from './scope/keyword-problems.ts'

const Text = z.string().trim().min(1).max(500)
const Keywords = z.array(z.string().trim().min(1).max(80)).max(300).default([])
const Minor = z.int().min(1).max(100_000_000)
const Percent = z.int().min(0).max(300)
const Hours = z.number().positive().max(1000)

const remedy = (text: string) => ({ params: { remedy: text } })

/** How long a service usually takes: exactly so many hours, or from so many to so many. */
const HourRange = z.union([
  Hours,
  z
    .strictObject({ min: Hours, max: Hours })
    .refine(({ min, max }) => min <= max, { error: 'min is more than max', ...remedy('swap the two') }),
])

/** An entry of the catalogue. Keywords are looked for as whole words, in both languages, plural or not. */
export const Service = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/u, 'use lower-case letters, digits and hyphens'),
  kind: z.enum(['included', 'quote', 'excluded']),
  name: z
    .strictObject({ fr: Text.optional(), en: Text.optional() })
    .refine(({ fr, en }) => fr !== undefined || en !== undefined, 'give the name in at least one language'),
  description: z.string().trim().max(2000).optional(),
  keywords: z.strictObject({ fr: Keywords, en: Keywords }).prefault({}),
  /** Used for an estimate when the request does not say. */
  defaultHours: HourRange.optional(),
  complexity: z.enum(['low', 'medium', 'high']).default('medium'),
  /** A fixed price in minor units; without it, hours count. */
  price: Minor.optional(),
  /** Who does this instead, told to the client when the service is excluded. */
  referral: z.strictObject({ fr: Text.optional(), en: Text.optional() }).optional(),
})
export type Service = z.infer<typeof Service>

/** When a request is urgent, and what that adds to its price, in whole percent. */
const Urgency = z.strictObject({
  thresholdHours: z.number().positive().max(720).default(24),
  /** Words of urgency beside the built-in ones. */
  markers: z.strictObject({ fr: Keywords, en: Keywords }).prefault({}),
  surchargePercent: z
    .strictObject({ low: Percent.default(20), medium: Percent.default(35), high: Percent.default(50) })
    .prefault({}),
  /** No surcharge is more than this, whatever the complexity says. */
  capPercent: Percent.default(50),
  /** The least a surcharge amounts to, in minor units; it wins over the cap. */
  minimumMinor: Minor.optional(),
})

/** A sentence that the law wants beside amounts; `from` and `until` are days that count too. */
const Mention = z.strictObject({ text: Text, from: z.iso.date().optional(), until: z.iso.date().optional() })

const Billing = z.strictObject({
  hourlyRateMinor: Minor,
  currency: z
    .string()
    .refine(
      (code) => Intl.supportedValuesOf('currency').includes(code),
      'is no ISO 4217 currency such as EUR',
    )
    .default('EUR'),
  mentions: z.array(Mention).max(20).default([]),
})

const Template = z
  .string()
  .max(5000)
  .superRefine((source, context) => {
    const problem = templateProblem(source)
    if (problem !== null) context.addIssue({ code: 'custom', message: problem })
  })

const Messages = z.strictObject({
  /** For which headlines a comment is made. A request that is to be reviewed never gets one. */
  commentWhen: z
    .array(z.enum(messageCodes).exclude(['to_review']))
    .default(['out_of_scope', 'quote_needed', 'urgent_confirm', 'urgent_confirmed']),
  /** Own words for a headline, as Liquid templates. */
  templates: z
    .partialRecord(z.enum(messageCodes), z.strictObject({ fr: Template.optional(), en: Template.optional() }))
    .default({}),
})

/** An assistant's written rules, as published. What may be left out has been filled in. */
export const Policy = z.strictObject({
  name: Text,
  /** Used where a text is missing in the client's language. */
  language: z.enum(['fr', 'en']).default('fr'),
  /** Who signs the messages. */
  assistantName: Text.optional(),
  services: z.array(Service).min(1).max(200),
  urgency: Urgency.prefault({}),
  billing: Billing,
  messages: Messages.prefault({}),
  /** Where a request goes on the board for a headline; left alone where nothing is said. */
  statuses: z.partialRecord(z.enum(findingCodes), z.enum(statuses)).default({}),
})
export type Policy = z.infer<typeof Policy>

/**
 * Read a policy document.
 * @throws AppError POLICY_INVALID with every problem at once: where, what, and what to do about it
 */
export function parsePolicy(input: unknown): Policy {
  const parsed = Policy.safeParse(input)
  const issues = parsed.error?.issues ?? []
  const details = [...issues.map(detailOf), ...crossProblems(input)]
  if (parsed.success && details.length === 0) return parsed.data
  const count = details.length === 1 ? 'a problem' : `${details.length} problems`
  throw new AppError('POLICY_INVALID', `the policy has ${count}`, { details })
}

/** Problems between services. Looked for among the ones that are whole, even when others are not. */
function crossProblems(input: unknown): ErrorDetail[] {
  const outline = z.object({ services: z.array(z.unknown()), language: Policy.shape.language.catch('fr') })
  const { data } = outline.safeParse(input)
  const services = (data?.services ?? []).flatMap((candidate, index) => {
    const service = Service.safeParse(candidate)
    return service.success ? [{ ...service.data, index }] : []
  })
  const unnamed = services
    .filter(({ name }) => name[data?.language ?? 'fr'] === undefined)
    .map(({ index }) => ({
      path: `services[${index}].name.${data?.language}`,
      message: "the name is missing in the policy's language",
      remedy: 'add it, or change the language of the policy',
    }))
  return [...duplicateIds(services), ...unnamed, ...keywordProblems(services)]
}

function duplicateIds(services: readonly { readonly id: string; readonly index: number }[]): ErrorDetail[] {
  const first = new Map(services.toReversed().map(({ id, index }) => [id, index]))
  return services
    .filter(({ id, index }) => first.get(id) !== index)
    .map(({ id, index }) => ({
      path: `services[${index}].id`,
      message: `"${id}" is already the id of services[${first.get(id)}]`,
      remedy: 'give each service an id of its own',
    }))
}

function detailOf(issue: z.core.$ZodIssue): ErrorDetail {
  const path = pathOf(issue.path)
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys
    return {
      path: path === '' ? key : `${path}.${key}`,
      message: `there is no such field${issue.keys.length > 1 ? `, nor ${issue.keys.slice(1).join(', ')}` : ''}`,
      remedy: 'check the spelling, or take it out',
    }
  }
  return { path, message: issue.message, remedy: remedyFor(issue) }
}

function remedyFor(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return String(issue.params?.remedy ?? 'correct the text')
  if (issue.code === 'invalid_value') return `use one of ${issue.values.join(', ')}`
  if (issue.code === 'too_small') return `use ${issue.minimum} or more`
  if (issue.code === 'too_big') return `use ${issue.maximum} or less`
  if (issue.code === 'invalid_type') return `give a value of type ${issue.expected}`
  return 'correct the value'
}

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./u, '')
}
