import type { Selectable } from 'kysely'
import type { TaskRef } from '#model/task.ts'
import type { Twin } from '#model/twin.ts'
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
        updated_at: twin.updatedAt,
      }
      await db
        .insertInto('twins')
        .values({ task_id: twin.taskId, ...columns, created_at: twin.createdAt })
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
