import cron from 'node-cron'
import { expect, it } from 'vitest'
import { startClickUpWorld } from '../support/clickup-world.ts'

it('hears by the next sweep what a client answers in the thread of our comment, of which ClickUp sends no event', async () => {
  const world = await startClickUpWorld()
  const { client } = world.sandbox.people
  const due = new Date(Date.now() + 6 * 3_600_000).toISOString()
  const id = client.createTask({ list: world.list.id, name: '3 visuels Canva', due })
  await world.settled()
  const task = () => world.sandbox.task(id)
  expect(task()?.tags.some((tag) => tag.startsWith('+'))).toBe(true)
  client.reply(task()?.comments[0]?.id ?? '', 'Je peux attendre, merci !')
  await world.settled()
  for (const each of cron.getTasks().values()) if (each.name === 'sweep') await each.execute()
  await world.settled()
  expect(task()?.tags.some((tag) => tag.startsWith('+'))).toBe(false)
  await world.close()
})
