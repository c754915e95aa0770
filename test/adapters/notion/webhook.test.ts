import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RawDelivery, WebhookKeys } from '#model/adapter.ts'
import { isAppError } from '#model/error.ts'
import { receive, sign } from '../../../adapters/notion/webhook.ts'
import { connectionId, databaseId, dataSourceId, pageId, userIds } from './fixtures.ts'

const keys: WebhookKeys = {
  connectionId,
  secrets: ['secret_new', 'secret_old'],
  callbackUrl: 'https://cadre.test/webhooks/notion/conn-9',
  userId: userIds.us,
}
const row = { id: databaseId, type: 'database', data_source_id: dataSourceId }
const person = { id: userIds.client, type: 'person' }
const bot = { id: userIds.us, type: 'bot' }

function bytesOf(body: unknown): Uint8Array {
  return new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body))
}

function createDelivery(
  body: unknown,
  secret = 'secret_new',
  headers: RawDelivery['headers'] = {},
): RawDelivery {
  const bytes = bytesOf(body)
  return { body: bytes, headers: { 'x-notion-signature': sign(bytes, secret), ...headers } }
}

function createBody(changes: Record<string, unknown> = {}) {
  return {
    id: '56c3e00c-4f0c-4566-9676-4b058a50a001',
    timestamp: '2026-07-05T10:03:06.094Z',
    workspace_id: '13950b26-c203-4f3b-b97d-93ec06319001',
    workspace_name: 'Le cabinet de Camille',
    subscription_id: '29d75c0d-5546-4414-8459-7b7a92f1f001',
    integration_id: '0ef2e755-4912-8096-91c1-00376a88a001',
    api_version: '2026-03-11',
    type: 'page.properties_updated',
    authors: [person],
    accessible_by: [person, bot],
    attempt_number: 1,
    entity: { id: pageId, type: 'page' },
    data: { parent: row, updated_properties: ['XGe%40'] },
    ...changes,
  }
}

const receiveBody = (changes: Record<string, unknown> = {}) =>
  receive(createDelivery(createBody(changes)), keys)

function codeOf(delivery: RawDelivery, withKeys = keys): string | null {
  try {
    receive(delivery, withKeys)
    return null
  } catch (error) {
    return isAppError(error) ? error.code : 'not ours'
  }
}

describe('a signature', () => {
  it('is the one of the vendor’s worked example', () => {
    const token = 'secret_tMrlL1qK5vuQAh1b6cZGhFChZTSYJlce98V0pYn7yBl'
    expect(sign(`{"verification_token":"${token}"}`, token)).toBe(
      'sha256=461e8cbcba8a75c3edd866f0e71280f5a85cbf21eff040ebd10fe266df38a735',
    )
  })

  it('of the current or the previous secret is accepted, of any other refused', () => {
    expect(codeOf(createDelivery(createBody(), 'secret_new'))).toBeNull()
    expect(codeOf(createDelivery(createBody(), 'secret_old'))).toBeNull()
    expect(codeOf(createDelivery(createBody(), 'secret_older'))).toBe('WEBHOOK_SIGNATURE_INVALID')
  })

  it('with an empty secret is refused, even when an empty one is configured', () => {
    const withEmpty = { ...keys, secrets: ['secret_new', ''] }
    expect(codeOf(createDelivery(createBody(), ''), withEmpty)).toBe('WEBHOOK_SIGNATURE_INVALID')
  })

  it('does not survive any flipped bit of the body', () => {
    const delivery = createDelivery(createBody())
    fc.assert(
      fc.property(fc.nat(delivery.body.length - 1), fc.nat(7), (index, bit) => {
        const body = Uint8Array.from(delivery.body)
        body[index] = (body[index] ?? 0) ^ (1 << bit)
        expect(codeOf({ ...delivery, body })).toBe('WEBHOOK_SIGNATURE_INVALID')
      }),
    )
  })

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['without its prefix', sign(bytesOf(createBody()), 'secret_new').slice('sha256='.length)],
    ['short', 'sha256=461e8cbc'],
    ['of the right length but wrong', `sha256=${'0'.repeat(64)}`],
    ['not ASCII', 'é'.repeat(71)],
    ['longer by one', `${sign(bytesOf(createBody()), 'secret_new')}0`],
  ])('that is %s is refused in the same way', (_, signature) => {
    const delivery = createDelivery(createBody(), 'secret_new', { 'x-notion-signature': signature })
    expect(codeOf(delivery)).toBe('WEBHOOK_SIGNATURE_INVALID')
  })

  it('is checked before the body is read', () => {
    expect(codeOf(createDelivery('no json', 'secret_wrong'))).toBe('WEBHOOK_SIGNATURE_INVALID')
    expect(codeOf(createDelivery('no json'))).toBe('WEBHOOK_BODY_INVALID')
  })

  it('over bytes that are no UTF-8 does not make them a body', () => {
    const body = Uint8Array.from([0x22, 0xff, 0x22])
    const headers = { 'x-notion-signature': sign(body, 'secret_new') }
    expect(codeOf({ body, headers })).toBe('WEBHOOK_BODY_INVALID')
  })
})

