import type { Attempt } from '#model/adapter.ts'
import type { Board } from '#model/board.ts'
import type { BoardStore } from '../store/boards.ts'
import type { Also } from '../store/database.ts'
import type { Connections } from './connect.ts'
import { unsubscribeBoard } from './subscribe-board.ts'

export interface ForgetDeps {
  readonly boards: BoardStore
  readonly connections: Pick<Connections, 'get'>
}

/**
 * Stop watching a board at once: our webhook is taken away, then all that is known of its tasks is forgotten. What it
 * shows stays as it is. Done twice is done once.
 * @throws AppError TOOL_*
 */
export async function forgetBoard(
  board: Board,
  also: Also<void>,
  deps: ForgetDeps,
  attempt: Attempt,
): Promise<void> {
  const { adapter } = await deps.connections.get(board.connectionId)
  await unsubscribeBoard(board, adapter, deps, attempt)
  await deps.boards.remove(board.id, also)
}
