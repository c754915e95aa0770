import type { Adapter, Attempt } from '#model/adapter.ts'
import type { Board, Client, MappingChange } from '#model/board.ts'
import type { Clock } from '../clock.ts'
import type { BoardChange, BoardStore } from '../store/boards.ts'
import type { TaskStore } from '../store/tasks.ts'
import { changeMapping } from './change-mapping.ts'
import type { ClientPolicies } from './client-policy.ts'
import { provision } from './provision.ts'
import { bulkPriority, type Queue } from './queue.ts'

export interface ChangeDeps {
  readonly boards: BoardStore
  readonly tasks: TaskStore
  readonly clientPolicies: ClientPolicies
  readonly queue: Pick<Queue, 'look'>
  readonly now: Clock
}

/**
 * Change a board's mode, mapping or limit. Going to `apply` makes the labels that are missing, then looks again at
 * what was only judged so far.
 * @throws AppError REQUEST_INVALID for a mapping that does not fit, TOOL_*
 */
export async function changeBoard(
  { board, client }: { board: Board; client: Client },
  change: Pick<BoardChange, 'mode' | 'hourlyWriteLimit'> & { readonly mapping?: MappingChange | undefined },
  adapter: Adapter,
  deps: ChangeDeps,
  attempt: Attempt,
): Promise<{ board: Board; made: readonly string[]; adopted: readonly string[] }> {
  const mapping =
    change.mapping === undefined
      ? undefined
      : changeMapping(board.mapping, change.mapping, await adapter.layout(board.containerId, attempt))
  await deps.boards.update(board.id, { ...change, mapping })
  const changed = await deps.boards.get(board.id)
  if (changed.mode !== 'apply' || board.mode === 'apply') return { board: changed, made: [], adopted: [] }

  const policy = await deps.clientPolicies.inForceAt(client, deps.now())
  const { made, adopted } = await provision(changed, policy, { adapter, boards: deps.boards }, attempt)
  await lookAgain(changed, ['dry-run', 'off'], deps)
  return { board: await deps.boards.get(board.id), made, adopted }
}

/** A person has looked at a held board: let it go on. @returns how many tasks were waiting */
export async function releaseBoard(board: Board, deps: ChangeDeps): Promise<number> {
  await deps.boards.update(board.id, { releasedAt: deps.now() })
  return lookAgain(board, ['held'], deps)
}

async function lookAgain(
  board: Board,
  states: Parameters<TaskStore['endedIn']>[1],
  deps: ChangeDeps,
): Promise<number> {
  const { tool, connectionId } = board
  const taskIds = await deps.tasks.endedIn(board.id, states)
  await deps.queue.look(
    taskIds.map((taskId) => ({ tool, connectionId, taskId })),
    { delaySeconds: 0, priority: bulkPriority },
  )
  return taskIds.length
}
