import { expect } from 'vitest'
import type { MadeList } from '#adapters/clickup/sandbox/list-setup.ts'
import { type ClickUpSandbox, startClickUpSandbox } from '#adapters/clickup/sandbox.ts'
import { plainRules } from './plain-rules.ts'
import { freshService } from './service.ts'
import { untilIdle } from './until-idle.ts'

export interface ClickUpWorldOptions {
  /** Tasks that are on the list before Cadre is. */
  readonly before?: (sandbox: ClickUpSandbox, list: MadeList) => void
  /** Of the account that Cadre writes with; left out: one of its own. */
  readonly token?: (sandbox: ClickUpSandbox) => string
}

/** The real service and a sandbox of ClickUp, set up through the public API, with one client list in mode `apply`. */
export async function startClickUpWorld({ before, token }: ClickUpWorldOptions = {}) {
  const sandbox = await startClickUpSandbox()
  const list = sandbox.list({ name: 'Claire', statuses: ['demandes', 'terminé'] })
  before?.(sandbox, list)
  const service = await freshService({ CLICKUP_API_URL: sandbox.url })
  /** A call of the API that has to go well, and its answer. */
  const done = async (method: string, path: string, body?: unknown) => {
    const answer = await service.api(method, `/api/v1${path}`, body)
    expect(answer.status).toBeLessThan(300)
    return answer.body
  }
  const credentials = { token: token?.(sandbox) ?? sandbox.credentials.token }
  const account = await done('POST', '/connections', { tool: 'clickup', name: 'ClickUp', credentials })
  await done('POST', '/policies', {
    id: 'rules',
    document: plainRules(await done('GET', '/presets/webmarketing')),
  })
  const claire = { name: 'Claire', language: 'fr', address: 'tu', policyId: 'rules' }
  const { id: clientId } = await done('POST', '/clients', claire)
  const watched = { connectionId: account.id, containerId: list.id, clientId }
  const { board } = await done('POST', '/boards', watched)
  await done('PATCH', `/boards/${board.id}`, { mode: 'apply' })
  const settled = () => untilIdle(service, [sandbox])
  await settled()
  return {
    sandbox,
    list,
    connectionId: account.id as string,
    boardId: board.id as string,
    done,
    settled,
    async close() {
      await service.close()
      await sandbox.close()
    },
  }
}
