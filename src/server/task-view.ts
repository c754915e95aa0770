import { z } from 'zod'
import { partings, type Twin, twinStates } from '#model/twin.ts'
import type { TaskDetail, TaskRow } from '../store/task-list.ts'
import { Decision, FindingCode, Moment, Money, Override, Price, RunState, Tool } from './schemas.ts'
import { taskDetailExample, taskExample } from './task-example.ts'

/** A task as a list shows it. */
export const TaskView = z
  .object({
    id: z.string(),
    boardId: z.string(),
    clientId: z.string(),
    tool: Tool,
    taskId: z.string().meta({ description: "The tool's id" }),
    url: z.string(),
    title: z.string(),
    state: z.enum(['open', 'gone']),
    lastState: RunState.meta({ description: 'How the last look ended' }),
    dueAt: Moment.nullable(),
    dueSetAt: Moment.nullable().meta({ description: 'From when notice is counted' }),
    headline: FindingCode.nullable(),
    decision: Decision.nullable(),
    overrides: z
      .array(Override)
      .meta({ description: "People's changes to what we wrote; they hold until the request changes" }),
    choice: z
      .enum(['accept', 'refuse', 'wait'])
      .nullable()
      .meta({ description: 'What the client made of it, if they said' }),
    createdAt: Moment,
    updatedAt: Moment,
  })
  .meta({ id: 'Task', example: taskExample })

/** A question that was asked again, or that time has done something about. */
const Asked = z.object({
  since: Moment.nullable().meta({ description: 'Since when it is open; null: since the request was judged' }),
  remindedAt: Moment.nullable(),
  expiredAt: Moment.nullable(),
})

/** What is in force of all that was answered to a request. */
const Answered = z
  .object({
    availability: z.object({ is: z.enum(['confirm', 'decline', 'wait']), at: Moment }).nullable(),
    ruling: z
      .object({ is: z.enum(['in', 'out', 'service']), service: z.string().nullable(), at: Moment })
      .nullable(),
    hours: z.number().nullable(),
    quote: Money.nullable(),
    choice: z.enum(['accept', 'refuse', 'wait']).nullable(),
    accepted: Price.nullable().meta({ description: 'The price that was accepted: it no longer changes' }),
    acceptedAt: Moment.optional(),
    refusedAt: Moment.optional(),
    asked: z
      .object({ urgent: Asked.optional(), quote: Asked.optional() })
      .optional()
      .meta({ description: "The assistant's word on urgent work, and the client's on a price" }),
  })
  .meta({ id: 'Answered' })

/** What the books said of the client when the request was judged. */
const Account = z
  .object({
    acceptedAt: Moment.nullable(),
    depositMinor: z.int(),
    overdueSince: Moment.nullable(),
    paidUntil: z.string().nullable(),
    minutesUsed: z.number().nullable(),
    minutesCarried: z.number(),
    requests: z.object({ week: z.int(), month: z.int() }),
    minutesPromised: z.number(),
    isFirst: z.boolean(),
    isOffered: z.boolean(),
  })
  .meta({ id: 'Account' })

/** A request's counterpart on the assistant's own board. */
const TwinView = z
  .object({
    boardId: z.string(),
    taskId: z.string().nullable().meta({ description: "The tool's id; null while it is being made" }),
    state: z.enum(twinStates).meta({
      description:
        'linked: each change is carried over. unlinked: parted, nothing was deleted. halted: something else moves both as well',
    }),
    parting: z.enum(partings).nullable().meta({ description: 'Why the two were parted' }),
    updatedAt: Moment,
  })
  .meta({ id: 'Twin' })

/** One task with all that is known of it. */
export const TaskDetailView = TaskView.extend({
  text: z.string(),
  judgedAt: Moment.meta({ description: 'The clock that the verdict goes by' }),
  takenIn: z.boolean().meta({ description: 'On the board before Cadre was: never answered' }),
  answers: Answered,
  account: Account,
  twin: TwinView.nullable(),
}).meta({ id: 'TaskDetail', example: taskDetailExample })

/** The copy also drops the model's readonly marks. */
export const taskView = (row: TaskRow) => TaskView.parse(row)

export const taskDetailView = ({ facts, ...row }: TaskDetail, twin: Twin | null) =>
  TaskDetailView.parse({
    ...row,
    judgedAt: facts.judgedAt,
    takenIn: facts.takenIn,
    answers: facts.answers,
    account: facts.account,
    twin: twin && { ...twin, taskId: twin.twinId },
  })
