import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { send } from '../support/send.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

let world: TrelloWorld
beforeAll(async () => {
  world = await startTrelloWorld({ mode: 'dry-run' })
})
afterAll(() => world.close())

const api = (method: string, path: string, options: Parameters<typeof send>[3] = {}) =>
  send(world.service, method, path, options)
const auditOf = async (subject: string) =>
  (await api('GET', `/audit?subject=${subject}`)).body.items.map((entry: { action: string }) => entry.action)

describe('setting up', () => {
  it('leaves an entry for every change of a client, a board and a connection, and no secret in any', async () => {
    const { clientId, boardId, connectionId } = world
    await api('PATCH', `/clients/${clientId}`, { body: { address: 'vous' } })
    await api('PATCH', `/boards/${boardId}`, { body: { hourlyWriteLimit: 7 } })
    await api('POST', `/boards/${boardId}/backfill`, { body: { which: 'open' } })
    const { secret } = world.sandbox.credentials
    await api('PATCH', `/connections/${connectionId}`, { body: { credentials: { secret } } })
    await api('POST', `/connections/${connectionId}/check`)
    await api('DELETE', `/clients/${clientId}?force=true`)
    await api('DELETE', `/connections/${connectionId}`)
    expect(await auditOf(clientId)).toEqual(['client.delete', 'client.update', 'client.create'])
    expect(await auditOf(boardId)).toEqual(['board.delete', 'board.backfill', 'board.update', 'board.create'])
    expect(await auditOf(connectionId)).toEqual([
      'connection.delete',
      'connection.check',
      'connection.update',
      'connection.create',
    ])
    const { text } = await api('GET', '/audit?limit=200')
    for (const kept of Object.values(world.sandbox.credentials)) expect(text).not.toContain(kept)
  })

  it('asks of every change no more than its scope, and no less', async () => {
    const draft = { name: 'Tom', language: 'en', policyId: 'rules' }
    const { id } = (await api('POST', '/clients', { body: draft })).body
    const keyOf = async (scope: string) =>
      (await api('POST', '/keys', { body: { name: scope, scopes: [scope] } })).body.key
    const [reader, operator] = [await keyOf('read'), await keyOf('operate')]
    const patch = (key: string) => api('PATCH', `/clients/${id}`, { body: { name: 'Y' }, key })
    expect([(await patch(reader)).status, (await patch(operator)).status]).toEqual([403, 200])
    for (const [method, path] of [
      ['DELETE', `/clients/${id}`],
      ['POST', `/clients/${id}/erase`],
      ['GET', `/clients/${id}/export`],
      ['POST', '/retention/run'],
    ] as const)
      expect((await api(method, path, { key: operator })).status).toBe(403)
  })
})
