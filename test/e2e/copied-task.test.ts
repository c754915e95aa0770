import { expect, it } from 'vitest'
import { startClickUpWorld } from '../support/clickup-world.ts'

it('takes the tags that a task was made with for nobody’s ruling, and those that were put on it for somebody’s', async () => {
  const world = await startClickUpWorld()
  const { client } = world.sandbox.people
  const asked = { list: world.list.id, name: 'Article de blog' }
  // As ClickUp makes it from a copy, a template or a recurrence.
  const copy = client.createTask({ ...asked, tags: ['dans le cadre', 'printemps'] })
  const labelled = client.createTask(asked)
  await new Promise((resolve) => setTimeout(resolve, 5))
  client.addTag(labelled, 'dans le cadre')
  await world.settled()
  expect(world.sandbox.task(copy)?.tags.toSorted()).toEqual(['hors cadre', 'printemps'])
  expect(world.sandbox.task(labelled)?.tags).toEqual(['dans le cadre'])
  await world.close()
})
