import { describe, expect, it, onTestFinished } from 'vitest'
import { createExampleStore } from '../../src/store/examples.ts'
import { freshStore } from '../support/stores.ts'

const now = '2026-11-24T09:00:00.000Z'
const lesson = (title: string, taskId: string | null = null) =>
  ({
    policyId: 'rules',
    title,
    text: '',
    scope: 'in',
    service: 'newsletter',
    taskId,
    clientId: null,
  }) as const

describe('examples', () => {
  async function examples() {
    const store = await freshStore()
    onTestFinished(() => store.close())
    const kept = createExampleStore(store.db)
    const titlesAt = async (revision: number) => (await kept.at('rules', revision)).map(({ title }) => title)
    return { kept, titlesAt }
  }

  it('can be read again as they were at any revision', async () => {
    const { kept, titlesAt } = await examples()
    expect(await kept.revision('rules')).toBe(0)
    const first = await kept.add(lesson('a'), now)
    await kept.add(lesson('b'), now)
    expect(await kept.remove('rules', first.id)).toBe(true)
    expect(await kept.revision('rules')).toBe(3)
    expect(await Promise.all([0, 1, 2, 3].map(titlesAt))).toEqual([[], ['a'], ['a', 'b'], ['b']])
  })

  it('of one policy say nothing about another, and are removed once', async () => {
    const { kept } = await examples()
    const { id } = await kept.add(lesson('a'), now)
    expect(await kept.revision('other')).toBe(0)
    expect(await kept.remove('other', id)).toBe(false)
    expect([await kept.remove('rules', id), await kept.remove('rules', id)]).toEqual([true, false])
  })

  it('are all kept when many are taught at once', async () => {
    const { kept } = await examples()
    await Promise.all(['a', 'b', 'c', 'd'].map((title) => kept.add(lesson(title), now)))
    expect(await kept.revision('rules')).toBe(4)
    expect((await kept.at('rules', 4)).map(({ title }) => title).sort()).toEqual(['a', 'b', 'c', 'd'])
  })

  it('teach the latest correction of a task only, and the same one once', async () => {
    const { kept } = await examples()
    await kept.teach(lesson('a', 'tsk_1'), now)
    await kept.teach(lesson('a', 'tsk_1'), now)
    expect(await kept.revision('rules')).toBe(1)
    await kept.teach({ ...lesson('a', 'tsk_1'), scope: 'out', service: null }, now)
    const known = await kept.at('rules', await kept.revision('rules'))
    expect(known.map(({ scope }) => scope)).toEqual(['out'])
  })
})
