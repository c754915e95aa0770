import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { signWebhook } from '#adapters/notion/sandbox/signature.ts'
import {
  type NotionSandbox,
  type NotionSandboxOptions,
  startNotionSandbox,
} from '#adapters/notion/sandbox.ts'
import { eventually } from '../../support/eventually.ts'

// Bodies are asserted on piece by piece; a wrong guess at their shape fails the assertion.
type Json = ReturnType<typeof JSON.parse>

interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: Json
}

interface Arrival {
  readonly headers: IncomingHttpHeaders
  readonly raw: string
  readonly body: Json
}

type Made = ReturnType<NotionSandbox['dataSource']>

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const nobody = '01234567-89ab-4cde-8f01-23456789abcd'
const version = '2026-03-11'
const closing: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A sandbox for one test. */
async function start(options: NotionSandboxOptions = {}): Promise<NotionSandbox> {
  const sandbox = await startNotionSandbox(options)
  closing.push(() => sandbox.close())
  return sandbox
}

async function ask(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init)
  return { status: response.status, headers: response.headers, body: await response.json() }
}

/** Speaks plain HTTP with a sandbox, in the name of its token. */
function callerOf({ url, credentials }: NotionSandbox) {
  return (method: string, path: string, body?: unknown, init: RequestInit = {}): Promise<Answer> =>
    ask(`${url}/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${credentials.token}`,
        'notion-version': version,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...init,
    })
}

/** Receives webhooks on a port of its own. */
async function startReceiver() {
  const arrivals: Arrival[] = []
  const answers: number[] = []
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const raw = Buffer.concat(chunks).toString()
      arrivals.push({ headers: incoming.headers, raw, body: JSON.parse(raw) })
      outgoing.writeHead(answers.shift() ?? 200, { location: '/elsewhere' }).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  )
  const { port } = server.address() as AddressInfo
  const bodies = (): Json[] => arrivals.map(({ body }) => body)
  return {
    url: `http://127.0.0.1:${port}/hook`,
    arrivals,
    /** Statuses for the next POSTs; 200 when there are none left. */
    answers,
    bodies,
    types: (): string[] => bodies().map(({ type }) => type),
  }
}

/** A sandbox with a verified subscription and one data source; nothing has arrived yet. */
async function startSubscribed(options: NotionSandboxOptions = {}) {
  const sandbox = await start(options)
  const receiver = await startReceiver()
  const { id: subscriptionId } = await sandbox.subscribe(receiver.url)
  const token: string = receiver.bodies()[0].verification_token
  sandbox.verify(token)
  receiver.arrivals.length = 0
  const source = sandbox.dataSource({ name: 'Dupont', properties: { Labels: { type: 'multi_select' } } })
  return { sandbox, receiver, subscriptionId, token, source, call: callerOf(sandbox), ...sandbox.people }
}

const text = (...contents: string[]) => contents.map((content) => ({ text: { content } }))

let sandbox: NotionSandbox
let call: ReturnType<typeof callerOf>
let source: Made
let clock: Date

beforeAll(async () => {
  sandbox = await startNotionSandbox({ now: () => clock })
  call = callerOf(sandbox)
})

afterAll(() => sandbox.close())

beforeEach(() => {
  clock = new Date('2026-11-24T09:30:42.123Z')
  sandbox.calls.reset()
  source = sandbox.dataSource({
    name: 'Dupont',
    properties: {
      Labels: { type: 'multi_select', options: ['In scope', { name: 'Urgent', color: 'red' }] },
      Service: { type: 'select', options: ['Mail', 'Travel'] },
      Estimate: { type: 'number', format: 'euro' },
      Paid: { type: 'checkbox' },
      Link: { type: 'url' },
      Files: { type: 'files' },
      Mailbox: { type: 'email' },
      Phone: { type: 'phone_number' },
      Made: { type: 'created_time' },
      'Made by': { type: 'created_by' },
      Edited: { type: 'last_edited_time' },
      'Edited by': { type: 'last_edited_by' },
    },
  })
})

function propertyId(name: string): string {
  const id = source.properties[name]
  if (id === undefined) throw new Error(`no property "${name}"`)
  return id
}

function optionId(property: string, name: string): string {
  const id = source.options[property]?.[name]
  if (id === undefined) throw new Error(`no option "${name}" in "${property}"`)
  return id
}

const makeRow = (title = 'Book a flight') => sandbox.people.client.createRow({ dataSource: source.id, title })

const patch = (id: string, properties: Record<string, unknown>, others: Record<string, unknown> = {}) =>
  call('PATCH', `/pages/${id}`, { properties, ...others })

describe('who may come in', () => {
  it.each([
    ['no token', () => ({})],
    ['a wrong token', () => ({ authorization: 'Bearer ntn_wrong' })],
    ['a token without its scheme', () => ({ authorization: sandbox.credentials.token })],
  ])('refuses %s', async (_what, given: () => Record<string, string>) => {
    const headers = { 'notion-version': version, ...given() }
    const { status, body } = await ask(`${sandbox.url}/v1/users/me`, { headers })
    expect(status).toBe(401)
    expect(body).toEqual({
      object: 'error',
      status: 401,
      code: 'unauthorized',
      message: 'API token is invalid.',
      request_id: expect.stringMatching(uuid),
    })
  })

  it('asks for the version of the API', async () => {
    const authorization = `Bearer ${sandbox.credentials.token}`
    const url = `${sandbox.url}/v1/users/me`
    const missing = await ask(url, { headers: { authorization } })
    expect(missing).toMatchObject({ status: 400, body: { code: 'missing_version' } })
    const old = await ask(url, { headers: { authorization, 'notion-version': '2022-06-28' } })
    expect(old).toMatchObject({ status: 400, body: { code: 'validation_error' } })
    expect(old.body.message).toContain('"2022-06-28"')
  })

  it('gives every answer an id of its own', async () => {
    const one = await call('GET', '/users/me')
    const other = await call('GET', '/users/me')
    expect(one.body.request_id).toMatch(uuid)
    expect(one.headers.get('x-notion-request-id')).toBe(one.body.request_id)
    expect(other.body.request_id).not.toBe(one.body.request_id)
  })

  it('refuses what is no JSON, no address of the API, and too large', async () => {
    const row = makeRow()
    const broken = await call('PATCH', `/pages/${row}`, {}, { body: '{' })
    expect(broken).toMatchObject({ status: 400, body: { code: 'invalid_json' } })
    expect(await call('GET', '/nowhere')).toMatchObject({
      status: 400,
      body: { code: 'invalid_request_url' },
    })
    const large = await patch(row, { Description: { rich_text: text('x'.repeat(600_000)) } })
    expect(large).toMatchObject({ status: 400, body: { object: 'error', code: 'validation_error' } })
    expect(large.body.message).toContain('too large')
  })

  it('shows nothing that is not shared with the connection', async () => {
    const row = makeRow()
    const comment = sandbox.people.client.comment(row, 'Hello')
    const paths = [
      `/data_sources/${source.id}`,
      `/databases/${source.databaseId}`,
      `/pages/${row}`,
      `/pages/${row}/properties/title`,
      `/comments?block_id=${row}`,
      `/comments/${comment}`,
    ]
    const statuses = async () =>
      (await Promise.all(paths.map((path) => call('GET', path)))).map((a) => a.status)
    expect(await statuses()).toEqual(paths.map(() => 200))
    sandbox.unshare(source.id)
    expect(await statuses()).toEqual(paths.map(() => 404))
    const hidden = await patch(row, { Estimate: { number: 1 } })
    expect(hidden.body).toMatchObject({ code: 'object_not_found' })
    expect(hidden.body.message).toContain(row)
    const found = await call('POST', '/search', {})
    expect(found.body.results.map(({ id }: Json) => id)).not.toContain(source.id)
    sandbox.share(source.id)
    expect(await statuses()).toEqual(paths.map(() => 200))
    expect(sandbox.row(row)?.numbers.Estimate).toBeNull()
  })

  it('takes ids with and without hyphens and refuses what is none', async () => {
    const row = makeRow()
    const compact = await call('GET', `/pages/${row.replaceAll('-', '').toUpperCase()}`)
    expect(compact).toMatchObject({ status: 200, body: { id: row } })
    const wrong = await call('GET', '/pages/book-a-flight')
    expect(wrong).toMatchObject({ status: 400, body: { code: 'validation_error' } })
    expect(await call('GET', `/pages/${nobody}`)).toMatchObject({ status: 404 })
  })
})

