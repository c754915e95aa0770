import { z } from 'zod'
import { type BookEntry, bookKinds } from '#model/book.ts'
import { isCountable } from '#model/countable.ts'
import { Identifier, Moment } from '../schemas.ts'

const day = z.iso.date().refine(isCountable, 'is in no year from 2 to 9998').optional().meta({
  description: 'The day it counts for; left out: today, where the client is',
  example: '2026-11-24',
})
export const note = z.string().max(1000).default('')
const minutes = z.int().min(1).max(60_000)
const dated = { day, note }

/** Bodies of the shortcuts on a task, and parts of the body for any entry. */
export const Deposit = z
  .strictObject({
    amount: z
      .number()
      .positive()
      .max(1_000_000)
      .meta({ description: "In whole units of the policy's currency" }),
    ...dated,
  })
  .meta({ example: { amount: 50, day: '2026-11-24', note: 'Virement du 24 novembre' } })
export const Hours = z
  .strictObject({ minutes, ...dated })
  .meta({ example: { minutes: 90, note: 'Mise en page' } })
export const Goodwill = z.strictObject(dated).meta({ example: { note: 'Offert, pour bien commencer' } })

const taskId = Identifier.meta({ description: 'Our id of the request' })
/** Anything that can be written into a client's books. */
export const NewBookEntry = z
  .discriminatedUnion('kind', [
    Deposit.extend({ kind: z.literal('deposit'), taskId }),
    Hours.extend({ kind: z.literal('hours'), taskId: taskId.optional() }),
    Goodwill.extend({ kind: z.literal('goodwill'), taskId }),
    Hours.extend({ kind: z.literal('hours_carried') }),
    z.strictObject({ kind: z.literal('paid_until'), day: z.iso.date(), note }),
    z.strictObject({ kind: z.literal('invoice_overdue'), ...dated }),
    z.strictObject({ kind: z.literal('invoice_settled'), ...dated }),
  ])
  .meta({ example: { kind: 'hours', minutes: 90, note: 'Newsletter de novembre' } })

export const BookEntryView = z
  .object({
    id: z.string(),
    clientId: z.string(),
    taskId: z.string().nullable(),
    kind: z.enum(bookKinds),
    day: z.string(),
    amountMinor: z.int().nullable().meta({ description: 'Of a deposit, in minor units' }),
    minutes: z.int().nullable(),
    note: z.string(),
    reverses: z.string().nullable().meta({ description: 'The wrong entry that this one takes back' }),
    actor: z.object({ id: z.string(), name: z.string() }),
    createdAt: Moment,
  })
  .meta({
    id: 'BookEntry',
    example: {
      id: 'bok_3Np7XcVb9QwErT2y',
      clientId: 'cli_3Zk0Qb7NfXr1aLwe',
      taskId: 'tsk_2Xc7VbNm4QwErT9y',
      kind: 'hours',
      day: '2026-11-24',
      amountMinor: null,
      minutes: 90,
      note: 'Mise en page',
      reverses: null,
      actor: { id: 'key_5Rt2MnQz7XcVbA3k', name: 'Marie' },
      createdAt: '2026-11-24T16:30:00.000Z',
    },
  })

/** How a client stands in a month. */
export const AccountView = z
  .object({
    month: z.string().meta({ example: '2026-11' }),
    minutesUsed: z.number().nullable().meta({ description: 'null: nobody records hours for this client' }),
    minutesCarried: z.number(),
    packageMinutes: z.number().nullable().meta({ description: 'Of the plan, for the month' }),
    minutesLeft: z.number().nullable(),
    thresholds: z.array(z.object({ percent: z.int(), isPassed: z.boolean() })),
    acceptedAt: Moment.nullable(),
    paidUntil: z.string().nullable(),
    overdueSince: Moment.nullable(),
  })
  .meta({
    id: 'ClientAccount',
    example: {
      month: '2026-11',
      minutesUsed: 450,
      minutesCarried: 60,
      packageMinutes: 600,
      minutesLeft: 210,
      thresholds: [
        { percent: 50, isPassed: true },
        { percent: 80, isPassed: false },
      ],
      acceptedAt: '2026-09-01T07:30:00.000Z',
      paidUntil: '2026-11-30',
      overdueSince: null,
    },
  })

/** The copy also drops the model's readonly marks. */
export const entryView = (entry: BookEntry) => BookEntryView.parse(entry)
