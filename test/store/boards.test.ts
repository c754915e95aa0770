import { expect, it, onTestFinished } from 'vitest'
import { createBoardStore } from '../../src/store/boards.ts'
import { freshStore } from '../support/stores.ts'

it('a board is not there when its account was removed while the tool was asked', async () => {
  const store = await freshStore()
  onTestFinished(() => store.close())
  const adding = createBoardStore(store.db).insert({
    id: 'brd_1',
    tool: 'trello',
    connectionId: 'con_gone',
    containerId: 'board',
    name: 'Claire',
    url: 'https://trello.com/b/1',
    clientId: 'cli_1',
    role: 'client',
    mode: 'dry-run',
    mapping: { labels: {}, statuses: [], fields: {}, services: {}, assistants: [] },
    hourlyWriteLimit: 100,
    watchedSince: '2026-11-01T00:00:00.000Z',
    releasedAt: null,
    sweptUntil: null,
    missedAt: null,
    webhook: null,
    madeIds: [],
    leavingSince: null,
    twinBoardId: null,
    relays: false,
  })
  await expect(adding).rejects.toMatchObject({ code: 'NOT_FOUND', status: 404 })
})
