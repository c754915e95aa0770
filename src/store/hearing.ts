import { sql } from 'kysely'
import type { Price } from '#model/decision.ts'
import type { Instant, TaskRef } from '#model/task.ts'
import type { Db } from './database.ts'

export type Hearing = ReturnType<typeof createHearing>

/** What has been heard of the comments under requests: an answer is recorded, and what answered nothing stays talk. */
export function createHearing(db: Db) {
  return {
    /**
     * May there be comments under a task that nobody has heard? An event has told of one since all were, or nobody knows.
     * All tools have the word in an event's name.
     */
    async isOwed(task: Pick<TaskRef, 'connectionId' | 'taskId'>): Promise<boolean> {
      const row = await db
        .selectFrom('tasks')
        .select('id')
        .where('connection_id', '=', task.connectionId)
        .where('task_id', '=', task.taskId)
        .where(({ eb, or, exists, selectFrom }) =>
          or([
            eb('heard_at', 'is', null),
            exists(
              selectFrom('deliveries')
                .select('deliveries.id')
                .where('deliveries.connection_id', '=', task.connectionId)
                .where('deliveries.task_id', '=', task.taskId)
                .whereRef('deliveries.received_at', '>=', 'tasks.heard_at')
                .where('deliveries.event', 'ilike', '%comment%'),
            ),
          ]),
        )
        .executeTakeFirst()
      return row !== undefined
    },

    /** All that was told of until a moment has been heard. */
    async heardUntil(taskId: string, moment: Instant): Promise<void> {
      await db.updateTable('tasks').set({ heard_at: moment }).where('id', '=', taskId).execute()
    },

    /** What was talk when it was heard, as `Answer.sourceId` has it, and how much was told about the task by now. */
    async known(taskId: string): Promise<{ readonly talk: readonly string[]; readonly revision: number }> {
      return await db
        .selectFrom('tasks')
        .select(['talk', 'revision'])
        .where('id', '=', taskId)
        .executeTakeFirstOrThrow()
    },

    /** The price that a task showed at a moment, by the last run that was over then; null for none. */
    async priceShownAt(taskId: string, moment: Instant): Promise<Price | null> {
      const row = await db
        .selectFrom('runs')
        .innerJoin('decisions', 'decisions.id', 'runs.decision_id')
        .select('decisions.document')
        .where('runs.task_id', '=', taskId)
        .where('runs.state', 'in', ['applied', 'in-sync'])
        .where('runs.finished_at', '<=', new Date(moment))
        .orderBy('runs.started_at', 'desc')
        .orderBy('runs.id', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row?.document.price ?? null
    },

    /** From now on these answer nothing, whatever may be asked later. */
    async takeAsTalk(taskId: string, sourceIds: readonly string[]): Promise<void> {
      await db
        .updateTable('tasks')
        .set({ talk: sql<string>`talk || ${JSON.stringify(sourceIds)}::jsonb` })
        .where('id', '=', taskId)
        .execute()
    },

    /** Nobody knows any more what was said under those of these tasks that are judged. */
    async isUnknownOf(connectionId: string, taskIds: readonly string[]): Promise<void> {
      if (taskIds.length === 0) return
      await db
        .updateTable('tasks')
        .set({ heard_at: null })
        .where('connection_id', '=', connectionId)
        .where('task_id', 'in', taskIds)
        .where('last_state', 'not in', ['taken-in', 'not-judged'])
        .execute()
    },

    /**
     * Nobody knows any more what was said under the judged tasks of a board.
     * @param over ids of the lists or options in which nobody waits for an answer
     * @returns the tool's ids of them
     */
    async isUnknownOn(boardId: string, over: readonly string[]): Promise<string[]> {
      const rows = await db
        .updateTable('tasks')
        .set({ heard_at: null })
        .where('board_id', '=', boardId)
        .where('state', '=', 'open')
        .where('last_state', 'not in', ['taken-in', 'not-judged'])
        .$if(over.length > 0, (query) =>
          query.where(sql<string>`coalesce(observed ->> 'statusId', '')`, 'not in', over),
        )
        .returning('task_id')
        .execute()
      return rows.map((row) => row.task_id)
    },
  }
}
