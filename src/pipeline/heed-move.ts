import type { Status } from '#model/task.ts'
import type { Context } from './context.ts'
import { statusOf } from './interpret.ts'
import type { Listen } from './listen.ts'
import type { Asking } from './spoken.ts'

/**
 * Where somebody has moved a request since the last look; null when nobody has, or it was us. A tool does not tell who did
 * it, so the board's side counts.
 */
export function movedTo({ stored, board, base, theirs }: Context): Status | null {
  if (stored === null || stored.boardId !== board.id) return null
  const ours = [base.status, stored.pending?.shown.status]
  const isMoved = theirs.status !== statusOf(stored.observed, board.mapping) && !ours.includes(theirs.status)
  return isMoved ? theirs.status : null
}

/**
 * Take a move for the answer that the board's mapping says it is. Before the run is written down, for the next look
 * cannot see it any more. A board with a twin compares both sides instead (`planPair`).
 * @throws AppError STORE_*
 */
export async function heedMove(
  asking: Asking & { readonly context: Context },
  listen: Pick<Listen, 'toMove'>,
): Promise<void> {
  const { board, client } = asking.context
  const moved = board.twinBoardId === null ? movedTo(asking.context) : null
  if (moved !== null) await listen.toMove(asking, moved, board, client.name)
}
