import { afterAll, beforeAll, expect, it } from 'vitest'
import { createConnections } from '../../src/pipeline/connect.ts'
import { createLook, type LookDeps } from '../../src/pipeline/look.ts'
import { type SweepDeps, sweep } from '../../src/pipeline/sweep.ts'
import { createBoardStore } from '../../src/store/boards.ts'
import { createConnectionStore } from '../../src/store/connections.ts'
import type { Store } from '../../src/store/open.ts'
import { createTwinStore } from '../../src/store/twins.ts'
import { freshStore } from '../support/stores.ts'

let store: Store
beforeAll(async () => {
  store = await freshStore()
})
afterAll(() => store.close())

const attempt = { signal: new AbortController().signal, reads: 0, writes: 0 }

/** As with an account or a board that is added by mistake and taken away at once: its jobs are queued by then. */
it('a job about what was deleted since is done, and no dead letter', async () => {
  const deps = {
    boards: createBoardStore(store.db),
    twins: createTwinStore(store.db),
    connections: createConnections(createConnectionStore(store.db, store.vault), [], {
      trello: null,
      notion: null,
      clickup: null,
    }),
  }
  const task = { tool: 'trello', connectionId: 'con_gone', taskId: 'card' } as const
  await expect(
    sweep({ boardId: 'brd_gone', full: true }, deps as unknown as SweepDeps, attempt),
  ).resolves.toBeUndefined()
  await expect(createLook(deps as unknown as LookDeps)(task, attempt)).resolves.toBeUndefined()
})
