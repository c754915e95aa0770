import type { Adapter, Attempt } from '#model/adapter.ts'
import type { Board } from '#model/board.ts'
import type { Clock } from '../clock.ts'
import type { BoardStore } from '../store/boards.ts'
import type { Also } from '../store/database.ts'
import type { TaskStore } from '../store/tasks.ts'
import type { TwinStore } from '../store/twins.ts'
import type { Connections } from './connect.ts'
import { bulkPriority, type LeaveJob, type Queue } from './queue.ts'
import { unsubscribeBoard } from './subscribe-board.ts'

export interface LeaveDeps {
  readonly boards: BoardStore
  readonly tasks: TaskStore
  readonly twins: TwinStore
  readonly connections: Pick<Connections, 'get'>
  readonly queue: Pick<Queue, 'look' | 'leave'>
  readonly now: Clock
}

/**
 * Begin to leave a board: no webhook arrives any more, nothing new is written, and each task is looked at once more to
 * have our labels taken off (`leave-task.ts`), and so have the twins there (`part-pair.ts`). When all are done,
 * `finishLeaving` forgets the board. Done twice, what has failed is tried again.
 * @returns the board as it is now, and how many tasks wait
 * @throws AppError NOT_FOUND, TOOL_*
 */
export async function leaveBoard(
  board: Board,
  also: Also<{ before: Board; after: Board }>,
  deps: LeaveDeps,
  attempt: Attempt,
): Promise<{ leaving: Board; queued: number }> {
  const { adapter } = await deps.connections.get(board.connectionId)
  await unsubscribeBoard(board, adapter, deps, attempt)
  const leave = ({ leavingSince }: Board) =>
    ({ mode: 'off', leavingSince: leavingSince ?? deps.now() }) as const
  const { after: leaving } = await deps.boards.edit(board.id, leave, also)
  const taskIds = await deps.tasks.judgedOn(board.id)
  const { tool, connectionId } = board
  const refs = [
    ...taskIds.map((taskId) => ({ tool, connectionId, taskId })),
    ...(await deps.twins.toLeave(board.id)),
  ]
  await deps.queue.look(refs, { delaySeconds: 0, priority: bulkPriority })
  await deps.queue.leave(board)
  return { leaving, queued: refs.length }
}

/**
 * Is a board that is being left free of us? Then take away the labels that we made and nobody uses, and forget it.
 * A label of ours that a person put on a task is theirs by now, and stays.
 * @throws AppError TOOL_*
 */
export async function finishLeaving(
  { boardId }: LeaveJob,
  deps: Omit<LeaveDeps, 'queue' | 'now'>,
  attempt: Attempt,
): Promise<void> {
  const board = await deps.boards.find(boardId)
  if (board === null || board.leavingSince === null) return
  if ((await deps.tasks.judgedOn(boardId)).length > 0) return
  if ((await deps.twins.toLeave(boardId)).length > 0) return
  const { adapter } = await deps.connections.get(board.connectionId)
  const unused = await unusedOf(board, adapter, attempt)
  if (unused.length > 0) await adapter.unprovision(board.containerId, unused, attempt)
  await deps.boards.remove(boardId)
}

async function unusedOf(board: Board, adapter: Adapter, attempt: Attempt): Promise<readonly string[]> {
  if (board.madeIds.length === 0) return []
  const { tasks, unread, complete } = await adapter.list(board.containerId, null, attempt)
  // What cannot be read, or is beyond the end of a list that was cut short, may be using any of them.
  if (unread.length > 0 || !complete) return []
  const used = new Set(tasks.flatMap(({ labels }) => labels.map(({ id }) => id)))
  return board.madeIds.filter((id) => !used.has(id))
}
