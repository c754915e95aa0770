import nock from 'nock'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  columns,
  connectionId,
  createAdapter,
  createAttempt,
  createDataSource,
  createList,
  createPage,
  createRefusal,
  createText,
  dataSourceId,
  failureOf,
  listen,
  optionIds,
  pageId,
  properties,
  propertyIds,
  userIds,
} from './fixtures.ts'

beforeEach(() => nock.disableNetConnect())
afterEach(() => {
  nock.cleanAll()
  nock.enableNetConnect()
})

const otherId = '1a7104cd-477e-809d-8dc4-ff2d96ae3091'
const pieces = (count: number) => createText(...Array.from({ length: count }, (_, index) => `${index} `))
const item = (type: string, text: string) => ({
  object: 'property_item',
  id: 'x',
  type,
  [type]: createText(text)[0],
})

describe('observe', () => {
  it('reads a page in one call', async () => {
    const calls = listen([200, createPage()])
    const attempt = createAttempt()
    const observed = await createAdapter().observe(pageId, attempt)
    expect(observed).toMatchObject({
      ref: { tool: 'notion', connectionId, taskId: pageId },
      title: 'Réserver l’hôtel 🏨',
      comments: null,
    })
    expect(calls.map(({ route }) => route)).toEqual([`GET /v1/pages/${pageId}`])
    expect([attempt.reads, attempt.writes]).toEqual([1, 0])
  })

  it('takes the id without dashes too', async () => {
    const calls = listen([200, createPage()])
    await createAdapter().observe(pageId.replaceAll('-', ''), createAttempt())
    expect(calls[0]?.route).toBe(`GET /v1/pages/${pageId}`)
  })

  it('reads a text of many pieces to its end, page by page, by its id as Notion gave it', async () => {
    const brief = { id: 'z%7Dl%3Aa', type: 'rich_text', rich_text: pieces(25) }
    const calls = listen(
      [200, createPage({ properties: { ...properties, Brief: brief } })],
      [200, createList([item('rich_text', 'first '), item('rich_text', 'second ')], 'c1')],
      [200, createList([item('rich_text', 'third')])],
    )
    const attempt = createAttempt()
    const observed = await createAdapter().observe(pageId, attempt)
    expect(observed?.text).toBe('first second third')
    expect(observed?.fields['z%7Dl%3Aa']).toBe('first second third')
    expect(calls.slice(1).map(({ route, query }) => [route, query.start_cursor])).toEqual([
      [`GET /v1/pages/${pageId}/properties/z%7Dl%3Aa`, undefined],
      [`GET /v1/pages/${pageId}/properties/z%7Dl%3Aa`, 'c1'],
    ])
    expect(attempt.reads).toBe(3)
  })

  it('reads a title of many pieces to its end', async () => {
    const name = { id: 'title', type: 'title', title: pieces(30) }
    listen([200, createPage({ properties: { Nom: name } })], [200, createList([item('title', 'All of it')])])
    expect((await createAdapter().observe(pageId, createAttempt()))?.title).toBe('All of it')
  })

  it('asks no more for a text of fewer pieces', async () => {
    const brief = { id: 'b', type: 'rich_text', rich_text: pieces(24) }
    const calls = listen([200, createPage({ properties: { Brief: brief } })])
    const observed = await createAdapter().observe(pageId, createAttempt())
    expect(observed?.text).toMatch(/^0 1 .* 23 $/)
    expect(calls).toHaveLength(1)
  })

  it.each([
    [404, createRefusal(404, 'object_not_found', 'Could not find page. Make sure it is shared.')],
    [
      400,
      createRefusal(400, 'validation_error', 'path failed validation: path.page_id should be a valid uuid.'),
    ],
  ])('finds nothing after %i', async (status, refusal) => {
    listen([status, refusal])
    expect(await createAdapter().observe(pageId, createAttempt())).toBeNull()
  })

  it('does not take a page for gone when only a property of it is', async () => {
    const brief = { id: 'b', type: 'rich_text', rich_text: pieces(25) }
    listen(
      [200, createPage({ properties: { Brief: brief } })],
      [404, createRefusal(404, 'object_not_found', 'Could not find property with id: b.')],
    )
    const error = await failureOf(createAdapter().observe(pageId, createAttempt()))
    expect(error).toMatchObject({ code: 'TOOL_NOT_FOUND', retry: 'backoff' })
  })

  it('finds nothing that is no row of a data source', async () => {
    listen([200, createPage({ parent: { type: 'page_id', page_id: otherId } })])
    expect(await createAdapter().observe(pageId, createAttempt())).toBeNull()
  })

  it.each([
    [400, createRefusal(400, 'missing_version', 'Notion-Version header should be defined.'), 'TOOL_REJECTED'],
    [401, createRefusal(401, 'unauthorized', 'API token is invalid.'), 'TOOL_UNAUTHORIZED'],
    [200, { object: 'page', id: pageId }, 'TOOL_RESPONSE_INVALID'],
  ])('fails after %i %j', async (status, answer, code) => {
    listen([status, answer])
    expect((await failureOf(createAdapter().observe(pageId, createAttempt()))).code).toBe(code)
  })
})

