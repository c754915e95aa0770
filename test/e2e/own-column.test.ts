import cron from 'node-cron'
import { expect, it } from 'vitest'
import { startNotionSandbox } from '#adapters/notion/sandbox.ts'
import { minutesAfter } from '#policies/calendar.ts'
import { startTrelloWorld } from '../support/trello-world.ts'
import { untilIdle } from '../support/until-idle.ts'

it('leaves a number of the client’s alone that is called as ours and that somebody has said is not ours', async () => {
  let now = '2027-02-01T09:00:00.000Z'
  const notion = await startNotionSandbox({ now: () => new Date(now) })
  const source = notion.dataSource({ name: 'Claire', properties: { Estimation: { type: 'number' } } })
  const world = await startTrelloWorld({ settings: { NOTION_API_URL: notion.url }, now: () => now })
  const account = { tool: 'notion', name: 'Moi', credentials: notion.credentials, updates: 'poll' }
  const { id: connectionId } = await world.done('POST', '/connections', account)
  const { board } = await world.done('POST', '/boards', {
    ...{ connectionId, containerId: source.id, clientId: world.clientId },
    mapping: { fields: {}, assistants: [notion.people.assistant.user.id] },
  })
  const { made } = await world.done('PATCH', `/boards/${board.id}`, { mode: 'apply' })
  expect(made).toEqual(expect.arrayContaining(['Estimation 2', 'Majoration']))

  const row = notion.people.client.createRow({
    ...{ dataSource: source.id, title: '3 visuels Canva', due: minutesAfter(now, 6 * 60) },
    properties: { Estimation: 5 },
  })
  now = minutesAfter(now, 1)
  for (const task of cron.getTasks().values()) if (task.name === 'poll') await task.execute()
  await untilIdle(world.service, [world.sandbox, notion])
  expect(notion.row(row)?.numbers).toMatchObject({ Estimation: 5, 'Estimation 2': expect.any(Number) })
  await world.close()
  await notion.close()
})
