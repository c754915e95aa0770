import type { Selectable } from 'kysely'
import type { BookEntry, BookKind } from '#model/book.ts'
import { AppError } from '#model/error.ts'
import type { Database, Db } from './database.ts'
import { newId } from './id.ts'
import { older, type Place } from './place.ts'

export interface BookFilter {
  readonly kind?: BookKind | undefined
  readonly taskId?: string | undefined
}

export type BookStore = ReturnType<typeof createBookStore>

/** The assistant's books, by client. Entries are only ever added; each raises the client's revision. */
export function createBookStore(db: Db) {
  const ofClient = (clientId: string) =>
    db.selectFrom('book_entries').selectAll().where('client_id', '=', clientId)

  return {
    /**
     * Tell that what is known of a client has changed; to be called in a transaction. Whatever was judged by an older state
     * takes in the new one at its next look.
     * @throws AppError NOT_FOUND
     */
    async raise(clientId: string): Promise<void> {
      const { numUpdatedRows } = await db
        .updateTable('clients')
        .set(({ eb }) => ({ books_revision: eb('books_revision', '+', 1) }))
        .where('id', '=', clientId)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw new AppError('NOT_FOUND', `there is no client ${clientId}`)
    },

    /**
     * Write an entry; to be called in a transaction.
     * @throws AppError NOT_FOUND for an unknown client, CONFLICT when what it reverses was reversed already
     */
    async add(entry: Omit<BookEntry, 'id'>): Promise<BookEntry> {
      await this.raise(entry.clientId)
      const id = newId('bok')
      const added = await db
        .insertInto('book_entries')
        .values({
          id,
          client_id: entry.clientId,
          task_id: entry.taskId,
          kind: entry.kind,
          day: entry.day,
          amount_minor: entry.amountMinor,
          minutes: entry.minutes,
          note: entry.note,
          reverses: entry.reverses,
          actor_id: entry.actor.id,
          actor_name: entry.actor.name,
          created_at: entry.createdAt,
        })
        .onConflict((conflict) => conflict.column('reverses').doNothing())
        .returning('id')
        .executeTakeFirst()
      if (added === undefined) throw new AppError('CONFLICT', `entry ${entry.reverses} was reversed already`)
      return { id, ...entry }
    },

    /** Every entry of a client, oldest first: some hundred a year. */
    async all(clientId: string): Promise<BookEntry[]> {
      return (await ofClient(clientId).orderBy('created_at').orderBy('id').execute()).map(entryOf)
    },

    /** The entries about one request, oldest first. */
    async ofTask(clientId: string, taskId: string): Promise<BookEntry[]> {
      const rows = await ofClient(clientId).where('task_id', '=', taskId).orderBy('created_at').execute()
      return rows.map(entryOf)
    },

    /** @throws AppError NOT_FOUND when this client has no such entry */
    async get(clientId: string, id: string): Promise<BookEntry> {
      const row = await ofClient(clientId).where('id', '=', id).executeTakeFirst()
      if (row === undefined) throw new AppError('NOT_FOUND', `client ${clientId} has no book entry ${id}`)
      return entryOf(row)
    },

    /** Newest first. */
    async page(
      clientId: string,
      filter: BookFilter,
      limit: number,
      after: Place | null,
    ): Promise<BookEntry[]> {
      const rows = await ofClient(clientId)
        .$if(filter.kind !== undefined, (query) => query.where('kind', '=', filter.kind ?? 'hours'))
        .$if(filter.taskId !== undefined, (query) => query.where('task_id', '=', filter.taskId ?? ''))
        .where(older(after, 'created_at', 'id'))
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(entryOf)
    },
  }
}

const entryOf = (row: Selectable<Database['book_entries']>): BookEntry => ({
  id: row.id,
  clientId: row.client_id,
  taskId: row.task_id,
  kind: row.kind,
  day: row.day,
  // bigint is handed out as text.
  amountMinor: row.amount_minor === null ? null : Number(row.amount_minor),
  minutes: row.minutes,
  note: row.note,
  reverses: row.reverses,
  actor: { id: row.actor_id, name: row.actor_name },
  createdAt: row.created_at.toISOString(),
})
