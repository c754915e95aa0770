import nock from 'nock'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startNotionSandbox } from '#adapters/notion/sandbox.ts'
import type { NewTask } from '#model/adapter.ts'
import {
  columns,
  createAdapter,
  createAttempt,
  createDataSource,
  createRefusal,
  credentials,
  dataSourceId,
  failureOf,
  listen,
  mapping,
  optionIds,
  pageId,
  propertyIds,
} from './fixtures.ts'

const task: NewTask = {
  title: 'Camille · Réserver l’hôtel',
  text: 'Demande de Camille · réf. K7Q2',
  due: { at: null, day: '2026-07-07' },
  status: 'review',
}
const dueColumn = { id: propertyIds.due, name: 'Échéance', type: 'date', date: {} }
const known = [200, createDataSource({ ...columns, Échéance: dueColumn })] as const
const made = [200, { object: 'page', id: pageId }] as const

const create = (change: Partial<NewTask> = {}, attempt = createAttempt()) =>
  createAdapter().create(dataSourceId, { ...task, ...change }, mapping, attempt)

interface Sent {
  readonly parent: unknown
  readonly properties: Record<string, unknown>
}
const sentIn = (call: { body: unknown } | undefined) => call?.body as Sent | undefined

const textOf = (value: unknown) =>
  (value as { title: { text: { content: string } }[] }).title.map((piece) => piece.text.content).join('')

describe('a new page', () => {
  beforeEach(() => nock.disableNetConnect())
  afterEach(() => {
    nock.cleanAll()
    nock.enableNetConnect()
  })

  it('is made whole in one write, after one look at the columns', async () => {
    const calls = listen(known, made)
    const attempt = createAttempt()
    expect(await create({}, attempt)).toBe(pageId)
    expect(calls.map(({ route }) => route)).toEqual([
      `GET /v1/data_sources/${dataSourceId}`,
      'POST /v1/pages',
    ])
    expect(calls[1]?.body).toEqual({
      parent: { type: 'data_source_id', data_source_id: dataSourceId },
      properties: {
        title: { title: [{ type: 'text', text: { content: task.title } }] },
        [propertyIds.brief]: { rich_text: [{ type: 'text', text: { content: task.text } }] },
        [propertyIds.due]: { date: { start: '2026-07-07' } },
        [propertyIds.status]: { status: { id: optionIds.review } },
      },
    })
    expect([attempt.reads, attempt.writes]).toEqual([1, 1])
  })

  it('looks at the columns each time, as people change them', async () => {
    const later = { id: 'new', name: 'Brief', type: 'rich_text', rich_text: {} }
    const calls = listen(known, made, [200, createDataSource({ ...columns, Brief: later })], made)
    const adapter = createAdapter()
    for (let round = 0; round < 2; round += 1)
      await adapter.create(dataSourceId, task, mapping, createAttempt())
    expect(sentIn(calls[1])?.properties).toHaveProperty(propertyIds.brief)
    expect(sentIn(calls[3])?.properties).toHaveProperty('new')
  })

  it('goes where requests are, and not into a column of notes that comes first by name', async () => {
    const notes = { id: 'new', name: 'Avis', type: 'rich_text', rich_text: {} }
    const calls = listen([200, createDataSource({ ...columns, Avis: notes })], made)
    await create()
    expect(sentIn(calls[1])?.properties).toHaveProperty(propertyIds.brief)
    expect(sentIn(calls[1])?.properties).not.toHaveProperty('new')
  })

  it('with a status that is a select is written as one', async () => {
    const Statut = { id: propertyIds.status, name: 'Statut', type: 'select', select: { options: [] } }
    const calls = listen([200, createDataSource({ ...columns, Statut })], made)
    await create()
    expect(sentIn(calls[1])?.properties[propertyIds.status]).toEqual({ select: { id: optionIds.review } })
  })

  it('without a status leaves it to Notion, and is never due if so wanted', async () => {
    const calls = listen(known, made)
    await create({ status: null, due: { at: null, day: null } })
    const properties = sentIn(calls[1])?.properties ?? {}
    expect(Object.keys(properties)).toEqual(['title', propertyIds.brief, propertyIds.due])
    expect(properties[propertyIds.due]).toEqual({ date: null })
  })

  it('has a title of no more than 2,000 characters, so that the request stays below 500 KB', async () => {
    const calls = listen(known, made)
    await create({ title: '😀'.repeat(200_000), text: '😀'.repeat(200_000) })
    const title = textOf(sentIn(calls[1])?.properties.title)
    expect([title.length <= 2_000, title.isWellFormed(), title.endsWith('😀…')]).toEqual([true, true, true])
    expect(Buffer.byteLength(JSON.stringify(calls[1]?.body))).toBeLessThan(500 * 1024)
  })

  it.each([pageId, pageId.replaceAll('-', '')])(
    'that Notion made in spite of a 503 is made: %s',
    async (id) => {
      const refusal = createRefusal(503, 'service_unavailable', 'Later.', { committed_resource_id: id })
      const calls = listen(known, [503, refusal])
      expect(await create()).toBe(pageId)
      expect(calls).toHaveLength(2)
    },
  )

  it.each([
    ['whether it was made is not known', 503, 'service_unavailable', 'Later.', 'TOOL_UNAVAILABLE'],
    ['nothing may be made', 403, 'restricted_resource', 'Insufficient permissions.', 'TOOL_FORBIDDEN'],
    ['an option is gone', 400, 'validation_error', 's-2 is an invalid select option.', 'TOOL_MAPPING_STALE'],
    ['the request is wrong', 400, 'validation_error', 'body failed validation.', 'TOOL_REJECTED'],
  ] as const)('fails where %s', async (_, status, code, message, expected) => {
    listen(known, [status, createRefusal(status, code, message)])
    expect((await failureOf(create())).code).toBe(expected)
  })

  it.each([
    ['text', { Statut: columns.Statut, Prix: { ...columns.Brief, name: 'Prix' } }, 'TOOL_REJECTED'],
    ['status', { Brief: columns.Brief }, 'TOOL_MAPPING_STALE'],
  ])('is not begun where no property for the %s is left', async (_, properties, code) => {
    const calls = listen([200, createDataSource(properties)])
    expect((await failureOf(create())).code).toBe(code)
    expect(calls).toHaveLength(1)
  })

  it('says what a person has to do where no property for the text is left, which no repeat mends', async () => {
    listen([200, createDataSource({ Statut: columns.Statut })])
    const { retry, message } = await failureOf(create())
    expect([retry, message]).toEqual(['never', expect.stringContaining('add a text property to it')])
  })

  it('is not begun with a status that is not mapped', async () => {
    const calls = listen()
    expect((await failureOf(create({ status: 'done' }))).code).toBe('TOOL_MAPPING_STALE')
    expect(calls).toEqual([])
  })

  it('in what can be no data source is TOOL_NOT_FOUND, without a call', async () => {
    const calls = listen()
    const making = createAdapter().create('7', task, mapping, createAttempt())
    expect((await failureOf(making)).code).toBe('TOOL_NOT_FOUND')
    expect(calls).toEqual([])
  })
})

