import { z } from 'zod'
import { Amount, Keywords, Percent, termsOf } from './fields.ts'

/**
 * When a request is urgent, and what that adds to its price. The defaults are the article's: less than 24 h, 20 to 50 %
 * by complexity, availability confirmed first.
 */
export const Urgency = z.strictObject({
  /** Notice shorter than this is urgent; exactly this much is not. */
  thresholdHours: z.number().positive().max(720).default(24),
  /** Is notice counted by the clock, or in working time? */
  basis: z.enum(['clock', 'working']).default('clock'),
  /** False: urgent work is never done; clients are told the earliest moment instead. */
  accepted: z.boolean().default(true),
  /** How long a request waits for the assistant to confirm; its due date ends that in any case. */
  confirmation: termsOf({ remindAfterHours: 1, expireAfterHours: 4 }),
  /** Words of urgency beside the built-in ones. */
  markers: Keywords.prefault({}),
  /** For short notice, by how complex the work is. */
  surchargePercent: z
    .strictObject({ low: Percent.default(20), medium: Percent.default(35), high: Percent.default(50) })
    .prefault({}),
  /** Very short notice costs at least this much; the shortest that fits counts. */
  tiers: z
    .array(z.strictObject({ underHours: z.number().positive().max(720), percent: Percent }))
    .max(10)
    .default([]),
  offHours: z
    .strictObject({
      /** Work outside working hours: on request, never, or always. */
      work: z.enum(['ask', 'no', 'yes']).default('ask'),
      /** When a deadline leaves no other time than this. */
      surchargePercent: z
        .strictObject({
          evening: Percent.default(0),
          weekend: Percent.default(0),
          holiday: Percent.default(0),
        })
        .prefault({}),
    })
    .prefault({}),
  /** Several surcharges: the highest, or all of them together. */
  combine: z.enum(['max', 'sum']).default('max'),
  /** No surcharge is more than this. */
  capPercent: Percent.default(50),
  /** The least a surcharge amounts to; it wins over the cap. */
  minimum: Amount.optional(),
})
