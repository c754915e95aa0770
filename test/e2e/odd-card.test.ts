import { afterEach, expect, it } from 'vitest'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

let world: TrelloWorld
afterEach(() => world.close())

const create = (title: string) =>
  world.sandbox.people.client.createCard({ board: world.made.id, list: 'Demandes', title })
const labels = (id: string) => world.sandbox.card(id)?.labels
const sweep = () => world.service.api('POST', `/api/v1/boards/${world.boardId}/sweep`)

it('a card that cannot be read holds up no other, is not taken for gone, and is judged once it can be', async () => {
  world = await startTrelloWorld()
  const known = create('Newsletter de mai')
  await world.settled()
  world.sandbox.faults.dropNextWebhooks(100)
  const [odd, sound] = [create('Article de blog'), create('Article de blog')]
  world.sandbox.faults.spoil(known)
  world.sandbox.faults.spoil(odd)
  await sweep()
  await expect.poll(() => labels(sound), { timeout: 120_000 }).toEqual(['Hors cadre'])
  expect(labels(odd)).toEqual([])
  expect(await world.runStates(known)).not.toContain('gone')

  // Looked at by itself, again and again, until it can be read.
  world.sandbox.faults.clear()
  await world.settled()
  expect(labels(odd)).toEqual(['Hors cadre'])
})

it('cards that come with a list which is moved here from another board are judged, though none of them has changed', async () => {
  let now = new Date().toISOString()
  world = await startTrelloWorld({ now: () => now })
  const { client } = world.sandbox.people
  const ideas = world.sandbox.board('Privé', { lists: ['Décembre'] })
  const id = client.createCard({ board: ideas.id, list: 'Décembre', title: 'Article de blog' })
  now = new Date(Date.parse(now) + 3_600_000).toISOString()
  await sweep()
  await world.settled()
  client.moveList(ideas.id, 'Décembre', world.made.id)
  await sweep()
  await world.settled()
  expect(labels(id)).toEqual(['Hors cadre'])
})
