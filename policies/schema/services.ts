import { z } from 'zod'
import { complexities } from '#model/task.ts'
import { Amount, ByLanguage, HourRange, Id, Keywords, Localized, problem, Text } from './fields.ts'

/** `included`: covered. `quote`: done, at a price agreed each time. `excluded`: not done. */
export const kinds = ['included', 'quote', 'excluded'] as const
export type Kind = (typeof kinds)[number]

/** By what something that the client must supply can be seen to be there; one of them is enough. */
export const proofs = ['due_date', 'attachment', 'link', 'words'] as const

/** Something a service needs from the client before it can start. */
export const Need = z
  .strictObject({
    name: Localized,
    by: z.array(z.enum(proofs)).min(1).default(['attachment', 'link', 'words']),
    /** Words that say it is there or where it is. */
    words: Keywords.prefault({}),
  })
  .refine(({ by, words }) => !by.includes('words') || words.fr.length + words.en.length > 0, {
    path: ['words'],
    ...problem('need-without-words'),
  })

export type Need = z.infer<typeof Need>

/** An entry of the catalogue: what is asked for, in the words in which clients ask for it. */
export const Service = z.strictObject({
  id: Id,
  kind: z.enum(kinds),
  name: Localized,
  description: Localized.optional(),
  /** Looked for as whole words, in both languages, plural or not. */
  keywords: Keywords.prefault({}),
  /** Requests as clients really write them: the best way to teach what belongs here. */
  examples: ByLanguage(z.string().trim().min(1).max(1000), 200).prefault({}),
  /** Used for an estimate when the request does not say. */
  defaultHours: HourRange.optional(),
  /** Decides the surcharge of urgent work; without it, the words of the request do. */
  complexity: z.enum(complexities).optional(),
  /** A fixed price; without it, hours count. */
  price: Amount.optional(),
  /** A job of its own rather than running work: a deposit may be asked for. */
  oneOff: z.boolean().default(false),
  needs: z.array(Need).max(20).default([]),
  /** Who does this instead, told to the client when the service is excluded. */
  referrals: z
    .array(z.strictObject({ name: Localized, contact: Text.optional() }))
    .max(10)
    .default([]),
})
export type Service = z.infer<typeof Service>
