import { plainRules } from '../support/plain-rules.ts'
import type { ServiceProcess } from './service-process.ts'
import type { Account } from './trello-accounts.ts'

/** A board that Cadre watches, and the connection by which it does. */
export interface Watched {
  readonly boardId: string
  readonly connectionId: string
  readonly callbackUrl: string
}

/** Publish the rules that everything is judged by: a preset without what depends on the hour of the day. */
export async function publishRules({ call }: ServiceProcess): Promise<void> {
  const preset = await call<Record<string, unknown>>('GET', '/presets/webmarketing')
  await call('POST', '/policies', { id: 'rules', document: plainRules(preset) })
}

/** Connect an account and let Cadre write on its board, as a person does on the first day. */
export async function watch({ call }: ServiceProcess, { sandbox, board }: Account): Promise<Watched> {
  const connection = await call<{ id: string; callbackUrl: string }>('POST', '/connections', {
    ...{ tool: 'trello', name: board.name, credentials: sandbox.credentials },
  })
  const client = await call<{ id: string }>('POST', '/clients', {
    ...{ name: board.name, language: 'fr', address: 'tu', timeZone: 'Europe/Paris', policyId: 'rules' },
  })
  const added = await call<{ board: { id: string } }>('POST', '/boards', {
    ...{ connectionId: connection.id, containerId: board.id, clientId: client.id, hourlyWriteLimit: 10_000 },
  })
  await call('PATCH', `/boards/${added.board.id}`, { mode: 'apply' })
  return { boardId: added.board.id, connectionId: connection.id, callbackUrl: connection.callbackUrl }
}