describe('a row', () => {
  it('is made with everything in one call and shown with types, ids and colors', async () => {
    const { client } = sandbox.people
    const { status, body } = await call('POST', '/pages', {
      parent: { type: 'data_source_id', data_source_id: source.id },
      properties: {
        Name: { title: text('Réserver un vol, vite') },
        [propertyId('Description')]: { type: 'rich_text', rich_text: text('Two seats') },
        Due: { date: { start: '2026-12-01T10:00:00Z' } },
        Status: { status: { name: 'In progress' } },
        Assignee: { people: [{ id: client.user.id }] },
        Labels: { multi_select: [{ name: 'Urgent' }] },
        Service: { select: { id: optionId('Service', 'Travel') } },
        Estimate: { number: 94.5 },
        Paid: { checkbox: true },
        Link: { url: 'https://example.test/flight' },
        Mailbox: { email: 'paul@example.test' },
        Phone: { phone_number: '+33 1 00 00 00 00' },
      },
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      object: 'page',
      id: expect.stringMatching(uuid),
      created_time: '2026-11-24T09:30:00.000Z',
      last_edited_time: '2026-11-24T09:30:00.000Z',
      created_by: { object: 'user', id: sandbox.botId },
      last_edited_by: { object: 'user', id: sandbox.botId },
      parent: { type: 'data_source_id', data_source_id: source.id, database_id: source.databaseId },
      in_trash: false,
      is_archived: false,
      is_locked: false,
      icon: null,
      cover: null,
      public_url: null,
      url: `https://www.notion.so/R%C3%A9server-un-vol-vite-${body.id.replaceAll('-', '')}`,
    })
    const { properties } = body
    expect(properties.Name.title).toEqual([
      {
        type: 'text',
        text: { content: 'Réserver un vol, vite', link: null },
        annotations: {
          bold: false,
          italic: false,
          strikethrough: false,
          underline: false,
          code: false,
          color: 'default',
        },
        plain_text: 'Réserver un vol, vite',
        href: null,
      },
    ])
    expect(properties).toMatchObject({
      Name: { id: 'title', type: 'title' },
      Description: { id: propertyId('Description'), rich_text: [{ plain_text: 'Two seats' }] },
      Due: { date: { start: '2026-12-01T10:00:00.000+00:00', end: null, time_zone: null } },
      Status: { type: 'status', status: { name: 'In progress', color: 'blue' } },
      Assignee: { people: [{ object: 'user', id: client.user.id, person: { email: client.user.email } }] },
      Labels: { multi_select: [{ id: optionId('Labels', 'Urgent'), name: 'Urgent', color: 'red' }] },
      Service: { select: { id: optionId('Service', 'Travel'), name: 'Travel' } },
      Estimate: { type: 'number', number: 94.5 },
      Paid: { checkbox: true },
      Link: { url: 'https://example.test/flight' },
      Mailbox: { email: 'paul@example.test' },
      Phone: { phone_number: '+33 1 00 00 00 00' },
      Made: { created_time: '2026-11-24T09:30:00.000Z' },
      'Made by': { created_by: { object: 'user', id: sandbox.botId } },
      Edited: { last_edited_time: '2026-11-24T09:30:00.000Z' },
      'Edited by': { last_edited_by: { object: 'user', id: sandbox.botId } },
    })
    const again = await call('GET', `/pages/${body.id}`)
    expect({ ...again.body, request_id: body.request_id }).toEqual(body)
  })

  it('shows empty columns, and a status that starts with the first option', async () => {
    const { body } = await call('GET', `/pages/${makeRow()}`)
    expect(body.properties).toMatchObject({
      Description: { rich_text: [] },
      Due: { date: null },
      Status: { status: { name: 'Not started' } },
      Assignee: { people: [] },
      Labels: { multi_select: [] },
      Service: { select: null },
      Estimate: { number: null },
      Paid: { checkbox: false },
      Link: { url: null },
      Files: { files: [] },
    })
  })

  it('shows the files that people upload, for an hour, and keeps what a write names', async () => {
    const id = makeRow()
    const { client } = sandbox.people
    client.attach(id, { name: 'voice note.m4a' })
    client.attach(id, { name: 'logo.png' })
    const { body } = await call('GET', `/pages/${id}`)
    const [voice] = body.properties.Files.files
    expect(voice).toEqual({
      name: 'voice note.m4a',
      type: 'file',
      file: { url: expect.stringMatching(/^https:/), expiry_time: '2026-11-24T10:30:42.123Z' },
    })
    const link = { name: 'Charter', external: { url: 'https://example.test/charter.pdf' } }
    const { body: written } = await patch(id, { Files: { files: [voice, link] } })
    expect(written.properties.Files.files).toMatchObject([voice, { ...link, type: 'external' }])
    expect(await patch(id, { Files: { files: [{ name: 'x' }] } })).toMatchObject({ status: 400 })
  })

  it('takes columns by name, by id, and by id as it is before encoding', async () => {
    const row = makeRow()
    const id = propertyId('Estimate')
    for (const [index, key] of ['Estimate', id, decodeURIComponent(id)].entries()) {
      expect(await patch(row, { [key]: { number: index + 1 } })).toMatchObject({ status: 200 })
      expect(sandbox.row(row)?.numbers.Estimate).toBe(index + 1)
    }
  })

  it('is emptied by null and by empty lists', async () => {
    const row = sandbox.people.client.createRow({
      dataSource: source.id,
      title: 'Book a flight',
      text: 'Two seats',
      due: '2026-12-01',
      properties: { Labels: ['Urgent'], Service: 'Mail', Estimate: 2, Link: 'https://example.test' },
    })
    expect(sandbox.row(row)).toMatchObject({ due: '2026-12-01', text: 'Two seats', numbers: { Estimate: 2 } })
    await patch(row, {
      Description: { rich_text: [] },
      Due: { date: null },
      Labels: { multi_select: [] },
      Service: { select: null },
      Estimate: { number: null },
      Link: { url: null },
    })
    expect(sandbox.row(row)).toMatchObject({
      title: 'Book a flight',
      text: '',
      due: null,
      labels: { Labels: [], Service: [] },
      numbers: { Estimate: null },
      texts: { Link: '' },
    })
  })

  it('gets exactly the labels of a write, whatever it had', async () => {
    const row = makeRow()
    sandbox.people.client.addOption(row, 'Labels', 'Urgent')
    await patch(row, { Labels: { multi_select: [{ name: 'In scope' }, { name: 'In scope' }] } })
    expect(sandbox.row(row)?.labels.Labels).toEqual(['In scope'])
  })

  it('shows times to the minute only', async () => {
    const row = makeRow()
    clock = new Date('2026-11-24T09:31:59.999Z')
    const { body } = await patch(row, { Estimate: { number: 1 } })
    expect(body).toMatchObject({
      created_time: '2026-11-24T09:30:00.000Z',
      last_edited_time: '2026-11-24T09:31:00.000Z',
    })
  })

  it('is not edited by a write that changes nothing', async () => {
    const row = makeRow()
    await patch(row, { Estimate: { number: 1 } })
    clock = new Date('2026-11-24T11:00:00.000Z')
    const same = await patch(row, { Estimate: { number: 1 } })
    expect(same).toMatchObject({ status: 200, body: { last_edited_time: '2026-11-24T09:30:00.000Z' } })
  })

  it('is told who edited it last', async () => {
    const row = makeRow()
    const { client, assistant } = sandbox.people
    sandbox.as('assistant').editRow(row, { due: '2026-12-02' })
    expect((await call('GET', `/pages/${row}`)).body).toMatchObject({
      created_by: { id: client.user.id },
      last_edited_by: { id: assistant.user.id },
    })
    await patch(row, { Due: { date: { start: '2026-12-03' } } })
    expect((await call('GET', `/pages/${row}`)).body.last_edited_by.id).toBe(sandbox.botId)
  })

  it.each([
    ['2026-12-01', '2026-12-01'],
    ['2026-12-01T10:00', '2026-12-01T10:00:00.000+00:00'],
    ['2026-12-01T10:00:05Z', '2026-12-01T10:00:00.000+00:00'],
    ['2026-12-01T10:00:05.25+02:00', '2026-12-01T10:00:00.000+02:00'],
  ])('shows the date %s as %s', async (given, shown) => {
    const { body } = await patch(makeRow(), { Due: { date: { start: given, end: given } } })
    expect(body.properties.Due.date).toEqual({ start: shown, end: shown, time_zone: null })
  })

  it('keeps a time zone beside a date without offset', async () => {
    const date = { start: '2026-12-01T10:00:00', time_zone: 'Europe/Paris' }
    const { body } = await patch(makeRow(), { Due: { date } })
    expect(body.properties.Due.date).toEqual({
      start: '2026-12-01T10:00:00.000',
      end: null,
      time_zone: 'Europe/Paris',
    })
  })

  it.each([
    ['an unknown column', { Priority: { number: 1 } }, 'Priority is not a property that exists.'],
    ['another type', { Estimate: { checkbox: true } }, 'Estimate is expected to be number.'],
    ['a number as text', { Estimate: { number: '2' } }, 'body.properties.Estimate.number should be'],
    ['a date in words', { Due: { date: { start: 'tomorrow' } } }, 'body.properties.Due.date.start should be'],
    ['a day that is none', { Due: { date: { start: '2026-13-01' } } }, 'valid ISO 8601'],
    ['an unknown person', { Assignee: { people: [{ id: nobody }] } }, nobody],
    ['a column that Notion fills', { Made: { created_time: '2026-12-01' } }, 'cannot be written'],
    ['a link that is too long', { Link: { url: 'x'.repeat(2001) } }, 'length should be ≤ `2000`'],
  ])('refuses %s and writes nothing', async (_what, properties, message) => {
    const row = makeRow()
    const { status, body } = await patch(row, { Paid: { checkbox: true }, ...properties })
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'validation_error' })
    expect(body.message).toContain(message)
    expect(sandbox.row(row)?.checkboxes.Paid).toBe(false)
  })

  it('goes to the trash and comes back by in_trash; archived is refused', async () => {
    const row = makeRow()
    for (const archived of [true, false]) {
      const { status, body } = await call('PATCH', `/pages/${row}`, { archived })
      expect(status).toBe(400)
      expect(body.message).toBe(
        `body failed validation: body.archived should be not present, instead was \`${archived}\`.`,
      )
    }
    const trashed = await call('PATCH', `/pages/${row}`, { in_trash: true })
    expect(trashed.body).toMatchObject({ in_trash: true, is_archived: false })
    expect((await call('GET', `/pages/${row}`)).body.in_trash).toBe(true)
    expect(await patch(row, { Estimate: { number: 1 } })).toMatchObject({ status: 400 })
    const back = await patch(row, { Estimate: { number: 2 } }, { in_trash: false })
    expect(back.body).toMatchObject({ in_trash: false, properties: { Estimate: { number: 2 } } })
  })

  it('is archived without going to the trash', async () => {
    const row = makeRow()
    const { body } = await call('PATCH', `/pages/${row}`, { is_archived: true })
    expect(body).toMatchObject({ is_archived: true, in_trash: false })
    expect(sandbox.row(row)?.isArchived).toBe(true)
  })

  it('says so when it is asked for what the sandbox does not keep', async () => {
    const icon = { emoji: '🥬' }
    expect(await call('PATCH', `/pages/${makeRow()}`, { icon })).toMatchObject({
      status: 400,
      body: { code: 'invalid_request', message: 'Unsupported request: body.icon.' },
    })
    const parent = { page_id: makeRow() }
    expect(await call('POST', '/pages', { parent })).toMatchObject({ status: 400 })
  })

  it('shows only the columns asked for', async () => {
    const row = makeRow()
    const id = encodeURIComponent(propertyId('Estimate'))
    const two = await call('GET', `/pages/${row}?filter_properties=title&filter_properties=${id}`)
    expect(Object.keys(two.body.properties).sort()).toEqual(['Estimate', 'Name'])
    const one = await call('GET', `/pages/${row}?filter_properties=title`)
    expect(Object.keys(one.body.properties)).toEqual(['Name'])
  })

  it('moves to another data source with what has a place there', async () => {
    const other = sandbox.dataSource({
      name: 'Martin',
      properties: {
        Name: null,
        Titre: { type: 'title' },
        Labels: { type: 'multi_select', options: ['Urgent'] },
      },
    })
    const row = makeRow()
    await patch(row, {
      Labels: { multi_select: [{ name: 'Urgent' }, { name: 'In scope' }] },
      Status: { status: { name: 'Done' } },
      Estimate: { number: 3 },
    })
    const { status, body } = await call('POST', `/pages/${row}/move`, {
      parent: { type: 'data_source_id', data_source_id: other.id },
    })
    expect(status).toBe(200)
    expect(body.parent.data_source_id).toBe(other.id)
    expect(body.properties).toMatchObject({
      Titre: { title: [{ plain_text: 'Book a flight' }] },
      Labels: { multi_select: [{ id: other.options.Labels?.Urgent, name: 'Urgent' }] },
      Status: { status: { id: other.options.Status?.Done, name: 'Done' } },
    })
    expect(body.properties.Labels.multi_select).toHaveLength(1)
    expect(body.properties).not.toHaveProperty('Estimate')
    expect(sandbox.rows(source.id)).toEqual([])
    expect(sandbox.rows(other.id).map(({ id }) => id)).toEqual([row])
  })
})

