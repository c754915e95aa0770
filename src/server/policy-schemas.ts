import { z } from 'zod'
import { languages } from '#model/board.ts'
import { Policy, parsePolicy } from '#policies/schema.ts'
import { PageQuery } from './page.ts'
import { Moment } from './schemas.ts'

/** Shapes that the routes of policies share. */
export const PolicyId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'use small letters, digits and hyphens')
  .meta({ example: 'my-rules' })
export const ByPolicy = z.object({ id: PolicyId })
export const VersionNumber = z.coerce.number().int().positive().max(1_000_000)

/** What the lists of one policy take: their cursor is a number that grows. */
export const NumberedPage = PageQuery.extend({
  cursor: z.coerce
    .number()
    .int()
    .positive()
    .max(2_147_483_647)
    .optional()
    .meta({ description: '`nextCursor` of the page before' }),
})

export const LanguageQuery = z.strictObject({
  language: z.enum(languages).optional().meta({ description: "The policy's own, if left out" }),
})

/** A document before it is checked: `readPolicy` reports every problem with a remedy. */
const source = {
  name: 'Mes règles',
  services: [{ id: 'newsletter', kind: 'included', name: { fr: 'Newsletters' } }],
  billing: { hourlyRate: 35 },
}
export const sourceExample = source
export const Source = z.record(z.string(), z.unknown()).meta({
  id: 'PolicySource',
  description: 'A policy document as a person writes it; GET /presets/{name} shows one',
  example: source,
})

export const Note = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .regex(/^\P{Cc}*$/u, 'is to be one line without control characters')
  .nullable()
  .meta({ description: 'Why, for whoever reads it later', example: 'Nouveaux tarifs 2027' })

export const VersionSummary = z
  .object({
    id: z.string(),
    version: z.int(),
    name: z.string(),
    state: z.enum(['in-force', 'pending', 'past', 'cancelled']),
    effectiveAt: Moment.meta({ description: 'From when on it is in force' }),
    publishedAt: Moment,
    note: Note,
  })
  .meta({
    id: 'PolicyVersionSummary',
    example: {
      id: 'my-rules',
      version: 3,
      name: 'Mes règles',
      state: 'pending',
      effectiveAt: '2027-01-01T00:00:00.000Z',
      publishedAt: '2026-12-01T09:00:00.000Z',
      note: 'Nouveaux tarifs 2027',
    },
  })

/** The same document with everything that is built in filled in. */
export const policyExample = parsePolicy(source)

const versionExample = {
  id: 'my-rules',
  version: 3,
  effectiveAt: '2027-01-01T00:00:00.000Z',
  publishedAt: '2026-12-01T09:00:00.000Z',
  note: 'Nouveaux tarifs 2027',
  cancelledAt: null,
  source,
  document: policyExample,
}

export const VersionView = z
  .object({
    id: z.string(),
    version: z.int(),
    effectiveAt: Moment,
    publishedAt: Moment,
    note: Note,
    cancelledAt: Moment.nullable(),
    source: Source,
    document: Policy,
  })
  .meta({ id: 'PolicyVersion', example: versionExample })

const Words = z.object({ message: z.string(), remedy: z.string() })
export const PolicyProblem = z
  .object({
    path: z.string().meta({ example: 'billing.hourlyRate' }),
    message: z.string(),
    remedy: z.string().optional(),
    fr: Words.optional(),
  })
  .meta({ id: 'PolicyProblem', description: 'Why it cannot be published; English, and French under `fr`' })
export const PolicyWarning = z
  .object({ code: z.string(), path: z.string(), fr: Words, en: Words })
  .meta({ id: 'PolicyWarning', description: 'Allowed, but probably not meant' })

export const Review = z
  .object({
    isPublishable: z.boolean(),
    problems: z.array(PolicyProblem),
    warnings: z.array(PolicyWarning),
  })
  .meta({
    id: 'PolicyReview',
    example: {
      isPublishable: false,
      problems: [
        {
          path: 'billing.hourlyRate',
          message: 'the hourly rate is zero',
          remedy: 'give a rate above zero',
          fr: { message: 'le tarif horaire est nul', remedy: 'donne un tarif supérieur à zéro' },
        },
      ],
      warnings: [],
    },
  })

export const DraftView = z
  .object({
    policyId: z.string(),
    basedOn: z.int().nullable().meta({ description: 'The version it changes; null before the first' }),
    inForce: z
      .int()
      .nullable()
      .meta({ description: 'The version in force now; publishing needs it to be `basedOn`' }),
    isSaved: z
      .boolean()
      .meta({ description: 'false: nothing was changed, it reads like the version in force' }),
    updatedAt: Moment.nullable(),
    source: Source,
    ...Review.shape,
  })
  .meta({
    id: 'PolicyDraft',
    example: {
      policyId: 'my-rules',
      basedOn: 2,
      inForce: 2,
      isSaved: true,
      updatedAt: '2026-11-30T17:00:00.000Z',
      source,
      isPublishable: true,
      problems: [],
      warnings: [],
    },
  })

/** Every change of a draft says which state of it was read. */
export const IfMatch = z.looseObject({
  'if-match': z.string().max(1000).optional().meta({
    description: 'The ETag of the draft as you have read it; needed for every change. `*` is any.',
    example: '"0LN7mR3kTq2xYb9WcVf4Zg"',
  }),
})

export const PublishBody = z
  .strictObject({
    effectiveAt: Moment.optional().meta({ description: 'A moment to come; left out: at once' }),
    note: Note.optional(),
    override: z
      .strictObject({ cases: z.boolean().optional(), impact: z.boolean().optional() })
      .optional()
      .meta({ description: 'Publish although cases fail, or although much would change; it is audited' }),
    mostChangedPercent: z.int().min(0).max(100).optional().meta({
      description:
        'How many percent of the open requests may come out otherwise before the draft is held; 30, if left out. It holds for ten open requests or more.',
    }),
  })
  .meta({
    id: 'PublishRequest',
    example: { note: 'Nouveaux tarifs', effectiveAt: '2027-01-01T00:00:00.000Z' },
  })

export const Publication = z
  .object({
    version: VersionView,
    failedCases: z.array(z.string()).meta({ description: 'Names of the cases that were overridden' }),
    impact: z
      .object({ judged: z.int(), changed: z.int(), isTooLarge: z.boolean() })
      .meta({ description: 'How many requests are open, and how many of them these rules see otherwise' }),
  })
  .meta({
    id: 'Publication',
    example: {
      version: versionExample,
      failedCases: [],
      impact: { judged: 42, changed: 3, isTooLarge: false },
    },
  })
