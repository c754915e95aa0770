import { type Kysely, type Selectable, sql } from 'kysely'
import { AppError } from '#model/error.ts'
import type { ClientRequest } from '#model/request.ts'
import type { Instant, TaskRef } from '#model/task.ts'
import type { Database } from './database.ts'
import { older, type Place } from './place.ts'

/** No client asks for more within the time that titles are compared for. */
const mostTitles = 200

export type RequestStore = ReturnType<typeof createRequestStore>

/** What clients ask by other ways than their boards. What was asked is never changed; only its card becomes known. */
export function createRequestStore(db: Kysely<Database>) {
  const all = () =>
    db
      .selectFrom('requests')
      .leftJoin('tasks', (join) =>
        join
          .onRef('tasks.board_id', '=', 'requests.board_id')
          .onRef('tasks.task_id', '=', 'requests.task_id'),
      )
      .selectAll('requests')
      .select(['tasks.id as known_id', 'tasks.url as known_url'])

  return {
    async add(request: ClientRequest): Promise<void> {
      await db
        .insertInto('requests')
        .values({
          id: request.id,
          client_id: request.clientId,
          channel: request.channel,
          title: request.title,
          text: request.text,
          sender: request.from,
          received_at: request.receivedAt,
          due_at: request.dueAt,
          due_set_at: request.dueSetAt,
          service: request.service,
          hours: request.hours,
          attachments: JSON.stringify(request.attachments),
          decision: JSON.stringify(request.decision),
          duplicate_of: request.possibleDuplicateOf,
          board_id: request.card?.boardId ?? null,
          actor_id: request.actor.id,
          actor_name: request.actor.name,
          created_at: request.createdAt,
        })
        .execute()
    },

    /** @throws AppError NOT_FOUND */
    async get(id: string): Promise<ClientRequest> {
      const row = await all().where('requests.id', '=', id).executeTakeFirst()
      if (row === undefined) throw new AppError('NOT_FOUND', `there is no request ${id}`)
      return requestOf(row)
    },

    /** Newest first. */
    async page(
      { clientId }: { readonly clientId?: string | undefined },
      limit: number,
      after: Place | null,
    ): Promise<ClientRequest[]> {
      const rows = await all()
        .$if(clientId !== undefined, (query) => query.where('requests.client_id', '=', clientId ?? ''))
        .where(older(after, 'requests.created_at', 'requests.id'))
        .orderBy('requests.created_at', 'desc')
        .orderBy('requests.id', 'desc')
        .limit(limit)
        .execute()
      return rows.map(requestOf)
    },

    /** What a client has asked since a moment, by whatever way: requests first, each newest first. */
    async titlesSince(clientId: string, since: Instant): Promise<{ id: string; title: string }[]> {
      const [asked, onBoards] = await Promise.all(
        (['requests', 'tasks'] as const).map((table) =>
          db
            .selectFrom(table)
            .select(['id', 'title'])
            .where('client_id', '=', clientId)
            .where('created_at', '>=', new Date(since))
            .orderBy('created_at', 'desc')
            .limit(mostTitles)
            .execute(),
        ),
      )
      return [...(asked ?? []), ...(onBoards ?? [])]
    },

    /** The request that a card was made from; null for every other card. */
    async ofCard({ connectionId, taskId }: TaskRef): Promise<ClientRequest | null> {
      const row = await all()
        .innerJoin('boards', 'boards.id', 'requests.board_id')
        .where('boards.connection_id', '=', connectionId)
        .where('requests.task_id', '=', taskId)
        .executeTakeFirst()
      return row === undefined ? null : requestOf(row)
    },

    /** Requests that are to be cards on a board and are not known to be, oldest first. */
    async waitingFor(boardId: string): Promise<ClientRequest[]> {
      const rows = await all()
        .where('requests.board_id', '=', boardId)
        .where('requests.task_id', 'is', null)
        .orderBy('requests.created_at')
        .orderBy('requests.id')
        .execute()
      return rows.map(requestOf)
    },

    /**
     * How much of a board's hourly limit is taken: tasks written to since a moment, and cards begun since that are not
     * among these yet. Counted at one moment: between two counts, a card could leave the one before it is in the other.
     */
    async takenSince(boardId: string, moment: Instant): Promise<number> {
      const row = await db
        .with('writes', (cte) =>
          cte
            .selectFrom('runs')
            .innerJoin('tasks', 'tasks.id', 'runs.task_id')
            .select('tasks.task_id')
            .distinct()
            .where('runs.board_id', '=', boardId)
            .where('runs.started_at', '>=', new Date(moment))
            .where('runs.state', 'in', ['applying', 'applied', 'failed']),
        )
        .selectNoFrom(({ selectFrom }) => [
          selectFrom('writes')
            .select(({ fn }) => fn.countAll<string>().as('tasks'))
            .as('written'),
          selectFrom('requests')
            .leftJoin('writes', 'writes.task_id', 'requests.task_id')
            .select(({ fn }) => fn.countAll<string>().as('cards'))
            .where('requests.board_id', '=', boardId)
            .where('requests.begun_at', '>=', new Date(moment))
            .where('writes.task_id', 'is', null)
            .as('begun'),
        ])
        .executeTakeFirstOrThrow()
      return Number(row.written) + Number(row.begun)
    },

    /** From now on the card may be there. */
    async begin(id: string, now: Instant): Promise<void> {
      await db
        .updateTable('requests')
        .set({ begun_at: sql<Instant>`coalesce(begun_at, ${now}::timestamptz)` })
        .where('id', '=', id)
        .execute()
    },

    /** The card is there. Said again, the first one stays. */
    async link(id: string, taskId: string): Promise<void> {
      await db
        .updateTable('requests')
        .set({ task_id: taskId })
        .where('id', '=', id)
        .where('task_id', 'is', null)
        .execute()
    },
  }
}

type Row = Selectable<Database['requests']> & {
  readonly known_id: string | null
  readonly known_url: string | null
}

const requestOf = (row: Row): ClientRequest => ({
  id: row.id,
  clientId: row.client_id,
  channel: row.channel,
  title: row.title,
  text: row.text,
  from: row.sender,
  receivedAt: row.received_at.toISOString(),
  dueAt: row.due_at?.toISOString() ?? null,
  dueSetAt: row.due_set_at?.toISOString() ?? null,
  service: row.service,
  hours: row.hours,
  attachments: row.attachments,
  decision: row.decision,
  possibleDuplicateOf: row.duplicate_of,
  card: row.board_id === null ? null : cardOf(row, row.board_id),
  createdAt: row.created_at.toISOString(),
  actor: { id: row.actor_id, name: row.actor_name },
})

const cardOf = (row: Row, boardId: string): ClientRequest['card'] => ({
  boardId,
  begunAt: row.begun_at?.toISOString() ?? null,
  taskId: row.task_id,
  task: row.known_id === null ? null : { id: row.known_id, url: row.known_url ?? '' },
})