describe('options', () => {
  it.each([
    ['Service', { select: { name: 'Phone calls' } }, ['Mail', 'Travel', 'Phone calls']],
    ['Labels', { multi_select: [{ name: 'To review', color: 'pink' }] }, ['In scope', 'Urgent', 'To review']],
  ])('of %s are made by naming them', async (name, value, options) => {
    const row = makeRow()
    expect(await patch(row, { [name]: value })).toMatchObject({ status: 200 })
    expect(sandbox.schema(source.id)[name]?.options).toEqual(options)
    expect(sandbox.row(row)?.labels[name]).toEqual(options.slice(-1))
    const { body } = await call('GET', `/data_sources/${source.id}`)
    const made = body.properties[name][name === 'Service' ? 'select' : 'multi_select'].options[2]
    expect(made).toMatchObject({ id: expect.stringMatching(uuid), description: null })
    if (name === 'Labels') expect(made.color).toBe('pink')
  })

  it('are made with the row that names them', async () => {
    const properties = { Name: { title: text('New') }, Labels: { multi_select: [{ name: 'To review' }] } }
    const { body } = await call('POST', '/pages', { parent: { data_source_id: source.id }, properties })
    expect(body.properties.Labels.multi_select).toMatchObject([{ name: 'To review' }])
    expect(sandbox.schema(source.id).Labels?.options).toEqual(['In scope', 'Urgent', 'To review'])
  })

  it('are made once, however often a name is given', async () => {
    await patch(makeRow(), { Labels: { multi_select: [{ name: 'New' }, { name: 'New' }] } })
    await patch(makeRow(), { Labels: { multi_select: [{ name: 'New' }] } })
    expect(sandbox.schema(source.id).Labels?.options).toEqual(['In scope', 'Urgent', 'New'])
  })

  it.each([
    ['an unknown id', { id: nobody }, 'is an invalid select option'],
    [
      'a name with a comma',
      { name: 'Yes, please' },
      'Invalid select option, commas not allowed: Yes, please',
    ],
    ['neither id nor name', {}, 'Invalid select option'],
  ])('are not picked by %s', async (_what, option, message) => {
    for (const value of [{ Labels: { multi_select: [option] } }, { Service: { select: option } }]) {
      const { status, body } = await patch(makeRow(), value)
      expect({ status, code: body.code }).toEqual({ status: 400, code: 'validation_error' })
      expect(body.message).toContain(message)
    }
    expect(sandbox.schema(source.id).Labels?.options).toEqual(['In scope', 'Urgent'])
  })

  it('are not made by a write that is refused for another reason', async () => {
    const refused = await patch(makeRow(), {
      Labels: { multi_select: [{ name: 'New' }] },
      Status: { status: { name: 'Nowhere' } },
    })
    expect(refused.status).toBe(400)
    expect(sandbox.schema(source.id).Labels?.options).toEqual(['In scope', 'Urgent'])
  })

  it('of a status have to exist', async () => {
    const row = makeRow()
    const { status, body } = await patch(row, { Status: { status: { name: 'Waiting' } } })
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'validation_error' })
    expect(body.message).toBe('Invalid status option. Status option "Waiting" does not exist')
    expect(await patch(row, { Status: { status: { id: nobody } } })).toMatchObject({ status: 400 })
    expect(sandbox.schema(source.id).Status?.options).toEqual(['Not started', 'In progress', 'Done'])
    await patch(row, { Status: { status: { id: optionId('Status', 'Done') } } })
    expect(sandbox.row(row)?.status).toBe('Done')
    await patch(row, { Status: { status: null } })
    expect(sandbox.row(row)?.status).toBe('Not started')
  })

  it('are at most a hundred in one row', async () => {
    const names = Array.from({ length: 101 }, (_, index) => ({ name: `Label ${index}` }))
    const { status, body } = await patch(makeRow(), { Labels: { multi_select: names } })
    expect(status).toBe(400)
    expect(body.message).toContain('multi_select.length should be ≤ `100`, instead was `101`')
  })
})

describe('text', () => {
  it('takes 2000 characters in one piece and refuses one more', async () => {
    const row = makeRow()
    const most = await patch(row, { Description: { rich_text: text('x'.repeat(2000)) } })
    expect(most.status).toBe(200)
    const { status, body } = await patch(row, { Description: { rich_text: text('x'.repeat(2001)) } })
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'validation_error' })
    expect(body.message).toBe(
      'body failed validation: body.properties.Description.rich_text[0].text.content.length should be ≤ `2000`, instead was `2001`.',
    )
    expect(sandbox.row(row)?.text).toHaveLength(2000)
  })

  it('takes a hundred pieces and refuses one more', async () => {
    const row = makeRow()
    const pieces = Array.from({ length: 101 }, (_, index) => `${index} `)
    expect((await patch(row, { Description: { rich_text: text(...pieces.slice(1)) } })).status).toBe(200)
    expect((await patch(row, { Description: { rich_text: text(...pieces) } })).status).toBe(400)
  })

  it('is cut after 25 pieces on the page and read in full through the property', async () => {
    const row = makeRow()
    const pieces = Array.from({ length: 60 }, (_, index) => `${index} `)
    sandbox.people.client.editRow(row, { text: pieces })
    const shown = (await call('GET', `/pages/${row}`)).body.properties.Description.rich_text
    expect(shown.map((item: Json) => item.plain_text)).toEqual(pieces.slice(0, 25))

    const path = `/pages/${row}/properties/${propertyId('Description')}`
    const first = (await call('GET', `${path}?page_size=40`)).body
    expect(first).toMatchObject({
      object: 'list',
      type: 'property_item',
      has_more: true,
      property_item: { id: propertyId('Description'), type: 'rich_text', rich_text: {} },
    })
    expect(first.property_item.next_url).toContain(`start_cursor=${first.next_cursor}`)
    const second = (await call('GET', `${path}?page_size=40&start_cursor=${first.next_cursor}`)).body
    expect(second).toMatchObject({ has_more: false, next_cursor: null, property_item: { next_url: null } })
    const items = [...first.results, ...second.results]
    expect(items[0]).toMatchObject({ object: 'property_item', type: 'rich_text' })
    expect(items.map((item) => item.rich_text.plain_text)).toEqual(pieces)
  })

  it('names people, links and formatting', async () => {
    const { user } = sandbox.people.client
    const { body } = await patch(makeRow(), {
      Description: {
        rich_text: [
          { type: 'text', text: { content: 'here', link: { url: 'https://example.test' } } },
          { type: 'mention', mention: { type: 'user', user: { id: user.id } }, annotations: { bold: true } },
        ],
      },
    })
    expect(body.properties.Description.rich_text).toMatchObject([
      { plain_text: 'here', href: 'https://example.test' },
      {
        plain_text: '@Paul Lambert',
        annotations: { bold: true, italic: false },
        mention: { user: { id: user.id } },
      },
    ])
  })
})

describe('one column', () => {
  it.each([
    ['Estimate', { type: 'number', number: 3 }],
    ['Service', { type: 'select', select: { name: 'Mail' } }],
    ['Status', { type: 'status', status: { name: 'Not started' } }],
    ['Made by', { type: 'created_by', created_by: { object: 'user' } }],
  ])('%s is a single item', async (name, item) => {
    const row = makeRow()
    await patch(row, { Estimate: { number: 3 }, Service: { select: { name: 'Mail' } } })
    const { body } = await call('GET', `/pages/${row}/properties/${propertyId(name)}`)
    expect(body).toMatchObject({ object: 'property_item', id: propertyId(name), ...item })
  })

  it('of people is a list of items', async () => {
    const row = makeRow()
    const { user } = sandbox.people.assistant
    await patch(row, { Assignee: { people: [{ id: user.id }] } })
    const { body } = await call('GET', `/pages/${row}/properties/${propertyId('Assignee')}`)
    expect(body.results).toMatchObject([{ object: 'property_item', people: { id: user.id } }])
    expect(await call('GET', `/pages/${row}/properties/none`)).toMatchObject({ status: 404 })
  })
})

