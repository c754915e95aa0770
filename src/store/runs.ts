import type { Decision } from '#model/decision.ts'
import type { Operation, Shown } from '#model/operation.ts'
import type { Undo } from '#model/order.ts'
import type { Run } from '#model/run.ts'
import type { Instant } from '#model/task.ts'
import { writeAtOnce } from './at-once.ts'
import type { Db } from './database.ts'
import { type StoredTask, upsertTasks } from './tasks.ts'

interface NewDecision {
  readonly id: string
  readonly decision: Decision
}

/** What is recorded of a run beside it. */
interface Extras {
  readonly newDecision: NewDecision | null
  /** An earlier run of this task never ended; it is closed. */
  readonly interrupted: boolean
  /** What the task showed of ours before the run wrote; null when it did not. */
  readonly before: Shown | null
}

/** What a run meant to write, and what was there before. */
export interface Written {
  readonly operations: readonly Operation[]
  readonly before: Shown
}

export type RunStore = ReturnType<typeof createRunStore>

/** What happened: each pass over a task, with the decision it came to. */
export function createRunStore(db: Db) {
  return {
    /**
     * Record a pass and the task as it leaves it, together or not at all. Recording the same run again, as when its
     * writes are done, replaces it.
     */
    async record(run: Run, task: StoredTask, { newDecision, interrupted, before }: Extras): Promise<void> {
      await writeAtOnce(db, [
        upsertTasks(db, [task]),
        ...(newDecision === null ? [] : [insertDecision(db, newDecision, run)]),
        ...(interrupted ? [closeInterrupted(db, run)] : []),
        upsertRun(db, run, task.decisionId, before),
      ])
    },

    /** Record what was written on another board than the task's own: on its twin. */
    async add(run: Run): Promise<void> {
      await upsertRun(db, run, null, null).execute()
    },

    /** How many tasks of a board, beside one if it is named, have been written to since a moment. */
    async tasksWrittenSince(boardId: string, moment: Instant, except: string | null = null): Promise<number> {
      const row = await db
        .selectFrom('runs')
        .select(({ fn }) => fn.count<string>('task_id').distinct().as('tasks'))
        .where('board_id', '=', boardId)
        .where('started_at', '>=', new Date(moment))
        .where('state', 'in', ['applying', 'applied', 'failed'])
        .$if(except !== null, (query) => query.where('task_id', '!=', except ?? ''))
        .executeTakeFirstOrThrow()
      return Number(row.tasks)
    },

    /** Runs of a task that wrote, or may have, of those that somebody wants undone; each once, newest first. */
    async written(taskId: string, undo: readonly Undo[]): Promise<Written[]> {
      const rows = await db
        .selectFrom('runs')
        .select(['operations', 'before'])
        .where('task_id', '=', taskId)
        .where('before', 'is not', null)
        .where(({ eb, or }) =>
          or(
            undo.map(({ runId, since }) =>
              runId === null ? eb('started_at', '>=', new Date(since)) : eb('id', '=', runId),
            ),
          ),
        )
        .orderBy('started_at', 'desc')
        .orderBy('id', 'desc')
        .execute()
      return rows.flatMap(({ operations, before }) => (before === null ? [] : [{ operations, before }]))
    },

    /** Our ids of the open tasks of a board that were written to since a moment. */
    async writtenOn(boardId: string, since: Instant): Promise<string[]> {
      const rows = await db
        .selectFrom('runs')
        .innerJoin('tasks', 'tasks.id', 'runs.task_id')
        .select('runs.task_id')
        .distinct()
        .where('runs.board_id', '=', boardId)
        .where('runs.started_at', '>=', new Date(since))
        .where('runs.state', 'in', ['applying', 'applied', 'failed'])
        .where('runs.before', 'is not', null)
        .where('tasks.state', '=', 'open')
        .execute()
      return rows.map((row) => row.task_id)
    },
  }
}

function insertDecision(db: Db, { id, decision }: NewDecision, run: Run) {
  return db
    .insertInto('decisions')
    .values({
      id,
      task_id: run.taskId,
      policy_id: decision.policyId,
      policy_version: decision.policyVersion,
      headline: decision.headline,
      document: JSON.stringify(decision),
      created_at: run.startedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
}

/** The process ended before these did. What they meant to write stands in the task's `pending`. */
function closeInterrupted(db: Db, { id, taskId, startedAt }: Run) {
  return db
    .updateTable('runs')
    .set({
      state: 'failed',
      error_code: 'RUN_INTERRUPTED',
      error_message: 'the process ended before this run did; the next look went on from there',
      finished_at: startedAt,
    })
    .where('task_id', '=', taskId)
    .where('state', '=', 'applying')
    .where('id', '!=', id)
}

function upsertRun(db: Db, run: Run, decisionId: string | null, before: Shown | null) {
  const outcome = {
    state: run.state,
    decision_id: run.decision === null ? null : decisionId,
    operations: JSON.stringify(run.operations),
    unsupported: JSON.stringify(run.unsupported),
    timings: JSON.stringify(run.timings),
    reads: run.calls.reads,
    writes: run.calls.writes,
    error_code: run.error?.code ?? null,
    error_message: run.error?.message ?? null,
    finished_at: run.finishedAt,
    before: before === null ? null : JSON.stringify(before),
  }
  return db
    .insertInto('runs')
    .values({
      id: run.id,
      task_id: run.taskId,
      board_id: run.boardId,
      started_at: run.startedAt,
      request_id: run.requestId,
      ...outcome,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(outcome))
}
