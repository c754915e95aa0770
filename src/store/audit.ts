import type { Kysely, Selectable } from 'kysely'
import type { Actor } from '#model/actor.ts'
import type { Instant } from '#model/task.ts'
import type { Database, Db } from './database.ts'
import { newId } from './id.ts'
import { older, type Place } from './place.ts'

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

/**
 * Every change, in the order in which it was made. The database itself refuses to change or remove an entry, but for what
 * one showed of a client who is erased: see `client-records.ts`.
 */
export function createAuditLog(db: Kysely<Database>) {
  return {
    /**
     * Make a change and its entry in one transaction, so that neither is without the other.
     * @param change makes it with stores of its own, on the transaction that it is given
     */
    async changing<Done>(
      now: Instant,
      change: (trx: Db) => Promise<Done>,
      entryOf: (done: Done) => Omit<AuditEntry, 'id' | 'at'>,
    ): Promise<Done> {
      return db.transaction().execute(async (trx) => {
        const done = await change(trx)
        await this.add(entryOf(done), now, trx)
        return done
      })
    },

    /** @param on the transaction that makes the change, where there is one: then neither is without the other */
    async add(entry: Omit<AuditEntry, 'id' | 'at'>, now: Instant, on: Db = db): Promise<void> {
      await on
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
    async page(filter: AuditFilter, limit: number, after: Place | null): Promise<AuditEntry[]> {
      const rows = await db
        .selectFrom('audit')
        .selectAll()
        .$if(filter.subject !== undefined, (query) => query.where('subject', '=', filter.subject ?? ''))
        .$if(filter.action !== undefined, (query) => query.where('action', '=', filter.action ?? ''))
        .$if(filter.actorId !== undefined, (query) => query.where('actor_id', '=', filter.actorId ?? ''))
        .$if(filter.since !== undefined, (query) => query.where('at', '>=', new Date(filter.since ?? 0)))
        .$if(filter.until !== undefined, (query) => query.where('at', '<', new Date(filter.until ?? 0)))
        .where(older(after, 'at', 'id'))
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(entryOf)
    },
  }
}

/** Names under which secrets stand in what the API is given or shows. */
const secretName = /^(credentials|hash|password|authorization|cookie)$|(token|secret|apikey)$|^secret:/i
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