describe('a data source', () => {
  const change = (properties: Record<string, unknown>, others: Record<string, unknown> = {}) =>
    call('PATCH', `/data_sources/${source.id}`, { properties, ...others })

  it('shows its columns with types, ids, options and groups', async () => {
    const { body } = await call('GET', `/data_sources/${source.id}`)
    expect(body).toMatchObject({
      object: 'data_source',
      id: source.id,
      title: [{ plain_text: 'Dupont' }],
      description: [],
      parent: { type: 'database_id', database_id: source.databaseId },
      database_parent: { type: 'workspace', workspace: true },
      in_trash: false,
      is_inline: false,
      created_time: '2026-11-24T09:30:00.000Z',
    })
    expect(body.properties).toMatchObject({
      Name: { id: 'title', name: 'Name', type: 'title', title: {}, description: null },
      Description: { type: 'rich_text', rich_text: {} },
      Due: { type: 'date', date: {} },
      Assignee: { type: 'people', people: {} },
      Estimate: { type: 'number', number: { format: 'euro' } },
      Labels: {
        multi_select: {
          options: [{ name: 'In scope' }, { name: 'Urgent', color: 'red', description: null }],
        },
      },
    })
    const { options, groups } = body.properties.Status.status
    expect(options.map(({ name }: Json) => name)).toEqual(['Not started', 'In progress', 'Done'])
    expect(groups.map(({ name, option_ids: ids }: Json) => [name, ids])).toEqual([
      ['To-do', [optionId('Status', 'Not started')]],
      ['In progress', [optionId('Status', 'In progress')]],
      ['Complete', [optionId('Status', 'Done')]],
    ])
  })

  it('has ids of columns that are short and escaped', () => {
    const columns = Array.from({ length: 40 }, (_, index) => [`C${index}`, { type: 'number' }] as const)
    const { properties } = sandbox.dataSource({ name: 'Wide', properties: Object.fromEntries(columns) })
    const ids = columns.map(([name]) => properties[name] ?? '')
    expect(ids.every((id) => decodeURIComponent(id).length === 4)).toBe(true)
    expect(ids.some((id) => id.includes('%'))).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('loses options that a write leaves out, and so do its rows', async () => {
    const row = makeRow()
    await patch(row, {
      Labels: { multi_select: [{ name: 'Urgent' }, { name: 'In scope' }] },
      Service: { select: { name: 'Mail' } },
    })
    const { status } = await change({
      Labels: { multi_select: { options: [{ id: optionId('Labels', 'Urgent') }, { name: 'To review' }] } },
      [propertyId('Service')]: { select: { options: [{ name: 'Travel' }] } },
    })
    expect(status).toBe(200)
    expect(sandbox.schema(source.id)).toMatchObject({
      Labels: { options: ['Urgent', 'To review'] },
      Service: { options: ['Travel'] },
    })
    expect(sandbox.row(row)?.labels).toMatchObject({ Labels: ['Urgent'], Service: [] })
    clock = new Date('2026-11-24T12:00:00Z')
    const same = { Labels: { multi_select: [{ name: 'Urgent' }] }, Service: { select: null } }
    expect((await patch(row, same)).body.last_edited_time).toBe('2026-11-24T09:30:00.000Z')
  })

  it('keeps name and color of an option for ever', async () => {
    const id = optionId('Labels', 'Urgent')
    const scope = { name: 'In scope' }
    const same = await change({
      Labels: { multi_select: { options: [scope, { id, name: 'Urgent', color: 'red' }] } },
    })
    expect(same.status).toBe(200)
    for (const option of [
      { name: 'Urgent', color: 'green' },
      { id, name: 'Very urgent' },
    ]) {
      const { status, body } = await change({ Labels: { multi_select: { options: [scope, option] } } })
      expect({ status, code: body.code }).toEqual({ status: 400, code: 'validation_error' })
      expect(body.message).toMatch(/^Cannot update (name|color) of select with name: Urgent\.$/)
    }
    expect(sandbox.schema(source.id).Labels?.options).toEqual(['In scope', 'Urgent'])
  })

  it.each([
    ['a comma in a name', [{ name: 'a,b' }], 'commas not allowed'],
    ['two options of one name', [{ name: 'New' }, { name: 'New' }], 'same name'],
    ['an unknown id', [{ id: nobody }], 'invalid select option'],
    ['an unknown color', [{ name: 'New', color: 'mauve' }], 'color should be'],
    [
      'more than a hundred options',
      Array.from({ length: 101 }, (_, index) => ({ name: `L${index}` })),
      'options.length should be ≤ `100`',
    ],
  ])('refuses %s', async (_what, options, message) => {
    const { status, body } = await change({ Labels: { multi_select: { options } } })
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'validation_error' })
    expect(body.message).toContain(message)
    expect(sandbox.schema(source.id).Labels?.options).toEqual(['In scope', 'Urgent'])
  })

  it('gets, renames and loses columns in one write', async () => {
    const row = makeRow()
    await patch(row, { Estimate: { number: 2 }, Paid: { checkbox: true } })
    const { body } = await change(
      {
        Surcharge: { number: { format: 'percent' } },
        Verdict: { multi_select: { options: [{ name: 'Urgent', color: 'red' }] } },
        Stage: { status: {} },
        Estimate: { name: 'Budget' },
        Paid: null,
      },
      { title: text('Dupont & Co') },
    )
    expect(body.title[0].plain_text).toBe('Dupont & Co')
    expect(body.properties).toMatchObject({
      Surcharge: { name: 'Surcharge', number: { format: 'percent' } },
      Verdict: { multi_select: { options: [{ name: 'Urgent', color: 'red' }] } },
      Budget: { id: propertyId('Estimate'), number: { format: 'euro' } },
    })
    expect(body.properties.Stage.status.groups).toHaveLength(3)
    expect(Object.keys(body.properties)).not.toContain('Paid')
    expect(sandbox.row(row)?.numbers).toEqual({ Budget: 2, Surcharge: null })
  })

  it('empties a column that gets another type', async () => {
    const row = makeRow()
    await patch(row, { Estimate: { number: 2 } })
    const { body } = await change({ Estimate: { rich_text: {} } })
    expect(body.properties.Estimate).toMatchObject({ id: propertyId('Estimate'), type: 'rich_text' })
    expect(sandbox.row(row)?.texts.Estimate).toBe('')
    await change({ Estimate: { number: {} } })
    expect(sandbox.row(row)?.numbers.Estimate).toBeNull()
  })

  it('puts a new status into the first group and keeps the others', async () => {
    const { body } = await change({ Status: { status: { options: [{ name: 'Waiting' }] } } })
    const { options, groups } = body.properties.Status.status
    expect(options.map(({ name }: Json) => name)).toEqual(['Not started', 'In progress', 'Done', 'Waiting'])
    expect(groups[0].option_ids).toEqual([optionId('Status', 'Not started'), options[3].id])
  })

  it.each([
    ['a name that is taken', { Estimate: { name: 'Labels' } }],
    ['the end of the title', { Name: null }],
    ['a second title', { Other: { title: {} } }],
    ['a title of another type', { Name: { number: {} } }],
    ['the end of what is not there', { Nothing: null }],
    ['a new name for what is not there', { Nothing: { name: 'Something' } }],
    ['a column of no known type', { Other: { sparkle: {} } }],
  ])('refuses %s, with everything beside it', async (_what, properties) => {
    const before = sandbox.schema(source.id)
    const { status, body } = await change({ Surcharge: { number: {} }, ...properties })
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'validation_error' })
    expect(sandbox.schema(source.id)).toEqual(before)
  })

  it('lives in a database, which may hold several', async () => {
    const parent = { database_id: source.databaseId }
    const properties = { Name: { title: text('By the database') } }
    const made = await call('POST', '/pages', { parent, properties })
    expect(made.body.parent.data_source_id).toBe(source.id)
    const second = sandbox.dataSource({ name: 'Archive', database: source.databaseId })
    const { body } = await call('GET', `/databases/${source.databaseId}`)
    expect(body).toMatchObject({
      object: 'database',
      id: source.databaseId,
      title: [{ plain_text: 'Dupont' }],
      data_sources: [
        { id: source.id, name: 'Dupont' },
        { id: second.id, name: 'Archive' },
      ],
    })
    expect(await call('POST', '/pages', { parent, properties })).toMatchObject({ status: 400 })
  })

  it('can be set up with other columns than the usual ones', () => {
    const { id } = sandbox.dataSource({
      name: 'Atelier',
      properties: {
        Nom: { type: 'title' },
        Assignee: null,
        Status: { type: 'status', groups: { todo: ['À faire'], complete: ['Fait', 'Annulé'] } },
      },
    })
    expect(Object.keys(sandbox.schema(id))).toEqual(['Description', 'Due', 'Status', 'Nom'])
    expect(sandbox.schema(id).Status?.options).toEqual(['À faire', 'Fait', 'Annulé'])
    expect(() => sandbox.dataSource({ name: 'None', properties: { Name: null } })).toThrow('title')
  })
})