describe('a handshake', () => {
  const body = { verification_token: 'secret_first' }
  const unknown = { ...keys, secrets: [] }

  it('tells the secret while none is known, and keeps it out of the evidence', () => {
    const received = receive({ body: bytesOf(body), headers: {} }, unknown)
    expect(received).toMatchObject({ kind: 'handshake', secret: 'secret_first', taskId: null })
    expect(JSON.stringify(received.evidence)).not.toContain('secret_first')
    expect(received.key).toMatch(/^[0-9a-f]{64}$/)
  })

  it('counts an empty secret as none', () => {
    const empty = { ...keys, secrets: [''] }
    expect(receive({ body: bytesOf(body), headers: {} }, empty).kind).toBe('handshake')
  })

  it('may be signed, but only with the secret that it tells', () => {
    expect(receive(createDelivery(body, 'secret_first'), unknown).kind).toBe('handshake')
    expect(codeOf(createDelivery(body, 'secret_second'), unknown)).toBe('WEBHOOK_SIGNATURE_INVALID')
    const emptyHeader = createDelivery(body, 'secret_first', { 'x-notion-signature': '' })
    expect(codeOf(emptyHeader, unknown)).toBe('WEBHOOK_SIGNATURE_INVALID')
  })

  it('never replaces a secret that is known, whoever sends it', () => {
    expect(codeOf({ body: bytesOf(body), headers: {} })).toBe('WEBHOOK_SIGNATURE_INVALID')
    expect(codeOf(createDelivery(body, 'secret_first'))).toBe('WEBHOOK_SIGNATURE_INVALID')
    const resent = receive(createDelivery({ verification_token: 'secret_new' }), keys)
    expect(resent).toMatchObject({ kind: 'other', taskId: null })
    expect(resent.secret).toBeUndefined()
  })

  it.each([
    [createBody()],
    ['no json'],
    [{ verification_token: '' }],
    [{ verification_token: 'two words' }],
    [{ verification_token: 5 }],
    [[]],
  ])('is all that is accepted before: not %j', (other) => {
    expect(codeOf({ body: bytesOf(other), headers: {} }, unknown)).toBe('WEBHOOK_SIGNATURE_INVALID')
    expect(codeOf(createDelivery(other, ''), unknown)).toBe('WEBHOOK_SIGNATURE_INVALID')
  })
})

