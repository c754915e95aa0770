import { randomUUID } from 'node:crypto'
import { createLog } from '../../../src/log.ts'
import { type Call, createCall, openPlaces, setUp } from '../../demo/set-up.ts'
import { send } from '../../support/send.ts'
import { adminKey, freshService, type TestService } from '../../support/service.ts'
import { untilIdle } from '../../support/until-idle.ts'
import { exchange, type WireAnswer } from '../../support/wire.ts'
import { type FuzzRequest, freshKey } from './requests.ts'
import type { Known } from './valid-values.ts'

/** A service in the middle of its life: three tools, clients, tasks, rules in every state, and what people told it. */
export interface FuzzWorld {
  readonly service: TestService
  readonly known: Known
  /** One request with a key that may do everything. @throws Error when no answer comes */
  send(request: FuzzRequest): Promise<WireAnswer>
  /** What the service itself wrote of a failure while it answered a request. */
  logOf(requestId: string): string
  close(): Promise<void>
}

/** Milliseconds: far beyond what the service gives a slow request. */
const patienceMs = 90_000

export async function startFuzzWorld(): Promise<FuzzWorld> {
  const places = await openPlaces()
  const lines: string[] = []
  const log = createLog('error', { write: (line) => lines.push(line) })
  const settings = {
    TRELLO_API_URL: places.claire.apiUrl,
    NOTION_API_URL: places.tom.apiUrl,
    CLICKUP_API_URL: places.riviere.apiUrl,
  }
  const service = await freshService(settings, log)
  const call = createCall(service.url, adminKey)
  await setUp(places, call)
  places.claire.write({ title: 'Newsletter de juin', text: 'Le texte est dans le Drive.' })
  places.claire.write({ title: 'Article de blog sur le sommeil', text: '1 500 mots', dueInHours: 6 })
  places.tom.write({ title: 'Three Canva visuals', text: 'ASAP please', dueInHours: 5 })
  places.riviere.write({ title: 'Bonjour' })
  await untilIdle(service, Object.values(places))
  await live(service, call)
  await untilIdle(service, Object.values(places))
  const known = { ids: await idsOf(call), bodies: await bodiesOf(call, places) }
  const nextKey = createKeyring(call)
  return {
    service,
    known,
    async send({ headers, ...request }) {
      const authorization = `Bearer ${await nextKey()}`
      const key = headers['idempotency-key'] === freshKey && { 'idempotency-key': randomUUID() }
      const signal = AbortSignal.timeout(patienceMs)
      return exchange(service.url, { ...request, headers: { ...headers, ...key, authorization }, signal })
    },
    logOf: (requestId) => lines.filter((line) => line.includes(requestId)).join(''),
    async close() {
      await service.close()
      for (const place of Object.values(places)) await place.close()
    },
  }
}

interface Item {
  readonly id: string
  readonly clientId?: string
  readonly containerId?: string
}
interface Items {
  readonly items: readonly Item[]
}

/** What people do in a few weeks, so that no list is empty. */
async function live(service: TestService, call: Call): Promise<void> {
  const { items: tasks } = await call<Items>('GET', '/tasks')
  const [task, other] = tasks
  if (task === undefined || other === undefined) throw new Error('nobody has asked for anything')
  const preset = await call<object>('GET', '/presets/forfait-mensuel')
  await call('POST', '/policies', { id: 'other-rules', preset: 'forfait-mensuel', withCases: true })
  const later = { document: preset, after: 1, effectiveAt: '2031-01-01T00:00:00Z' }
  await call('POST', '/policies/other-rules/versions', later)
  await send(service, 'PUT', '/policies/other-rules/draft', { body: preset, ifMatch: '*' })
  const lesson = { title: 'Logo', text: 'A new logo', scope: 'out', service: null }
  await call('POST', '/policies/demo-rules/examples', lesson)
  await call('POST', `/tasks/${task.id}/answers`, { kind: 'confirm' })
  await call('POST', `/tasks/${other.id}/answers`, { kind: 'quote', amount: 120 })
  await call('PUT', `/tasks/${other.id}/overrides/in_scope`, { change: 'added' })
  await call('POST', `/tasks/${task.id}/hours`, { minutes: 90 })
  const { clientId } = task
  await call('POST', `/clients/${clientId}/book`, { kind: 'deposit', amount: 50, taskId: task.id })
  await call('POST', '/requests', { clientId, channel: 'whatsapp', text: 'Newsletter de mai, en urgence' })
  await call('POST', '/requests', { clientId, channel: 'email', text: 'Un logo', putOnBoard: true })
  await call('POST', '/keys', { name: 'console', scopes: ['read'] })
}

