import { z } from 'zod'
import { modes, moveAnswers, roles } from '#model/board.ts'
import { findingCodes, privateCodes } from '#model/decision.ts'
import { runStates } from '#model/run.ts'
import { complexities, statuses, tools } from '#model/task.ts'
import { decisionExample } from './decision-example.ts'

/** Shapes that several resources of the API share. Domain code does not see them. */
export const Tool = z.enum(tools)
export const Mode = z.enum(modes).meta({
  description: 'off: not looked at. dry-run: judged, nothing written. apply: written to the board.',
})
export const Role = z.enum(roles)
export const RunState = z.enum(runStates)
export const FindingCode = z.enum(findingCodes)
/** As it is kept, to the millisecond, however it was given. No database and no calendar knows a year 0. */
export const Moment = z.iso
  .datetime({ abort: true })
  .overwrite((text) => new Date(text).toISOString())
  .refine((text) => !text.startsWith('0000'), 'there was no year 0')
  .meta({ example: '2026-11-23T21:00:00.000Z' })
export const Identifier = z.string().min(1).max(100)
/** A body whose every field may be left out, and so may it. */
export const optionalBody = <Shape extends z.ZodObject>(shape: Shape) =>
  z.preprocess((given) => given ?? {}, shape)
/** A yes or no in a query, absent for no. */
export const Flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true')

const MappedField = z.object({
  id: z.string(),
  type: z.enum(['number', 'text', 'choice']),
  options: z.record(z.string(), z.string()).optional(),
})

export const Status = z.enum(statuses)

/** What the lists, fields and people of a board mean; ids as the tool gave them. */
export const Mapping = z
  .strictObject({
    statuses: z.array(z.object({ id: z.string(), status: Status })),
    fields: z.object({
      estimate: MappedField.optional(),
      surcharge: MappedField.optional(),
      service: MappedField.optional(),
      hours: MappedField.optional(),
      complexity: MappedField.optional(),
      revision: MappedField.optional(),
    }),
    services: z
      .record(z.string(), z.string())
      .meta({ description: "Label or option id → the policy's service id" }),
    assistants: z.array(z.string()).meta({ description: 'User ids of the assistant and her team' }),
    answers: z.partialRecord(Status, z.enum(moveAnswers)).optional().meta({
      description:
        "What a move to a status says, e.g. `in_progress: confirm` on the assistant's own board. On a client's board whoever moves speaks for the client: accept, refuse or wait",
    }),
    policies: z.record(z.string(), z.string()).optional().meta({
      description:
        "On a board that several assistants share: user id → the policy that judges what is assigned to them; the client's own judges the rest",
    }),
  })
  .meta({ id: 'Mapping' })

export const Money = z.object({ minor: z.int(), currency: z.string() })
export const MoneyRange = z.object({ min: Money, max: Money })
const Minutes = z.object({ min: z.number(), max: z.number() })
const FieldValue = z.object({ number: z.string().nullable(), text: z.string() })
const Evidence = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])
export const LabelKey = z.string().meta({ description: 'A finding code, or `surcharge:35`' })

/** An estimate, or a price that was named or accepted. */
export const Price = z
  .object({
    base: MoneyRange,
    surchargeBasisPoints: z.int(),
    surcharge: MoneyRange,
    total: MoneyRange,
    triggers: z.array(z.string()),
    formula: z.string(),
    deposit: MoneyRange.nullable(),
    balance: z.object({ takes: Minutes, leaves: Minutes.nullable() }).nullable(),
    isOffered: z.boolean(),
  })
  .meta({ id: 'Price' })

export const Finding = z
  .object({
    code: FindingCode,
    reason: z.string(),
    evidence: z.record(z.string(), Evidence),
    clause: z.string().nullable().meta({ description: 'Where in the policy' }),
  })
  .meta({ id: 'Finding' })

export const PrivateFinding = Finding.extend({ code: z.enum(privateCodes) })

