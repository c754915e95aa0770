import { type Selectable, sql } from 'kysely'
import type { TaskRef } from '#model/task.ts'
import { reversible, type Twin } from '#model/twin.ts'
import type { Database, Db } from './database.ts'

export type TwinStore = ReturnType<typeof createTwinStore>

/** Requests and their counterparts on the assistants' boards. */
export function createTwinStore(db: Db) {
  return {
    /** @param taskId our id of the request */
    async find(taskId: string): Promise<Twin | null> {
      const row = await db.selectFrom('twins').selectAll().where('task_id', '=', taskId).executeTakeFirst()
      return row === undefined ? null : twinOf(row)
    },

    /** Of some tasks of a connection, those that are twins, by the tool's id: when the pair was last looked at or written to. */
    async seenAt(connectionId: string, taskIds: readonly string[]) {
      if (taskIds.length === 0) return new Map<string, string>()
      const rows = await db
        .selectFrom('twins')
        .innerJoin('tasks', 'tasks.id', 'twins.task_id')
        .select('twins.twin_id')
        .select(sql<Date>`greatest(tasks.updated_at, twins.updated_at)`.as('seen_at'))
        .where('twins.connection_id', '=', connectionId)
        .where('twins.twin_id', 'in', taskIds)
        .execute()
      return new Map(rows.map(({ twin_id, seen_at }) => [twin_id ?? '', seen_at.toISOString()]))
    },

    /** The request that a task on an assistant's board is the twin of; null when it is nobody's. */
    async requestOf(ref: Pick<TaskRef, 'connectionId' | 'taskId'>): Promise<TaskRef | null> {
      const row = await db
        .selectFrom('twins')
        .innerJoin('tasks', 'tasks.id', 'twins.task_id')
        .innerJoin('connections', 'connections.id', 'tasks.connection_id')
        .select(['connections.tool', 'tasks.connection_id', 'tasks.task_id'])
        .where('twins.connection_id', '=', ref.connectionId)
        .where('twins.twin_id', '=', ref.taskId)
        .executeTakeFirst()
      return row === undefined
        ? null
        : { tool: row.tool, connectionId: row.connection_id, taskId: row.task_id }
    },

    /** The open requests that have, or are to have, a twin, be it once more, where either card is on this board. */
    async pairsOn(boardId: string): Promise<TaskRef[]> {
      const rows = await db
        .selectFrom('tasks')
        .innerJoin('boards', 'boards.id', 'tasks.board_id')
        .leftJoin('twins', 'twins.task_id', 'tasks.id')
        .select(sql<TaskRef>`tasks.observed -> 'ref'`.as('ref'))
        .where('boards.twin_board_id', 'is not', null)
        .where(({ eb, or }) =>
          or([eb('boards.twin_board_id', '=', boardId), eb('tasks.board_id', '=', boardId)]),
        )
        .where('tasks.state', '=', 'open')
        .where('tasks.last_state', 'not in', ['taken-in', 'not-judged'])
        .where(({ eb, or }) =>
          or([
            eb('twins.state', 'is', null),
            eb('twins.state', 'in', ['making', 'linked']),
            eb.and([eb('twins.state', '=', 'unlinked'), eb('twins.parting', 'in', reversible)]),
          ]),
        )
        .execute()
      return rows.map(({ ref }) => ref)
    },

    /** The open requests whose twins on a board of the assistant are still to be let go when that is left. */
    async toLeave(boardId: string): Promise<TaskRef[]> {
      const rows = await db
        .selectFrom('twins')
        .innerJoin('tasks', 'tasks.id', 'twins.task_id')
        .innerJoin('boards', 'boards.id', 'tasks.board_id')
        .select(sql<TaskRef>`tasks.observed -> 'ref'`.as('ref'))
        .where('twins.board_id', '=', boardId)
        .where('boards.twin_board_id', '=', boardId)
        .where('tasks.state', '=', 'open')
        .where('twins.twin_id', 'is not', null)
        .where(sql<boolean>`twins.parting is distinct from 'boards-unlinked'`)
        .execute()
      return rows.map(({ ref }) => ref)
    },

    /** The tool's ids of the open requests on a board that have a twin which is kept alike. */
    async linkedOn(boardId: string): Promise<string[]> {
      const rows = await db
        .selectFrom('twins')
        .innerJoin('tasks', 'tasks.id', 'twins.task_id')
        .select('tasks.task_id')
        .where('tasks.board_id', '=', boardId)
        .where('tasks.state', '=', 'open')
        .where('twins.state', '=', 'linked')
        .execute()
      return rows.map((row) => row.task_id)
    },

    /** The requests that are not over and have their twins on a board of the assistant: there she may say something. */
    async spokenOn(boardId: string): Promise<TaskRef[]> {
      const rows = await db
        .selectFrom('twins')
        .innerJoin('tasks', 'tasks.id', 'twins.task_id')
        .select(sql<TaskRef>`tasks.observed -> 'ref'`.as('ref'))
        .where('twins.board_id', '=', boardId)
        .where('twins.state', '=', 'linked')
        .where('tasks.state', '=', 'open')
        .where(sql<string>`coalesce(twins.base #>> '{status,request}', '')`, 'not in', ['done', 'declined'])
        .execute()
      return rows.map(({ ref }) => ref)
    },

    /** Let go of a task that was the twin of another request until the two were parted: it is to be this one's. */
    async free({ taskId, connectionId, twinId }: Twin): Promise<void> {
      await db
        .updateTable('twins')
        .set({ twin_id: null })
        .where('connection_id', '=', connectionId)
        .where('twin_id', '=', twinId)
        .where('task_id', '!=', taskId)
        .where('state', '=', 'unlinked')
        .execute()
    },

    /** Insert or replace. */
    async save(twin: Twin): Promise<void> {
      const columns = {
        board_id: twin.boardId,
        connection_id: twin.connectionId,
        twin_id: twin.twinId,
        state: twin.state,
        parting: twin.parting,
        base: twin.base === null ? null : JSON.stringify(twin.base),
        shown: JSON.stringify(twin.shown),
        pending: twin.pending === null ? null : JSON.stringify(twin.pending),
        overrides: JSON.stringify(twin.overrides),
        relayed: JSON.stringify(twin.relayed),
        hops: JSON.stringify(twin.hops),
        revision: twin.revision,
        created_at: twin.createdAt,
        updated_at: twin.updatedAt,
      }
      await db
        .insertInto('twins')
        .values({ task_id: twin.taskId, ...columns })
        .onConflict((conflict) => conflict.column('task_id').doUpdateSet(columns))
        .execute()
    },
  }
}

const twinOf = (row: Selectable<Database['twins']>): Twin => ({
  taskId: row.task_id,
  boardId: row.board_id,
  connectionId: row.connection_id,
  twinId: row.twin_id,
  state: row.state,
  parting: row.parting,
  base: row.base,
  shown: row.shown,
  pending: row.pending,
  overrides: row.overrides,
  relayed: row.relayed,
  hops: row.hops,
  revision: row.revision,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
})
