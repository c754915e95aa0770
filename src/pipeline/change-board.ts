import type { Adapter, Attempt } from '#model/adapter.ts'
import type { Board, Client, MappingChange } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import type { Clock } from '../clock.ts'
import { type BoardChange, type BoardStore, createBoardStore } from '../store/boards.ts'
import type { Also, Db } from '../store/database.ts'
import type { PolicyStore } from '../store/policies.ts'
import { createTaskStore, type TaskStore } from '../store/tasks.ts'
import { createTwinStore, type TwinStore } from '../store/twins.ts'
import { changeMapping } from './change-mapping.ts'
import { checkAssignedPolicies } from './check-assigned-policies.ts'
import type { ClientPolicies } from './client-policy.ts'
import { provision } from './provision.ts'
import { bulkPriority, type Queue } from './queue.ts'

export interface ChangeDeps {
  readonly boards: BoardStore
  readonly tasks: TaskStore
  readonly twins: TwinStore
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

interface EditTerms {
  readonly adapter: Adapter
  /** May refuse the edit, by throwing, for what the board is at that moment. */
  readonly check: (known: Board) => void
  readonly also: Also<{ before: Board; after: Board }>
}

/**
 * Change a board's mode, mapping, limit or link. Going to `apply` makes the labels that are missing, then looks again at
 * what was only judged so far, and at pairs; asked for once more, it does what a tool refused or a kill left undone. Another
 * link looks again at what has a twin, or is to have one.
 * @throws AppError REQUEST_INVALID for a mapping that does not fit, CONFLICT for another client or a board that is
 * being left, TOOL_*
 */
export async function changeBoard(
  { board, client }: { readonly board: Board; readonly client: Client },
  { clientId, mapping, ...change }: BoardEdit,
  { adapter, check, also }: EditTerms,
  deps: ChangeDeps,
  attempt: Attempt,
): Promise<ChangedBoard> {
  if (clientId !== undefined && clientId !== board.clientId) throw anotherClient()
  await checkAssignedPolicies(mapping?.policies, deps.policies)
  if (change.twinBoardId) checkTwinBoard(board, await deps.boards.get(change.twinBoardId))
  const layout = mapping === undefined ? null : await adapter.layout(board.containerId, attempt)
  const edit = (known: Board): BoardChange => {
    check(known)
    if (known.leavingSince !== null) throw new AppError('CONFLICT', 'this board is being left')
    if (mapping === undefined || layout === null) return change
    const { unlistedPeople } = adapter.capabilities
    const mapped = changeMapping(known.mapping, mapping, { layout, role: known.role, unlistedPeople })
    return { ...change, mapping: mapped }
  }
  const { before, after } = await deps.boards.edit(board.id, edit, async (trx, edited) => {
    await also(trx, edited)
    if (edited.before.twinBoardId !== edited.after.twinBoardId) await lookAtPairs(edited.after, trx, deps)
  })
  if (change.mode !== 'apply') return { before, board: after, made: [], adopted: [] }

  const policy = await deps.clientPolicies.inForceAt(client, deps.now())
  const { made, adopted } = await provision(after, policy, { adapter, boards: deps.boards }, attempt)
  await lookAgain(after, ['dry-run', 'off'], { tasks: deps.tasks, queue: deps.queue })
  // No pair is made or written to before both of its boards are.
  await deps.queue.look(await deps.twins.pairsOn(board.id), { delaySeconds: 0, priority: bulkPriority })
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

/**
 * A person has looked at a held board: let it go on. No task tells that its pair had to wait for either board, so all that
 * have a twin, or are to have one, are looked at again. To be called in a transaction.
 * @returns how many tasks were waiting, or may have been
 */
export async function releaseBoard(
  board: Board,
  trx: Db,
  { queue, now }: Pick<ChangeDeps, 'queue' | 'now'>,
): Promise<number> {
  await createBoardStore(trx).update(board.id, { releasedAt: now() })
  // Requests from elsewhere that wait for a card are put there by a sweep.
  await queue.sweep([board], { full: false, db: trx })
  const pairs = await createTwinStore(trx).pairsOn(board.id)
  await queue.look(pairs, { db: trx, delaySeconds: 0, priority: bulkPriority })
  const held = await lookAgain(board, ['held'], { tasks: createTaskStore(trx), queue, db: trx })
  return new Set([...pairs.map(({ taskId }) => taskId), ...held]).size
}

/**
 * Pairs are parted, and told so, when their boards are linked no longer; they are tied again when these are, and what is
 * open and has no twin yet gets one.
 */
async function lookAtPairs({ id, tool, connectionId }: Board, db: Db, { queue }: Pick<ChangeDeps, 'queue'>) {
  const twins = createTwinStore(db)
  const known = await twins.linkedOn(id)
  const wanted = await twins.pairsOn(id)
  const taskIds = new Set([...known, ...wanted.map(({ taskId }) => taskId)])
  await queue.look(
    [...taskIds].map((taskId) => ({ tool, connectionId, taskId })),
    { db, delaySeconds: 0, priority: bulkPriority },
  )
}

async function lookAgain(
  board: Board,
  states: Parameters<TaskStore['endedIn']>[1],
  { tasks, queue, db }: Pick<ChangeDeps, 'tasks' | 'queue'> & { readonly db?: Db },
): Promise<string[]> {
  const { tool, connectionId } = board
  const taskIds = await tasks.endedIn(board.id, states)
  await queue.look(
    taskIds.map((taskId) => ({ tool, connectionId, taskId })),
    { delaySeconds: 0, priority: bulkPriority, ...(db && { db }) },
  )
  return taskIds
}

/** What is known of its tasks was judged for one client by their rules, and is theirs. */
function anotherClient(): AppError {
  const remedy = 'delete the board, then add it again for the other client'
  const details = [{ path: 'body.clientId', message: 'a board stays with its client', remedy }]
  return new AppError('CONFLICT', 'a board cannot go to another client', { details })
}