describe('a query', () => {
  const query = (body: Record<string, unknown>, suffix = '') =>
    call('POST', `/data_sources/${source.id}/query${suffix}`, body)
  const ids = ({ body }: Answer): string[] => body.results.map(({ id }: Json) => id)

  function rowAt(time: string): string {
    clock = new Date(`2026-11-24T${time}Z`)
    return makeRow(time)
  }

  const since = (moment: string) => ({
    timestamp: 'last_edited_time',
    last_edited_time: { on_or_after: moment },
  })

  it('finds what was edited since, by the minute that the API shows', async () => {
    const [early, late] = [rowAt('10:00:45'), rowAt('10:01:10')]
    expect(ids(await query({}))).toEqual([early, late])
    expect(ids(await query({ filter: since('2026-11-24T10:00:00Z') }))).toEqual([early, late])
    expect(ids(await query({ filter: since('2026-11-24T10:00:30Z') }))).toEqual([late])
    expect(ids(await query({ filter: since('2026-11-24T10:02:00Z') }))).toEqual([])
    clock = new Date('2026-11-24T10:05:00Z')
    await patch(early, { Estimate: { number: 1 } })
    expect(ids(await query({ filter: since('2026-11-24T10:02:00Z') }))).toEqual([early])
  })

  it.each([
    ['before', [0]],
    ['on_or_before', [0, 1]],
    ['equals', [1]],
    ['after', [2]],
  ])('knows %s', async (test, expected) => {
    const rows = [rowAt('10:00:00'), rowAt('10:01:00'), rowAt('10:02:00')]
    const filter = { timestamp: 'created_time', created_time: { [test]: '2026-11-24T10:01:00Z' } }
    expect(ids(await query({ filter }))).toEqual(expected.map((index) => rows[index]))
  })

  it('joins filters', async () => {
    const [first, second, third] = [rowAt('10:00:00'), rowAt('10:01:00'), rowAt('10:02:00')]
    const before = { timestamp: 'created_time', created_time: { before: '2026-11-24T10:02:00Z' } }
    const and = await query({ filter: { and: [since('2026-11-24T10:01:00Z'), before] } })
    const or = await query({ filter: { or: [since('2026-11-24T10:01:00Z'), before] } })
    expect([ids(and), ids(or)]).toEqual([[second], [first, second, third]])
  })

  it('sorts by time', async () => {
    const [first, second] = [rowAt('10:00:00'), rowAt('10:01:00')]
    clock = new Date('2026-11-24T10:02:00Z')
    await patch(first, { Estimate: { number: 1 } })
    const sorted = async (timestamp: string, direction: string) =>
      ids(await query({ sorts: [{ timestamp, direction }] }))
    expect(await sorted('last_edited_time', 'ascending')).toEqual([second, first])
    expect(await sorted('last_edited_time', 'descending')).toEqual([first, second])
    expect(await sorted('created_time', 'descending')).toEqual([second, first])
  })

  it('comes in pages that a cursor joins', async () => {
    const rows = Array.from({ length: 5 }, (_, index) => makeRow(`Row ${index}`))
    const first = await query({ page_size: 2 })
    expect(first.body).toMatchObject({
      object: 'list',
      type: 'page_or_data_source',
      page_or_data_source: {},
      has_more: true,
      next_cursor: expect.stringMatching(uuid),
    })
    const second = await query({ page_size: 2, start_cursor: first.body.next_cursor })
    const third = await query({ page_size: 2, start_cursor: second.body.next_cursor })
    expect(third.body).toMatchObject({ has_more: false, next_cursor: null })
    expect([first, second, third].flatMap(ids)).toEqual(rows)
    expect(await query({ start_cursor: nobody })).toMatchObject({ status: 400 })
  })

  it('gives at most a hundred rows', async () => {
    for (let index = 0; index < 101; index += 1) makeRow()
    expect(ids(await query({}))).toHaveLength(100)
    const { status, body } = await query({ page_size: 101 })
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'validation_error' })
    expect(body.message).toContain('body.page_size should be ≤ `100`, instead was `101`')
  })

  it('leaves the trash out unless it is asked for', async () => {
    const [kept, trashed] = [makeRow(), makeRow()]
    sandbox.people.client.trash(trashed)
    expect(ids(await query({}))).toEqual([kept])
    expect(ids(await query({ in_trash: true }))).toEqual([trashed])
    expect(ids(await query({ result_type: 'data_source' }))).toEqual([])
  })

  it('shows only the columns asked for', async () => {
    makeRow()
    const { body } = await query({}, '?filter_properties=title')
    expect(Object.keys(body.results[0].properties)).toEqual(['Name'])
  })

  it.each([
    ['filters by column', { filter: { property: 'Estimate', number: { equals: 1 } } }, 'invalid_request'],
    ['moments that are none', { filter: since('last week') }, 'validation_error'],
    ['unknown fields', { limit: 3 }, 'validation_error'],
  ])('refuses %s', async (_what, body, code) => {
    makeRow()
    expect(await query(body)).toMatchObject({ status: 400, body: { code } })
  })
})

describe('search', () => {
  it('finds data sources and rows by title, the last edited first', async () => {
    const name = `Search ${source.id}`
    const made = sandbox.dataSource({ name })
    clock = new Date('2026-11-24T12:00:00Z')
    const row = sandbox.people.client.createRow({ dataSource: made.id, title: `A row of ${name}` })
    const search = async (body: Record<string, unknown>) =>
      (await call('POST', '/search', { query: name.toLowerCase(), ...body })).body.results
    const ids = async (body: Record<string, unknown>) => (await search(body)).map(({ id }: Json) => id)
    expect(await ids({})).toEqual([row, made.id])
    const sort = { timestamp: 'last_edited_time', direction: 'ascending' }
    expect(await ids({ sort })).toEqual([made.id, row])
    const [found] = await search({ filter: { property: 'object', value: 'data_source' } })
    expect(found).toMatchObject({ object: 'data_source', id: made.id, properties: { Name: { id: 'title' } } })
    expect(await ids({ filter: { property: 'object', value: 'page' } })).toEqual([row])
    expect(await ids({ page_size: 1 })).toEqual([row])
    sandbox.people.client.trash(row)
    expect(await ids({})).toEqual([made.id])
  })

  it('refuses the object of older versions', async () => {
    const filter = { property: 'object', value: 'database' }
    expect(await call('POST', '/search', { filter })).toMatchObject({ status: 400 })
  })
})

describe('comments', () => {
  const post = (id: string, ...contents: string[]) =>
    call('POST', '/comments', { parent: { page_id: id }, rich_text: text(...contents) })

  it('are made, read, edited in place and deleted', async () => {
    const row = makeRow()
    const made = await post(row, 'Urgent: ', 'please confirm')
    expect(made.status).toBe(200)
    expect(made.body).toMatchObject({
      object: 'comment',
      id: expect.stringMatching(uuid),
      parent: { type: 'page_id', page_id: row },
      discussion_id: expect.stringMatching(uuid),
      created_time: '2026-11-24T09:30:00.000Z',
      created_by: { object: 'user', id: sandbox.botId },
      display_name: { type: 'integration', resolved_name: 'Cadre' },
      rich_text: [{ plain_text: 'Urgent: ' }, { plain_text: 'please confirm' }],
    })
    const path = `/comments/${made.body.id}`
    clock = new Date('2026-11-24T09:45:10Z')
    const edited = await call('PATCH', path, { rich_text: text('Confirmed') })
    expect(edited.body).toMatchObject({ id: made.body.id, last_edited_time: '2026-11-24T09:45:00.000Z' })
    expect((await call('GET', path)).body.rich_text[0].plain_text).toBe('Confirmed')
    expect(sandbox.row(row)?.comments).toEqual([
      {
        id: made.body.id,
        discussionId: made.body.discussion_id,
        authorId: sandbox.botId,
        text: 'Confirmed',
      },
    ])
    const gone = await call('DELETE', path)
    expect(gone).toMatchObject({ status: 200, body: { object: 'comment', id: made.body.id } })
    expect((await call('GET', path)).status).toBe(404)
    expect(sandbox.row(row)?.comments).toEqual([])
  })

  it('are listed oldest first, in pages', async () => {
    const row = makeRow()
    for (const word of ['one', 'two', 'three']) sandbox.people.client.comment(row, word)
    const first = (await call('GET', `/comments?block_id=${row}&page_size=2`)).body
    expect(first).toMatchObject({ object: 'list', type: 'comment', comment: {}, has_more: true })
    expect(first.results[0]).toMatchObject({
      created_by: { id: sandbox.people.client.user.id },
      display_name: { type: 'user', resolved_name: 'Paul Lambert' },
    })
    const second = (await call('GET', `/comments?block_id=${row}&start_cursor=${first.next_cursor}`)).body
    const words = [...first.results, ...second.results].map((comment) => comment.rich_text[0].plain_text)
    expect(words).toEqual(['one', 'two', 'three'])
  })

  it('answer in a discussion, and may bear another name', async () => {
    const row = makeRow()
    const question = sandbox.people.client.comment(row, 'How much?')
    const discussion = sandbox.row(row)?.comments[0]?.discussionId
    const answer = await call('POST', '/comments', {
      discussion_id: discussion,
      rich_text: text('94,50 €'),
      display_name: { type: 'custom', custom: { name: 'Atelier' } },
    })
    expect(answer.body).toMatchObject({
      discussion_id: discussion,
      parent: { page_id: row },
      display_name: { type: 'custom', resolved_name: 'Atelier' },
    })
    expect(sandbox.row(row)?.comments.map(({ id }) => id)).toEqual([question, answer.body.id])
    const nowhere = { discussion_id: nobody, rich_text: text('Hello?') }
    expect(await call('POST', '/comments', nowhere)).toMatchObject({ status: 404 })
  })

  it('of others can be neither edited nor deleted', async () => {
    const row = makeRow()
    const id = sandbox.people.client.comment(row, 'Mine')
    const answers = [
      await call('PATCH', `/comments/${id}`, { rich_text: text('Yours') }),
      await call('DELETE', `/comments/${id}`),
    ]
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 403, body: { code: 'restricted_resource' } })
    }
    expect(() => sandbox.people.assistant.deleteComment(id)).toThrow('403')
    expect(sandbox.row(row)?.comments[0]?.text).toBe('Mine')
  })

  it.each([
    ['without text', { rich_text: [] }],
    ['with a piece of 2001 characters', { rich_text: text('x'.repeat(2001)) }],
    ['with 101 pieces', { rich_text: text(...Array.from({ length: 101 }, () => 'x')) }],
    ['in Markdown', { markdown: '**Hello**' }],
    ['in a discussion beside the parent', { discussion_id: nobody, rich_text: text('x') }],
  ])('are refused %s', async (_what, body) => {
    const row = makeRow()
    const answer = await call('POST', '/comments', { parent: { page_id: row }, ...body })
    expect(answer.status).toBe(400)
    expect(sandbox.row(row)?.comments).toEqual([])
  })

  it('are refused below what lies in the trash', async () => {
    const row = makeRow()
    sandbox.people.client.trash(row)
    expect((await post(row, 'Hello')).status).toBe(400)
    expect(sandbox.row(row)?.comments).toEqual([])
  })

  it('do not edit the row', async () => {
    const row = makeRow()
    clock = new Date('2026-11-24T12:00:00Z')
    await post(row, 'Hello')
    expect((await call('GET', `/pages/${row}`)).body.last_edited_time).toBe('2026-11-24T09:30:00.000Z')
  })
})

