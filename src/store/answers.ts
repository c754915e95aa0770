import type { Selectable } from 'kysely'
import type { Answer } from '#model/answer.ts'
import type { Database, Db } from './database.ts'
import { newId } from './id.ts'

export type AnswerStore = ReturnType<typeof createAnswerStore>

/** What people have answered, in the order in which they did. Nothing here changes or removes an answer. */
export function createAnswerStore(db: Db) {
  const ofTask = (taskId: string) =>
    db.selectFrom('answers').selectAll().where('task_id', '=', taskId).orderBy('revision')

  return {
    async add(answer: Omit<Answer, 'id'>): Promise<Answer> {
      const id = newId('ans')
      await db
        .insertInto('answers')
        .values({
          id,
          task_id: answer.taskId,
          at: answer.at,
          side: answer.side,
          author_id: answer.author.id,
          author_name: answer.author.name,
          via: answer.via,
          kind: answer.said.kind,
          said: JSON.stringify(answer.said),
          source_id: answer.sourceId,
          fingerprint: answer.fingerprint,
          revision: answer.revision,
        })
        .execute()
      return { id, ...answer }
    },

    /** The answer that a comment, label or call already led to; null when it did not. */
    async bySource(taskId: string, sourceId: string): Promise<Answer | null> {
      const row = await ofTask(taskId).where('source_id', '=', sourceId).executeTakeFirst()
      return row === undefined ? null : answerOf(row)
    },

    /** All answers to one request as it stood: what `factsFrom` takes. */
    async toRequest(taskId: string, fingerprint: string): Promise<Answer[]> {
      return (await ofTask(taskId).where('fingerprint', '=', fingerprint).execute()).map(answerOf)
    },

    /** All answers of a task, oldest first. */
    async list(taskId: string): Promise<Answer[]> {
      return (await ofTask(taskId).execute()).map(answerOf)
    },
  }
}

/** A row as an answer. */
export const answerOf = (row: Selectable<Database['answers']>): Answer => ({
  id: row.id,
  taskId: row.task_id,
  at: row.at.toISOString(),
  side: row.side,
  author: { id: row.author_id, name: row.author_name },
  via: row.via,
  said: row.said,
  sourceId: row.source_id,
  fingerprint: row.fingerprint,
  revision: row.revision,
})
