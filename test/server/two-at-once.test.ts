import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCall, openPlaces, setUp } from '../demo/set-up.ts'
import { adminKey, startTestService, type TestService } from '../support/service.ts'
import { freshPlace, storeKind } from '../support/stores.ts'
import { untilIdle } from '../support/until-idle.ts'

interface Sent {
  readonly body?: unknown
  readonly type?: string
  readonly ifMatch?: string
  readonly once?: string
}
interface Told {
  readonly status: number
  readonly etag: string
  readonly replayed: boolean
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they expect, and fail where it is not there
  readonly body: any
}

/** Each race is run so often, for the one that is lost may go well by chance. */
const races = [1, 2, 3, 4]

describe('two at once', () => {
  let places: Awaited<ReturnType<typeof openPlaces>>
  let remove: () => Promise<void>
  /** On PostgreSQL each of the two speaks with another instance. */
  let instances: TestService[]
  let ids: { readonly clientId: string; readonly boardId: string; readonly taskId: string }

  beforeAll(async () => {
    places = await openPlaces()
    const settings = {
      TRELLO_API_URL: places.claire.apiUrl,
      NOTION_API_URL: places.tom.apiUrl,
      CLICKUP_API_URL: places.riviere.apiUrl,
    }
    const fresh = await freshPlace()
    remove = fresh.remove
    const start = () => startTestService({ place: fresh.config, settings })
    const first = await start()
    instances = [first, storeKind === 'postgres' ? await start() : first]
    const call = createCall(first.url, adminKey)
    await setUp(places, call)
    places.claire.write({ title: 'Newsletter de juin' })
    await untilIdle(first, Object.values(places))
    const { items } = await call<{ items: Record<string, string>[] }>('GET', '/tasks')
    const { id: taskId = '', clientId = '', boardId = '' } = items[0] ?? {}
    ids = { taskId, clientId, boardId }
    await call('POST', '/policies', { id: 'rules', preset: 'webmarketing' })
  })
  afterAll(async () => {
    for (const service of new Set(instances)) await service.close()
    await remove()
    for (const place of Object.values(places)) await place.close()
  })

  async function send(method: string, path: string, sent: Sent = {}, who: 0 | 1 = 0): Promise<Told> {
    const { body, type = 'application/json', ifMatch, once } = sent
    const response = await fetch(`${instances[who]?.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${adminKey}`,
        ...(body !== undefined && { 'content-type': type }),
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
        ...(once !== undefined && { 'idempotency-key': once }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      etag: response.headers.get('etag') ?? '',
      replayed: response.headers.get('idempotent-replayed') === 'true',
      body: text === '' ? null : JSON.parse(text),
    }
  }
  /** The first speaks with one instance, the second with the other, neither waits. */
  const both = (method: string, path: string, one: Sent, other: Sent) =>
    Promise.all([send(method, path, one, 0), send(method, path, other, 1)])
  const lengthOf = async (path: string) =>
    (await send('GET', `${path}${path.includes('?') ? '&' : '?'}limit=200`)).body.items.length
  const draft = '/policies/rules/draft'

  /** What two people have open: where it is, and what each of them changes in it. */
  const things = {
    'a client': (race: number) => ({
      path: `/clients/${ids.clientId}`,
      edits: [{ name: `Claire ${race}` }, { terms: { billing: { hourlyRate: 40 + race } } }],
    }),
    'a board': (race: number) => ({
      path: `/boards/${ids.boardId}`,
      edits: [{ hourlyWriteLimit: 70 + race }, { mode: race % 2 === 0 ? 'off' : 'dry-run' }],
    }),
    'the draft of a policy': (race: number) => ({
      path: draft,
      type: 'application/merge-patch+json',
      edits: [{ name: `Règles ${race}` }, { billing: { hourlyRate: 40 + race } }],
    }),
  }
  const sourceOf = (body: { source?: object }) => body.source ?? body

  it.each(Object.entries(things))(
    'with the same tag of %s, one is told to read it again, and in the end both edits are there',
    async (_what, of) => {
      for (const race of races) {
        const { path, edits, ...how } = of(race)
        const { etag: ifMatch } = await send('GET', path)
        const [one, other] = edits.map((body) => ({ ...how, body, ifMatch }))
        const answers = await both('PATCH', path, one ?? {}, other ?? {})
        expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412])
        const lost = edits[answers.findIndex(({ status }) => status === 412)]
        const fresh = await send('GET', path)
        await send('PATCH', path, { ...how, body: lost, ifMatch: fresh.etag })
        const { body } = await send('GET', path)
        for (const edit of edits) expect(sourceOf(body)).toMatchObject(edit)
      }
    },
  )

  it.each(Object.entries(things).slice(0, 2))(
    'without a tag, who change different parts of %s both keep what they wrote',
    async (_what, of) => {
      for (const race of races) {
        const { path, edits } = of(race + races.length)
        const answers = await both('PATCH', path, { body: edits[0] }, { body: edits[1] })
        expect(answers.map(({ status }) => status)).toEqual([200, 200])
        const { body } = await send('GET', path)
        for (const edit of edits) expect(body).toMatchObject(edit)
      }
    },
  )

  it('who publish the same draft make one version of it', async () => {
    for (const race of races) {
      const before = await lengthOf('/policies/rules/versions')
      const { etag: known } = await send('GET', draft)
      const named = {
        body: { name: `Version ${race}` },
        type: 'application/merge-patch+json',
        ifMatch: known,
      }
      const { etag: ifMatch } = await send('PATCH', draft, named)
      const answers = await both('POST', `${draft}/publish`, { body: {}, ifMatch }, { body: {}, ifMatch })
      const [published, refused] = answers.map(({ status }) => status).toSorted()
      expect([published, [404, 409, 412].includes(refused ?? 0)]).toEqual([201, true])
      expect(await lengthOf('/policies/rules/versions')).toBe(before + 1)
    }
  })

  it('of whom one publishes and one goes on writing: what is written is published, or still in the draft', async () => {
    for (const race of races) {
      const { etag: ifMatch } = await send('GET', draft)
      const written = { name: `Too late ${race}` }
      const patch = { body: written, type: 'application/merge-patch+json', ifMatch }
      const [publish, edit] = await Promise.all([
        send('POST', `${draft}/publish`, { body: {}, ifMatch }, 0),
        send('PATCH', draft, patch, 1),
      ])
      const { body } = await send('GET', draft)
      // An edit that was taken must be there, and one that was not must have been refused as out of date.
      if (edit.status === 200) expect(body.source).toMatchObject(written)
      else expect([edit.status, publish.status]).toEqual([412, 201])
    }
  })

  /** What must happen once: where it is asked for, how, and where one counts it. */
  const wishes = {
    'a new client': () => ({
      ...{ path: '/clients', counted: '/clients', body: { name: 'Anne', language: 'fr', policyId: 'rules' } },
    }),
    'a new key': () => ({ path: '/keys', counted: '/keys', body: { name: 'laptop', scopes: ['read'] } }),
    'a request by another channel': () => ({
      ...{ path: '/requests', counted: '/requests' },
      body: { clientId: ids.clientId, channel: 'whatsapp', text: 'Newsletter de mai' },
    }),
    'hours in the books': () => ({
      ...{
        path: `/tasks/${ids.taskId}/hours`,
        counted: `/clients/${ids.clientId}/book`,
        body: { minutes: 30 },
      },
    }),
    'a case of a policy': () => ({
      ...{ path: '/policies/rules/cases', counted: '/policies/rules/cases' },
      body: {
        name: 'Twice',
        request: { title: 'Newsletter' },
        now: '2026-11-23T08:00:00Z',
        expect: { headline: 'in_scope' },
      },
    }),
  }

  it.each(Object.entries(wishes))(
    'who ask with one Idempotency-Key for %s get it once, and the same answer',
    async (what, of) => {
      for (const race of races) {
        const { path, counted, body } = of()
        const before = await lengthOf(counted)
        const once = { body, once: `${what.replaceAll(' ', '-')}-${race}` }
        const answers = await both('POST', path, once, once)
        expect(await lengthOf(counted)).toBe(before + 1)
        const made = answers.filter(({ status, replayed }) => status === 201 && !replayed)
        expect(made).toHaveLength(1)
        for (const { status, replayed, body } of answers)
          if (status !== 201)
            expect([status, replayed, body.code]).toEqual([409, false, 'REQUEST_IN_PROGRESS'])
          else expect(body).toEqual(made[0]?.body)
        const again = await send('POST', path, once, 1)
        expect(again).toEqual({ ...made[0], replayed: true })
      }
    },
  )
})
