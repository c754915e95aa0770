import { type Kysely, sql } from 'kysely'
import type { Board, Client } from '#model/board.ts'
import type { Instant, Tool } from '#model/task.ts'
import { type AuditLog, createAuditLog } from './audit.ts'
import { createBoardStore } from './boards.ts'
import { createClientStore } from './clients.ts'
import type { Database } from './database.ts'
import { addPolicy, type MovedPolicy, readPolicies } from './moved-policies.ts'

export type MovedClient = Client & { readonly createdAt: Instant }

/** An account without what would let anybody in. */
export interface MovedConnection {
  readonly id: string
  readonly tool: Tool
  readonly name: string
  readonly userId: string
  readonly updates: 'webhook' | 'poll'
}

/** A board by how it was set up; what Cadre has since learnt of it belongs to the tasks, which stay. */
export type MovedBoard = Pick<
  Board,
  | 'id'
  | 'connectionId'
  | 'containerId'
  | 'name'
  | 'url'
  | 'clientId'
  | 'role'
  | 'mode'
  | 'mapping'
  | 'hourlyWriteLimit'
  | 'twinBoardId'
  | 'relays'
  | 'madeIds'
>

/** All that people have set up. */
export interface Everything {
  readonly policies: readonly MovedPolicy[]
  readonly clients: readonly MovedClient[]
  readonly connections: readonly MovedConnection[]
  readonly boards: readonly MovedBoard[]
}

/** Where things move in: `there` is what is there already, and nobody changes it meanwhile. */
export interface MovingIn {
  readonly there: Everything
  addPolicy(policy: MovedPolicy): Promise<void>
  addClient(client: MovedClient): Promise<void>
  /**
   * Without the board of its twins, which may come later: see `link`.
   * @param watchedSince what is on the board by then is taken in silently
   */
  addBoard(board: MovedBoard & { readonly tool: Tool }, watchedSince: Instant): Promise<void>
  /** Requests of a board have twins on another. */
  link(boardId: string, twinBoardId: string): Promise<void>
  readonly audit: AuditLog
}

/** All clients and boards at once: a freelancer has dozens of them, an agency some hundreds. */
const all = 1_000_000

export type EverythingStore = ReturnType<typeof createEverythingStore>

/** What people have set up, as a whole: policies, clients, accounts, boards. */
export function createEverythingStore(db: Kysely<Database>) {
  return {
    /** As it is at one moment, in a stable order. */
    read(): Promise<Everything> {
      return db.transaction().setIsolationLevel('repeatable read').execute(readAll)
    },

    /** All of the work is done or, when it throws, nothing. Others who want to change what is set up wait. */
    moveIn<T>(work: (into: MovingIn) => Promise<T>): Promise<T> {
      return db.transaction().execute(async (trx) => {
        await sql`LOCK TABLE policies, policy_drafts, policy_cases, examples, clients, connections, boards
          IN SHARE ROW EXCLUSIVE MODE`.execute(trx)
        return work({
          there: await readAll(trx),
          addPolicy: (policy) => addPolicy(trx, policy),
          addClient: ({ createdAt, ...client }) => createClientStore(trx).insert(client, createdAt),
          async addBoard(board, watchedSince) {
            const boards = createBoardStore(trx)
            await boards.insert({ ...board, ...untouched, twinBoardId: null, watchedSince })
            await boards.update(board.id, { madeIds: board.madeIds })
          },
          link: (boardId, twinBoardId) => createBoardStore(trx).update(boardId, { twinBoardId }),
          audit: createAuditLog(trx),
        })
      })
    },
  }
}

/** What Cadre learns of a board by watching it. */
const untouched = { releasedAt: null, sweptUntil: null, missedAt: null, webhook: null, leavingSince: null }

async function readAll(db: Kysely<Database>): Promise<Everything> {
  const connections = await db
    .selectFrom('connections')
    .select(['id', 'tool', 'name', 'user_id as userId', 'updates'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const clients = await createClientStore(db).page({}, all, null)
  const boards = await createBoardStore(db).page({}, all, null)
  // A board that is being left is as good as gone.
  const staying = boards.filter(({ leavingSince }) => leavingSince === null)
  const ids = new Set(staying.map(({ id }) => id))
  return {
    policies: await readPolicies(db),
    clients: clients.map(({ client, createdAt }) => ({ ...client, createdAt })).toReversed(),
    connections,
    boards: staying.map((board) => movedBoard(board, ids)).toSorted(byName),
  }
}

const byName = (a: MovedBoard, b: MovedBoard) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id)

const movedBoard = (board: Board, ids: ReadonlySet<string>): MovedBoard => ({
  id: board.id,
  connectionId: board.connectionId,
  containerId: board.containerId,
  name: board.name,
  url: board.url,
  clientId: board.clientId,
  role: board.role,
  mode: board.mode,
  mapping: board.mapping,
  hourlyWriteLimit: board.hourlyWriteLimit,
  twinBoardId: ids.has(board.twinBoardId ?? '') ? board.twinBoardId : null,
  relays: board.relays,
  madeIds: board.madeIds,
})
