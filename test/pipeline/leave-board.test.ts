import { expect, it } from 'vitest'
import type { Listing } from '#model/adapter.ts'
import { finishLeaving, type LeaveDeps } from '#src/pipeline/leave-board.ts'
import { storedBoard } from '../support/stored-board.ts'

const attempt = { signal: new AbortController().signal, reads: 0, writes: 0 }

/** Which labels are taken off a board that is being left and on which Cadre made one, by what the tool lists of it. */
async function takenAway(listing: Listing): Promise<readonly string[]> {
  const board = storedBoard({ mode: 'off', leavingSince: '2026-11-23T21:00:00.000Z', madeIds: ['made'] })
  const taken: string[] = []
  const deps = {
    boards: { find: async () => board, remove: async () => undefined },
    tasks: { judgedOn: async () => [] },
    twins: { toLeave: async () => [] },
    connections: {
      get: async () => ({
        adapter: {
          list: async () => listing,
          unprovision: async (_containerId: string, ids: readonly string[]) => taken.push(...ids),
        },
      }),
    },
  }
  await finishLeaving({ boardId: board.id }, deps as unknown as LeaveDeps, attempt)
  return taken
}

it('takes away what Cadre made and nobody uses', async () => {
  expect(await takenAway({ tasks: [], unread: [], complete: true })).toEqual(['made'])
})

it.each([
  ['a task could not be read', { unread: ['17'], complete: true }],
  ['the tool has cut the list short', { unread: [], complete: false }],
])('leaves the labels on the board where %s, for what is not seen may show them', async (_, listing) => {
  expect(await takenAway({ tasks: [], ...listing })).toEqual([])
})
