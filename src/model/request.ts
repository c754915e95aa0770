import type { Decision } from './decision.ts'
import type { Attachment, Channel, Instant } from './task.ts'

/** What a client asked for by another way than their board, as somebody has written it down. It never changes. */
export interface ClientRequest {
  readonly id: string
  readonly clientId: string
  readonly channel: Channel
  readonly title: string
  readonly text: string
  /** Who asked, as people call them; null when nobody said. */
  readonly from: string | null
  readonly receivedAt: Instant
  readonly dueAt: Instant | null
  /** When the client named that date: what notice is counted from; null without a date. */
  readonly dueSetAt: Instant | null
  /** An id from the policy's catalogue. */
  readonly service: string | null
  readonly hours: number | null
  readonly attachments: readonly Attachment[]
  /** What was found as soon as it was written down. */
  readonly decision: Decision
  /** A request or task of the same client, not long before, that is called nearly the same; null for none. */
  readonly possibleDuplicateOf: string | null
  /** Its card on a board; null when there is to be none, or that board is watched no more. */
  readonly card: RequestCard | null
  readonly createdAt: Instant
  readonly actor: { readonly id: string; readonly name: string }
}

/** What of a request its card cannot say. */
export type Origin = Pick<
  ClientRequest,
  'id' | 'channel' | 'receivedAt' | 'service' | 'hours' | 'attachments'
>

/** The card that a request is put on a board as. */
export interface RequestCard {
  readonly boardId: string
  /** When somebody first began to make it: from then on it may be there. */
  readonly begunAt: Instant | null
  /** The tool's id; null until it is known to be there. */
  readonly taskId: string | null
  /** Our task and where people open it; null until the card was looked at. */
  readonly task: { readonly id: string; readonly url: string } | null
}
