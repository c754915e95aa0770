import { expect, it } from 'vitest'
import { startClickUpWorld } from '../support/clickup-world.ts'
import { startTrelloWorld } from '../support/trello-world.ts'

it('says nothing on a task that was there first because it bears a file, which ClickUp shows in no listing', async () => {
  let id = ''
  const world = await startClickUpWorld({
    before({ people: { client } }, list) {
      id = client.createTask({ list: list.id, name: 'Article de blog' })
      client.attach(id, { name: 'brief.pdf', mimeType: 'application/pdf' })
    },
  })
  const { client } = world.sandbox.people
  client.setStatus(id, 'terminé')
  await world.settled()
  expect(world.sandbox.task(id)).toMatchObject({ tags: [], comments: [] })
  expect((await world.done('GET', '/tasks')).items).toMatchObject([{ lastState: 'taken-in' }])

  client.editTask(id, { name: 'Article de presse' })
  await world.settled()
  expect(world.sandbox.task(id)?.tags).toHaveLength(1)
  await world.close()
})

it('says nothing on a card that was there first because its board is read otherwise since', async () => {
  let [id, label] = ['', '']
  const world = await startTrelloWorld({
    before({ people: { client } }, { id: board }) {
      label = client.createLabel(board, { name: 'Blog' })
      id = client.createCard({ board, list: 'Demandes', title: 'Le 12', labels: ['Blog'] })
    },
  })
  const services = { [label]: 'redaction' }
  await world.done('PATCH', `/boards/${world.boardId}`, { mapping: { services } })
  world.sandbox.people.client.moveCard(id, 'Terminé')
  await world.settled()
  expect(world.sandbox.card(id)).toMatchObject({ labels: ['Blog'], comments: [] })
  await world.close()
})
