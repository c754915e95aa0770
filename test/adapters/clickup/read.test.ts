import nock from 'nock'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { proposeMapping } from '#src/pipeline/propose-mapping.ts'
import { mostSpaces } from '../../../adapters/clickup/workspace.ts'
import {
  type Call,
  createAdapter,
  createAttempt,
  createTask,
  failureOf,
  fieldIds,
  listen,
  listId,
  optionIds,
  spaceId,
  taskId,
  teamId,
  userIds,
} from './fixtures.ts'

beforeEach(() => nock.disableNetConnect())
afterEach(() => {
  nock.cleanAll()
  nock.enableNetConnect()
})

const notFound = [404, { err: 'Not found', ECODE: 'ACCESS_190' }] as const

/** Answers by path; what is not there is 404. */
function serve(routes: Record<string, unknown>): Call[] {
  return listen(({ path }) => (path in routes ? [200, routes[path]] : notFound))
}

describe('observe', () => {
  it('reads a task in one call', async () => {
    const calls = serve({ [`/v2/task/${taskId}`]: createTask() })
    const attempt = createAttempt()
    expect(await createAdapter().observe(taskId, attempt)).toMatchObject({
      title: 'Réserver l’hôtel 🏨',
      statusId: 'à faire',
      comments: null,
    })
    expect(calls).toHaveLength(1)
    expect([attempt.reads, attempt.writes]).toEqual([1, 0])
  })

  it.each([
    [404, { err: 'Task not found, deleted', ECODE: 'ITEM_013' }],
    [404, { err: 'Not found', ECODE: 'ACCESS_190' }],
    [401, { err: 'Task not found, deleted', ECODE: 'ITEM_013' }],
    [401, { err: 'You do not have access to this task', ECODE: 'ACCESS_083' }],
  ])('of a task that answers %i %j finds nothing', async (status, body) => {
    listen(() => [status, body])
    expect(await createAdapter().observe(taskId, createAttempt())).toBeNull()
  })

  it.each([
    [401, { err: 'Token invalid', ECODE: 'OAUTH_025' }, 'TOOL_UNAUTHORIZED'],
    [401, { err: 'Team not authorized', ECODE: 'OAUTH_027' }, 'TOOL_UNAUTHORIZED'],
    [500, { err: 'Task not found' }, 'TOOL_UNAVAILABLE'],
    [200, { id: taskId }, 'TOOL_RESPONSE_INVALID'],
  ])('does not take %i %j for a task that is gone', async (status, body, code) => {
    listen(() => [status, body])
    expect((await failureOf(createAdapter().observe(taskId, createAttempt()))).code).toBe(code)
  })
})

describe('list', () => {
  const tasks = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => createTask({ id: `t${from + index}` }))
  const list = (since: string | null, attempt = createAttempt()) =>
    createAdapter().list(listId, since, attempt)
  const whole = { include_closed: 'true', subtasks: 'true' }

  it('of everything goes through the pages, closed tasks and subtasks too', async () => {
    const calls = listen((_call, page) =>
      page === 0
        ? [200, { tasks: tasks(0, 100), last_page: false }]
        : [200, { tasks: tasks(100, 1), last_page: true }],
    )
    const listing = await list(null)
    expect(listing.tasks.map((task) => task.ref.taskId)).toHaveLength(101)
    expect(listing.complete).toBe(true)
    expect(calls.map((call) => [call.path, call.query])).toEqual([
      [`/v2/list/${listId}/task`, { ...whole, page: '0' }],
      [`/v2/list/${listId}/task`, { ...whole, page: '1' }],
    ])
  })

  it('since a moment asks for what changed only, and is not complete', async () => {
    const calls = listen(() => [200, { tasks: tasks(0, 2), last_page: true }])
    const listing = await list('2026-07-05T10:11:12.000Z')
    expect(listing.complete).toBe(false)
    expect(listing.tasks).toHaveLength(2)
    expect(calls.map((call) => call.query)).toEqual([
      { ...whole, date_updated_gt: '1783246272000', order_by: 'updated', page: '0' },
    ])
  })

  it('ends with a page that is not full where ClickUp does not name the last one', async () => {
    const calls = listen(() => [200, { tasks: tasks(0, 99) }])
    expect((await list(null)).tasks).toHaveLength(99)
    expect(calls).toHaveLength(1)
  })

  it('ends when a server knows no pages, and has each task once', async () => {
    const calls = listen(() => [200, { tasks: tasks(0, 100), last_page: false }])
    expect((await list(null)).tasks).toHaveLength(100)
    expect(calls).toHaveLength(2)
  })

  it('of a list that is gone fails', async () => {
    serve({})
    expect((await failureOf(list(null))).code).toBe('TOOL_NOT_FOUND')
  })
})

