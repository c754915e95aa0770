import { z } from 'zod'
import type { ProblemKey } from './problems.ts'

/** Refuse with one of our own problems; its words and its remedy in both languages are in `problems.ts`. */
export const problem = (key: ProblemKey) => ({ error: key, params: { problem: key } })

/** A line of text. */
export const Text = z.string().trim().min(1).max(500)

/** Some lines of text. */
export const LongText = z.string().trim().min(1).max(5000)

/** The same text in one or both languages. */
export const Localized = z
  .strictObject({ fr: LongText.optional(), en: LongText.optional() })
  .refine(({ fr, en }) => fr !== undefined || en !== undefined, problem('no-language'))
export type Localized = z.infer<typeof Localized>

/** A list of words or sentences for each language. */
export const ByLanguage = (item: z.ZodString, atMost: number) =>
  z.strictObject({ fr: z.array(item).max(atMost).default([]), en: z.array(item).max(atMost).default([]) })

/** Words by which something is known, in both languages. */
export const Keywords = ByLanguage(z.string().trim().min(1).max(80), 300)

/** An amount in whole units of the policy's currency: `35` or `94.5`. Exact: counted in minor units from here on. */
export const Amount = z
  .number()
  .min(0)
  .max(1_000_000)
  .refine(hasAtMostThreeDecimals, problem('too-many-decimals'))

/** A share in whole percent. */
export const Percent = z.int().min(0).max(300)

/** What a state takes, in percent: 8.5 in Réunion, 8.1 in Switzerland. */
export const TaxRate = z.number().min(0).max(100).multipleOf(0.01)

/** A number of hours of work. */
export const Hours = z.number().positive().max(1000)

/** How long something takes: exactly so many hours, or from so many to so many. */
export const HourRange = z.union([
  Hours,
  z.strictObject({ min: Hours, max: Hours }).refine(({ min, max }) => min <= max, problem('min-above-max')),
])
export type HourRange = z.infer<typeof HourRange>

/** Working hours after which something happens, or never. */
const Term = z.union([Hours, z.literal('never')])

/** What time does about a question that nobody answers: one reminder, then an end; both in working hours. */
export const termsOf = (defaults: { remindAfterHours: number; expireAfterHours: number }) =>
  z
    .strictObject({
      remindAfterHours: Term.default(defaults.remindAfterHours),
      expireAfterHours: Term.default(defaults.expireAfterHours),
    })
    .refine(
      ({ remindAfterHours: reminder, expireAfterHours: end }) =>
        reminder === 'never' || end === 'never' || reminder < end,
      { path: ['remindAfterHours'], ...problem('reminder-after-end') },
    )
    .prefault({})
export type Terms = z.infer<ReturnType<typeof termsOf>>

/** A name that other parts refer to. */
export const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/u, problem('not-an-id'))

/** A day such as `2026-12-24`. */
export const Day = z.iso.date()

function hasAtMostThreeDecimals(value: number): boolean {
  const [, decimals = ''] = String(value).split('.')
  return decimals.length <= 3 && !String(value).includes('e')
}