it('goes onto a board that had no property for a text or a date, and a select for its status', async () => {
  const sandbox = await startNotionSandbox({ token: credentials.token })
  try {
    const { id } = sandbox.dataSource({
      name: 'Atelier',
      properties: {
        Description: null,
        Due: null,
        Statut: { type: 'select', options: ['Demandes'] },
        Status: null,
      },
    })
    const adapter = createAdapter(sandbox.url)
    const names = { labels: 'Cadre', estimate: 'Estimation', surcharge: 'Majoration' }
    const labels = [{ key: 'in_scope', name: 'Dans le cadre', color: 'green' }] as const
    const wanted = { labels, names, textName: 'Texte', currency: 'EUR' }
    const provisioned = await adapter.provision(id, wanted, createAttempt())
    const { lists } = await adapter.layout(id, createAttempt())
    const board = {
      ...mapping,
      labels: provisioned.labels,
      statuses: lists.map((list) => ({ id: list.id, status: 'review' }) as const),
    }
    const made = await adapter.create(id, task, board, createAttempt())
    expect(sandbox.rows(id)).toMatchObject([
      {
        id: made,
        title: task.title,
        texts: { Texte: task.text },
        labels: { Statut: ['Demandes'] },
      },
    ])
    expect(await adapter.observe(made, createAttempt())).toMatchObject({ text: task.text, dueDay: null })
  } finally {
    await sandbox.close()
  }
})
