import type { ContentOperation } from '#model/operation.ts'
import { spaced } from '#model/spaced.ts'
import type { Due, Status } from '#model/task.ts'
import type { PendingPair, TwinBase } from '#model/twin.ts'
import { isDueAt } from './due.ts'

/** The words of a request, as they stand on a board or should. */
export interface Content {
  readonly title: string
  readonly text: string
  readonly due: Due
}

/**
 * What of the request's words has to be written on its twin. They flow one way, and only over what we wrote: a title,
 * text or date that the assistant has changed there is hers from then on. Null: nothing.
 */
export function mergeContent(base: Content, wanted: Content, shown: Content): ContentOperation | null {
  const isWanted = (part: 'title' | 'text') =>
    isShownAs(base[part], shown[part]) && !isShownAs(wanted[part], shown[part])
  const change = {
    ...(isWanted('title') && { title: wanted.title }),
    ...(isWanted('text') && { text: wanted.text }),
    ...(isDueAt(base.due, shown.due) && !isDueAt(wanted.due, shown.due) && { due: wanted.due }),
  }
  return Object.keys(change).length === 0 ? null : { kind: 'content', ...change }
}

/** From so many characters on, what a tool shows may be cut. */
const mayBeCutFrom = 500

/**
 * What both sides last held, and of what a try that never ended meant them to hold, as much as they show. What this finds
 * has to be kept before another try begins, for then nothing could explain it any more.
 */
export function settledPair(
  agreed: TwinBase,
  pending: PendingPair | null,
  shown: Content,
  now: TwinBase['status'],
): TwinBase {
  if (pending === null) return agreed
  const { base: meant, moves } = pending
  const word = (part: 'title' | 'text') => (isShownAs(meant[part], shown[part]) ? meant : agreed)[part]
  return {
    title: word('title'),
    text: word('text'),
    due: isDueAt(meant.due, shown.due) ? meant.due : agreed.due,
    status: moves !== null && now[moves] === meant.status[moves] ? meant.status : agreed.status,
  }
}

/** Tools change white space, and cut what is longer than they take: then `…` stands for what is left out. */
function isShownAs(written: string, shown: string): boolean {
  const [ours, theirs] = [spaced(written), spaced(shown)]
  if (ours === theirs) return true
  const isCut = theirs.endsWith('…') && theirs.length >= mayBeCutFrom
  return isCut && ours.startsWith(theirs.slice(0, -1))
}

/** What has to be moved where so that both sides agree again. */
export interface StatusMerge {
  /** Write this on the request; null: leave it. */
  readonly request: Status | null
  /** Write this on the twin; null: leave it. */
  readonly twin: Status | null
  /** Both sides were moved to different places since they last agreed. */
  readonly isConflict: boolean
}

/**
 * Three-way merge of a status that either side may move. A move on one side is carried over; a true conflict is won by
 * the assistant's side; what the other board has no equivalent for stays on its own side.
 *
 * | request moved | twin moved | |
 * |---|---|---|
 * | – | – | in sync |
 * | yes | – | the twin follows |
 * | – | yes | the request follows |
 * | yes | yes, to the same | in sync |
 * | yes | yes, elsewhere | the request follows the twin: a conflict |
 */
export function mergeStatus(
  base: TwinBase['status'],
  now: TwinBase['status'],
  holds: { readonly request: (status: Status) => boolean; readonly twin: (status: Status) => boolean },
): StatusMerge {
  const [requestMoved, twinMoved] = [now.request !== base.request, now.twin !== base.twin]
  const none = { request: null, twin: null, isConflict: false }
  if (now.request === now.twin || (!requestMoved && !twinMoved)) return none
  const isConflict = requestMoved && twinMoved
  if (twinMoved)
    return { ...none, request: now.twin !== null && holds.request(now.twin) ? now.twin : null, isConflict }
  return { ...none, twin: now.request !== null && holds.twin(now.request) ? now.request : null }
}
