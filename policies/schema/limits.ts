import { z } from 'zod'
import { Amount, Hours, Percent } from './fields.ts'

/** What has an end even when it is included. What is not written is not limited. */
export const Limits = z.strictObject({
  /** Rounds of changes to one deliverable. Practice: two, within a week (product page of design studios). */
  revisions: z
    .strictObject({
      included: z.int().min(0).max(50).default(2),
      /** Days after delivery in which they are free. The contract says so; nobody tells when work was delivered, so it is not judged. */
      withinDays: z.int().min(1).max(365).default(7),
      /** What one more costs: an amount of its own, or a surcharge on the work. */
      price: Amount.optional(),
      surchargePercent: Percent.default(0),
    })
    .optional(),
  /** New requests in a week or a month. */
  requests: z.strictObject({ count: z.int().min(1).max(1000), per: z.enum(['week', 'month']) }).optional(),
  /** Hours of work in a month, beside those of a package. */
  hoursPerMonth: Hours.optional(),
  /** How much promised work fits into a day; beyond it the assistant is warned, nobody else. */
  hoursPerDay: z.number().positive().max(24).optional(),
})
