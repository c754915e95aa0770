import { type Selectable, sql } from 'kysely'
import { type Mapping, statusOf } from '#model/board.ts'
import type { Instant } from '#model/task.ts'
import type { WeekLesson, WeekRequest } from '#model/week.ts'
import { answerOf } from './answers.ts'
import type { Database, Db } from './database.ts'
import { orderOf } from './orders.ts'

/** From one moment up to, not including, another. */
export interface Time {
  readonly from: Instant
  readonly to: Instant
}

/** So many requests are asked for at once. */
const most = 500

/** The verdicts by a policy that were come to within a time, oldest first: one walk along an index. */
export const verdictsWithin = (db: Db, policyId: string, { from, to }: Time) =>
  db
    .selectFrom('decisions')
    .select(['task_id', 'created_at', 'document'])
    .where('policy_id', '=', policyId)
    .where('created_at', '>=', new Date(from))
    .where('created_at', '<', new Date(to))
    .orderBy('created_at')
    .orderBy('id')

/** The tasks about which somebody said something within a time, by whatever policy they are judged. */
export function spokenOfWithin(db: Db, { from, to }: Time) {
  const [start, end] = [new Date(from), new Date(to)]
  const answered = db.selectFrom('answers').select('task_id').where('at', '>=', start).where('at', '<', end)
  const ordered = db.selectFrom('orders').select('task_id').where('at', '>=', start).where('at', '<', end)
  const given = giftsWithin(db, { from, to }).select('book_entries.task_id').$castTo<{ task_id: string }>()
  return answered.union(ordered).union(given)
}

/** What was given away within a time, for a request, and stands. */
const giftsWithin = (db: Db, { from, to }: Time) =>
  db
    .selectFrom('book_entries')
    .where('kind', '=', 'goodwill')
    .where('book_entries.created_at', '>=', new Date(from))
    .where('book_entries.created_at', '<', new Date(to))
    .where('reverses', 'is', null)
    .where('task_id', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('book_entries as other').select('id').whereRef('other.reverses', '=', 'book_entries.id'),
        ),
      ),
    )

/** Some tasks with their clients, their present verdicts, and by which other way they came. */
export const weekTasks = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('tasks')
    .innerJoin('clients', 'clients.id', 'tasks.client_id')
    .innerJoin('boards', 'boards.id', 'tasks.board_id')
    .leftJoin('decisions', 'decisions.id', 'tasks.decision_id')
    .leftJoin('requests', (join) =>
      join.onRef('requests.board_id', '=', 'tasks.board_id').onRef('requests.task_id', '=', 'tasks.task_id'),
    )
    .select([
      'tasks.id',
      'tasks.title',
      'tasks.url',
      'tasks.state',
      'tasks.facts',
      'boards.mapping',
      'clients.name as client',
      'decisions.document as decision',
      'requests.received_at as received_at',
      sql<string>`tasks.observed ->> 'text'`.as('text'),
      sql<string>`coalesce(tasks.facts ->> 'arrivedAt', tasks.observed ->> 'createdAt')`.as('asked_at'),
      sql<string | null>`tasks.observed ->> 'statusId'`.as('status_id'),
      sql<boolean | null>`(tasks.observed ->> 'done')::boolean`.as('done'),
      sql<boolean>`coalesce(tasks.shown ->> 'comment', '') <> ''`.as('is_told'),
    ])
    .where('tasks.id', 'in', ids)
    .orderBy('tasks.created_at')
    .orderBy('tasks.id')

/** Requests that came by other ways within a time, are on no board, and were judged by a policy. */
export const askedElsewhereWithin = (db: Db, policyId: string, { from, to }: Time) =>
  db
    .selectFrom('requests')
    .innerJoin('clients', 'clients.id', 'requests.client_id')
    .selectAll('requests')
    .select('clients.name as client')
    .where('requests.task_id', 'is', null)
    .where('requests.created_at', '>=', new Date(from))
    .where('requests.created_at', '<', new Date(to))
    .where(sql`requests.decision ->> 'policyId'`, '=', policyId)

/** What corrections taught a policy within a time, oldest first; of erased clients nothing is left to tell. */
export const lessonsWithin = (db: Db, policyId: string, { from, to }: Time) =>
  db
    .selectFrom('examples')
    .select(['created_at', 'title', 'scope', 'service', 'task_id'])
    .where('policy_id', '=', policyId)
    .where('created_at', '>=', new Date(from))
    .where('created_at', '<', new Date(to))
    .where('removed_at_revision', 'is', null)
    .where('title', '!=', '')
    .orderBy('created_at')

