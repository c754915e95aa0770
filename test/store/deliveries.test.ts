import { describe, expect, it, onTestFinished } from 'vitest'
import { createConnectionStore } from '../../src/store/connections.ts'
import { createDeliveryStore } from '../../src/store/deliveries.ts'
import { freshStore, storeKinds } from '../support/stores.ts'

const old = '2026-01-01T00:00:00.000Z'
const recent = '2026-11-01T00:00:00.000Z'

describe.each(storeKinds)('deliveries on %s', (kind) => {
  it('removes webhooks that are older than asked, and no others', async () => {
    const store = await freshStore(kind)
    onTestFinished(() => store.close())
    await createConnectionStore(store.db, store.vault).insert({
      id: 'con_1',
      tool: 'trello',
      name: 'test',
      userId: 'me',
      credentials: { token: 't' },
      updates: 'poll',
      callbackUrl: null,
      createdAt: old,
    })
    const deliveries = createDeliveryStore(store.db)
    const delivery = (key: string, receivedAt: string) => ({
      connectionId: 'con_1',
      key,
      event: 'updateCard',
      taskId: 'card',
      occurredAt: receivedAt,
      receivedAt,
      dueAt: undefined,
      evidence: {},
    })
    await deliveries.insert([delivery('old', old), delivery('recent', recent)])
    expect(await deliveries.removeBefore('2026-06-01T00:00:00.000Z')).toBe(1)
    const left = await store.db.selectFrom('deliveries').select('key').execute()
    expect(left).toEqual([{ key: 'recent' }])
  })
})
