import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../src/store/open.ts'
import { openRequestsOf } from '../../src/store/open-requests.ts'
import { createTaskList } from '../../src/store/task-list.ts'
import { fillStore } from '../bench/fill-store.ts'
import { listQuestions } from '../bench/list-questions.ts'
import { planOf } from '../bench/plan-of.ts'
import { freshStore } from '../support/stores.ts'

describe('lists', () => {
  let store: Store
  beforeAll(async () => {
    store = await freshStore()
    await fillStore(store.db, { tasks: 20_000, runsPerTask: 2 })
  })
  afterAll(() => store.close())

  it.each(listQuestions(new Date()))(
    '$path walks an index, and reads no table from end to end',
    async ({ page }) => {
      const { indexes, scans } = await planOf(store.db, page(store.db))
      expect(scans).toEqual([])
      expect(indexes.length).toBeGreaterThan(0)
    },
  )

  it('the open requests of a client are found by an index', async () => {
    const { scans } = await planOf(store.db, openRequestsOf(store.db, 'cli_3'))
    // Forty boards, and no requests at all, are read faster than an index of them.
    expect(scans.filter((table) => table !== 'boards' && table !== 'requests')).toEqual([])
  })

  const list = () => createTaskList(store.db)

  it.each([
    ['reunion', 'Réunion'],
    ['RÉUNION', 'Réunion'],
    ['reun', 'Réunion'],
    ['client réunion', 'Réunion'],
  ])('a search for "%s" finds what begins so, whatever the accents', async (q, title) => {
    const rows = await list().page({ q }, 20, null)
    expect(rows).toHaveLength(20)
    expect(rows.every((row) => row.title.startsWith(title))).toBe(true)
  })

  it('a search takes what is typed for words, never for its own language', async () => {
    const hostile = ["newsletter' | 'x", 'newsletter & !client:*', "a'); DROP TABLE tasks; --", '\\ ( ) <->']
    for (const q of hostile) await list().page({ q }, 5, null)
    expect(await list().page({ q: 'newsletter | blog' }, 5, null)).toEqual([])
    expect((await list().page({}, 1, null)).length).toBe(1)
  })

  it('pages hold every task once, newest first, also where several filters hold', async () => {
    const filter = { boardId: 'brd_7', headline: 'in_scope', state: 'open' } as const
    const seen: string[] = []
    let after: { at: string; id: string } | null = null
    for (;;) {
      const rows = await list().page(filter, 50, after)
      seen.push(...rows.map(({ id }) => id))
      const last = rows.at(-1)
      if (last === undefined) break
      after = { at: last.createdAt, id: last.id }
    }
    const expected = Array.from({ length: 20_000 }, (_, n) => n).filter(
      (n) => n % 40 === 7 && n % 6 < 3 && n % 50 !== 0,
    )
    expect(seen).toEqual(expected.map((n) => `tsk_${n}`))
  })

  it('private findings and due dates are filters', async () => {
    const secret = await list().page({ private: true }, 5, null)
    expect(secret.map(({ id }) => id)).toEqual(['tsk_0', 'tsk_100', 'tsk_200', 'tsk_300', 'tsk_400'])
    const now = Date.now()
    const [dueFrom, dueTo] = [new Date(now).toISOString(), new Date(now + 86_400_000).toISOString()]
    const due = await list().page({ dueFrom, dueTo }, 200, null)
    expect(due.length).toBeGreaterThan(50)
    expect(due.every(({ dueAt }) => dueAt !== null && dueAt >= dueFrom && dueAt < dueTo)).toBe(true)
  })
})
