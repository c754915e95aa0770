import type { LabelKey } from './decision.ts'
import type { Instant } from './task.ts'

/** A person's change to something that Cadre wrote. It holds until the request itself changes. */
export interface Override {
  readonly target: 'label' | 'estimate' | 'surcharge' | 'status' | 'comment'
  /** The label's key; null for the other targets, of which there is one each. */
  readonly label: LabelKey | null
  /** `removed`: not put back. `added`: a ruling, never taken away. `changed`: their value stays. */
  readonly change: 'added' | 'removed' | 'changed'
  readonly at: Instant
}

/** What Cadre remembers of a task that the tool cannot tell. Durable, updated only by `src/pipeline/remember.ts`. */
export interface Facts {
  /** Hash of the judged fields; a material change is a change of this. */
  readonly fingerprint: string
  /** The clock the judgement uses: when this fingerprint was first seen. Time passing alone changes no verdict. */
  readonly judgedAt: Instant
  /** The policy version in force then. */
  readonly policyVersion: number
  /** The due date that `dueSetAt` belongs to. */
  readonly dueAt: Instant | null
  /** When that due date was set: what notice, and so a surcharge, is counted from. */
  readonly dueSetAt: Instant | null
  /** On the board before Cadre was: nothing is written until the request changes. */
  readonly takenIn: boolean
  readonly overrides: readonly Override[]
}
