import nock from 'nock'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  createAdapter,
  createAttempt,
  createComment,
  createList,
  createRefusal,
  failureOf,
  listen,
  pageId,
  userIds,
} from './fixtures.ts'

const read = (adapter = createAdapter(), attempt = createAttempt()) => adapter.comments(pageId, attempt)
const shownAs = (resolved_name: string | null) => ({ display_name: { type: 'user', resolved_name } })
const user = (id: string, name: string | null) => ({ object: 'user', id, type: 'person', name })
const namesIn = (comments: Awaited<ReturnType<typeof read>>) =>
  comments?.map(({ authorName }) => authorName) ?? null

beforeEach(() => nock.disableNetConnect())
afterEach(() => {
  nock.cleanAll()
  nock.enableNetConnect()
})

describe('comments', () => {
  it('are read page by page, oldest first, and within a minute as Notion lists them', async () => {
    const at = (created_time: string) => ({ ...shownAs('Paul'), created_time })
    const calls = listen(
      [200, createList([createComment('b', userIds.client, ['2'], at('2026-07-05T10:05:00.000Z'))], 'c1')],
      [
        200,
        createList([
          createComment('z', userIds.client, ['é\u0301 ', '👩‍👩‍👧'], at('2026-07-05T10:04:00.000Z')),
          createComment('a', userIds.client, ['1'], at('2026-07-05T10:04:00.000Z')),
        ]),
      ],
    )
    const attempt = createAttempt()
    const comments = await read(createAdapter(), attempt)
    expect(comments?.map(({ id, text }) => [id, text])).toEqual([
      ['z', 'é\u0301 👩‍👩‍👧'],
      ['a', '1'],
      ['b', '2'],
    ])
    expect(comments?.[0]).toEqual({
      id: 'z',
      text: 'é\u0301 👩‍👩‍👧',
      authorId: userIds.client,
      authorName: 'Paul',
      createdAt: '2026-07-05T10:04:00.000Z',
    })
    expect(calls.map(({ query }) => query)).toEqual([
      { block_id: pageId, page_size: '100' },
      { block_id: pageId, page_size: '100', start_cursor: 'c1' },
    ])
    expect([attempt.reads, attempt.writes]).toEqual([2, 0])
  })

  it('of people whose name does not come along ask for it, once for each', async () => {
    const { client, us } = userIds
    const calls = listen(
      [
        200,
        createList([
          createComment('1', client, ['a']),
          createComment('2', us, ['b'], shownAs(null)),
          createComment('3', client, ['c']),
        ]),
      ],
      [200, user(client, 'Paul Lambert')],
      [200, user(us, 'Cadre')],
    )
    expect(namesIn(await read())).toEqual(['Paul Lambert', 'Cadre', 'Paul Lambert'])
    expect(calls.map(({ route }) => route)).toEqual([
      'GET /v1/comments',
      `GET /v1/users/${client}`,
      `GET /v1/users/${us}`,
    ])
  })

  it('ask for a name no more once it is known, but do for one that was not told', async () => {
    const page = [200, createList([createComment('1', userIds.client, ['a'])])] as const
    const adapter = createAdapter()
    const calls = listen(
      page,
      [200, user(userIds.client, null)],
      page,
      [200, user(userIds.client, 'Paul')],
      page,
    )
    expect(namesIn(await read(adapter))).toEqual([null])
    expect(namesIn(await read(adapter))).toEqual(['Paul'])
    expect(namesIn(await read(adapter))).toEqual(['Paul'])
    expect(calls).toHaveLength(5)
  })

  it.each([
    [404, 'object_not_found'],
    [403, 'restricted_resource'],
  ])('of somebody whom we may not see have no name (%i)', async (status, code) => {
    const page = createList([createComment('1', userIds.client, ['a'])])
    listen([200, page], [status, createRefusal(status, code, 'No.')])
    expect(namesIn(await read())).toEqual([null])
  })

  it('are not read without a name when Notion fails to tell it', async () => {
    const page = createList([createComment('1', userIds.client, ['a'])])
    listen([200, page], [500, createRefusal(500, 'internal_server_error', 'Oops.')])
    expect((await failureOf(read())).code).toBe('TOOL_UNAVAILABLE')
  })

  it('of a page that is gone are nothing', async () => {
    listen([404, createRefusal(404, 'object_not_found', 'Could not find block.')])
    expect(await read()).toBeNull()
  })

  it('of what can be no page are nothing, without a call', async () => {
    const calls = listen()
    expect(await createAdapter().comments('7', createAttempt())).toBeNull()
    expect(calls).toEqual([])
  })

  it('that we may not read fail', async () => {
    listen([403, createRefusal(403, 'restricted_resource', 'Insufficient permissions.')])
    expect((await failureOf(read())).code).toBe('TOOL_FORBIDDEN')
  })
})
