import { sql } from 'kysely'
import { AppError } from '#model/error.ts'
import type { TaskRef } from '#model/task.ts'
import type { Db } from './database.ts'

/** A task that somebody tells something about, and the place this has among all that was told. */
export interface Taken {
  readonly taskId: string
  readonly ref: TaskRef
  readonly clientId: string
  readonly fingerprint: string
  /** The revision that was just taken. */
  readonly revision: number
}

/**
 * Have nobody else tell anything about a task until the transaction ends, without taking a revision: for what may turn
 * out to have been told before. One that is not there holds up nobody.
 */
export async function holdTask(trx: Db, taskId: string): Promise<void> {
  await trx.selectFrom('tasks').select('id').where('id', '=', taskId).forUpdate().execute()
}

/**
 * Take the next revision of a task; to be called in a transaction. The row stays locked until it ends, so what is told
 * about one task has one order, and two who tell at once never take the same place.
 * @throws AppError NOT_FOUND, CONFLICT when the task is no longer on its board
 */
export async function takeRevision(trx: Db, taskId: string): Promise<Taken> {
  const row = await trx
    .updateTable('tasks')
    .set(({ eb }) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', taskId)
    .returning(['state', 'client_id', 'revision'])
    .returning([
      sql<TaskRef>`observed -> 'ref'`.as('ref'),
      sql<string>`facts ->> 'fingerprint'`.as('fingerprint'),
    ])
    .executeTakeFirst()
  if (row === undefined) throw new AppError('NOT_FOUND', `there is no task ${taskId}`)
  if (row.state === 'gone')
    throw new AppError('CONFLICT', `task ${taskId} is no longer on its board: nothing can be said about it`)
  const { client_id: clientId, ref, fingerprint, revision } = row
  return { taskId, ref, clientId, fingerprint, revision }
}
