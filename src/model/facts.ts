import type { Answered } from './answer.ts'
import type { Client } from './board.ts'
import type { LabelKey } from './decision.ts'
import type { Undo } from './order.ts'
import type { Instant } from './task.ts'

/** A person's change to something that Cadre wrote. It holds until the request itself changes. */
export interface Override {
  readonly target: 'label' | 'estimate' | 'surcharge' | 'status' | 'comment'
  /** The label's key; null for the other targets, of which there is one each. */
  readonly label: LabelKey | null
  /**
   * `removed`: not put back. `added`: a ruling, which stands until somebody rules otherwise in words. `changed`: their value stays. `undone`: we put back
   * what was there before us, and leave it so.
   */
  readonly change: 'added' | 'removed' | 'changed' | 'undone'
  readonly at: Instant
}

/**
 * What the assistant's books say about the client and this request, at the moment it was judged. Null is "not known":
 * nothing is held against a client for what nobody recorded.
 */
export interface Account {
  /** When the client accepted the terms; null when nobody recorded it. */
  readonly acceptedAt: Instant | null
  /** Received for this request, in minor units of the policy's currency. */
  readonly depositMinor: number
  /** Since when an invoice is overdue; null when none is. */
  readonly overdueSince: Instant | null
  /** The day through which they have paid in advance, e.g. `2026-11-30`; null when nobody recorded it. */
  readonly paidUntil: string | null
  /** Work of this month before this request, in minutes. */
  readonly minutesUsed: number | null
  /** Unused minutes that have come over from last month. */
  readonly minutesCarried: number
  /** Requests of this week and this month before this one. */
  readonly requests: { readonly week: number; readonly month: number }
  /** Work promised for the day on which this is due, in minutes. */
  readonly minutesPromised: number
  /** Is it the first request of this client? */
  readonly isFirst: boolean
  /** Is what it costs more offered this time? */
  readonly isOffered: boolean
}

/** Nothing is known. */
export const emptyAccount: Account = {
  acceptedAt: null,
  depositMinor: 0,
  overdueSince: null,
  paidUntil: null,
  minutesUsed: null,
  minutesCarried: 0,
  requests: { week: 0, month: 0 },
  minutesPromised: 0,
  isFirst: false,
  isOffered: false,
}

/** Somebody who stands in for an assistant on leave, as it was when the request was judged. */
export interface StandIn {
  /** The substitute's policy: by it the request is judged, until it changes. */
  readonly policyId: string
  /** Whom a client knows the two by. */
  readonly for: string
  readonly by: string
  /** The last day of the leave: `2026-08-14`. */
  readonly until: string
}

/** The policy of whoever the request is assigned to, on a board that several assistants share. */
export interface Assigned {
  readonly policyId: string
  /** False where there is no such policy, or it does not go together with the client's terms: then it judges nothing. */
  readonly fits: boolean
}

/** What Cadre remembers of a task that the tool cannot tell. Durable, updated only by `src/pipeline/remember.ts`. */
export interface Facts {
  /** Hash of the judged fields; a material change is a change of this. */
  readonly fingerprint: string
  /** The clock the judgement uses: when this fingerprint was first seen. Time passing alone changes no verdict. */
  readonly judgedAt: Instant
  /** The policy that judges it, also when its client goes to another one; left out in what was kept before that was. */
  readonly policyId?: string | undefined
  /** The policy version in force then, and what its corrections had taught by then. */
  readonly policyVersion: number
  readonly examplesRevision: number
  /** What was agreed with its client then; left out in what was kept before that was. */
  readonly agreed?: Pick<Client, 'plan' | 'terms'> | undefined
  /** Whose policy that is, where it is not the client's; null or left out where it is. A substitute's comes first. */
  readonly assigned?: Assigned | null | undefined
  readonly standIn?: StandIn | null | undefined
  /** The due date that `dueSetAt` belongs to. */
  readonly dueAt: Instant | null
  /** When that due date was set: what notice, and so a surcharge, is counted from. */
  readonly dueSetAt: Instant | null
  /** When it was brought to a watched board from where it was drawn up, and so asked; null or left out where it was made there. */
  readonly arrivedAt?: Instant | null | undefined
  /** When it became a request of this client, where that was after we first saw it; null or left out where it was one from the first. */
  readonly cameAt?: Instant | null | undefined
  /** On the board before Cadre was: nothing is written until the request changes. */
  readonly takenIn: boolean
  /** Judged afterwards, though it was there before us: labels only, until it changes or somebody answers (`isSilent`). */
  readonly silent?: boolean | undefined
  readonly overrides: readonly Override[]
  readonly account: Account
  /** Which state of the client's books `account` was read from. */
  readonly booksRevision: number
  readonly answers: Answered
  /** How much of what people told us about this task, outside its board, these facts take in. */
  readonly revision: number
  /** Writes of ours that are still to be put back, as they were asked for; null for none. */
  readonly undo: readonly Undo[] | null
}
