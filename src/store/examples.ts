import type { Selectable } from 'kysely'
import { AppError } from '#model/error.ts'
import type { Instant } from '#model/task.ts'
import type { Database, Db } from './database.ts'
import { newId } from './id.ts'

/** What a correction taught about a policy. */
export interface StoredExample {
  readonly id: string
  readonly policyId: string
  /** The policy's revision from which on it counts. */
  readonly revision: number
  readonly title: string
  readonly text: string
  readonly scope: 'in' | 'out' | 'review'
  readonly service: string | null
  /** Our id of the task whose correction it was; null when it was given by hand. */
  readonly taskId: string | null
  /** Whose request that was; the task is forgotten with its board. */
  readonly clientId: string | null
  readonly createdAt: Instant
}

/** Two who teach at once take the same next revision; the later one takes another. */
const mostAttempts = 10

export type ExampleStore = ReturnType<typeof createExampleStore>

/**
 * Learnt examples of each policy. Adding and removing raise the policy's revision, and every past revision can be read
 * again, so that a decision can be explained by what was known when it was made.
 */
export function createExampleStore(db: Db) {
  const ofPolicy = (policyId: string) => db.selectFrom('examples').where('policy_id', '=', policyId)

  return {
    /** The policy's present revision; 0 before the first example. */
    async revision(policyId: string): Promise<number> {
      const row = await ofPolicy(policyId)
        .select(({ fn }) => [fn.max('revision').as('added'), fn.max('removed_at_revision').as('removed')])
        .executeTakeFirst()
      return Math.max(row?.added ?? 0, row?.removed ?? 0)
    },

    /** What was known at a revision, oldest first. */
    async at(policyId: string, revision: number): Promise<StoredExample[]> {
      if (revision === 0) return []
      const rows = await ofPolicy(policyId)
        .selectAll()
        .where('revision', '<=', revision)
        // Of one whose client was erased only the number is left.
        .where((where) => where.or([where('title', '!=', ''), where('text', '!=', '')]))
        .where((where) =>
          where.or([where('removed_at_revision', 'is', null), where('removed_at_revision', '>', revision)]),
        )
        .orderBy('revision')
        .execute()
      return rows.map(exampleOf)
    },

    /** @throws AppError STORE_UNAVAILABLE when others take every next revision */
    async add(
      example: Omit<StoredExample, 'id' | 'revision' | 'createdAt'>,
      now: Instant,
    ): Promise<StoredExample> {
      const { policyId, title, text, scope, service, taskId, clientId } = example
      const source = { task_id: taskId, client_id: clientId }
      const row = { id: newId('exa'), policy_id: policyId, title, text, scope, service, ...source }
      for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
        const revision = (await this.revision(policyId)) + 1
        const added = await db
          .insertInto('examples')
          .values({ ...row, revision, created_at: now })
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst()
        if (added !== undefined) return { ...example, id: row.id, revision, createdAt: now }
      }
      throw new AppError('STORE_UNAVAILABLE', `policy ${policyId} is being taught by too many at once`)
    },

    /** Learn what a task's correction teaches, in place of what an earlier one taught. Twice is once. */
    async teach(lesson: Omit<StoredExample, 'id' | 'revision' | 'createdAt'>, now: Instant): Promise<void> {
      const { policyId, taskId, title, text, scope, service } = lesson
      const earlier = await ofPolicy(policyId)
        .selectAll()
        .where('task_id', '=', taskId)
        .where('removed_at_revision', 'is', null)
        .executeTakeFirst()
      const says = JSON.stringify([title, text, scope, service])
      if (earlier !== undefined) {
        if (says === JSON.stringify([earlier.title, earlier.text, earlier.scope, earlier.service])) return
        await this.remove(policyId, earlier.id)
      }
      await this.add(lesson, now)
    },

    /** From the next revision on it is no longer known. @returns whether there was such an example */
    async remove(policyId: string, id: string): Promise<boolean> {
      const revision = (await this.revision(policyId)) + 1
      const { numUpdatedRows } = await db
        .updateTable('examples')
        .set({ removed_at_revision: revision })
        .where('policy_id', '=', policyId)
        .where('id', '=', id)
        .where('removed_at_revision', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}

const exampleOf = (row: Selectable<Database['examples']>): StoredExample => ({
  id: row.id,
  policyId: row.policy_id,
  revision: row.revision,
  title: row.title,
  text: row.text,
  scope: row.scope,
  service: row.service,
  taskId: row.task_id,
  clientId: row.client_id,
  createdAt: row.created_at.toISOString(),
})
