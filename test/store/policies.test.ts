import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../src/store/open.ts'
import { createPolicyStore, type PolicyStore } from '../../src/store/policies.ts'
import { freshStore } from '../support/stores.ts'

const document = (name: string) => ({
  name,
  services: [{ kind: 'included', id: 'courrier', name: { fr: 'Courrier' } }],
  billing: { hourlyRate: 35 },
})
const day = (date: number) => `2026-12-${String(date).padStart(2, '0')}T00:00:00.000Z`

describe('versions of a policy', () => {
  let store: Store
  let policies: PolicyStore
  beforeAll(async () => {
    store = await freshStore()
    policies = createPolicyStore(store.db)
    await policies.append('rules', document('A'), 0, day(1))
    await policies.append('rules', document('B'), 1, day(2), { effectiveAt: day(20), note: 'janvier' })
    await policies.append('rules', document('C'), 2, day(3), { effectiveAt: day(10) })
    await policies.append('rules', document('D'), 3, day(4))
  })
  afterAll(() => store.close())

  it('are in force from their moment on; a pending one comes whatever was published meanwhile', async () => {
    const moments = [1, 3, 4, 9, 10, 19, 20, 31]
    const versions = await Promise.all(moments.map((date) => policies.versionAt('rules', day(date))))
    expect(versions).toEqual([1, 1, 4, 4, 3, 3, 2, 2])
    expect((await policies.pending('rules', day(5))).map(({ version }) => version)).toEqual([3, 2])
  })

  it('are judged by the first one before there was any', async () => {
    expect(await policies.versionAt('rules', '2020-01-01T00:00:00.000Z')).toBe(1)
    await expect(policies.versionAt('none', day(1))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('of two with the same moment, the later one is in force', async () => {
    await policies.append('twice', document('A'), 0, day(1), { effectiveAt: day(8) })
    await policies.append('twice', document('B'), 1, day(2), { effectiveAt: day(8) })
    expect(await policies.versionAt('twice', day(8))).toBe(2)
  })

  it('do not count once they are cancelled, which only a pending one can be', async () => {
    await policies.append('cut', document('A'), 0, day(1))
    await policies.append('cut', document('B'), 1, day(1), { effectiveAt: day(9) })
    expect(await policies.cancel('cut', 1, day(2))).toBe(false)
    expect(await policies.cancel('cut', 2, day(9))).toBe(false)
    expect(await policies.cancel('cut', 2, day(8))).toBe(true)
    expect(await policies.cancel('cut', 2, day(8))).toBe(false)
    expect([await policies.versionAt('cut', day(20)), await policies.newestNumber('cut')]).toEqual([1, 2])
    expect((await policies.get('cut', 2)).cancelledAt).toBe(day(8))
  })

  it('keep the document as it was written, fields in their order', async () => {
    const { source, note } = await policies.get('rules', 2)
    expect(JSON.stringify(source)).toBe(JSON.stringify(document('B')))
    expect(note).toBe('janvier')
  })
})
