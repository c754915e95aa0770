import { describe, expect, it, onTestFinished } from 'vitest'
import { createConnectionStore } from '../../src/store/connections.ts'
import { freshStore } from '../support/stores.ts'

const old = '2026-01-01T00:00:00.000Z'

describe('connections', () => {
  it('keeps credentials sealed: the row tells nothing of them', async () => {
    const store = await freshStore()
    onTestFinished(() => store.close())
    const connections = createConnectionStore(store.db, store.vault)
    const secret = 'a-token-that-nobody-may-read'
    await connections.insert({
      id: 'con_1',
      tool: 'notion',
      name: 'test',
      userId: 'me',
      credentials: { token: secret },
      updates: 'poll',
      callbackUrl: null,
      createdAt: old,
    })
    const rows = await store.db.selectFrom('connections').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect((await connections.get('con_1')).credentials).toEqual({ token: secret })
  })

  it('never overwrites a credential that is there when one is added', async () => {
    const store = await freshStore()
    onTestFinished(() => store.close())
    const connections = createConnectionStore(store.db, store.vault)
    await connections.insert({
      id: 'con_1',
      tool: 'notion',
      name: 'test',
      userId: 'me',
      credentials: { token: 't', verificationToken: '' },
      updates: 'webhook',
      callbackUrl: null,
      createdAt: old,
    })
    const add = (value: string) => connections.addCredential('con_1', 'verificationToken', value)
    expect(await Promise.all([add('first'), add('second')])).toEqual([true, false])
    expect((await connections.get('con_1')).credentials.verificationToken).toBe('first')
  })
})
