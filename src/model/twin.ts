import type { Override } from './facts.ts'
import type { Pending, Shown } from './operation.ts'
import type { Due, Instant, Status } from './task.ts'

/**
 * How a request and its twin on the assistant's board stand.
 * - `making`: it is being made, or a try at that never ended. `linked`: each change is carried over.
 * - `unlinked`: one side is gone or was taken away; nothing is carried over, and nothing was deleted.
 * - `halted`: something else moves both as well, and the hop limit has stopped us; a person has to look.
 */
export const twinStates = ['making', 'linked', 'unlinked', 'halted'] as const
export type TwinState = (typeof twinStates)[number]

/** Why a pair was parted. */
export const partings = ['request-gone', 'twin-gone', 'twin-moved', 'ordered', 'boards-unlinked'] as const
export type Parting = (typeof partings)[number]

/** The reasons that may pass: the two are a pair again once they have. */
export const reversible = ['request-gone', 'boards-unlinked'] as const satisfies readonly Parting[]

/** Is there no twin any more on the assistant's board? */
export const isGone = (parting: Parting | null) => parting === 'twin-gone' || parting === 'twin-moved'

/** What both sides held when they last agreed: the base of the merge. */
export interface TwinBase {
  /** As we last wrote them on the twin. */
  readonly title: string
  readonly text: string
  readonly due: Due
  /** The status of each side. They differ where one board has no equivalent. */
  readonly status: { readonly request: Status | null; readonly twin: Status | null }
  /** Where each side stood when its moves were last heard as answers, while one is still to be carried over; else left out. */
  readonly heard?: TwinBase['status'] | undefined
}

/** What a try that never ended meant to leave on both sides, recorded before its first write. */
export interface PendingPair extends Pending {
  readonly base: TwinBase
  /** The side that it meant to move. */
  readonly moves: 'request' | 'twin' | null
}

/** A comment that was passed on, and our copy of it on the other side. */
export interface Relayed {
  readonly sourceId: string
  readonly from: 'request' | 'twin'
  /** Null while it is not known, or once a person has deleted it: `state` tells. */
  readonly copyId: string | null
  /** `writing`: a try to make it may not have ended. `deleted`: a person took our copy away, and it stays away. */
  readonly state: 'writing' | 'there' | 'deleted'
  /** As we wrote it. */
  readonly text: string
}

/** A request's counterpart on the assistant's own board. Each request has one at the most. */
export interface Twin {
  /** Our id of the request. */
  readonly taskId: string
  /** The assistant's board. */
  readonly boardId: string
  readonly connectionId: string
  /** The tool's id; null while it is being made. */
  readonly twinId: string | null
  readonly state: TwinState
  readonly parting: Parting | null
  readonly base: TwinBase | null
  /** What is ours on it of the verdict, as we left it. */
  readonly shown: Shown
  readonly pending: PendingPair | null
  /** Where a person changed that. */
  readonly overrides: readonly Override[]
  readonly relayed: readonly Relayed[]
  /** What changes carried over within the present hour count for (`src/pipeline/hops.ts`), and when that hour began. */
  readonly hops: { readonly count: number; readonly since: Instant }
  /** How much of what people told about the request this takes in. */
  readonly revision: number
  /** When the request and this task became a pair: what was said before may have been passed on already. */
  readonly createdAt: Instant
  readonly updatedAt: Instant
}
