import { expect, it } from 'vitest'
import { startNotionSandbox } from '#adapters/notion/sandbox.ts'
import { startTrelloWorld } from '../support/trello-world.ts'
import { untilIdle } from '../support/until-idle.ts'

it('brings what the client adds to the assistant’s page in Notion, and leaves the notes that she keeps beside it', async () => {
  const notion = await startNotionSandbox()
  const source = notion.dataSource({ name: 'Mes demandes', properties: { Avis: { type: 'rich_text' } } })
  const world = await startTrelloWorld({ settings: { NOTION_API_URL: notion.url } })
  const { done, sandbox } = world
  const settled = () => untilIdle(world.service, [sandbox, notion])
  const account = { tool: 'notion', name: 'Moi', credentials: notion.credentials, updates: 'poll' }
  const { id: connectionId } = await done('POST', '/connections', account)
  const me = { name: 'Moi', language: 'fr', address: 'tu', policyId: 'rules' }
  const { id: clientId } = await done('POST', '/clients', me)
  const hers = { connectionId, containerId: source.id, clientId, role: 'assistant' }
  const { board } = await done('POST', '/boards', hers)
  await done('PATCH', `/boards/${board.id}`, { mode: 'apply' })
  await done('PATCH', `/boards/${world.boardId}`, { twinBoardId: board.id })

  const id = sandbox.people.client.createCard({ board: world.made.id, list: 'Demandes', title: 'Newsletter' })
  await settled()
  const [row] = notion.rows(source.id)
  notion.people.assistant.editRow(row?.id ?? '', { properties: { Avis: 'À relire mardi.' } })
  sandbox.people.client.editCard(id, { text: 'Pour l’atelier.' })
  await settled()
  const { Avis, Description } = notion.rows(source.id)[0]?.texts ?? {}
  expect(Avis).toBe('À relire mardi.')
  expect(Description).toContain('Pour l’atelier.')
  await world.close()
  await notion.close()
})