describe('a genuine delivery', () => {
  it('names the task, the event and the moment, under the id of the event', () => {
    const received = receiveBody()
    expect(received).toMatchObject({
      kind: 'task',
      key: '56c3e00c-4f0c-4566-9676-4b058a50a001',
      event: 'page.properties_updated',
      taskId: pageId,
      occurredAt: '2026-07-05T10:03:06.094Z',
    })
    expect(received.dueAt).toBeUndefined()
  })

  it('has the same key however often it is tried', () => {
    expect(receiveBody({ attempt_number: 8 }).key).toBe(receiveBody().key)
  })

  it.each([
    'page.created',
    'page.content_updated',
    'page.deleted',
    'page.undeleted',
    'page.locked',
    'page.moved',
    'page.something_new',
  ])('of type %s concerns its page', (type) =>
    expect(receiveBody({ type })).toMatchObject({ kind: 'task', event: type, taskId: pageId }),
  )

  it('names the page in one form', () => {
    const entity = { id: pageId.replaceAll('-', '').toUpperCase(), type: 'page' }
    expect(receiveBody({ entity }).taskId).toBe(pageId)
  })

  it.each(['page', 'space', 'block', 'team', 'agent'])('about a page below a %s is no task', (type) => {
    const data = { parent: { id: databaseId, type } }
    expect(receiveBody({ data })).toMatchObject({ kind: 'other', taskId: null })
  })

  it.each([
    ['of an older version, which names only the database', { id: databaseId, type: 'database' }],
    ['of a type to come', { id: dataSourceId, type: 'data_source' }],
    ['that names the data source', { id: databaseId, type: 'something', data_source_id: dataSourceId }],
    ['which does not say where the page is', undefined],
    ['with an odd parent', 'here'],
  ])('%s may concern a task', (_, parent) => {
    expect(receiveBody({ data: { parent } })).toMatchObject({ kind: 'task', taskId: pageId })
  })

  it('about a page that was moved may concern a task that is none any more', () => {
    const data = { parent: { id: databaseId, type: 'page' } }
    expect(receiveBody({ type: 'page.moved', data })).toMatchObject({ kind: 'task', taskId: pageId })
  })

  it.each(['comment.created', 'comment.updated', 'comment.deleted'])(
    'of type %s concerns the page that it is on, also below a block of it',
    (type) => {
      const entity = { id: '153104cd-477e-8071-b16a-001d9a35a001', type: 'comment' }
      const block = { id: '153104cd-477e-803a-88dc-caececf26001', type: 'block' }
      const onBlock = { page_id: pageId, parent: block }
      expect(receiveBody({ type, entity, data: onBlock })).toMatchObject({ kind: 'task', taskId: pageId })
      const onPage = { parent: { id: pageId, type: 'page' } }
      expect(receiveBody({ type, entity, data: onPage })).toMatchObject({ kind: 'task', taskId: pageId })
      expect(receiveBody({ type, entity, data: { parent: block } }).kind).toBe('other')
    },
  )

  it.each([
    ['data_source.schema_updated', 'data_source'],
    ['data_source.content_updated', 'data_source'],
    ['database.created', 'database'],
    ['view.updated', 'view'],
    ['file_upload.completed', 'file_upload'],
  ])('of type %s is no task', (type, entity) => {
    expect(receiveBody({ type, entity: { id: dataSourceId, type: entity } })).toMatchObject({
      kind: 'other',
      taskId: null,
    })
  })

  it('without a moment counts as long ago', () => {
    expect(receiveBody({ timestamp: 'soon' }).occurredAt).toBe('1970-01-01T00:00:00.000Z')
  })

  it.each([
    [{}],
    [[]],
    ['"text"'],
    ['null'],
    [{ id: 3, type: 'page.created' }],
    [{ id: 'e1' }],
    [{ id: '', type: 'x' }],
  ])('of the form %j is genuine but concerns nothing', (body) => {
    const received = receive(createDelivery(body), keys)
    expect(received).toMatchObject({ kind: 'other', taskId: null, evidence: {} })
    expect(received.key).toMatch(/^[0-9a-f]{64}$/)
  })

  it('about what has no proper id concerns nothing', () => {
    expect(receiveBody({ entity: { id: '../users', type: 'page' } })).toMatchObject({
      kind: 'other',
      taskId: null,
    })
  })

  it('keeps ids, types and times, and nothing that a person wrote or is called', () => {
    const { evidence } = receiveBody()
    const { workspace_id, workspace_name, integration_id, accessible_by, ...kept } = createBody()
    expect(JSON.parse(JSON.stringify(evidence))).toEqual(kept)
    const schema = receiveBody({ data: { parent: row, updated_properties: [{ id: 'kq', name: 'Camille' }] } })
    expect(JSON.stringify(schema.evidence)).not.toContain('Camille')
  })
})

describe('our own writing', () => {
  it('comes back as an echo, under whatever form of our id', () => {
    expect(receiveBody({ authors: [bot] })).toMatchObject({ kind: 'echo', taskId: pageId })
    const withoutDashes = { ...keys, userId: userIds.us.replaceAll('-', '') }
    expect(receive(createDelivery(createBody({ authors: [bot, bot] })), withoutDashes).kind).toBe('echo')
  })

  it.each([
    ['together with a person’s', [bot, person]],
    ['by another bot', [{ id: '1a7104cd-2702-81b5-8408-00279347f099', type: 'bot' }]],
    ['by nobody', []],
    ['by somebody unreadable', [bot, { name: 'x' }]],
    ['by authors that are none', 'us'],
  ])('%s is news', (_, authors) => expect(receiveBody({ authors }).kind).toBe('task'))

  it('is news while it is not known who we are', () => {
    const nobody = { ...keys, userId: '' }
    expect(receive(createDelivery(createBody({ authors: [{ id: '', type: 'bot' }] })), nobody).kind).toBe(
      'task',
    )
  })

  it('is believed only after the signature', () => {
    expect(codeOf(createDelivery(createBody({ authors: [bot] }), 'secret_wrong'))).toBe(
      'WEBHOOK_SIGNATURE_INVALID',
    )
  })
})
