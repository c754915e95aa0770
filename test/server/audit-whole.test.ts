import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTrelloSandbox, type TrelloSandbox } from '#adapters/trello/sandbox.ts'
import { send } from '../support/send.ts'
import { startTestService, type TestService } from '../support/service.ts'
import { freshPlace } from '../support/stores.ts'
import { untold } from '../support/untold.ts'

const blog = { id: 'blog', kind: 'excluded', name: { fr: 'Rédaction' }, keywords: { fr: ['article'] } }
const document = { name: 'Règles', services: [blog], billing: { hourlyRate: 35 } }
const acase = {
  name: 'Un article',
  now: '2026-11-23T08:00:00.000Z',
  request: { title: 'Un article' },
  expect: { headline: 'out_of_scope' },
}
const example = { title: 'Un article', scope: 'out', service: 'blog' }

/** What can be changed. Calls and sweeps move times of their own, which are left out below. */
const lists = [
  ...['/policies', '/policies/rules/versions', '/policies/rules/draft', '/policies/rules/cases'],
  ...['/policies/rules/examples', '/keys', '/clients', '/connections', '/boards'],
]

vi.mock('../../src/store/audit.ts', async (original) =>
  (await import('../support/untold.ts')).untelling(await original()),
)

describe('a change whose entry cannot be written', () => {
  let remove: () => Promise<void>
  let sandbox: TrelloSandbox
  let service: TestService
  let key: string
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    const place = await freshPlace()
    remove = place.remove
    sandbox = await startTrelloSandbox()
    service = await startTestService({ place: place.config, settings: { TRELLO_API_URL: sandbox.url } })
    const make = async (path: string, body: object) => {
      const answer = await send(service, 'POST', path, { body })
      expect([path, answer.status]).toEqual([path, 201])
      return answer.body
    }
    await make('/policies', { id: 'rules', document })
    await make('/policies/rules/versions', { after: 1, document: { ...document, name: 'Deux' } })
    const later = { effectiveAt: '2199-01-01T00:00:00.000Z', document: { ...document, name: 'Trois' } }
    await make('/policies/rules/versions', { after: 2, ...later })
    ids.case = (await make('/policies/rules/cases', acase)).id
    ids.example = (await make('/policies/rules/examples', example)).id
    ids.client = (await make('/clients', { name: 'Claire', language: 'en', policyId: 'rules' })).id
    ids.idle = (await make('/clients', { name: 'Tom', language: 'en', policyId: 'rules' })).id
    const credentials = sandbox.credentials
    ids.connection = (await make('/connections', { tool: 'trello', name: 'T', credentials })).id
    const containerId = sandbox.board('Claire', { lists: ['To do'] }).id
    const { board } = await make('/boards', {
      connectionId: ids.connection,
      containerId,
      clientId: ids.client,
    })
    ids.board = board.id
    ids.key = (await make('/keys', { name: 'laptop', scopes: ['read'] })).id
    key = (await make('/keys', { name: untold, scopes: ['admin'] })).key
  })
  afterAll(async () => {
    await service.close()
    await sandbox.close()
    await remove()
  })

  const everything = async () => {
    const all = await Promise.all(lists.map((path) => send(service, 'GET', path)))
    return all.map(({ text }) =>
      text.replace(/"(lastUsedAt|webhook|sweptUntil|missedAt)":("[^"]*"|null|\{[^}]*\})/g, ''),
    )
  }

  it.each<[string, string, object?]>([
    ['POST', '/policies', { id: 'new', document }],
    ['POST', '/policies', { id: 'new', document, publish: false }],
    ['PUT', '/policies/rules/draft', document],
    ['POST', '/policies/rules/versions', { after: 3, document }],
    ['POST', '/policies/rules/rollback', { to: 1 }],
    ['DELETE', '/policies/rules/versions/3'],
    ['POST', '/policies/rules/cases', acase],
    ['PUT', '/policies/rules/cases/{case}', { ...acase, name: 'Autre' }],
    ['DELETE', '/policies/rules/cases/{case}'],
    ['POST', '/policies/rules/examples', { ...example, title: 'Un livre' }],
    ['DELETE', '/policies/rules/examples/{example}'],
    ['POST', '/keys', { name: 'phone', scopes: ['read'] }],
    ['POST', '/keys/{key}/rotate', { graceMinutes: 0 }],
    ['DELETE', '/keys/{key}'],
    ['POST', '/clients', { name: 'Zoé', language: 'en', policyId: 'rules' }],
    ['PATCH', '/clients/{client}', { name: 'Zoé' }],
    ['DELETE', '/clients/{idle}'],
    ['PATCH', '/connections/{connection}', { name: 'Other' }],
    ['PATCH', '/boards/{board}', { hourlyWriteLimit: 7 }],
    ['DELETE', '/boards/{board}?labels=remove'],
    ['DELETE', '/boards/{board}'],
    ['DELETE', '/connections/{connection}'],
  ])('is not made: %s %s', async (method, template, body) => {
    const path = template.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '')
    const before = await everything()
    const { status } = await send(service, method, path, { ifMatch: '*', key, ...(body && { body }) })
    expect(status).toBe(503)
    expect(await everything()).toEqual(before)
  })

  it('is not made either when the draft is published', async () => {
    await send(service, 'PUT', '/policies/rules/draft', { body: { ...document, name: 'Neu' }, ifMatch: '*' })
    const before = await everything()
    for (const [method, path] of [
      ['POST', '/policies/rules/draft/publish'],
      ['DELETE', '/policies/rules/draft'],
    ] as const) {
      const { status } = await send(service, method, path, { ifMatch: '*', key })
      expect([path, status]).toEqual([path, 503])
    }
    expect(await everything()).toEqual(before)
  })
})
