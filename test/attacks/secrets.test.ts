import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createLog } from '../../src/log.ts'
import { createConnectionStore } from '../../src/store/connections.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import type { Asker } from '../demo/requests.ts'
import { createCall, openPlaces, setUp } from '../demo/set-up.ts'
import { operationsOf } from '../support/openapi.ts'
import { adminKey, startTestService, type TestService } from '../support/service.ts'
import { freshPlace } from '../support/stores.ts'
import { untilIdle } from '../support/until-idle.ts'
import { startToolGoneBad } from './tool-gone-bad.ts'

const askers = ['claire', 'tom', 'riviere'] as const

/** The real service before three tools that can go bad; every answer that it gives is kept. */
async function startWorld() {
  const places = await openPlaces()
  const doors = {
    claire: await startToolGoneBad(places.claire.apiUrl),
    tom: await startToolGoneBad(places.tom.apiUrl),
    riviere: await startToolGoneBad(places.riviere.apiUrl),
  }
  const { config: place, remove } = await freshPlace()
  let logged = ''
  const destination = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk)
      done()
    },
  })
  const service = await startTestService({
    place,
    settings: {
      LOG_LEVEL: 'trace',
      TRELLO_API_URL: doors.claire.url,
      NOTION_API_URL: doors.tom.url,
      CLICKUP_API_URL: doors.riviere.url,
    },
    log: createLog('trace', destination),
  })
  const tools = Object.values(places)
  let isClosed = false
  async function stop() {
    if (isClosed) return
    isClosed = true
    await service.close()
  }
  onTestFinished(async () => {
    await stop()
    await remove()
    for (const door of Object.values(doors)) await door.close()
    for (const tool of tools) await tool.close()
  })
  await setUp(places, createCall(service.url, adminKey))
  const settled = () => untilIdle(service, tools)
  return { places, doors, service, place, logged: () => logged, settled, stop }
}

/** What anybody with a key can read: every GET of the documents, and what is there for monitoring, as text by path. */
async function readEverything(service: TestService, containerIds: Readonly<Record<string, string>>) {
  const answers = new Map<string, { status: number; text: string }>()
  async function read(path: string, accept = 'application/json') {
    const headers = { authorization: `Bearer ${adminKey}`, accept }
    const answer = await fetch(`${service.url}${path}`, { headers })
    const text = await answer.text()
    answers.set(`${path} ${accept}`, { status: answer.status, text })
    return text
  }
  const idsOf = async (collection: string): Promise<string[]> => {
    const { items = [] } = JSON.parse(await read(`/api/v1/${collection}?limit=200`))
    return items.slice(0, 6).map(({ id, name }: { id?: string; name?: string }) => id ?? name)
  }
  const { body: document } = await service.api('GET', '/api/v1/openapi.json')
  const known: Record<string, string> = { version: '1', name: 'procedure' }
  for (const { method, path } of operationsOf(document)) {
    if (method !== 'GET') continue
    if (!path.includes('{')) {
      await read(path)
      continue
    }
    const [, collection = ''] = /^\/api\/v1\/([^/]+)\//.exec(path) ?? []
    for (const id of collection === 'presets' ? ['webmarketing'] : await idsOf(collection)) {
      const caseId = path.includes('{caseId}') ? (await idsOf(`policies/${id}/cases`))[0] : ''
      const filled = path
        .replace(/\{[^}]+\}/, encodeURIComponent(id))
        .replace('{containerId}', encodeURIComponent(containerIds[id] ?? ''))
        .replace('{caseId}', caseId ?? '')
        .replace(/\{(\w+)\}/g, (_whole, name: string) => known[name] ?? name)
      await read(filled)
    }
  }
  for (const path of ['/healthz', '/readyz', '/metrics', '/docs/', '/api/v1/tasks/export?format=json'])
    await read(path)
  await read('/api/v1/export', 'application/yaml')
  return answers
}