/** Where the ids of each kind of thing are listed. */
const lists = {
  connection: '/connections',
  client: '/clients',
  board: '/boards',
  policy: '/policies',
  case: '/policies/other-rules/cases',
  task: '/tasks',
  decision: '/decisions',
  run: '/runs',
  delivery: '/deliveries',
  request: '/requests',
  key: '/keys',
}

async function idsOf(call: Call): Promise<Known['ids']> {
  const ids: Record<string, readonly string[]> = {}
  const itemsOf = async (path: string) => (await call<Items>('GET', `${path}?limit=20`)).items
  for (const [kind, path] of Object.entries(lists)) ids[kind] = (await itemsOf(path)).map(({ id }) => id)
  const { examples } = await call<{ examples: Item[] }>('GET', '/policies/demo-rules/examples')
  ids.example = examples.map(({ id }) => id)
  ids.container = (await itemsOf('/boards')).map(({ containerId }) => containerId ?? '')
  const books = await Promise.all((ids.client ?? []).map((id) => itemsOf(`/clients/${id}/book`)))
  ids.book = books.flat().map(({ id }) => id)
  const empty = Object.keys(ids).filter((kind) => ids[kind]?.length === 0)
  if (empty.length > 0) throw new Error(`the world has nothing of: ${empty.join(', ')}`)
  return { ...ids, version: ['1', '2'], preset: ['forfait-mensuel', 'webmarketing'], override: ['in_scope'] }
}

/** What the document cannot give as an example, for it depends on the world. */
async function bodiesOf(
  call: Call,
  { claire }: Awaited<ReturnType<typeof openPlaces>>,
): Promise<Known['bodies']> {
  const document = await call<object>('GET', '/presets/webmarketing')
  const everything = await call<object>('GET', '/export')
  const { tool, credentials } = claire
  return {
    createConnection: [{ tool, name: 'Another', credentials }],
    createPolicy: [
      { id: 'fresh', document },
      { id: 'draft-only', preset: 'forfait-mensuel', publish: false },
    ],
    appendPolicyVersion: [1, 2, 3].map((after) => ({ after, document })),
    publishPolicyDraft: [{ override: true }, { effectiveAt: '2031-06-01T00:00:00Z' }],
    rollBackPolicy: [{ to: 1 }],
    previewPolicy: [{ days: 30 }, { days: 365, document }],
    simulateRequest: [{ policyId: 'demo-rules', title: 'Newsletter' }],
    addExample: [{ title: 'Newsletter', scope: 'out' }],
    patchPolicyDraft: [{ name: 'Mine' }, [{ op: 'replace', path: '/name', value: 'Mine' }]],
    backfillBoard: [{ which: 'open' }],
    importEverything: ['skip', 'fail'].map((onConflict) => ({ document: everything, onConflict })),
  }
}

/** Requests that one key is used for: it may not send more than 600 a minute. */
const requestsPerKey = 500

/** A new key whenever the last one has had its share. */
function createKeyring(call: Call): () => Promise<string> {
  let key = ''
  let left = 0
  return async () => {
    if (left === 0) {
      key = (await call<{ key: string }>('POST', '/keys', { name: 'fuzz', scopes: ['admin'] })).key
      left = requestsPerKey
    }
    left -= 1
    return key
  }
}
