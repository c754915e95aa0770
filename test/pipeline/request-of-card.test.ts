import { expect, it } from 'vitest'
import type { Board } from '#model/board.ts'
import type { Observed } from '#model/task.ts'
import { requestOfCard } from '../../src/pipeline/request-of-card.ts'

const board = { id: 'brd_1', mapping: { assistants: ['former account'] } } as unknown as Board

/** The request that a card of somebody's is known to be made from, when we write as `us`, and whether anybody looked. */
async function requestOf(createdBy: string | null) {
  let looked = false
  const requests = {
    ofCard: async () => {
      looked = true
      return { id: 'req_1' }
    },
  } as unknown as Parameters<typeof requestOfCard>[3]
  const observed = { ref: {}, createdBy, text: '' } as unknown as Observed
  return [(await requestOfCard(observed, board, 'us', requests))?.id, looked]
}

it('a card made from a request stays that request when the connection has another account', async () => {
  expect(await requestOf('us')).toEqual(['req_1', true])
  expect(await requestOf('former account')).toEqual(['req_1', true])
  expect(await requestOf(null)).toEqual(['req_1', true])
})

it('no card of a client is looked up', async () => {
  expect(await requestOf('claire')).toEqual([undefined, false])
})
