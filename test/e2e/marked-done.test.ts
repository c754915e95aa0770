import { afterEach, expect, it } from 'vitest'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

let world: TrelloWorld
afterEach(() => world.close())

it('a card that is marked complete where it stands is done, on its twin too, until the assistant takes it up again', async () => {
  world = await startTrelloWorld()
  const { sandbox, service, made, settled } = world
  const own = sandbox.board('Camille', { lists: ['Demandes', 'En cours', 'Terminé'] })
  const { client, assistant } = sandbox.people
  const { body: herself } = await service.api('POST', '/api/v1/clients', {
    ...{ name: 'Camille', language: 'fr', address: 'tu', policyId: 'rules' },
  })
  const { body } = await service.api('POST', '/api/v1/boards', {
    ...{ connectionId: world.connectionId, containerId: own.id, clientId: herself.id, role: 'assistant' },
  })
  await service.api('PATCH', `/api/v1/boards/${body.board.id}`, { mode: 'apply' })
  await service.api('PATCH', `/api/v1/boards/${world.boardId}`, { twinBoardId: body.board.id })
  const id = client.createCard({ board: made.id, list: 'Demandes', title: 'Newsletter de mai' })
  await settled()
  const [twin] = sandbox.cards(own.id)
  expect(twin?.list).toBe('Demandes')
  client.editCard(id, { dueComplete: true })
  await settled()
  expect(sandbox.card(twin?.id ?? '')?.list).toBe('Terminé')
  assistant.moveCard(twin?.id ?? '', 'En cours')
  await settled()
  expect(sandbox.card(id)).toMatchObject({ list: 'En cours', dueComplete: false })
})
