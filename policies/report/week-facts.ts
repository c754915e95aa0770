import type { Answer } from '#model/answer.ts'
import type { Instant } from '#model/task.ts'
import type { WeekLesson, WeekRequest } from '#model/week.ts'
import type { WeekSpan } from '../calendar.ts'
import type { Policy } from '../schema.ts'
import type { Learnt } from './prove-proposals.ts'

/** What happened under one policy within one week. */
export interface WeekFacts {
  readonly policyId: string
  /** The rules in force at the end of the week; now, if it is not over. */
  readonly policy: Policy
  /** IANA zone of the assistant: her weeks begin there. */
  readonly timeZone: string
  readonly span: WeekSpan
  readonly now: Instant
  /** In the order in which they arrived. */
  readonly requests: readonly WeekRequest[]
  /** What was taught within the week. */
  readonly lessons: readonly WeekLesson[]
  /** All that has been taught by now. */
  readonly learnt: readonly Learnt[]
}

/** From the first moment of the week up to, not including, that of the next. */
export const isWithin = (at: Instant, { from, to }: Pick<WeekSpan, 'from' | 'to'>) => at >= from && at < to

/** Did the assistant say it herself? What time does, a reminder for one, is on her side too. */
export const isHers = ({ side, via }: Pick<Answer, 'side' | 'via'>) => side === 'assistant' && via !== 'time'
