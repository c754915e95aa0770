import { z } from 'zod'

/** What the commands on policies read of the API's answers. */
const Detail = z.object({
  path: z.string(),
  message: z.string(),
  remedy: z.string().optional(),
  fr: z.object({ message: z.string(), remedy: z.string() }).optional(),
})
const Words = z.object({ message: z.string(), remedy: z.string() })

export const Review = z.object({
  isPublishable: z.boolean(),
  problems: z.array(Detail),
  warnings: z.array(z.object({ code: z.string(), path: z.string(), fr: Words, en: Words })),
})
export type Review = z.infer<typeof Review>

export const CaseRun = z.object({
  passed: z.int(),
  failed: z.int(),
  results: z.array(
    z.object({
      name: z.string(),
      passed: z.boolean(),
      differences: z.array(z.object({ fr: z.string(), en: z.string() })),
    }),
  ),
})
export type CaseRun = z.infer<typeof CaseRun>

export const Difference = z.object({
  from: z.union([z.literal('draft'), z.int()]),
  to: z.union([z.literal('draft'), z.int()]),
  changes: z.array(z.looseObject({ path: z.string(), words: z.string() })),
})

export const Version = z.looseObject({
  id: z.string(),
  version: z.int(),
  effectiveAt: z.string(),
  note: z.string().nullable(),
})