describe('users', () => {
  it('are listed with the bot and without guests', async () => {
    const guest = sandbox.addPerson('Gil Guest', { guest: true })
    const { body } = await call('GET', '/users')
    expect(body).toMatchObject({ object: 'list', type: 'user', user: {}, has_more: false })
    const listed = body.results.map(({ id }: Json) => id)
    expect(listed).toEqual([sandbox.botId, sandbox.people.client.user.id, sandbox.people.assistant.user.id])
    const one = await call('GET', `/users/${guest.user.id}`)
    expect(one.body).toMatchObject({ object: 'user', type: 'person', name: 'Gil Guest' })
    expect((await call('GET', `/users/${nobody}`)).status).toBe(404)
    expect((await call('GET', '/users?page_size=1')).body).toMatchObject({
      has_more: true,
      next_cursor: sandbox.people.client.user.id,
    })
  })

  it('tell a connection who it is', async () => {
    const { body } = await call('GET', '/users/me')
    expect(body).toMatchObject({
      object: 'user',
      id: sandbox.botId,
      type: 'bot',
      bot: { owner: { type: 'workspace', workspace: true }, workspace_id: sandbox.workspaceId },
    })
  })
})

describe('people', () => {
  it('make and edit rows in the words of the page', () => {
    const { client, assistant } = sandbox.people
    const row = client.createRow({
      dataSource: source.id,
      title: 'Book a flight',
      text: 'Two seats',
      due: '2026-12-01',
      properties: { Labels: ['Urgent'], Estimate: 2, Paid: true, Assignee: [assistant.user.id] },
    })
    client.addOption(row, 'Labels', 'Brand new')
    client.addOption(row, 'Labels', 'In scope')
    client.removeOption(row, 'Labels', 'Urgent')
    client.setOption(row, 'Service', 'Travel')
    assistant.setStatus(row, 'Done')
    assistant.writeBody(row, 'Window seats, please')
    client.editRow(row, { title: 'Book two flights', due: null, properties: { Estimate: null } })
    expect(sandbox.row(row)).toMatchObject({
      id: row,
      dataSourceId: source.id,
      title: 'Book two flights',
      text: 'Two seats',
      due: null,
      status: 'Done',
      labels: { Labels: ['Brand new', 'In scope'], Service: ['Travel'], Status: ['Done'] },
      numbers: { Estimate: null },
      checkboxes: { Paid: true },
      people: { Assignee: [assistant.user.id] },
      body: ['Window seats, please'],
      inTrash: false,
    })
    expect(sandbox.row(nobody)).toBeNull()
  })

  it('are refused what Notion refuses', () => {
    const row = makeRow()
    const { client } = sandbox.people
    expect(() => client.setStatus(row, 'Waiting')).toThrow('Status option "Waiting" does not exist')
    expect(() => client.addOption(row, 'Labels', 'a,b')).toThrow('commas not allowed')
    expect(() => client.addOption(row, 'Service', 'Mail')).toThrow('expected to be multi_select')
    expect(() => client.editRow(row, { properties: { Nothing: 1 } })).toThrow('not a property that exists')
    expect(() => sandbox.as(nobody)).toThrow('404')
  })

  it('rename and remove columns and options, and rows follow', async () => {
    const row = makeRow()
    const { assistant } = sandbox.people
    assistant.addOption(row, 'Labels', 'Urgent')
    assistant.renameOption(source.id, 'Labels', 'Urgent', 'Pressing')
    assistant.renameProperty(source.id, 'Labels', 'Verdict')
    assistant.removeProperty(source.id, 'Estimate')
    expect(sandbox.row(row)?.labels.Verdict).toEqual(['Pressing'])
    const { body } = await call('GET', `/pages/${row}`)
    expect(body.properties.Verdict).toMatchObject({
      id: propertyId('Labels'),
      multi_select: [{ id: optionId('Labels', 'Urgent'), name: 'Pressing' }],
    })
    expect(body.properties).not.toHaveProperty('Estimate')
  })

  it('answer in discussions and change their own comments', () => {
    const row = makeRow()
    const { client } = sandbox.people
    client.comment(row, 'One')
    const discussion = sandbox.row(row)?.comments[0]?.discussionId
    const second = client.comment(row, 'Two', discussion)
    client.editComment(second, 'Three')
    expect(sandbox.row(row)?.comments).toMatchObject([
      { text: 'One', discussionId: discussion },
      { text: 'Three', discussionId: discussion, authorId: client.user.id },
    ])
    client.deleteComment(second)
    expect(sandbox.row(row)?.comments).toHaveLength(1)
  })
})

describe('a webhook subscription', () => {
  it('signs as in the worked example of the documents', () => {
    const token = 'secret_tMrlL1qK5vuQAh1b6cZGhFChZTSYJlce98V0pYn7yBl'
    expect(signWebhook(token, JSON.stringify({ verification_token: token }))).toBe(
      'sha256=461e8cbcba8a75c3edd866f0e71280f5a85cbf21eff040ebd10fe266df38a735',
    )
  })

  it('begins with a signed token and sends nothing else until that is pasted back', async () => {
    const own = await start()
    const receiver = await startReceiver()
    const { id, status } = await own.subscribe(receiver.url)
    expect(status).toBe(200)
    const [handshake] = receiver.arrivals
    const token = handshake?.body.verification_token
    expect(handshake?.body).toEqual({ verification_token: expect.stringMatching(/^secret_[A-Za-z0-9]{43}$/) })
    const signature = createHmac('sha256', token)
      .update(handshake?.raw ?? '')
      .digest('hex')
    expect(handshake?.headers['x-notion-signature']).toBe(`sha256=${signature}`)

    const { id: dataSource } = own.dataSource({ name: 'Dupont' })
    own.people.client.createRow({ dataSource, title: 'Too early' })
    await own.settled()
    expect(receiver.arrivals).toHaveLength(1)
    expect(own.subscriptions()).toMatchObject([{ id, state: 'pending', url: receiver.url }])

    expect(() => own.verify(`${token}x`)).toThrow('verification token')
    expect(await own.resendToken(id)).toBe(200)
    expect(receiver.bodies()[1]).toEqual(handshake?.body)
    own.verify(token)
    const row = own.people.client.createRow({ dataSource, title: 'In time' })
    await own.settled()
    expect(receiver.bodies().slice(2)).toMatchObject([{ type: 'page.created', entity: { id: row } }, {}])
  })

  it('tells when nobody answers', async () => {
    const own = await start()
    expect(await own.subscribe('http://127.0.0.1:1/hook')).toMatchObject({ status: null })
  })

  it('sends only the types that were ticked, and nothing once it is deleted', async () => {
    const own = await start()
    const receiver = await startReceiver()
    const { id } = await own.subscribe(receiver.url, { types: ['page.created'] })
    own.verify(receiver.bodies()[0].verification_token)
    const { id: dataSource } = own.dataSource({ name: 'Dupont' })
    own.people.client.trash(own.people.client.createRow({ dataSource, title: 'One' }))
    await own.settled()
    own.unsubscribe(id)
    own.people.client.createRow({ dataSource, title: 'Two' })
    await own.settled()
    expect(receiver.types()).toEqual([undefined, 'page.created'])
    expect(own.subscriptions()).toEqual([])
  })
})

