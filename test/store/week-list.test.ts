import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../src/store/open.ts'
import {
  askedElsewhereWithin,
  createWeekList,
  lessonsWithin,
  spokenOfWithin,
  type Time,
  verdictsWithin,
  weekTasks,
} from '../../src/store/week-list.ts'
import { fillStore } from '../bench/fill-store.ts'
import { planOf } from '../bench/plan-of.ts'
import { freshStore } from '../support/stores.ts'

const tasks = 8_000

/** A handful of clients and boards is read faster than an index of them. */
const isLarge = (table: string) => table !== 'clients' && table !== 'boards'

/** What people told, with as many rows as make an index worth its while. */
const told = [
  sql`INSERT INTO answers (id, task_id, at, side, author_id, author_name, via, kind, said, fingerprint, revision)
    SELECT 'ans_' || id, id, created_at, 'assistant', 'u1', 'Sophie', 'comment', 'hours',
      '{"kind": "hours", "hours": 2}', 'f', 1 FROM tasks`,
  sql`INSERT INTO orders (id, task_id, at, author_id, author_name, wish, fingerprint, revision)
    SELECT 'ord_' || id, id, created_at, 'u1', 'Sophie', '{"kind": "rejudge"}', 'f', 2 FROM tasks`,
  sql`INSERT INTO book_entries (id, client_id, task_id, kind, day, note, actor_id, actor_name, created_at)
    SELECT 'bok_' || id, client_id, id, 'goodwill', '2026-11-24', '', 'u1', 'Sophie', created_at FROM tasks`,
  sql`INSERT INTO book_entries (id, client_id, task_id, kind, day, note, reverses, actor_id, actor_name, created_at)
    SELECT 'bok_not_' || id, client_id, id, 'goodwill', '2026-11-24', '', 'bok_' || id, 'u1', 'Sophie', created_at
    FROM tasks WHERE id = 'tsk_7'`,
  sql`INSERT INTO examples (id, policy_id, revision, title, text, scope, created_at)
    SELECT 'exa_' || id, 'rules', row_number() OVER (), title, '', 'in', created_at FROM tasks`,
  sql`INSERT INTO requests (id, client_id, channel, title, text, received_at, attachments, decision, actor_id,
      actor_name, created_at)
    SELECT 'ask_' || id, client_id, 'whatsapp', title, '', created_at, '[]',
      (SELECT document FROM decisions WHERE decisions.id = tasks.decision_id), 'u1', 'Sophie', created_at FROM tasks`,
  sql`ANALYZE`,
]

describe('the week of a policy', () => {
  let store: Store
  let time: Time
  beforeAll(async () => {
    store = await freshStore()
    await fillStore(store.db, { tasks, runsPerTask: 1 })
    for (const statement of told) await statement.execute(store.db)
    const newest = await store.db
      .selectFrom('tasks')
      .select('created_at')
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow()
    const end = newest.created_at.getTime()
    // Two hours: what a week is in a store of a year.
    time = { from: new Date(end - 7_199_000).toISOString(), to: new Date(end + 1000).toISOString() }
  })
  afterAll(() => store.close())

  it.each([
    ['verdicts', () => verdictsWithin(store.db, 'rules', time)],
    ['who spoke', () => spokenOfWithin(store.db, time)],
    ['what came elsewhere', () => askedElsewhereWithin(store.db, 'rules', time)],
    ['lessons', () => lessonsWithin(store.db, 'rules', time)],
  ])('finds %s by an index, and reads no table from end to end', async (_, query) => {
    const { indexes, scans } = await planOf(store.db, query())
    expect(scans.filter(isLarge)).toEqual([])
    expect(indexes.length).toBeGreaterThan(0)
  })

  it('finds the tasks themselves by their ids', async () => {
    const ids = Array.from({ length: 100 }, (_, n) => `tsk_${n * 7}`)
    const { scans } = await planOf(store.db, weekTasks(store.db, ids))
    expect(scans.filter(isLarge)).toEqual([])
  })

  it('tells each request once, with what was told about it', async () => {
    const requests = await createWeekList(store.db).requests('rules', time)
    const onBoards = requests.filter(({ id }) => id.startsWith('tsk_'))
    expect(onBoards.map(({ id }) => id).toSorted()).toEqual(
      Array.from({ length: 24 }, (_, n) => `tsk_${n}`).toSorted(),
    )
    expect(
      onBoards.every(
        ({ answers, orders, verdicts }) => answers.length + orders.length + verdicts.length === 3,
      ),
    ).toBe(true)
    expect(requests).toHaveLength(48)
    expect((await createWeekList(store.db).lessons('rules', time)).length).toBe(24)
  })

  it('tells requests that arrived in the same second as they were first seen, whichever was touched last', async () => {
    const together = ['tsk_3', 'tsk_2', 'tsk_1']
    for (const id of together.toReversed())
      await sql`UPDATE tasks SET observed = jsonb_set(observed, '{createdAt}', to_jsonb(${time.from}::text))
        WHERE id = ${id}`.execute(store.db)
    const requests = await createWeekList(store.db).requests('rules', time)
    expect(requests.map(({ id }) => id).filter((id) => together.includes(id))).toEqual(together)
  })

  it('does not tell of a gift that was taken back, nor of another policy', async () => {
    const requests = await createWeekList(store.db).requests('rules', time)
    const given = requests.filter(({ offeredAt }) => offeredAt !== null).map(({ id }) => id)
    expect(given).toHaveLength(23)
    expect(given).not.toContain('tsk_7')
    expect(await createWeekList(store.db).requests('other-rules', time)).toEqual([])
  })
})
