import type { Kysely } from 'kysely'
import type { Adapter, Attempt, BoardLayout } from '#model/adapter.ts'
import type { Board, Client, MappingChange, Mode, Role } from '#model/board.ts'
import { emptyAccount } from '#model/facts.ts'
import type { Clock } from '../clock.ts'
import { createBoardStore } from '../store/boards.ts'
import type { Connection } from '../store/connections.ts'
import type { Also, Database, Db } from '../store/database.ts'
import { newId } from '../store/id.ts'
import type { PolicyStore } from '../store/policies.ts'
import { createTaskStore, type StoredTask } from '../store/tasks.ts'
import { changeMapping } from './change-mapping.ts'
import { checkAssignedPolicies } from './check-assigned-policies.ts'
import type { ClientPolicies } from './client-policy.ts'
import { layoutOf } from './container-layout.ts'
import { interpret } from './interpret.ts'
import { proposeMapping } from './propose-mapping.ts'
import type { Queue } from './queue.ts'
import { referenceOf } from './reference.ts'
import { remember } from './remember.ts'
import { type SubscribeDeps, subscribeBoard } from './subscribe-board.ts'
import { untold } from './told.ts'

export interface WatchDeps extends SubscribeDeps {
  readonly db: Kysely<Database>
  readonly policies: PolicyStore
  readonly clientPolicies: ClientPolicies
  readonly queue: Pick<Queue, 'sweep'>
  readonly now: Clock
}

/** What a person asks for when a board is to be watched. */
export interface WatchRequest {
  readonly containerId: string
  readonly client: Client
  readonly role: Role
  readonly mode: Exclude<Mode, 'apply'>
  /** The person's corrections of the proposed mapping. */
  readonly mapping: MappingChange
  readonly hourlyWriteLimit: number
}

/** What is written with the change that it tells of. */
export interface WatchNotes {
  readonly added: Also<Board>
  /** It was added, and is removed again because the tool would not tell us of it. */
  readonly removed: Also<Board>
}

/**
 * Begin to watch a board. What is on it already is taken in silently; from then on its webhooks arrive, and a sweep
 * catches what happened in between. Costs the tool two to four reads and one write.
 * @throws AppError NOT_FOUND when the account sees no such board, CONFLICT, TOOL_*
 */
export async function watchBoard(
  request: WatchRequest,
  { connection, adapter }: { connection: Connection; adapter: Adapter },
  { added, removed }: WatchNotes,
  deps: WatchDeps,
  attempt: Attempt,
): Promise<{ board: Board; takenIn: number }> {
  await checkAssignedPolicies(request.mapping.policies, deps.policies)
  const layout = await layoutOf(adapter, request.containerId, attempt)
  const { document } = await deps.clientPolicies.inForceAt(request.client, deps.now())
  const proposal = proposeMapping(layout, connection.userId, document.billing.currency)
  const board = boardOf(request, { connection, adapter }, { layout, proposal }, deps.now())
  const tasks = await thereBefore(board, request.client, { connection, adapter }, deps, attempt)
  await deps.db.transaction().execute(async (trx) => {
    await createBoardStore(trx).insert(board)
    await takeIn(trx, tasks)
    await added(trx, board)
  })
  try {
    await subscribeBoard(board, { connection, adapter }, deps, attempt)
    await deps.queue.sweep([board], { full: true })
    return { board, takenIn: tasks.length }
  } catch (error) {
    // Half a board would watch nothing and could not be added again.
    await deps.boards.remove(board.id, (trx) => removed(trx, board))
    throw error
  }
}

function boardOf(
  request: WatchRequest,
  { connection, adapter }: { connection: Connection; adapter: Adapter },
  {
    layout,
    proposal,
  }: { readonly layout: BoardLayout; readonly proposal: ReturnType<typeof proposeMapping> },
  now: string,
): Board {
  const mapping = changeMapping({ ...proposal, labels: {} }, request.mapping, {
    layout,
    role: request.role,
    unlistedPeople: adapter.capabilities.unlistedPeople,
  })
  return {
    id: newId('brd'),
    tool: connection.tool,
    connectionId: connection.id,
    containerId: layout.containerId,
    name: layout.name,
    url: layout.url,
    clientId: request.client.id,
    role: request.role,
    mode: request.mode,
    mapping,
    hourlyWriteLimit: request.hourlyWriteLimit,
    twinBoardId: null,
    relays: false,
    watchedSince: now,
    releasedAt: null,
    sweptUntil: null,
    missedAt: null,
    webhook: null,
    madeIds: [],
    leavingSince: null,
  }
}

/** Every task that is there before us as we remember it: known, but never answered. */
async function thereBefore(
  board: Board,
  client: Client,
  { connection, adapter }: { connection: Connection; adapter: Adapter },
  deps: WatchDeps,
  attempt: Attempt,
): Promise<StoredTask[]> {
  const now = deps.now()
  const policyVersion = await deps.policies.versionAt(client.policyId, now)
  const { policyId, plan, terms } = client
  const agreed = { plan, terms }
  const judgement = { policyId, policyVersion, agreed, examplesRevision: 0, account: emptyAccount }
  const { tasks: there } = await adapter.list(board.containerId, null, attempt)
  return there.map((observed) => {
    const reference = referenceOf(observed.ref.taskId, client.language)
    const { task, theirs } = interpret(observed, board.mapping, {
      reference,
      userId: connection.userId,
      last: null,
      timeZone: client.timeZone,
    })
    const facts = remember(null, task, {
      now,
      judgement,
      booked: null,
      // An older state of the books than any: they are read when the request is first judged.
      booksRevision: 0,
      told: untold,
      dueSetAt: null,
      arrivedAt: null,
      cameAt: null,
      wasThereFirst: true,
      overrides: [],
    })
    return {
      id: newId('tsk'),
      boardId: board.id,
      state: 'open',
      observed,
      facts,
      shown: { ...theirs, status: null },
      pending: null,
      decisionId: null,
      headline: null,
      lastState: 'taken-in',
      hasPrivate: false,
      promisedMinutes: null,
      revision: 0,
      lookAt: null,
      createdAt: now,
      updatedAt: now,
    }
  })
}

async function takeIn(trx: Db, tasks: readonly StoredTask[]): Promise<void> {
  const store = createTaskStore(trx)
  // Few hundred rows a statement: PostgreSQL allows 65,535 parameters.
  for (let start = 0; start < tasks.length; start += 500)
    await store.saveMany(tasks.slice(start, start + 500))
}
