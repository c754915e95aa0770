import cron from 'node-cron'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type NotionSandbox, startNotionSandbox } from '#adapters/notion/sandbox.ts'
import { minutesAfter } from '#policies/calendar.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'
import { untilIdle } from '../support/until-idle.ts'

let notion: NotionSandbox
let world: TrelloWorld
let now = '2027-02-01T09:00:07.000Z'
let connectionId: string

beforeEach(async () => {
  notion = await startNotionSandbox({ now: () => new Date(now) })
  world = await startTrelloWorld({ settings: { NOTION_API_URL: notion.url }, now: () => now })
  const account = { tool: 'notion', name: 'Moi', credentials: notion.credentials, updates: 'poll' }
  connectionId = (await world.done('POST', '/connections', account)).id
})
afterEach(async () => {
  await world.close()
  await notion.close()
})

const settled = () => untilIdle(world.service, [world.sandbox, notion])

/** The minutes pass, and polled boards are read once, as they are every minute. */
async function readAfter(minutes: number): Promise<void> {
  now = minutesAfter(now, minutes)
  for (const task of cron.getTasks().values()) if (task.name === 'poll') await task.execute()
  await settled()
}

async function watch(clientId: string, changes: object): Promise<{ id: string; source: string }> {
  const { id: source } = notion.dataSource({ name: 'Demandes' })
  const { board } = await world.done('POST', '/boards', {
    ...{ connectionId, containerId: source, clientId, ...changes },
  })
  await world.done('PATCH', `/boards/${board.id}`, { mode: 'apply' })
  return { id: board.id, source }
}

it('hears within ten minutes what is said on a page, of which Notion tells neither by an event nor in a list', async () => {
  const { client, assistant } = notion.people
  const { source } = await watch(world.clientId, { mapping: { assistants: [assistant.user.id] } })
  const due = minutesAfter(now, 6 * 60)
  const id = client.createRow({ dataSource: source, title: '3 visuels Canva', due })
  await readAfter(1)
  expect(notion.row(id)?.labels.Cadre).toContain('Urgent · dispo à confirmer')
  await readAfter(10) // what Cadre wrote is a change itself
  assistant.comment(id, '/confirmer')
  await readAfter(10)
  expect(notion.row(id)?.labels.Cadre).toContain('Urgent · confirmé')
})

it('notices then that a page is in the trash, which Notion does not list', async () => {
  const { id: boardId, source } = await watch(world.clientId, {})
  const id = notion.people.client.createRow({ dataSource: source, title: '3 visuels Canva' })
  const states = async () => {
    const { items } = await world.done('GET', `/tasks?boardId=${boardId}`)
    return items.map(({ state }: { state: string }) => state)
  }
  await readAfter(1)
  expect(await states()).toEqual(['open'])
  notion.people.client.trash(id)
  await readAfter(10)
  expect(await states()).toEqual(['gone'])
})

/** The assistant's own data source, on which the client's cards have their twins. */
async function linked(): Promise<string> {
  const me = { name: 'Moi', language: 'fr', address: 'tu', policyId: 'rules' }
  const { id: clientId } = await world.done('POST', '/clients', me)
  const { id: twinBoardId, source } = await watch(clientId, { role: 'assistant' })
  await world.done('PATCH', `/boards/${world.boardId}`, { twinBoardId })
  return source
}

it('carries a due date to the page, to the minute as Notion keeps it, and each time that the client moves it', async () => {
  const source = await linked()
  const { client } = world.sandbox.people
  const [due, later] = [minutesAfter(now, 6 * 60), minutesAfter(now, 30 * 60)]
  const id = client.createCard({ board: world.made.id, list: 'Demandes', title: '3 visuels Canva', due })
  const shown = () => notion.rows(source)[0]?.due
  const asKept = (at: string) => `${at.slice(0, 'yyyy-mm-ddThh:mm'.length)}:00.000+00:00`
  await settled()
  expect(shown()).toBe(asKept(due))
  client.editCard(id, { due: later })
  await settled()
  expect(shown()).toBe(asKept(later))
})

it('hears there what the assistant says of a request that is on another board', async () => {
  const source = await linked()
  const { client } = world.sandbox.people
  const due = minutesAfter(now, 6 * 60)
  const id = client.createCard({ board: world.made.id, list: 'Demandes', title: '3 visuels Canva', due })
  await settled()
  expect(world.sandbox.card(id)?.labels).toContain('Urgent · dispo à confirmer')
  await readAfter(10)
  notion.people.assistant.comment(notion.rows(source)[0]?.id ?? '', '/confirmer')
  await readAfter(10)
  expect(world.sandbox.card(id)?.labels).toContain('Urgent · confirmé')
})
