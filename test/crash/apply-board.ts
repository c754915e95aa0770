import type { TrelloSandbox } from '#adapters/trello/sandbox.ts'
import { plainRules } from '../support/plain-rules.ts'
import type { Api } from './acknowledged.ts'

/** A board on which the service writes; its own webhooks tell of every card. @returns its id in the sandbox */
export async function boardInApply(sandbox: TrelloSandbox, api: Api): Promise<string> {
  const board = sandbox.board('Claire', { lists: ['Demandes'] })
  const connection = await api('POST', '/api/v1/connections', {
    tool: 'trello',
    name: 'T',
    credentials: sandbox.credentials,
  })
  const { body: preset } = await api('GET', '/api/v1/presets/webmarketing')
  await api('POST', '/api/v1/policies', { id: 'rules', document: plainRules(preset) })
  const client = await api('POST', '/api/v1/clients', {
    name: 'C',
    language: 'fr',
    address: 'tu',
    policyId: 'rules',
  })
  const added = await api('POST', '/api/v1/boards', {
    connectionId: connection.body.id,
    containerId: board.id,
    clientId: client.body.id,
    hourlyWriteLimit: 10_000,
  })
  await api('PATCH', `/api/v1/boards/${added.body.board.id}`, { mode: 'apply' })
  return board.id
}
