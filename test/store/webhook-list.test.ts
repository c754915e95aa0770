import { describe, expect, it, onTestFinished } from 'vitest'
import { createBoardStore } from '../../src/store/boards.ts'
import { createClientStore } from '../../src/store/clients.ts'
import { createConnectionStore } from '../../src/store/connections.ts'
import { createWebhookList } from '../../src/store/webhook-list.ts'
import { storedBoard } from '../support/stored-board.ts'
import { freshStore } from '../support/stores.ts'

const at = (minute: number) => `2026-11-23T10:${String(minute).padStart(2, '0')}:00.000Z`

describe('webhooks', () => {
  it('are failing since they were first seen to, until they are active again', async () => {
    const store = await freshStore()
    onTestFinished(() => store.close())
    await createConnectionStore(store.db, store.vault).insert({
      id: 'con_1',
      tool: 'trello',
      name: 'test',
      userId: 'me',
      credentials: { token: 't' },
      updates: 'webhook',
      callbackUrl: null,
      createdAt: at(0),
    })
    await createClientStore(store.db).insert(
      {
        id: 'cli_1',
        name: 'Claire',
        language: 'fr',
        address: 'tu',
        timeZone: 'Europe/Paris',
        policyId: 'rules',
        plan: null,
        terms: {},
        acceptedAt: null,
      },
      at(0),
    )
    const boards = createBoardStore(store.db)
    await boards.insert(storedBoard({ watchedSince: at(0) }))
    const webhooksOf = createWebhookList(store.db)
    const told = async (state: 'active' | 'failing' | 'suspended', minute: number) => {
      await boards.update('brd_1', { webhook: { state, checkedAt: at(minute) } })
      const [webhook] = await webhooksOf()
      return [webhook?.state, webhook?.checkedAt, webhook?.failingSince]
    }
    expect(await webhooksOf()).toMatchObject([{ state: null, failingSince: null, lastDeliveryAt: null }])
    expect(await told('active', 1)).toEqual(['active', at(1), null])
    expect(await told('failing', 2)).toEqual(['failing', at(2), at(2)])
    expect(await told('suspended', 3)).toEqual(['suspended', at(3), at(2)])
    expect(await told('active', 4)).toEqual(['active', at(4), null])
    expect(await boards.countWebhooks()).toEqual([{ tool: 'trello', state: 'active', count: 1 }])
  })
})
