import { z } from 'zod'
import { Amount, Day, Hours, problem, TaxRate, Text, termsOf } from './fields.ts'

/** How work is paid. `package` and `monthly` have hours that are paid in advance. */
export const billingModes = ['hourly', 'package', 'one_off', 'monthly'] as const

/** Hours paid in advance. */
const Package = z.strictObject({
  hours: Hours,
  /** What they cost together; told in documents. */
  price: Amount.optional(),
  /** For an hour beyond them; else the hourly rate. */
  overageRate: Amount.optional(),
  /** How many unused hours go over to the next month. */
  rolloverHours: z.number().min(0).max(1000).default(0),
  /** Shares of the hours at which the assistant is told. */
  warnAtPercent: z.array(z.int().min(1).max(100)).max(10).default([50, 80, 100]),
})

const Deposit = z.strictObject({
  percent: z.int().min(1).max(100).default(50),
  /** For jobs of their own, or for every request that has a price. */
  when: z.enum(['one_off', 'always']).default('one_off'),
  /** Only for estimates above this. */
  above: Amount.optional(),
})

const Payment = z
  .strictObject({
    due: z.union([
      z.enum(['on_receipt', 'start_of_month']),
      z.strictObject({ days: z.int().min(1).max(365) }),
    ]),
    /** With `start_of_month`: the day by which the month is paid. */
    dayOfMonth: z.int().min(1).max(28).default(5),
    methods: z
      .array(z.enum(['transfer', 'card', 'paypal', 'stripe', 'check', 'direct_debit', 'cash']))
      .max(7)
      .default([]),
    /** Code de commerce L. 441-10: 60 days from the invoice at most. Change it where another law holds. */
    legalMaximumDays: z.int().min(1).max(365).default(60),
    /** What late payment costs, in the words that the law wants. */
    late: Text.optional(),
  })
  .refine(({ due, legalMaximumDays }) => typeof due === 'string' || due.days <= legalMaximumDays, {
    path: ['due', 'days'],
    ...problem('payment-too-late'),
  })

/** A sentence that the law wants beside amounts; `from` and `until` are days that count too. */
const Mention = z
  .strictObject({ text: Text, from: Day.optional(), until: Day.optional() })
  .refine(
    ({ from, until }) => from === undefined || until === undefined || from <= until,
    problem('ends-before-start'),
  )

/** What work costs and how it is paid. */
export const Billing = z.strictObject({
  mode: z.enum(billingModes).default('hourly'),
  hourlyRate: Amount.refine((rate) => rate > 0, problem('no-rate')),
  currency: z
    .string()
    .refine((code) => Intl.supportedValuesOf('currency').includes(code), problem('not-a-currency'))
    .default('EUR'),
  /** Time is billed in steps of this many minutes. */
  unitMinutes: z.int().min(1).max(480).default(15),
  rounding: z.enum(['up', 'nearest']).default('up'),
  package: Package.optional(),
  deposit: Deposit.optional(),
  /** How long a price that the assistant named waits for the client's answer: about two days, and two weeks, of work. */
  quote: termsOf({ remindAfterHours: 16, expireAfterHours: 80 }),
  payment: Payment.optional(),
  vat: z
    .strictObject({ mode: z.enum(['franchise', 'standard', 'none']), ratePercent: TaxRate.optional() })
    .optional(),
  mentions: z.array(Mention).max(20).default([]),
})
