import { expect, it } from 'vitest'
import { startClickUpWorld } from '../support/clickup-world.ts'

it('hears at once what the assistant says with the account that Cadre writes with', async () => {
  const world = await startClickUpWorld({
    token: ({ tokenFor, people }) => tokenFor(people.assistant.user.id),
  })
  const { client, assistant } = world.sandbox.people
  const due = new Date(Date.now() + 6 * 3_600_000).toISOString()
  const id = client.createTask({ list: world.list.id, name: '3 visuels Canva', due })
  await world.settled()
  expect(world.sandbox.task(id)?.tags).toContain('urgent · dispo à confirmer')

  assistant.comment(id, '/confirmer')
  await world.settled()
  expect(world.sandbox.task(id)?.tags).toContain('urgent · confirmé')
  await world.close()
})
