import nock from 'nock'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type Call,
  connectionId,
  createAdapter,
  createAttempt,
  failureOf,
  listen,
  listId,
  spaceId,
  teamId,
} from './fixtures.ts'

const callbackUrl = `https://cadre.test/webhooks/clickup/${connectionId}`
const events = [
  'taskCreated',
  'taskUpdated',
  'taskDeleted',
  'taskStatusUpdated',
  'taskDueDateUpdated',
  'taskTagUpdated',
  'taskMoved',
  'taskCommentPosted',
  'taskCommentUpdated',
]

type Webhook = ReturnType<typeof createWebhook>

const createWebhook = (changes: Record<string, unknown> = {}) => ({
  id: 'wh-1',
  userid: 5502,
  team_id: Number(teamId),
  endpoint: callbackUrl,
  client_id: 'C',
  events: [...events],
  task_id: null,
  list_id: Number(listId) as unknown,
  folder_id: null,
  space_id: null,
  health: { status: 'active', fail_count: 0 },
  secret: 'wh1s3cret',
  ...changes,
})

/** A workspace that keeps webhooks. `race`: another process makes this one while ours is refused. */
function serve(webhooks: Webhook[], race?: Webhook): Call[] {
  return listen(({ method, path, body }) => {
    const id = path.split('/').at(-1)
    if (path === '/v2/team') return [200, { teams: [{ id: teamId, name: 'Studio' }] }]
    if (path === `/v2/team/${teamId}/webhook` && method === 'GET') return [200, { webhooks }]
    if (path === `/v2/team/${teamId}/webhook`) {
      if (race !== undefined) {
        webhooks.push(race)
        return [400, { err: 'Webhook configuration already exists', ECODE: 'OAUTH_171' }]
      }
      const webhook = createWebhook({ ...(body as object), id: 'wh-new', secret: 'newS3cret' })
      webhooks.push(webhook)
      return [200, { id: webhook.id, webhook }]
    }
    const index = webhooks.findIndex((webhook) => webhook.id === id)
    if (index < 0) return [404, { err: 'Webhook not found' }]
    if (method === 'DELETE') {
      webhooks.splice(index, 1)
      return [200, {}]
    }
    const { status, ...changes } = body as { status: string }
    const webhook = {
      ...createWebhook({ ...webhooks[index], ...changes }),
      health: { status, fail_count: 0 },
    }
    webhooks[index] = webhook
    return [200, { id, webhook }]
  })
}

const subscribe = (attempt = createAttempt()) => createAdapter().subscribe(listId, callbackUrl, attempt)

beforeEach(() => nock.disableNetConnect())
afterEach(() => {
  nock.cleanAll()
  nock.enableNetConnect()
})

describe('subscribe', () => {
  it('makes a webhook for the list and tells its secret', async () => {
    const webhooks: Webhook[] = []
    const calls = serve(webhooks)
    const attempt = createAttempt()
    expect(await subscribe(attempt)).toEqual({
      webhookId: 'wh-new',
      outcome: 'created',
      secret: 'newS3cret',
    })
    expect(calls.at(-1)?.body).toEqual({ endpoint: callbackUrl, events, list_id: Number(listId) })
    expect([attempt.reads, attempt.writes]).toEqual([2, 1])
  })

  it('adopts the one that is there and sound, with its secret', async () => {
    serve([createWebhook()])
    const attempt = createAttempt()
    expect(await subscribe(attempt)).toEqual({ webhookId: 'wh-1', outcome: 'adopted', secret: 'wh1s3cret' })
    expect(attempt.writes).toBe(0)
  })

  it.each([
    ['for all events', { events: ['*'] }],
    ['whose health is not told', { health: null }],
    ['that names its list in words', { list_id: listId }],
  ])('adopts one %s', async (_case, changes) => {
    serve([createWebhook(changes)])
    expect((await subscribe()).outcome).toBe('adopted')
  })

  it.each([
    ['is failing', { health: { status: 'failing', fail_count: 5 } }],
    ['is suspended', { health: { status: 'suspended', fail_count: 100 } }],
    ['lacks events', { events: ['taskCreated'] }],
    ['points to an earlier address', { endpoint: `https://old.test/webhooks/clickup/${connectionId}` }],
  ])('repairs one that %s', async (_case, changes) => {
    const webhooks = [createWebhook(changes)]
    const calls = serve(webhooks)
    expect(await subscribe()).toEqual({ webhookId: 'wh-1', outcome: 'repaired', secret: 'wh1s3cret' })
    expect(calls.at(-1)).toMatchObject({
      method: 'PUT',
      path: '/v2/webhook/wh-1',
      body: { endpoint: callbackUrl, events, status: 'active' },
    })
    expect(webhooks[0]).toMatchObject({ endpoint: callbackUrl, events, health: { status: 'active' } })
  })

  it('keeps the best of several and deletes the others, for each delivers every event', async () => {
    const webhooks = [
      createWebhook({ id: 'old', endpoint: `https://old.test/webhooks/clickup/${connectionId}` }),
      createWebhook({ id: 'ill', health: { status: 'failing' } }),
      createWebhook({ id: 'well' }),
    ]
    serve(webhooks)
    expect(await subscribe()).toMatchObject({ webhookId: 'well', outcome: 'adopted' })
    expect(webhooks.map((webhook) => webhook.id)).toEqual(['well'])
  })

  it.each([
    ['of another list', { list_id: 1 }],
    ['of the whole workspace', { list_id: null }],
    ['of one task', { task_id: 'abc' }],
    ['of another service', { endpoint: 'https://elsewhere.test/hook' }],
    ['of another connection', { endpoint: 'https://cadre.test/webhooks/clickup/con-70' }],
    ['with an address that is none', { endpoint: 'nowhere' }],
  ])('leaves a webhook %s alone', async (_case, changes) => {
    const webhooks = [createWebhook(changes)]
    serve(webhooks)
    expect((await subscribe()).outcome).toBe('created')
    expect(webhooks).toHaveLength(2)
  })

  it('adopts what another process made meanwhile', async () => {
    serve([], createWebhook())
    expect(await subscribe()).toMatchObject({ webhookId: 'wh-1', outcome: 'adopted' })
  })

  it('fails when it exists and is not ours to see', async () => {
    serve([], createWebhook({ endpoint: 'https://elsewhere.test/hook' }))
    const error = await failureOf(subscribe())
    expect(error.code).toBe('TOOL_REJECTED')
    expect(error.message).toContain('OAUTH_171')
  })

  it('without a secret in sight tells none', async () => {
    serve([createWebhook({ secret: undefined })])
    expect((await subscribe()).secret).toBeUndefined()
  })
})

