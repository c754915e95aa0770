import type { LabelKey } from './decision.ts'
import type { Due, Instant, ShownValue, Status } from './task.ts'

/** The smallest change we ask of a tool. Applying it twice equals once. */
export type Operation = VerdictOperation | ContentOperation | RelayOperation

/** What belongs to a verdict: what a task shows of ours, and what can be put back. */
export type VerdictOperation =
  | FieldOperation
  | { readonly kind: 'label'; readonly change: 'add' | 'remove'; readonly label: LabelKey }
  | StatusOperation
  | CommentOperation

/** Does it belong to a verdict, rather than to what a twin repeats? */
export function isOfVerdict(operation: Operation): operation is VerdictOperation {
  return operation.kind !== 'content' && operation.kind !== 'relay'
}

/** Move it. `instead`: where it had gone at the same time as the assistant moved its twin, whose status counts. */
export interface StatusOperation {
  readonly kind: 'status'
  readonly status: Status
  readonly instead?: Status
}

/** Set a field, or clear it with null. A decimal string (`"94.5"`) for number fields, words for text fields. */
export interface FieldOperation {
  readonly kind: 'field'
  readonly field: 'estimate' | 'surcharge'
  readonly value: ShownValue
}

/**
 * Write the one comment. `id` is the comment to edit, null to make it. `text` ends with `reference`, by which
 * the comment is found again. `mayExist`: an earlier try may have made it unseen, so look before making another.
 */
export interface CommentOperation {
  readonly kind: 'comment'
  readonly id: string | null
  readonly text: string
  readonly reference: string
  readonly mayExist: boolean
}

/** Write the request itself, on a twin. What is left out stays as it is. A text that is too long is cut at its end. */
export interface ContentOperation {
  readonly kind: 'content'
  readonly title?: string
  readonly text?: string
  readonly due?: Due
}

/**
 * Write down on this board what somebody said on the other. `id` is our copy to edit, null to make one. `mayExist`: an
 * earlier try may have made it unseen, so look for one of ours with this text before making another; those `besides` are
 * copies of other comments, which may say the same.
 */
export interface RelayOperation {
  readonly kind: 'relay'
  /** The comment on the other board. */
  readonly sourceId: string
  readonly id: string | null
  readonly text: string
  readonly mayExist: boolean
  readonly besides?: readonly string[]
}

/** What is ours on a task: one shape for *base* (what we last wrote) and *theirs* (what the tool shows now). */
export interface Shown {
  /** Sorted keys of our labels. */
  readonly labels: readonly LabelKey[]
  readonly estimate: ShownValue
  readonly surcharge: ShownValue
  readonly status: Status | null
  readonly comment: { readonly id: string; readonly text: string } | null
}

/** What an unfinished run meant to leave behind, recorded before its first write. */
export interface Pending {
  readonly shown: Shown
  readonly since: Instant
}
