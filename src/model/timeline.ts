import type { Answer } from './answer.ts'
import type { BookEntry } from './book.ts'
import type { Decision } from './decision.ts'
import type { Override } from './facts.ts'
import type { Operation } from './operation.ts'
import type { Order } from './order.ts'
import type { Instant } from './task.ts'
import type { Parting } from './twin.ts'

/** Something that happened to a request. */
export type TimelineEvent = { readonly at: Instant } & (
  | { readonly kind: 'asked'; readonly title: string; readonly client: string }
  | { readonly kind: 'judged'; readonly decision: Decision }
  | { readonly kind: 'wrote'; readonly operations: readonly Operation[] }
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'ordered'; readonly order: Order }
  | { readonly kind: 'changed'; readonly override: Override }
  | { readonly kind: 'booked'; readonly entry: BookEntry }
  | { readonly kind: 'gone' }
  /** It is no longer kept like its card on the assistant's board. */
  | { readonly kind: 'parted'; readonly why: Parting | 'halted' }
)

/** An event with what it means, for a person. */
export interface TimelineEntry {
  readonly at: Instant
  readonly kind: TimelineEvent['kind']
  /** One or more sentences; what people wrote stands in them as they wrote it. */
  readonly words: string
  /** The text of a comment that we wrote; null for anything else. */
  readonly text: string | null
}
