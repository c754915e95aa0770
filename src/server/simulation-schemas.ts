import { z } from 'zod'
import { complexities } from '#model/task.ts'
import type { CompiledPolicy } from '#policies/compile.ts'
import type { TriedRules } from '../pipeline/tried-rules.ts'
import { explanationExample, outcomeExample } from './explanation-example.ts'
import { Finding, FindingCode, LabelKey, Price, PrivateFinding, Status } from './schemas.ts'

/** Shapes that the routes share which try rules without a write. */
const NamedLabel = z.object({
  key: LabelKey,
  name: z.string().meta({ description: "As the client's board shows it", example: 'Hors cadre' }),
})
const NamedService = z.object({ key: z.string(), name: z.string() })

/** A decision in a few words. */
export const Outcome = z
  .object({
    headline: z.object({ key: FindingCode, name: z.string() }),
    labels: z.array(NamedLabel),
    service: NamedService.nullable(),
    price: Price.extend({
      text: z.string().meta({ description: 'The total as a client reads it', example: '94,50 €' }),
    }).nullable(),
    status: Status.nullable().meta({ description: 'Where the request would go; null: it stays' }),
  })
  .meta({ id: 'Outcome', example: outcomeExample })

/** A decision in full. */
export const Explanation = z
  .object({
    ...Outcome.shape,
    complexity: z.enum(complexities),
    findings: z.array(
      Finding.extend({
        label: z.string(),
        sentence: z.string().meta({ description: 'The clause that it rests on, as the client reads it' }),
      }),
    ),
    privateFindings: z
      .array(PrivateFinding.extend({ fr: z.string(), en: z.string() }))
      .meta({ description: 'For the assistant alone, in sentences' }),
    message: z
      .object({ text: z.string(), isWritten: z.boolean() })
      .meta({ description: "The comment in the client's words, and whether it would be written" }),
    reading: z
      .object({
        words: z.array(z.string()),
        ignored: z.array(z.string()),
        candidates: z.array(NamedService),
        nearest: z.string().nullable(),
        isLearned: z.boolean(),
      })
      .nullable()
      .meta({
        description:
          'How the text was read: words that counted, parts set aside, services that come nearest. Null where a person named the service or ruled',
      }),
  })
  .meta({ id: 'Explanation', example: explanationExample })

export const DecisionDifference = z
  .object({
    what: z.string().meta({ example: 'verdict' }),
    fr: z.string().meta({ example: 'Le verdict passe de « Dans le cadre » à « Hors cadre ».' }),
    en: z.string(),
  })
  .meta({ id: 'DecisionDifference' })

/** Which rules were tried. */
export const RulesView = z
  .object({
    policyId: z.string().nullable(),
    state: z.union([z.int(), z.enum(['draft', 'document'])]).meta({ description: 'The number of a version' }),
    examplesRevision: z.int(),
  })
  .meta({ example: { policyId: 'my-rules', state: 'draft', examplesRevision: 0 } })

/** Said in every answer, so that nobody has to wonder. */
export const NothingWritten = z.literal(true).meta({ description: 'Nothing was written, nobody was told' })

/** The copy also drops the model's readonly marks. */
export const rulesView = (rules: TriedRules) => RulesView.parse(rules)

/** For whom rules were compiled. */
export const SpokenTo = z.object({
  language: z.enum(['fr', 'en']),
  address: z.enum(['tu', 'vous']),
  timeZone: z.string(),
})

export const spokenTo = ({ language, address, timeZone }: CompiledPolicy) => ({ language, address, timeZone })