export const Decision = z
  .object({
    policyId: z.string(),
    policyVersion: z.int(),
    examplesRevision: z.int().meta({ description: 'Which state of what corrections have taught was used' }),
    at: Moment,
    findings: z.array(Finding),
    privateFindings: z.array(PrivateFinding).meta({ description: 'For the assistant alone' }),
    headline: FindingCode,
    labels: z.array(LabelKey),
    service: z.string().nullable(),
    complexity: z.enum(complexities),
    takes: Minutes.nullable().default(null).meta({ description: 'Billable minutes; null when nobody knows' }),
    price: Price.nullable(),
    fields: z.object({ estimate: FieldValue.nullable(), surcharge: FieldValue.nullable() }),
    status: Status.nullable(),
    message: z.string(),
    announce: z.boolean(),
  })
  .meta({ id: 'Decision', example: decisionExample })

export const Operation = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('label'), change: z.enum(['add', 'remove']), label: LabelKey }),
    z.object({
      kind: z.literal('field'),
      field: z.enum(['estimate', 'surcharge']),
      value: z.string().nullable(),
    }),
    z.object({
      kind: z.literal('status'),
      status: Status,
      instead: Status.optional().meta({
        description: 'Where it had gone while the assistant moved its twin: her status counts',
      }),
    }),
    z.object({ kind: z.literal('comment'), id: z.string().nullable(), text: z.string() }),
    z
      .object({
        kind: z.literal('content'),
        title: z.string().optional(),
        text: z.string().optional(),
        due: z.object({ at: Moment.nullable(), day: z.iso.date().nullable() }).optional(),
      })
      .meta({ description: "The request's words, carried over to its twin" }),
    z
      .object({ kind: z.literal('relay'), sourceId: z.string(), id: z.string().nullable(), text: z.string() })
      .meta({ description: 'A comment passed on from the other board' }),
  ])
  .meta({ id: 'Operation' })

const milliseconds = z.number().optional()

export const Run = z
  .object({
    id: z.string(),
    taskId: z.string(),
    boardId: z.string(),
    state: RunState,
    startedAt: Moment,
    finishedAt: Moment.nullable(),
    decision: Decision.nullable(),
    operations: z.array(Operation).meta({ description: 'What was, or would have been, written' }),
    unsupported: z.array(z.string()).meta({ description: 'What the board has no place for' }),
    timings: z
      .object({ observe: milliseconds, evaluate: milliseconds, plan: milliseconds, apply: milliseconds })
      .meta({ description: 'Milliseconds' }),
    calls: z.object({ reads: z.int(), writes: z.int() }),
    requestId: z.string().nullable().meta({
      description: 'Of the webhook or the call of this API that asked for it, as it stands in the logs',
    }),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
  })
  .meta({
    id: 'Run',
    example: {
      id: 'run_6Yq1RtVz8KmXc3Ha',
      taskId: 'tsk_2Xc7VbNm4QwErT9y',
      boardId: 'brd_7Hk2PqLz9XcVtB4n',
      state: 'applied',
      startedAt: '2026-11-23T08:00:05.000Z',
      finishedAt: '2026-11-23T08:00:05.412Z',
      decision: decisionExample,
      operations: [
        { kind: 'label', change: 'add', label: 'urgent_confirm' },
        { kind: 'comment', id: null, text: decisionExample.message },
      ],
      unsupported: [],
      timings: { observe: 134.9, evaluate: 12.3, plan: 0.4, apply: 231.7 },
      calls: { reads: 1, writes: 2 },
      requestId: 'bb3cd51c-2632-406c-9e85-50c877bfb3cb',
      error: null,
    },
  })

export const Override = z.object({
  target: z.enum(['label', 'estimate', 'surcharge', 'status', 'comment']),
  label: LabelKey.nullable(),
  change: z.enum(['added', 'removed', 'changed', 'undone']),
  at: Moment,
})