describe('the workspace', () => {
  const several = {
    teams: [
      { id: '77', name: 'Agence' },
      { id: teamId, name: 'Studio' },
    ],
  }
  const serveSeveral = (mine: readonly unknown[]) =>
    listen(({ path }) => {
      if (path === '/v2/team') return [200, several]
      if (path === `/v2/list/${listId}`) return [200, { id: listId, name: 'L', space: { id: spaceId } }]
      if (path === `/v2/team/${teamId}/space`) return [200, { spaces: mine }]
      if (path === '/v2/team/77/space') return [200, { spaces: [{ id: '1', name: 'S' }] }]
      return path === `/v2/team/${teamId}/webhook` ? [200, { webhooks: [createWebhook()] }] : [404, {}]
    })

  it('is the one of the credentials, without a call', async () => {
    const calls = serve([createWebhook()])
    await createAdapter({ teamId }).subscribe(listId, callbackUrl, createAttempt())
    expect(calls.map((call) => call.path)).toEqual([`/v2/team/${teamId}/webhook`])
  })

  it('is the one with the list’s space where the token sees several', async () => {
    serveSeveral([{ id: spaceId, name: 'Clients' }])
    expect(await subscribe()).toMatchObject({ webhookId: 'wh-1' })
  })

  it('that cannot be told has to be entered', async () => {
    serveSeveral([])
    const error = await failureOf(subscribe())
    expect(error).toMatchObject({ code: 'TOOL_REJECTED', retry: 'never' })
    expect(error.details[0]).toMatchObject({
      path: 'credentials.teamId',
      remedy: expect.stringMatching(/^enter its id/),
    })
  })
})

describe('the health of a webhook', () => {
  const healthOf = (webhookId: string | null, attempt = createAttempt()) =>
    createAdapter({ teamId }).webhookHealth(listId, webhookId, attempt)

  it.each([
    [
      { status: 'active', fail_count: 0 },
      { state: 'active', failures: 0 },
    ],
    [
      { status: 'failing', fail_count: 7 },
      { state: 'failing', failures: 7 },
    ],
    [
      { status: 'suspended', fail_count: 100 },
      { state: 'suspended', failures: 100 },
    ],
    [{ status: 'resting' }, { state: 'unknown', failures: 0 }],
    [null, { state: 'unknown', failures: 0 }],
  ])('that ClickUp tells as %j is %j', async (health, expected) => {
    serve([createWebhook({ id: 'another', health: { status: 'suspended' } }), createWebhook({ health })])
    const attempt = createAttempt()
    expect(await healthOf('wh-1', attempt)).toEqual(expected)
    expect([attempt.reads, attempt.writes]).toEqual([1, 0])
  })

  it('is one read from the second time on, for a list stays in its workspace', async () => {
    serve([createWebhook()])
    const adapter = createAdapter()
    const [first, second] = [createAttempt(), createAttempt()]
    for (const attempt of [first, second])
      expect(await adapter.webhookHealth(listId, 'wh-1', attempt)).toEqual({ state: 'active', failures: 0 })
    expect([first.reads, second.reads]).toEqual([2, 1])
  })

  it('that is not there is missing', async () => {
    const calls = serve([createWebhook()])
    expect(await healthOf('gone')).toEqual({ state: 'missing', failures: 0 })
    expect(await healthOf(null)).toEqual({ state: 'missing', failures: 0 })
    expect(calls).toHaveLength(1)
  })
})

describe('unsubscribe', () => {
  it('deletes the webhook', async () => {
    const webhooks = [createWebhook()]
    serve(webhooks)
    await createAdapter().unsubscribe('wh-1', createAttempt())
    expect(webhooks).toEqual([])
  })

  it('of one that is gone already is done', async () => {
    const calls = serve([])
    await createAdapter().unsubscribe('wh-1', createAttempt())
    expect(calls).toHaveLength(1)
  })

  it('that is refused fails', async () => {
    listen(() => [401, { err: 'Token invalid', ECODE: 'OAUTH_025' }])
    const error = await failureOf(createAdapter().unsubscribe('wh-1', createAttempt()))
    expect(error.code).toBe('TOOL_UNAUTHORIZED')
  })
})