describe('boards', () => {
  const routes = {
    '/v2/team': { teams: [{ id: teamId, name: 'Studio' }] },
    [`/v2/team/${teamId}/space`]: { spaces: [{ id: spaceId, name: 'Clients' }] },
    [`/v2/space/${spaceId}/folder`]: {
      folders: [
        { id: '1', name: 'Dupont', hidden: false, lists: [{ id: '11', name: 'Demandes' }] },
        { id: '2', name: 'hidden', hidden: true, lists: [{ id: '12', name: 'Divers' }] },
      ],
    },
    [`/v2/space/${spaceId}/list`]: { lists: [{ id: listId, name: 'Martin' }] },
  }

  it('are the lists of the workspace, in folders or not, by their path', async () => {
    serve(routes)
    const attempt = createAttempt()
    expect(await createAdapter().boards(attempt)).toEqual([
      {
        containerId: '11',
        name: 'Clients / Dupont / Demandes',
        url: `https://app.clickup.com/${teamId}/v/li/11`,
      },
      { containerId: '12', name: 'Clients / Divers', url: `https://app.clickup.com/${teamId}/v/li/12` },
      {
        containerId: listId,
        name: 'Clients / Martin',
        url: `https://app.clickup.com/${teamId}/v/li/${listId}`,
      },
    ])
    expect([attempt.reads, attempt.writes]).toEqual([4, 0])
  })

  it('of several workspaces name theirs', async () => {
    serve({
      ...routes,
      '/v2/team': {
        teams: [
          { id: teamId, name: 'Studio' },
          { id: '77', name: 'Agence' },
        ],
      },
      '/v2/team/77/space': { spaces: [] },
    })
    const boards = await createAdapter().boards(createAttempt())
    expect(boards.at(-1)?.name).toBe('Studio / Clients / Martin')
  })

  it('are looked for in the workspace of the credentials alone', async () => {
    const calls = serve(routes)
    expect(await createAdapter({ teamId }).boards(createAttempt())).toHaveLength(3)
    expect(calls.map((call) => call.path)).not.toContain('/v2/team')
  })

  it('cost a bounded number of calls', async () => {
    const spaces = Array.from({ length: mostSpaces + 5 }, (_, index) => ({ id: `s${index}`, name: 'S' }))
    const calls = listen(({ path }) => {
      if (path.endsWith('/space')) return [200, { spaces }]
      return [200, path.endsWith('/folder') ? { folders: [] } : { lists: [] }]
    })
    expect(await createAdapter({ teamId }).boards(createAttempt())).toEqual([])
    expect(calls).toHaveLength(1 + 2 * mostSpaces)
  })
})

