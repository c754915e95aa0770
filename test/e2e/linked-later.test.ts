import { afterEach, beforeEach, expect, it } from 'vitest'
import type { MadeBoard } from '#adapters/trello/sandbox/board-setup.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

let world: TrelloWorld
let own: MadeBoard
let ownBoardId: string

/** A request that is on the client's board before the assistant's own board is linked to it. */
beforeEach(async () => {
  world = await startTrelloWorld()
  world.sandbox.people.client.createCard({
    board: world.made.id,
    list: 'Demandes',
    title: 'Newsletter de mai',
  })
  await world.settled()
  own = world.sandbox.board('Mon tableau', { lists: ['À faire', 'Livré'], customFields: false })
  const me = await world.done('POST', '/clients', { name: 'Moi', language: 'fr', policyId: 'rules' })
  const wanted = { connectionId: world.connectionId, containerId: own.id, clientId: me.id, role: 'assistant' }
  ownBoardId = (await world.done('POST', '/boards', wanted)).board.id
})
afterEach(() => world.close())

const link = () => world.done('PATCH', `/boards/${world.boardId}`, { twinBoardId: ownBoardId })
const apply = () => world.done('PATCH', `/boards/${ownBoardId}`, { mode: 'apply' })
const twins = async () => {
  await world.settled()
  return world.sandbox.cards(own.id).map(({ title }) => title)
}

it('each open request has a twin as soon as the boards are linked', async () => {
  await apply()
  await link()
  expect(await twins()).toEqual([expect.stringContaining('Newsletter de mai')])
})

it('each open request has a twin as soon as the linked board of the assistant is written to', async () => {
  await link()
  expect(await twins()).toEqual([])
  await apply()
  expect(await twins()).toEqual([expect.stringContaining('Newsletter de mai')])
})
