import { statusOf } from '#model/board.ts'
import type { Status } from '#model/task.ts'
import type { Context } from './context.ts'
import type { Answerable, Listen } from './listen.ts'

/**
 * Where somebody has moved a request since the last look; null when nobody has, or it was us. A tool does not tell who did
 * it, so the board's side counts.
 */
export function movedTo({ stored, board, base, theirs }: Context): Status | null {
  if (stored === null || stored.boardId !== board.id) return null
  const isMoved = theirs.status !== statusOf(stored.observed, board.mapping) && theirs.status !== base.status
  return isMoved ? theirs.status : null
}

/**
 * Take a move for the answer that the board's mapping says it is. Before the run is written down, for the next look
 * cannot see it any more. A board with a twin compares both sides instead (`planPair`).
 * @throws AppError STORE_*
 */
export async function heedMove(asking: Answerable, listen: Pick<Listen, 'toMove'>): Promise<void> {
  const { board, client, stored } = asking.context
  const to = board.twinBoardId === null ? movedTo(asking.context) : null
  if (to !== null && stored !== null)
    await listen.toMove(asking, { to, since: stored.updatedAt }, board, client.name)
}
