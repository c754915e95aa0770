import type { LabelKey } from './decision.ts'
import type { Instant } from './task.ts'

/** Writes of ours that somebody wants undone: those of one run, or all since a moment. */
export type Undo =
  | { readonly runId: string; readonly since: null }
  | { readonly runId: null; readonly since: Instant }

/**
 * What somebody wants done about one task.
 * - `override`: a person's ruling on a label, as if they had changed it on the board; `lifted` takes it back.
 * - `rejudge`: judge it by the rules in force now, as if the request had just changed.
 * - `undo`: put back what we wrote, and leave it so.
 * - `tie`: tie it to its twin, or to the task that is named, or part the two.
 */
export type Wish =
  | { readonly kind: 'override'; readonly label: LabelKey; readonly change: 'added' | 'removed' | 'lifted' }
  | { readonly kind: 'rejudge' }
  | { readonly kind: 'undo'; readonly undo: Undo }
  | Tie

export interface Tie {
  readonly kind: 'tie'
  readonly isTied: boolean
  /** The tool's id of the task that it is to be tied to; null for its own twin. */
  readonly twinTaskId: string | null
}

export const isTie = (wish: Wish): wish is Tie => wish.kind === 'tie'

/** A wish with who gave it and when. The next look at the task takes it in. */
export interface Order {
  readonly id: string
  readonly taskId: string
  readonly at: Instant
  readonly author: { readonly id: string; readonly name: string }
  readonly wish: Wish
  /** The request as it stood (`Facts.fingerprint`): an override holds for this one only. */
  readonly fingerprint: string
  /** Its place among all that people have told about this task. */
  readonly revision: number
}
