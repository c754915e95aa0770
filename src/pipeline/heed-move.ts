import { type Board, statusOf } from '#model/board.ts'
import type { Status } from '#model/task.ts'
import type { Twin } from '#model/twin.ts'
import type { BoardStore } from '../store/boards.ts'
import { createTwinStore, type TwinStore } from '../store/twins.ts'
import type { Context } from './context.ts'
import type { Answerable, Listen, Move } from './listen.ts'

/**
 * Where somebody has moved a request since the last look; null when nobody has, or it was us. A tool does not tell who did
 * it, so the board's side counts.
 */
export function movedTo({ stored, board, base, theirs }: Context): Status | null {
  if (stored === null || stored.boardId !== board.id) return null
  const isMoved = theirs.status !== statusOf(stored.observed, board.mapping) && theirs.status !== base.status
  return isMoved ? theirs.status : null
}

export interface HeedMoveDeps {
  readonly boards: Pick<BoardStore, 'get'>
  readonly twins: Pick<TwinStore, 'find' | 'save'>
  readonly listen: Pick<Listen, 'toMove'>
}

/**
 * Take a move for the answer that the board's mapping says it is. Before the run is written down, for the next look
 * cannot see it any more. Of a pair that is kept alike both sides are compared instead (`planPair`).
 * @throws AppError STORE_*
 */
export async function heedMove(asking: Answerable, { boards, twins, listen }: HeedMoveDeps): Promise<void> {
  const { id, board, client, stored } = asking.context
  const to = movedTo(asking.context)
  if (to === null || stored === null) return
  const move = { to, since: stored.updatedAt }
  const twin = await twins.find(id)
  if (twin?.base == null) return listen.toMove(asking, move, board, client.name)
  if (isCarried(twin, move) || (await isKeptAlike(twin, board, boards))) return
  // Should the two be a pair again, it is not heard once more.
  const heard = { ...twin, base: { ...twin.base, heard: { twin: null, ...twin.base.heard, request: to } } }
  await listen.toMove(asking, move, board, client.name, (trx) => createTwinStore(trx).save(heard))
  await twins.save(heard)
}

/** Was it our own, for the twin was moved, and the two agreed on it after the request was last looked at? */
const isCarried = ({ base, updatedAt }: Twin, { to, since }: Move) =>
  base?.status.request === to && updatedAt >= since

/** Will this look compare both sides? */
async function isKeptAlike(
  { state, boardId }: Twin,
  { twinBoardId }: Board,
  boards: HeedMoveDeps['boards'],
): Promise<boolean> {
  if (state !== 'linked' || boardId !== twinBoardId) return false
  const { mode, leavingSince } = await boards.get(boardId)
  return mode === 'apply' && leavingSince === null
}
