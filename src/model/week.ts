import type { Answer } from './answer.ts'
import type { Decision } from './decision.ts'
import type { Override } from './facts.ts'
import type { Order } from './order.ts'
import type { Instant, Status } from './task.ts'

/** A request that was judged, answered, corrected or given away within a week. */
export interface WeekRequest {
  /** Our id of the task; of a request that is on no board, its own (`ask_…`). */
  readonly id: string
  readonly title: string
  readonly text: string
  /** Where people open it; null when it is on no board. */
  readonly url: string | null
  /** The client's name. */
  readonly client: string
  /** When the client asked. */
  readonly arrivedAt: Instant
  /** Is there anything left to do? No longer once it is done, declined or gone; what is on no board stays open. */
  readonly isOpen: boolean
  /** What the list or option it stands in means; null when that is nothing, or it is on no board. */
  readonly status: Status | null
  /** Does a comment of ours stand under it? */
  readonly isTold: boolean
  /** The verdicts that were come to within the week, oldest first; none when it was judged before. */
  readonly verdicts: readonly { readonly at: Instant; readonly decision: Decision }[]
  /** The present verdict. */
  readonly decision: Decision
  /** The request as it stands (`Facts.fingerprint`); answers to another one no longer hold. */
  readonly fingerprint: string
  /** All that was ever answered, in order. */
  readonly answers: readonly Answer[]
  readonly overrides: readonly Override[]
  /** What was ordered by the API within the week, oldest first. */
  readonly orders: readonly Order[]
  /** When it was given away, if that was within the week and stands. */
  readonly offeredAt: Instant | null
}

/** What a correction taught within a week. */
export interface WeekLesson {
  readonly at: Instant
  readonly title: string
  readonly scope: 'in' | 'out' | 'review'
  readonly service: string | null
  /** Our id of the task; null when it was taught by hand. */
  readonly taskId: string | null
}
