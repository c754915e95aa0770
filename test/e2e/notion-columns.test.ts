import cron from 'node-cron'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { SourceSetup } from '#adapters/notion/sandbox/source-setup.ts'
import { type NotionSandbox, startNotionSandbox } from '#adapters/notion/sandbox.ts'
import { minutesAfter } from '#policies/calendar.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'
import { untilIdle } from '../support/until-idle.ts'

let notion: NotionSandbox
let world: TrelloWorld
let now: string

beforeEach(async () => {
  now = '2027-02-01T09:00:00.000Z'
  notion = await startNotionSandbox({ now: () => new Date(now) })
  world = await startTrelloWorld({ settings: { NOTION_API_URL: notion.url }, now: () => now })
})
afterEach(async () => {
  await world.close()
  await notion.close()
})

/** A client's data source with these columns, watched by polling. */
async function watch(properties: SourceSetup['properties'], mapping: object) {
  const source = notion.dataSource({ name: 'Demandes de Claire', ...(properties && { properties }) })
  const account = { tool: 'notion', name: 'Moi', credentials: notion.credentials, updates: 'poll' }
  const { id: connectionId } = await world.done('POST', '/connections', account)
  const { board } = await world.done('POST', '/boards', {
    ...{ connectionId, containerId: source.id, clientId: world.clientId },
    mapping: { assistants: [notion.people.assistant.user.id], ...mapping },
  })
  return { source, boardId: board.id }
}

it('leaves a number of the client’s alone that is called as ours and that somebody has said is not ours', async () => {
  const { source, boardId } = await watch({ Estimation: { type: 'number' } }, { fields: {} })
  const { made } = await world.done('PATCH', `/boards/${boardId}`, { mode: 'apply' })
  expect(made).toEqual(expect.arrayContaining(['Estimation 2', 'Majoration']))

  const row = notion.people.client.createRow({
    ...{ dataSource: source.id, title: '3 visuels Canva', due: minutesAfter(now, 6 * 60) },
    properties: { Estimation: 5 },
  })
  now = minutesAfter(now, 1)
  for (const task of cron.getTasks().values()) if (task.name === 'poll') await task.execute()
  await untilIdle(world.service, [world.sandbox, notion])
  expect(notion.row(row)?.numbers).toMatchObject({ Estimation: 5, 'Estimation 2': expect.any(Number) })
})

it('has the doctor say that another column is read as the status now, and what brings the mapped one back', async () => {
  const groups = { todo: ['Nouveau'], inProgress: ['En cours'], complete: ['Fait'] }
  const { source } = await watch({ Status: null, Avancement: { type: 'status', groups } }, {})
  const statuses = async () => {
    const { checks } = await world.done('GET', '/doctor')
    return checks.find(
      (check: { code: string; subject: string }) =>
        check.code === 'statuses' && check.subject === source.name,
    )
  }
  expect((await statuses()).state).toBe('ok')
  await addStatus(source.id, 'Statut facture')
  const { state, advice } = await statuses()
  expect(state).toBe('warn')
  expect(advice.fr).toMatch(/\(requested, in_progress, done\).+renomme la tienne « Statut »/u)
  expect(advice.en).toMatch(/\(requested, in_progress, done\).+rename yours "Status"/u)
  notion.people.client.renameProperty(source.id, 'Avancement', 'Statut')
  expect((await statuses()).state).toBe('ok')
})

async function addStatus(dataSourceId: string, name: string): Promise<void> {
  const answer = await fetch(`${notion.url}/v1/data_sources/${dataSourceId}`, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${notion.credentials.token}`,
      'notion-version': '2026-03-11',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ properties: { [name]: { status: {} } } }),
  })
  expect(answer.status).toBe(200)
}
