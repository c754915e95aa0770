import { type Selectable, sql } from 'kysely'
import type { Actor } from '#model/actor.ts'
import type { Instant } from '#model/task.ts'
import type { Database, Db } from './database.ts'
import { newId } from './id.ts'

/** One change that somebody made through the admin API. */
export interface AuditEntry {
  readonly id: string
  readonly at: Instant
  readonly actor: Pick<Actor, 'id' | 'name'>
  /** What was done, e.g. `policy.publish`: the kind of thing, a dot, a verb. */
  readonly action: string
  /** The id of what it was done to. */
  readonly subject: string
  /** As the API showed it before and after; null where there was nothing. Secrets are masked. */
  readonly before: unknown
  readonly after: unknown
  /** Leads to the lines of the log. */
  readonly requestId: string
}

export interface AuditFilter {
  readonly subject?: string | undefined
  readonly action?: string | undefined
  readonly actorId?: string | undefined
  /** From this moment on. */
  readonly since?: Instant | undefined
  /** Before this moment. */
  readonly until?: Instant | undefined
}

export type AuditLog = ReturnType<typeof createAuditLog>

/** Every change, in the order in which it was made. The database itself refuses to change or remove an entry. */
export function createAuditLog(db: Db) {
  return {
    async add(entry: Omit<AuditEntry, 'id' | 'at'>, now: Instant): Promise<void> {
      await db
        .insertInto('audit')
        .values({
          id: newId('aud'),
          at: now,
          actor_id: entry.actor.id,
          actor_name: entry.actor.name,
          action: entry.action,
          subject: entry.subject,
          before: kept(entry.before),
          after: kept(entry.after),
          request_id: entry.requestId,
        })
        .execute()
    },

    /** Newest first. */
    async page(
      filter: AuditFilter,
      limit: number,
      after: { at: Instant; id: string } | null,
    ): Promise<AuditEntry[]> {
      const rows = await db
        .selectFrom('audit')
        .selectAll()
        .$if(filter.subject !== undefined, (query) => query.where('subject', '=', filter.subject ?? ''))
        .$if(filter.action !== undefined, (query) => query.where('action', '=', filter.action ?? ''))
        .$if(filter.actorId !== undefined, (query) => query.where('actor_id', '=', filter.actorId ?? ''))
        .$if(filter.since !== undefined, (query) => query.where('at', '>=', new Date(filter.since ?? 0)))
        .$if(filter.until !== undefined, (query) => query.where('at', '<', new Date(filter.until ?? 0)))
        .$if(after !== null, (query) =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('at', 'id'), '<', tuple(new Date(after?.at ?? 0), after?.id ?? '')),
          ),
        )
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(entryOf)
    },

    /**
     * When a person asks to be forgotten: what was shown of these things goes. That it was done, when and by whom stays.
     * The one way in which an entry may change; see `migrations/007-operations.ts`.
     * @returns how many entries were emptied
     */
    async erase(subjects: readonly string[]): Promise<number> {
      if (subjects.length === 0) return 0
      return inTransaction(db, async (trx) => {
        await sql`select set_config('cadre.erase', 'on', true)`.execute(trx)
        const result = await trx
          .updateTable('audit')
          .set({ before: null, after: null })
          .where('subject', 'in', subjects)
          .executeTakeFirst()
        await sql`select set_config('cadre.erase', 'off', true)`.execute(trx)
        return Number(result.numUpdatedRows)
      })
    },
  }
}

const inTransaction = <T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> =>
  db.isTransaction ? work(db) : db.transaction().execute(work)

/** Names under which secrets stand in what the API is given or shows. */
const secretName = /^(credentials|key|hash|password|authorization|cookie)$|(token|secret|apikey)$|^secret:/i
/** A key of ours, wherever it stands. */
const ourKey = /cadre_[\w-]{20,}/g

const kept = (value: unknown): string | null =>
  value === undefined || value === null
    ? null
    : JSON.stringify(value, (name, inner: unknown) => {
        if (secretName.test(name)) return '[secret]'
        return typeof inner === 'string' ? inner.replace(ourKey, '[secret]') : inner
      })

const entryOf = (row: Selectable<Database['audit']>): AuditEntry => ({
  id: row.id,
  at: row.at.toISOString(),
  actor: { id: row.actor_id, name: row.actor_name },
  action: row.action,
  subject: row.subject,
  before: row.before,
  after: row.after,
  requestId: row.request_id,
})