describe('list', () => {
  const list = (since: string | null) => createAdapter().list(dataSourceId, since, createAttempt())

  it('gives all rows, page by page, each once, and none that is archived', async () => {
    const calls = listen(
      [200, createList([createPage(), createPage({ id: otherId, is_archived: true })], 'c1')],
      [200, createList([createPage({ url: 'https://www.notion.so/newer' })])],
    )
    const { tasks, complete } = await list(null)
    expect(tasks.map(({ ref, url }) => [ref.taskId, url])).toEqual([[pageId, 'https://www.notion.so/newer']])
    expect(complete).toBe(true)
    const body = {
      page_size: 100,
      result_type: 'page',
      sorts: [{ timestamp: 'created_time', direction: 'ascending' }],
    }
    expect(calls.map((call) => [call.route, call.body])).toEqual([
      [`POST /v1/data_sources/${dataSourceId}/query`, body],
      [`POST /v1/data_sources/${dataSourceId}/query`, { ...body, start_cursor: 'c1' }],
    ])
  })

  it('since a moment asks for edits from the minute before, and tells of archived rows too', async () => {
    const calls = listen([200, createList([createPage({ is_archived: true })])])
    const { tasks, complete } = await list('2026-07-05T10:00:30.500Z')
    expect(tasks).toHaveLength(1)
    expect(complete).toBe(false)
    expect(calls[0]?.body).toMatchObject({
      filter: {
        timestamp: 'last_edited_time',
        last_edited_time: { on_or_after: '2026-07-05T09:59:30.500Z' },
      },
      sorts: [{ timestamp: 'last_edited_time', direction: 'ascending' }],
    })
  })

  it('does not call complete what Notion cut short', async () => {
    const cut = { type: 'incomplete', incomplete_reason: 'query_result_limit_reached' }
    listen([200, { ...createList([createPage()]), request_status: cut }])
    expect((await list(null)).complete).toBe(false)
    nock.cleanAll()
    listen([200, { ...createList([createPage()]), request_status: { type: 'complete' } }])
    expect((await list(null)).complete).toBe(true)
  })

  it('ends when Notion says that there is no more, whatever cursor it gives', async () => {
    const calls = listen([200, { ...createList([createPage()], 'c1'), has_more: false }])
    expect((await list(null)).tasks).toHaveLength(1)
    expect(calls).toHaveLength(1)
  })

  it('ends when a cursor leads in circles', async () => {
    const calls = listen([200, createList([], 'c1')], [200, createList([], 'c1')])
    // Nobody knows what else there is.
    expect(await list(null)).toMatchObject({ tasks: [], complete: false })
    expect(calls).toHaveLength(2)
  })

  it('reads long texts as observe does, so that a task is the same in both', async () => {
    const brief = { id: 'b', type: 'rich_text', rich_text: pieces(25) }
    const page = createPage({ properties: { ...properties, Brief: brief } })
    const whole = createList([item('rich_text', 'whole')])
    listen([200, createList([page])], [200, whole])
    const [listed] = (await list(null)).tasks
    nock.cleanAll()
    listen([200, page], [200, whole])
    expect(listed).toEqual(await createAdapter().observe(pageId, createAttempt()))
  })

  it('names a row that is gone, or not to be read any more, before its long text was read', async () => {
    const brief = { id: 'b', type: 'rich_text', rich_text: pieces(25) }
    const long = createPage({ properties: { ...properties, Brief: brief } })
    const gone = createRefusal(404, 'object_not_found', 'Could not find page.')
    listen([200, createList([long, { ...createPage(), id: otherId }])], [404, gone])
    const { tasks, unread } = await list(null)
    expect([tasks.map(({ ref }) => ref.taskId), unread]).toEqual([[otherId], [pageId]])
  })

  it('of what is not shared fails', async () => {
    listen([404, createRefusal(404, 'object_not_found', 'Could not find data_source.')])
    expect((await failureOf(list(null))).code).toBe('TOOL_NOT_FOUND')
  })
})

