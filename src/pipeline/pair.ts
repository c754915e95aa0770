import type { Board, Client } from '#model/board.ts'
import type { Decision } from '#model/decision.ts'
import type { Comment, Observed, Status } from '#model/task.ts'
import type { Parting } from '#model/twin.ts'
import type { BoardStore } from '../store/boards.ts'
import type { ClientStore } from '../store/clients.ts'
import type { Connected, Connections } from './connect.ts'
import type { Context } from './context.ts'

/** A request as a look has just found and judged it. */
export interface Request {
  readonly observed: Observed
  readonly context: Context
  readonly decision: Decision
  /** Where it stands, after what this look wrote. */
  readonly status: Status | null
  /** All comments on it with their authors' names, where this look has read them. */
  readonly said?: readonly Comment[] | null
}

/** The assistant's side of a pair. */
export interface Place {
  readonly board: Board
  /** Whom Cadre speaks to there: the assistant. */
  readonly owner: Client
  readonly connected: Connected
}

export interface PlaceDeps {
  readonly boards: BoardStore
  readonly clients: ClientStore
  readonly connections: Pick<Connections, 'get'>
}

/** @throws AppError NOT_FOUND */
export async function placeOf(boardId: string, deps: PlaceDeps): Promise<Place> {
  const board = await deps.boards.get(boardId)
  const [owner, connected] = await Promise.all([
    deps.clients.get(board.clientId),
    deps.connections.get(board.connectionId),
  ])
  return { board, owner, connected }
}

/** What takes a twin off the assistant's board, as its tool shows it now; null while it is there. */
export function partingOf(observed: Observed | null, { board }: Place): Parting | null {
  if (observed === null || observed.archived) return 'twin-gone'
  return observed.containerId === board.containerId ? null : 'twin-moved'
}