/** Every row of every table as text, the queue's too. */
async function dumpOf({ db }: Store): Promise<string> {
  const { rows: tables } = await sql<{ name: string; rows: string }>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`.execute(db)
  expect(tables.length).toBeGreaterThan(25)
  const parts: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ text: string }>`SELECT t::text AS text FROM ${sql.raw(name)} AS t`.execute(
      db,
    )
    parts.push(...rows.map(({ text }) => `${name}: ${text}`))
  }
  return parts.join('\n')
}

/** A secret as it is, and as it could be written elsewhere. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret)
  const inner = bytes.toString('base64').slice(0, -4) // without what depends on what follows
  return [...new Set([secret, encodeURIComponent(secret), bytes.toString('hex'), inner])]
}

describe('after a busy day with every kind of error', () => {
  it('no secret is in logs, answers, exports, metrics, or the database', async () => {
    const { places, doors, service, place, logged, settled, stop } = await startWorld()
    const said: string[] = []
    const api: TestService['api'] = async (...asked) => {
      const answer = await service.api(...asked)
      said.push(JSON.stringify(answer.body))
      return answer
    }
    const made = [
      (await service.api('POST', '/api/v1/keys', { name: 'laptop', scopes: ['read'] })).body,
      (await service.api('POST', '/api/v1/keys', { name: 'console', scopes: ['operate'] })).body,
    ]
    const rotated = (await service.api('POST', `/api/v1/keys/${made[1].id}/rotate`, {})).body
    const keys = [...made.map(({ key }) => key as string), rotated.key as string]

    for (const place of Object.values(places)) place.write({ title: 'Développement web' })
    await settled()
    await api('POST', '/api/v1/policies/demo-rules/cases', {
      name: 'a case',
      now: '2026-11-23T08:00:00Z',
      request: { title: 'Newsletter', submittedAt: '2026-11-23T07:00:00Z' },
      expect: { headline: 'in_scope' },
    })
    const { id: clientId } = (await api('GET', '/api/v1/clients')).body.items[0]
    await api('POST', '/api/v1/requests', { channel: 'whatsapp', text: 'Une newsletter', clientId })

    // Tools that repeat what they were sent, accounts that are not, webhooks and requests that are wrong.
    for (const door of Object.values(doors)) door.behave('quotes')
    for (const { id } of (await api('GET', '/api/v1/tasks')).body.items)
      await api('POST', `/api/v1/tasks/${id}/look`)
    for (const { id } of (await api('GET', '/api/v1/connections')).body.items) {
      await api('POST', `/api/v1/connections/${id}/check`)
      await api('GET', `/api/v1/connections/${id}/containers`)
    }
    for (const { id } of (await api('GET', '/api/v1/boards')).body.items) {
      await api('POST', `/api/v1/boards/${id}/sweep`)
      await api('POST', `/api/v1/boards/${id}/webhook`)
    }
    await api('GET', '/api/v1/doctor')
    await settled()
    const stranger: Record<Asker, string> = {
      claire: 'ATTA-of-nobody-0123456789',
      tom: 'ntn_of-nobody-0123456789',
      riviere: 'pk_of-nobody-0123456789',
    }
    for (const who of askers) {
      const { tool, credentials } = places[who]
      await api('POST', '/api/v1/connections', {
        tool,
        name: 'x',
        credentials: { ...credentials, token: stranger[who] },
      })
    }
    for (const door of Object.values(doors)) door.behave('well')
    for (const who of askers) {
      const { tool, credentials } = places[who]
      await api('POST', '/api/v1/connections', {
        tool,
        name: 'x',
        credentials: { ...credentials, token: stranger[who] },
      })
      await api('POST', '/api/v1/connections', {
        tool,
        name: 7,
        credentials: { token: stranger[who], extra: 'more' },
      })
    }
    await api('GET', '/api/v1/boards', undefined, `${adminKey}x`)
    await api('GET', '/api/v1/boards', undefined, keys[0])
    await settled()

    const connections = (await api('GET', '/api/v1/connections')).body.items as { id: string; tool: string }[]
    const containerOf = (tool: string) =>
      Object.values(places).find((each) => each.tool === tool)?.containerId ?? ''
    const containerIds = Object.fromEntries(connections.map(({ id, tool }) => [id, containerOf(tool)]))
    const answers = await readEverything(service, containerIds)
    expect([...answers.values()].filter(({ status }) => status === 200).length).toBeGreaterThan(80)
    expect([...answers].filter(([, { status }]) => status >= 500).map(([path]) => path)).toEqual([])
    expect(answers.get('/api/v1/dead-letters application/json')?.text).toContain('TOOL_REJECTED')
    await stop()

    const store = await openStore(place)
    const dump = await dumpOf(store)
    const kept = createConnectionStore(store.db, store.vault)
    const stored = await Promise.all(connections.map(({ id }) => kept.get(id)))
    const { verificationToken = '' } = stored.find(({ tool }) => tool === 'notion')?.credentials ?? {}
    const perWebhook = stored.flatMap(({ credentials }) =>
      Object.entries(credentials).flatMap(([name, value]) => (name.startsWith('secret:') ? [value] : [])),
    )
    await store.close()
    expect([verificationToken, ...perWebhook].filter((secret) => secret.length > 8)).toHaveLength(2)

    // The one way that is meant to tell a secret: Notion wants its token pasted back by whoever may connect accounts.
    for (const path of answers.keys()) if (path.includes('/verification-token')) answers.delete(path)
    const given = Object.values(places).flatMap(({ tool, credentials }) =>
      Object.entries(credentials).flatMap(([name, value]) =>
        tool === 'clickup' && name === 'teamId' ? [] : [value],
      ),
    )
    const master = place.DATABASE_URL
      ? (place.CADRE_SECRET_KEY?.toString('base64') ?? '')
      : readFileSync(join(place.DATA_DIR, 'secret.key'), 'utf8').trim()
    const secrets = [
      ...given,
      ...Object.values(stranger),
      ...perWebhook,
      verificationToken,
      adminKey,
      ...keys,
      master,
    ]
    expect(secrets.filter((secret) => secret.length < 8)).toEqual([])

    const leaks = secrets.flatMap((secret, index) =>
      formsOf(secret).flatMap((form) => [
        ...(logged().includes(form) ? [`secret ${index} in the log`] : []),
        ...(dump.includes(form) ? [`secret ${index} in the database`] : []),
        ...(said.some((text) => text.includes(form)) ? [`secret ${index} in an answer`] : []),
        ...[...answers].flatMap(([path, { text }]) =>
          text.includes(form) ? [`secret ${index} in ${path}`] : [],
        ),
      ]),
    )
    expect(leaks).toEqual([])
    expect(dump).toContain('Développement web')
    expect(logged()).toContain('job failed')
  })
})

it('a tool that sends its callers elsewhere gets no credentials there', async () => {
  const { doors, service } = await startWorld()
  const thief = await startToolGoneBad('http://127.0.0.1:9')
  onTestFinished(() => thief.close())
  thief.behave('quotes')
  for (const door of Object.values(doors)) door.behave('redirects', new URL(thief.url).origin)
  const { body } = await service.api('GET', '/api/v1/connections')
  for (const { id } of body.items) {
    const checked = await service.api('POST', `/api/v1/connections/${id}/check`)
    expect(JSON.stringify(checked.body)).toContain('TOOL_')
    expect((await service.api('GET', `/api/v1/connections/${id}/containers`)).status).toBe(502)
  }
  expect(Object.values(doors).every((door) => door.count() > 0)).toBe(true)
  expect(thief.count()).toBe(0)
})