describe('the boards', () => {
  it('are the data sources that can be read', async () => {
    const calls = listen([
      200,
      createList([
        createDataSource(),
        { object: 'data_source', id: otherId, properties: {} },
        { ...createDataSource(), id: otherId, in_trash: true },
      ]),
    ])
    expect(await createAdapter().boards(createAttempt())).toEqual([
      {
        containerId: dataSourceId,
        name: 'Demandes de Camille',
        url: 'https://www.notion.so/1a7104cd477e80c284a0c32cefba5c02',
      },
    ])
    expect(calls.map((call) => [call.route, call.body])).toEqual([
      ['POST /v1/search', { filter: { property: 'object', value: 'data_source' }, page_size: 100 }],
    ])
  })
})

describe('the layout', () => {
  const layout = () => createAdapter().layout(dataSourceId, createAttempt())
  const people = createList([
    {
      object: 'user',
      id: userIds.client,
      type: 'person',
      name: 'Camille',
      person: { email: 'c@client.test' },
    },
    { object: 'user', id: userIds.us, type: 'bot', name: 'Cadre', bot: {} },
    { object: 'user', id: otherId },
  ])

  it('has the options of the status as lists, those of multi-selects as labels, and people', async () => {
    const service = {
      id: 's%3A',
      name: 'Service',
      type: 'select',
      select: { options: [{ id: 'o', name: 'A' }] },
    }
    const hours = { id: 'h', name: 'Heures', type: 'number', number: { format: 'number' } }
    const calls = listen(
      [200, createDataSource({ ...columns, Service: service, Heures: hours })],
      [200, people],
    )
    expect(await layout()).toEqual({
      containerId: dataSourceId,
      name: 'Demandes de Camille',
      url: 'https://www.notion.so/1a7104cd477e80c284a0c32cefba5c02',
      lists: [
        { id: `${propertyIds.status}:${optionIds.requested}`, name: 'Demandes' },
        { id: `${propertyIds.status}:${optionIds.review}`, name: 'À valider' },
      ],
      labels: [{ id: `${propertyIds.topics}:${optionIds.people}`, name: 'VIP', color: 'pink' }],
      fields: [
        { id: 's%3A', name: 'Service', type: 'choice', options: { o: 'A' } },
        { id: 'h', name: 'Heures', type: 'number' },
      ],
      members: [{ id: userIds.client, name: 'Camille' }],
      otherFields: Object.values(columns).flatMap(({ id, type }) => (type === 'rich_text' ? [id] : [])),
    })
    expect(calls.map(({ route }) => route)).toEqual([`GET /v1/data_sources/${dataSourceId}`, 'GET /v1/users'])
  })

  it('says of a number in which currency it is, and offers none in percent or in what we do not know', async () => {
    const formats = ['number', 'number_with_commas', 'euro', 'dollar', 'percent', 'ruble', 'shiny_new']
    const numbers = formats.map((format) => ({
      id: format,
      name: format,
      type: 'number',
      number: { format },
    }))
    listen(
      [200, createDataSource(Object.fromEntries(numbers.map((each) => [each.name, each])))],
      [200, people],
    )
    const { fields, otherFields } = await layout()
    expect(fields.map(({ id, currency }) => [id, currency])).toEqual([
      ['number', undefined],
      ['number_with_commas', undefined],
      ['euro', 'EUR'],
      ['dollar', 'USD'],
    ])
    expect(otherFields).toEqual(['percent', 'ruble', 'shiny_new'])
  })

  it('takes a select called status where there is no status', async () => {
    const select = { options: [{ id: 'o', name: 'Nouveau', color: 'red' }] }
    const state = { id: 's', name: 'État', type: 'select', select }
    listen([200, createDataSource({ État: state })], [200, people])
    expect((await layout()).lists).toEqual([{ id: 's:o', name: 'Nouveau' }])
  })

  it('may have neither lists nor, without the capability to see people, members', async () => {
    listen(
      [200, createDataSource({})],
      [403, createRefusal(403, 'restricted_resource', 'Insufficient permissions for this endpoint.')],
    )
    expect(await layout()).toMatchObject({ lists: [], labels: [], fields: [], members: [] })
  })

  it('fails when the people cannot be read for another reason', async () => {
    listen([200, createDataSource({})], [500, createRefusal(500, 'internal_server_error', 'No.')])
    expect((await failureOf(layout())).code).toBe('TOOL_UNAVAILABLE')
  })
})