/** The read side of an assistant's week. What it costs grows with the week, not with the store. */
export function createWeekList(db: Db) {
  return {
    /** Every request that a policy judged, or about which somebody said something, within a time. */
    async requests(policyId: string, time: Time): Promise<WeekRequest[]> {
      const verdicts = Map.groupBy(
        await verdictsWithin(db, policyId, time).execute(),
        ({ task_id }) => task_id,
      )
      const spokenOf = await spokenOfWithin(db, time).execute()
      const ids = [...new Set([...verdicts.keys(), ...spokenOf.map(({ task_id }) => task_id)])]
      const found: WeekRequest[] = (await askedElsewhereWithin(db, policyId, time).execute()).map(elsewhere)
      for (let start = 0; start < ids.length; start += most) {
        const some = ids.slice(start, start + most)
        const said = await saidAbout(db, some, time)
        for (const row of await weekTasks(db, some).execute()) {
          const own = (verdicts.get(row.id) ?? []).map(({ created_at, document }) => ({
            at: created_at.toISOString(),
            decision: document,
          }))
          const decision = row.decision ?? own.at(-1)?.decision ?? null
          // Somebody spoke of it, but it is judged by another policy.
          if (decision === null || (own.length === 0 && decision.policyId !== policyId)) continue
          found.push({
            ...{ id: row.id, title: row.title, text: row.text, url: row.url, client: row.client },
            arrivedAt: row.received_at?.toISOString() ?? row.asked_at,
            ...standing(row),
            isTold: row.is_told,
            verdicts: own,
            decision,
            fingerprint: row.facts.fingerprint,
            overrides: row.facts.overrides,
            ...said(row.id),
          })
        }
      }
      // Trello tells when a card was made to the second only: of several, the one that was seen first came first.
      return found.toSorted((a, b) => (a.arrivedAt < b.arrivedAt ? -1 : Number(a.arrivedAt > b.arrivedAt)))
    },

    async lessons(policyId: string, time: Time): Promise<WeekLesson[]> {
      const rows = await lessonsWithin(db, policyId, time).execute()
      return rows.map(({ created_at, title, scope, service, task_id }) => ({
        at: created_at.toISOString(),
        ...{ title, scope, service, taskId: task_id },
      }))
    },
  }
}
export type WeekList = ReturnType<typeof createWeekList>

/** All answers to some tasks; the orders and gifts of a time. */
async function saidAbout(db: Db, ids: readonly string[], time: Time) {
  const answers = await db
    .selectFrom('answers')
    .selectAll()
    .where('task_id', 'in', ids)
    .orderBy('revision')
    .execute()
  const orders = await db
    .selectFrom('orders')
    .selectAll()
    .where('task_id', 'in', ids)
    .where('at', '>=', new Date(time.from))
    .where('at', '<', new Date(time.to))
    .orderBy('revision')
    .execute()
  const gifts = await giftsWithin(db, time)
    .select(['task_id', 'book_entries.created_at'])
    .where('task_id', 'in', ids)
    .execute()
  return (id: string): Pick<WeekRequest, 'answers' | 'orders' | 'offeredAt'> => ({
    answers: answers.filter(({ task_id }) => task_id === id).map(answerOf),
    orders: orders.filter(({ task_id }) => task_id === id).map(orderOf),
    offeredAt: gifts.find(({ task_id }) => task_id === id)?.created_at.toISOString() ?? null,
  })
}

function standing(row: {
  readonly state: string
  readonly status_id: string | null
  readonly done: boolean | null
  readonly mapping: Mapping
}): Pick<WeekRequest, 'isOpen' | 'status'> {
  const status = statusOf({ statusId: row.status_id, done: row.done }, row.mapping)
  return { isOpen: row.state === 'open' && status !== 'done' && status !== 'declined', status }
}

const elsewhere = (row: Selectable<Database['requests']> & { readonly client: string }): WeekRequest => ({
  ...{ id: row.id, title: row.title, text: row.text, url: null, client: row.client },
  arrivedAt: row.received_at.toISOString(),
  ...{ isOpen: true, status: null, isTold: false },
  verdicts: [{ at: row.created_at.toISOString(), decision: row.decision }],
  decision: row.decision,
  ...{ fingerprint: '', answers: [], overrides: [], orders: [], offeredAt: null },
})
