import type { Adapter, Attempt } from '#model/adapter.ts'
import type { Board, Client, MappingChange } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import type { Clock } from '../clock.ts'
import type { BoardChange, BoardStore } from '../store/boards.ts'
import type { PolicyStore } from '../store/policies.ts'
import type { TaskStore } from '../store/tasks.ts'
import { changeMapping } from './change-mapping.ts'
import { checkAssignedPolicies } from './check-assigned-policies.ts'
import type { ClientPolicies } from './client-policy.ts'
import { provision } from './provision.ts'
import { bulkPriority, type Queue } from './queue.ts'

export interface ChangeDeps {
  readonly boards: BoardStore
  readonly tasks: TaskStore
  readonly clientPolicies: ClientPolicies
  readonly queue: Pick<Queue, 'look' | 'sweep'>
  readonly policies: PolicyStore
  readonly now: Clock
}

/** What a person asks for; what is absent stays. */
export type BoardEdit = Pick<BoardChange, 'mode' | 'hourlyWriteLimit' | 'twinBoardId' | 'relays'> & {
  readonly mapping?: MappingChange | undefined
  readonly clientId?: string | undefined
}

export interface ChangedBoard {
  readonly before: Board
  readonly board: Board
  /** Names of what had to be made on the board, and of what was there by that name. */
  readonly made: readonly string[]
  readonly adopted: readonly string[]
}

/**
 * Change a board's mode, mapping or limit. Going to `apply` makes the labels that are missing, then looks again at
 * what was only judged so far.
 * @param check may refuse the edit, by throwing, for what the board is at that moment
 * @throws AppError REQUEST_INVALID for a mapping that does not fit, CONFLICT for another client or a board that is
 * being left, TOOL_*
 */
export async function changeBoard(
  { board, client }: { readonly board: Board; readonly client: Client },
  { clientId, mapping, ...change }: BoardEdit,
  { adapter, check }: { readonly adapter: Adapter; readonly check: (known: Board) => void },
  deps: ChangeDeps,
  attempt: Attempt,
): Promise<ChangedBoard> {
  if (clientId !== undefined && clientId !== board.clientId) throw anotherClient()
  await checkAssignedPolicies(mapping?.policies, deps.policies)
  if (change.twinBoardId) checkTwinBoard(board, await deps.boards.get(change.twinBoardId))
  const layout = mapping === undefined ? null : await adapter.layout(board.containerId, attempt)
  const { before, after } = await deps.boards.edit(board.id, (known) => {
    check(known)
    if (known.leavingSince !== null) throw new AppError('CONFLICT', 'this board is being left')
    if (mapping === undefined || layout === null) return change
    return { ...change, mapping: changeMapping(known.mapping, mapping, layout, known.role) }
  })
  if (after.mode !== 'apply' || before.mode === 'apply')
    return { before, board: after, made: [], adopted: [] }

  const policy = await deps.clientPolicies.inForceAt(client, deps.now())
  const { made, adopted } = await provision(after, policy, { adapter, boards: deps.boards }, attempt)
  await lookAgain(after, ['dry-run', 'off'], deps)
  return { before, board: await deps.boards.get(board.id), made, adopted }
}

/**
 * Requests go from a client's board to the assistant's own, and from there nowhere else.
 * @throws AppError REQUEST_INVALID
 */
function checkTwinBoard(board: Board, twinBoard: Board): void {
  if (board.role === 'client' && twinBoard.role === 'assistant') return
  const remedy = "link a board of the role `client` to one of the role `assistant`, the assistant's own"
  const details = [{ path: 'body.twinBoardId', message: 'is no board of the assistant', remedy }]
  throw new AppError('REQUEST_INVALID', 'these two boards cannot be linked', { details })
}

/** A person has looked at a held board: let it go on. @returns how many tasks were waiting */
export async function releaseBoard(board: Board, deps: ChangeDeps): Promise<number> {
  await deps.boards.update(board.id, { releasedAt: deps.now() })
  // Requests from elsewhere that wait for a card are put there by a sweep.
  await deps.queue.sweep([board], { full: false })
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

/** What is known of its tasks was judged for one client by their rules, and is theirs. */
function anotherClient(): AppError {
  const remedy = 'delete the board, then add it again for the other client'
  const details = [{ path: 'body.clientId', message: 'a board stays with its client', remedy }]
  return new AppError('CONFLICT', 'a board cannot go to another client', { details })
}