describe('a webhook', () => {
  it('names the thing and its author, never a value, and is signed over its bytes', async () => {
    const {
      sandbox: own,
      receiver,
      source: made,
      client,
      ...scene
    } = await startSubscribed({
      now: () => new Date('2026-11-24T09:30:42.123Z'),
    })
    const row = client.createRow({ dataSource: made.id, title: 'A secret flight' })
    await own.settled()
    const [created, content] = receiver.arrivals
    const common = {
      id: expect.stringMatching(uuid),
      timestamp: '2026-11-24T09:30:42.123Z',
      workspace_id: own.workspaceId,
      workspace_name: 'Atelier Moreau',
      subscription_id: scene.subscriptionId,
      integration_id: own.integrationId,
      authors: [{ id: client.user.id, type: 'person' }],
      attempt_number: 1,
      api_version: version,
    }
    expect(created?.body).toEqual({
      ...common,
      type: 'page.created',
      entity: { id: row, type: 'page' },
      data: { parent: { id: made.databaseId, type: 'database', data_source_id: made.id } },
    })
    expect(content?.body).toEqual({
      ...common,
      type: 'data_source.content_updated',
      entity: { id: made.id, type: 'data_source' },
      data: {
        updated_blocks: [{ id: row, type: 'page' }],
        parent: { id: made.databaseId, type: 'database' },
      },
    })
    expect(receiver.arrivals).toHaveLength(2)
    expect(created?.body.id).not.toBe(content?.body.id)
    expect(created?.raw).not.toContain('secret flight')
    expect(created?.raw).not.toContain('\n')
    const signature = createHmac('sha256', scene.token)
      .update(created?.raw ?? '')
      .digest('hex')
    expect(created?.headers['x-notion-signature']).toBe(`sha256=${signature}`)
    expect(created?.headers['content-type']).toBe('application/json')
  })

  it('tells which columns changed, by their encoded ids, and that the bot did it', async () => {
    const { sandbox: own, receiver, source: made, client, call: ownCall } = await startSubscribed()
    const row = client.createRow({ dataSource: made.id, title: 'Book a flight' })
    await own.settled()
    receiver.arrivals.length = 0
    await ownCall('PATCH', `/pages/${row}`, {
      properties: { Due: { date: { start: '2026-12-01' } }, Status: { status: { name: 'Done' } } },
    })
    await own.settled()
    expect(receiver.bodies()).toMatchObject([
      {
        type: 'page.properties_updated',
        authors: [{ id: own.botId, type: 'bot' }],
        entity: { id: row, type: 'page' },
        data: {
          parent: { data_source_id: made.id },
          updated_properties: [made.properties.Due, made.properties.Status],
        },
      },
    ])
  })

  it('is sent for each thing that happens', async () => {
    const { sandbox: own, receiver, source: made, client, assistant, call: ownCall } = await startSubscribed()
    const row = client.createRow({ dataSource: made.id, title: 'Book a flight' })
    const other = own.dataSource({ name: 'Martin' })
    await own.settled()

    const typesOf = async (act: () => unknown): Promise<string[]> => {
      receiver.arrivals.length = 0
      await act()
      await own.settled()
      return receiver.types()
    }
    expect(await typesOf(() => client.editRow(row, { title: 'Book two' }))).toEqual(['page.content_updated'])
    expect(receiver.bodies()[0].data.updated_blocks).toEqual([{ id: row, type: 'page' }])
    expect(await typesOf(() => client.writeBody(row, 'Hello'))).toEqual(['page.content_updated'])
    expect(receiver.bodies()[0].data.updated_blocks[0].type).toBe('block')
    expect(await typesOf(() => client.editRow(row, { title: 'Book', due: '2026-12-01' }))).toEqual([
      'page.content_updated',
      'page.properties_updated',
    ])
    expect(await typesOf(() => client.editRow(row, { due: '2026-12-01' }))).toEqual([])
    expect(await typesOf(() => client.addOption(row, 'Labels', 'New'))).toEqual([
      'data_source.schema_updated',
      'page.properties_updated',
    ])
    expect(receiver.bodies()[0].data.updated_properties).toEqual([
      { id: made.properties.Labels, name: 'Labels', action: 'updated' },
    ])
    expect(await typesOf(() => client.trash(row))).toEqual(['page.deleted'])
    expect(await typesOf(() => assistant.restore(row))).toEqual(['page.undeleted'])
    const properties = { Due: null, Sum: { number: {} }, Status: { name: 'Stage' } }
    expect(await typesOf(() => ownCall('PATCH', `/data_sources/${made.id}`, { properties }))).toEqual([
      'data_source.schema_updated',
    ])
    expect(receiver.bodies()[0].data.updated_properties).toEqual([
      { id: made.properties.Due, name: 'Due', action: 'deleted' },
      { id: expect.any(String), name: 'Sum', action: 'created' },
      { id: made.properties.Status, name: 'Stage', action: 'updated' },
    ])
    expect(await typesOf(() => client.move(row, other.id))).toEqual([
      'page.moved',
      'data_source.content_updated',
    ])
    expect(receiver.bodies()[0].data.parent.data_source_id).toBe(other.id)
  })

  it('tells of every comment at once, and names its page', async () => {
    const { sandbox: own, receiver, source: made, client } = await startSubscribed({ aggregationMs: 20 })
    const row = client.createRow({ dataSource: made.id, title: 'Book a flight' })
    await own.settled()
    receiver.arrivals.length = 0
    const id = client.comment(row, 'One')
    client.editComment(id, 'Two')
    client.editComment(id, 'Three')
    client.deleteComment(id)
    await own.settled()
    expect(receiver.types()).toEqual([
      'comment.created',
      'comment.updated',
      'comment.updated',
      'comment.deleted',
    ])
    expect(receiver.bodies()[0]).toMatchObject({
      entity: { id, type: 'comment' },
      data: { page_id: row, parent: { id: row, type: 'page' } },
    })
  })

  it('is not sent for what is not shared', async () => {
    const { sandbox: own, receiver, source: made, client } = await startSubscribed()
    own.unshare(made.id)
    client.comment(client.createRow({ dataSource: made.id, title: 'Private' }), 'Hello')
    await own.settled()
    expect(receiver.arrivals).toEqual([])
  })
})

describe('aggregation', () => {
  it('merges the edits of a person and of the bot into one event', async () => {
    const {
      sandbox: own,
      receiver,
      source: made,
      client,
      call: ownCall,
    } = await startSubscribed({
      aggregationMs: 1_500,
    })
    const row = client.createRow({ dataSource: made.id, title: 'Book a flight' })
    await own.settled()
    receiver.arrivals.length = 0
    client.editRow(row, { due: '2026-12-01' })
    client.editRow(row, { due: '2026-12-02' })
    await ownCall('PATCH', `/pages/${row}`, { properties: { Status: { status: { name: 'Done' } } } })
    await own.settled()
    expect(receiver.bodies()).toMatchObject([
      {
        type: 'page.properties_updated',
        authors: [
          { id: client.user.id, type: 'person' },
          { id: own.botId, type: 'bot' },
        ],
        data: { updated_properties: [made.properties.Due, made.properties.Status] },
      },
    ])
  })

  it('keeps rows apart, and gathers those that came into one data source', async () => {
    const { sandbox: own, receiver, source: made, client } = await startSubscribed({ aggregationMs: 40 })
    const rows = ['One', 'Two'].map((title) => client.createRow({ dataSource: made.id, title }))
    await own.settled()
    expect(receiver.types().sort()).toEqual(['data_source.content_updated', 'page.created', 'page.created'])
    const content = receiver.bodies().find(({ type }) => type === 'data_source.content_updated')
    expect(content.data.updated_blocks).toEqual(rows.map((id) => ({ id, type: 'page' })))
  })

  it('never tells of a row that came and went within its window', async () => {
    const { sandbox: own, receiver, source: made, client } = await startSubscribed({ aggregationMs: 40 })
    const brief = client.createRow({ dataSource: made.id, title: 'A mistake' })
    client.editRow(brief, { due: '2026-12-01' })
    client.trash(brief)
    await own.settled()
    expect(receiver.arrivals).toEqual([])
    const kept = client.createRow({ dataSource: made.id, title: 'Kept' })
    client.trash(client.createRow({ dataSource: made.id, title: 'A mistake' }))
    await own.settled()
    expect(receiver.types().sort()).toEqual(['data_source.content_updated', 'page.created'])
    expect(receiver.arrivals.map(({ raw }) => raw.includes(kept))).toEqual([true, true])
    client.trash(kept)
    await own.settled()
    expect(receiver.types().at(-1)).toBe('page.deleted')
  })

  it('does not tell of a row that left the trash at once', async () => {
    const { sandbox: own, receiver, source: made, client } = await startSubscribed({ aggregationMs: 40 })
    const row = client.createRow({ dataSource: made.id, title: 'Book a flight' })
    await own.settled()
    receiver.arrivals.length = 0
    client.trash(row)
    client.restore(row)
    await own.settled()
    expect(receiver.arrivals).toEqual([])
  })

  it('tells of a column that was made and then changed as made', async () => {
    const {
      sandbox: own,
      receiver,
      source: made,
      client,
      call: ownCall,
    } = await startSubscribed({
      aggregationMs: 1_500,
    })
    await ownCall('PATCH', `/data_sources/${made.id}`, { properties: { Sum: { number: {} } } })
    client.renameProperty(made.id, 'Sum', 'Total')
    await own.settled()
    expect(receiver.bodies()).toMatchObject([
      { data: { updated_properties: [{ name: 'Total', action: 'created' }] } },
    ])
  })
})

