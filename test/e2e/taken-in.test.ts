import { expect, it } from 'vitest'
import { presets } from '#policies/presets/presets.ts'
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

it('says nothing of an opening that is over on a card of a Sunday that is judged after all on a Wednesday', async () => {
  const ids: string[] = []
  let now = '2027-02-07T20:00:30.000Z'
  const world = await startTrelloWorld({
    now: () => now,
    policy: (preset) => ({ ...preset, hours: presets.webmarketing?.hours }),
    before({ people: { client } }, { id: board }) {
      for (const title of ['Newsletter', 'Article de blog'])
        ids.push(client.createCard({ board, list: 'Demandes', title }))
      now = '2027-02-07T20:10:30.000Z'
    },
  })
  now = '2027-02-10T09:00:00.000Z'
  await world.done('POST', `/boards/${world.boardId}/backfill`, { which: 'open', comments: true })
  await world.settled()
  const cards = ids.map((id) => world.sandbox.card(id))
  expect(cards.map((card) => card?.labels)).toEqual([
    ['Dans le cadre', 'Hors horaires'],
    ['Hors cadre', 'Hors horaires'],
  ])
  expect(cards.map((card) => card?.comments.length)).toEqual([0, 1])
  expect(cards[1]?.comments[0]?.text).not.toContain('lundi')
  await world.close()
})