describe('layout', () => {
  const neighbors = [
    { id: '901200000007', name: 'Terminé' },
    { id: '901200000008', name: ' Devis – à valider' },
    { id: '901200000009', name: 'En cours / 2026' },
  ]
  const routes = {
    [`/v2/list/${listId}`]: {
      id: listId,
      name: 'Demandes',
      inbound_address: 'add.task@exemple.test',
      folder: { id: '90', name: 'Dupont', hidden: false, access: true },
      space: { id: spaceId, name: 'Clients' },
      statuses: [
        { status: 'Terminé', orderindex: 2, type: 'closed' },
        { status: 'À faire', orderindex: 0, type: 'open' },
      ],
    },
    [`/v2/list/${listId}/field`]: {
      fields: [
        {
          id: fieldIds.estimate,
          name: 'Estimation',
          type: 'currency',
          type_config: { currency_type: 'EUR' },
        },
        { id: 'd', name: 'Date', type: 'date', type_config: {} },
        {
          id: fieldIds.labels,
          name: 'Cadre',
          type: 'labels',
          type_config: { options: [{ id: optionIds.inScope, label: 'Dans le cadre', color: '#2ecd6f' }] },
        },
      ],
    },
    [`/v2/list/${listId}/member`]: { members: [{ id: 5501, username: 'Cliente', email: 'c@exemple.test' }] },
    [`/v2/space/${spaceId}/tag`]: { tags: [{ name: 'VIP', tag_fg: '#fff', tag_bg: '#e50000' }] },
    '/v2/folder/90/list': { lists: [...neighbors, { id: listId, name: 'Demandes' }] },
    '/v2/team': { teams: [{ id: teamId, name: 'Studio' }] },
  }

  it('has every place that a person may map, in six calls', async () => {
    serve(routes)
    const attempt = createAttempt()
    expect(await createAdapter().layout(listId, attempt)).toEqual({
      containerId: listId,
      name: 'Demandes',
      url: `https://app.clickup.com/${teamId}/v/li/${listId}`,
      lists: [
        { id: 'à faire', name: 'À faire' },
        { id: 'terminé', name: 'Terminé' },
        { id: 'list:901200000007', name: '→ _Terminé_' },
        { id: 'list:901200000008', name: '→ _Devis_à_valider_' },
        { id: 'list:901200000009', name: '→ _En_cours_2026_' },
      ],
      labels: [
        { id: 'vip', name: 'VIP', color: '#e50000' },
        { id: `${fieldIds.labels}:${optionIds.inScope}`, name: 'Dans le cadre', color: '#2ecd6f' },
      ],
      fields: [{ id: fieldIds.estimate, name: 'Estimation', type: 'number', currency: 'EUR' }],
      members: [{ id: userIds.client, name: 'Cliente' }],
    })
    expect([attempt.reads, attempt.writes]).toEqual([6, 0])
  })

  it('offers other lists to a person, and to nobody who guesses by their names', async () => {
    serve(routes)
    const layout = await createAdapter().layout(listId, createAttempt())
    expect(proposeMapping(layout, '1', null).statuses).toEqual([
      { id: 'à faire', status: 'requested' },
      { id: 'terminé', status: 'done' },
    ])
  })

  it.each([null, undefined, { id: '91', name: 'hidden', hidden: true }])(
    'offers the lists outside folders where the folder is %j',
    async (folder) => {
      const list = { ...routes[`/v2/list/${listId}`], folder }
      serve({ ...routes, [`/v2/list/${listId}`]: list, [`/v2/space/${spaceId}/list`]: { lists: neighbors } })
      const { lists } = await createAdapter().layout(listId, createAttempt())
      expect(lists.slice(2).map(({ id }) => id)).toEqual(neighbors.map(({ id }) => `list:${id}`))
    },
  )

  it('offers no other list where the list alone is shared with us', async () => {
    const { '/v2/folder/90/list': _, ...others } = routes
    serve(others)
    const { lists } = await createAdapter().layout(listId, createAttempt())
    expect(lists).toHaveLength(2)
  })

  it.each([401, 403, 404])(
    'shows no tags where the list alone is shared with us, which is %i',
    async (status) => {
      listen(({ path }) => {
        if (path === `/v2/space/${spaceId}/tag`)
          return [status, { err: 'Team not authorized', ECODE: 'OAUTH_027' }]
        const known = Object.entries(routes).find(([route]) => route === path)
        return known === undefined ? [404, {}] : [200, known[1]]
      })
      const { labels } = await createAdapter().layout(listId, createAttempt())
      expect(labels.map(({ name }) => name)).toEqual(['Dans le cadre'])
    },
  )

  it('finds the workspace of the list by its space where there are several', async () => {
    const several = {
      teams: [
        { id: '77', name: 'Agence' },
        { id: teamId, name: 'Studio' },
      ],
    }
    const spaces = { spaces: [{ id: spaceId, name: 'Clients' }] }
    serve({
      ...routes,
      '/v2/team': several,
      '/v2/team/77/space': { spaces: [] },
      [`/v2/team/${teamId}/space`]: spaces,
    })
    const { url } = await createAdapter().layout(listId, createAttempt())
    expect(url).toBe(`https://app.clickup.com/${teamId}/v/li/${listId}`)
  })
})