describe('retries', () => {
  it('keep the id, count the attempts and sign anew', async () => {
    const { sandbox: own, receiver, source: made, client, token } = await startSubscribed()
    receiver.answers.push(200, 200, 500, 302)
    const row = client.createRow({ dataSource: made.id, title: 'Book a flight' })
    await own.settled()
    receiver.arrivals.length = 0
    client.editRow(row, { due: '2026-12-01' })
    await own.settled()
    const bodies = receiver.bodies()
    expect(bodies.map(({ attempt_number: attempt }) => attempt)).toEqual([1, 2, 3])
    expect(new Set(bodies.map(({ id }) => id)).size).toBe(1)
    expect(new Set(bodies.map(({ timestamp }) => timestamp)).size).toBe(1)
    for (const { raw, headers } of receiver.arrivals) {
      expect(headers['x-notion-signature']).toBe(signWebhook(token, raw))
    }
  })

  it('end after the eighth attempt', async () => {
    const {
      sandbox: own,
      receiver,
      source: made,
      client,
    } = await startSubscribed({
      webhookRetryMs: [1, 1, 1, 1, 1, 1, 1],
    })
    const row = client.createRow({ dataSource: made.id, title: 'Book a flight' })
    await own.settled()
    receiver.arrivals.length = 0
    receiver.answers.push(...Array.from({ length: 20 }, () => 503))
    client.trash(row)
    await own.settled()
    expect(receiver.bodies().map(({ attempt_number: attempt }) => attempt)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('begin when the receiver takes too long', async () => {
    const { sandbox: own, source: made, client } = await startSubscribed({ webhookTimeoutMs: 1_000 })
    const attempts: number[] = []
    const server = createServer((incoming, outgoing) => {
      let raw = ''
      incoming.on('data', (chunk: Buffer) => {
        raw += chunk.toString()
      })
      incoming.on('end', () => {
        const body = JSON.parse(raw)
        if ('verification_token' in body) own.verify(body.verification_token)
        else attempts.push(body.attempt_number)
        if (attempts.length !== 1) outgoing.end()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await own.subscribe(`http://127.0.0.1:${port}`, { types: ['page.created'] })
    client.createRow({ dataSource: made.id, title: 'Slow' })
    await own.settled()
    server.closeAllConnections()
    server.close()
    // On a busy machine the second, which is answered, may be late as well.
    expect(attempts.slice(0, 2)).toEqual([1, 2])
  })
})

describe('webhooks that go wrong', () => {
  it('are dropped and doubled as told', async () => {
    const { sandbox: own, receiver, source: made, client } = await startSubscribed()
    const row = client.createRow({ dataSource: made.id, title: 'Book a flight' })
    await own.settled()
    receiver.arrivals.length = 0
    own.faults.dropNextWebhooks(1)
    client.trash(row)
    await own.settled()
    expect(receiver.arrivals).toEqual([])
    own.faults.doubleNextWebhooks(1)
    client.restore(row)
    client.trash(row)
    await own.settled()
    expect(receiver.types()).toEqual(['page.undeleted', 'page.undeleted', 'page.deleted'])
    expect(receiver.arrivals[0]?.raw).toBe(receiver.arrivals[1]?.raw)
  })

  it('leave in any order when shuffled', async () => {
    const order = [0.9, 0.5, 0.1]
    const {
      sandbox: own,
      receiver,
      source: made,
      client,
    } = await startSubscribed({
      random: () => order.shift() ?? 0,
    })
    const row = client.createRow({ dataSource: made.id, title: 'Book a flight' })
    await own.settled()
    receiver.arrivals.length = 0
    own.faults.shuffle = true
    client.trash(row)
    client.restore(row)
    client.comment(row, 'Hello')
    await own.settled()
    expect(receiver.types()).toEqual(['comment.created', 'page.undeleted', 'page.deleted'])
  })

  it('are held back and sent later', async () => {
    const { sandbox: own, receiver, source: made, client } = await startSubscribed()
    own.faults.pauseWebhooks()
    client.createRow({ dataSource: made.id, title: 'Book a flight' })
    await own.settled()
    expect(receiver.arrivals).toEqual([])
    own.faults.resumeWebhooks()
    await own.settled()
    expect(receiver.types()).toEqual(['page.created', 'data_source.content_updated'])
  })

  it('are late as told', async () => {
    const { sandbox: own, receiver, source: made, client } = await startSubscribed()
    own.faults.delayWebhooksMs = 60
    const from = performance.now()
    client.createRow({ dataSource: made.id, title: 'Book a flight' })
    await own.settled()
    expect(performance.now() - from).toBeGreaterThanOrEqual(55)
    expect(receiver.arrivals).toHaveLength(2)
  })
})

describe('requests that go wrong', () => {
  afterEach(() => sandbox.faults.clear())

  it.each([
    [409, 'conflict_error'],
    [500, 'internal_server_error'],
    [502, 'bad_gateway'],
    [503, 'service_unavailable'],
    [504, 'gateway_timeout'],
    [529, 'service_overload'],
  ])('are answered %i %s without being carried out, as often as told', async (status, code) => {
    const row = makeRow()
    sandbox.faults.failNext(2, { status })
    for (const estimate of [1, 2]) {
      const answer = await patch(row, { Estimate: { number: estimate } })
      expect(answer).toMatchObject({ status, body: { object: 'error', status, code } })
      expect(answer.body.request_id).toMatch(uuid)
      expect(answer.body).not.toHaveProperty('additional_data')
    }
    expect(sandbox.row(row)?.numbers.Estimate).toBeNull()
    expect((await patch(row, { Estimate: { number: 3 } })).status).toBe(200)
  })

  it('are rate limited with the seconds to wait and the reason', async () => {
    sandbox.faults.failNext(1, { status: 429, retryAfterSeconds: 7 })
    const usual = await call('GET', '/users/me')
    expect(usual).toMatchObject({
      status: 429,
      body: {
        code: 'rate_limited',
        additional_data: { rate_limit_reason: 'public_api_request_rate_limit', retry_after: '7' },
      },
    })
    expect(usual.headers.get('retry-after')).toBe('7')
    sandbox.faults.failNext(1, { status: 429, rateLimitReason: 'public_api_request_blocked' })
    const blocked = await call('GET', '/users/me')
    expect(blocked.body.additional_data.rate_limit_reason).toBe('public_api_request_blocked')
  })

  it('are chosen by path and by whether they write', async () => {
    const row = makeRow()
    sandbox.faults.failNext(1, { path: /^\/comments/ })
    expect((await call('GET', `/pages/${row}`)).status).toBe(200)
    expect((await call('GET', `/comments?block_id=${row}`)).status).toBe(503)
    sandbox.faults.failNext(1, { onlyWrites: true, status: 400, code: 'validation_error' })
    expect((await call('GET', `/pages/${row}`)).status).toBe(200)
    expect((await call('POST', `/data_sources/${source.id}/query`, {})).status).toBe(200)
    expect((await call('POST', '/search', {})).status).toBe(200)
    expect(await patch(row, {})).toMatchObject({ status: 400, body: { code: 'validation_error' } })
  })

  it('tell what they wrote when a 503 comes after the commit', async () => {
    const row = makeRow()
    sandbox.faults.failNext(1, { afterCommit: true, path: /^\/comments$/ })
    const answer = await call('POST', '/comments', { parent: { page_id: row }, rich_text: text('Hello') })
    const [comment] = sandbox.row(row)?.comments ?? []
    expect(comment?.text).toBe('Hello')
    expect(answer).toMatchObject({
      status: 503,
      body: {
        code: 'service_unavailable',
        additional_data: { committed_resource_id: comment?.id, retry_guidance: expect.any(String) },
      },
    })
    expect(sandbox.calls.all.at(-1)?.status).toBe(503)
  })

  it('name nothing as written when the 503 hid a refusal or a read, nor with another status', async () => {
    sandbox.faults.failNext(2, { afterCommit: true })
    sandbox.faults.failNext(1, { afterCommit: true, status: 500 })
    const row = makeRow()
    const refused = await call('PATCH', `/pages/${row}`, { archived: true })
    const read = await call('GET', '/users/me')
    const silent = await patch(row, { Estimate: { number: 5 } })
    expect([refused.status, read.status, silent.status]).toEqual([503, 503, 500])
    for (const { body } of [refused, read, silent]) expect(body).not.toHaveProperty('additional_data')
    expect(sandbox.row(row)?.numbers.Estimate).toBe(5)
  })

  it.each([
    [true, 5],
    [false, null],
  ])('hang for ever (carried out: %s)', async (afterCommit, estimate) => {
    const row = makeRow()
    sandbox.faults.hangNext(1, { afterCommit })
    const body = JSON.stringify({ properties: { Estimate: { number: 5 } } })
    const patience = new AbortController()
    const before = sandbox.calls.writes(row)
    const hanging = call('PATCH', `/pages/${row}`, {}, { body, signal: patience.signal })
    await eventually(
      () => ({ writes: sandbox.calls.writes(row), written: sandbox.row(row)?.numbers.Estimate }),
      ({ writes, written }) => writes > before && written === estimate,
    )
    patience.abort()
    await expect(hanging).rejects.toMatchObject({ name: 'AbortError' })
    expect(sandbox.row(row)?.numbers.Estimate).toBe(estimate)
    expect((await call('GET', `/pages/${row}`)).status).toBe(200)
  })

  it.each([
    [true, 5],
    [false, null],
  ])('lose their connection (carried out: %s)', async (afterCommit, estimate) => {
    const row = makeRow()
    sandbox.faults.cutNext(1, { afterCommit })
    await expect(patch(row, { Estimate: { number: 5 } })).rejects.toThrow('fetch failed')
    expect(sandbox.row(row)?.numbers.Estimate).toBe(estimate)
  })

  it('are slow as told, and well again once the faults are cleared', async () => {
    sandbox.faults.latencyMs = 60
    sandbox.faults.failNext(9, { path: /me$/ })
    const from = performance.now()
    expect((await call('GET', '/users/me')).status).toBe(503)
    expect(performance.now() - from).toBeGreaterThanOrEqual(55)
    sandbox.faults.clear()
    expect(sandbox.faults.latencyMs).toBe(0)
    expect((await call('GET', '/users/me')).status).toBe(200)
  })
})

describe('the rate limit', () => {
  // A window ends when the test says so, and not while a slow machine is still at the requests of the first.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
  afterEach(() => void vi.useRealTimers())

  it('lets 180 requests pass in a minute', async () => {
    const own = await start({ rateLimits: true })
    const ownCall = callerOf(own)
    const statuses = []
    for (let index = 0; index < 181; index += 1) statuses.push((await ownCall('GET', '/users/me')).status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(180)
    const { status, headers, body } = await ownCall('GET', '/users/me')
    expect(status).toBe(429)
    const seconds = Number(headers.get('retry-after'))
    expect(Number.isInteger(seconds) && seconds > 0 && seconds <= 60).toBe(true)
    expect(body.additional_data).toEqual({
      rate_limit_reason: 'public_api_request_rate_limit',
      retry_after: String(seconds),
    })
  })

  it('starts afresh with the next window, and is off unless switched on', async () => {
    const own = await start({ rateLimits: { requests: 1, windowMs: 400 } })
    const ownCall = callerOf(own)
    expect((await ownCall('GET', '/users/me')).status).toBe(200)
    expect((await ownCall('GET', '/users/me')).status).toBe(429)
    vi.setSystemTime(Date.now() + 400)
    expect((await ownCall('GET', '/users/me')).status).toBe(200)
    const free = callerOf(await start())
    const answers = await Promise.all(Array.from({ length: 200 }, () => free('GET', '/users/me')))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
  })
})

describe('the log of calls', () => {
  it('counts reads and writes, of one row and of all', async () => {
    const [row, other] = [makeRow(), makeRow()]
    await call('GET', `/pages/${row.replaceAll('-', '')}`)
    await patch(row, { Estimate: { number: 1 } })
    const comment = await call('POST', '/comments', { parent: { page_id: row }, rich_text: text('One') })
    await call('PATCH', `/comments/${comment.body.id}`, { rich_text: text('Two') })
    const answer = { discussion_id: comment.body.discussion_id, rich_text: text('Three') }
    await call('POST', '/comments', answer)
    await call('GET', `/comments?block_id=${row}`)
    await call('POST', `/data_sources/${source.id}/query`, {})
    await call('GET', `/pages/${other}`)
    const { calls } = sandbox
    expect([calls.reads(), calls.writes()]).toEqual([4, 4])
    expect([calls.reads(row), calls.writes(row)]).toEqual([2, 4])
    expect([calls.reads(other), calls.writes(other)]).toEqual([1, 0])
    expect(calls.all[1]).toMatchObject({
      method: 'PATCH',
      path: `/pages/${row}`,
      body: { properties: { Estimate: { number: 1 } } },
      pageId: row,
      status: 200,
    })
    calls.reset()
    expect(calls.all).toEqual([])
  })

  it('holds refused requests too, and never the token', async () => {
    await ask(`${sandbox.url}/v1/users/me`, { headers: { authorization: 'Bearer ntn_wrong' } })
    await call('GET', '/users/me')
    expect(sandbox.calls.all.map(({ status }) => status)).toEqual([401, 200])
    expect(JSON.stringify(sandbox.calls.all)).not.toContain(sandbox.credentials.token)
  })
})
