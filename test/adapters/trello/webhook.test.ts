import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RawDelivery, WebhookKeys } from '#model/adapter.ts'
import { isAppError } from '#model/error.ts'
import { clientIdentifier, receive, sign } from '../../../adapters/trello/webhook.ts'
import { boardId, cardId, connectionId, labelIds, listIds, memberIds } from './fixtures.ts'

const keys: WebhookKeys = {
  connectionId,
  secrets: ['new-secret', 'old-secret'],
  callbackUrl: 'https://cadre.test/webhooks/trello/conn-7?x=1',
  userId: memberIds.us,
}

function createDelivery(
  body: unknown,
  secret = 'new-secret',
  headers: RawDelivery['headers'] = {},
): RawDelivery {
  const bytes = new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body))
  return { body: bytes, headers: { 'x-trello-webhook': sign(bytes, keys.callbackUrl, secret), ...headers } }
}

function createBody(action: Record<string, unknown> = {}, card: Record<string, unknown> | null = {}) {
  const named =
    card === null ? {} : { card: { id: cardId, name: 'Devis de Camille', shortLink: 'aBcD1234', ...card } }
  return {
    model: { id: boardId, name: 'Client de Camille' },
    action: {
      id: '6a4a2c1a1111111111111111',
      idMemberCreator: memberIds.client,
      type: 'updateCard',
      date: '2026-07-05T10:03:06.094Z',
      data: {
        ...named,
        board: { id: boardId, name: 'Client de Camille', shortLink: 'bOaRd123' },
        list: { id: listIds.requested, name: 'Demandes de Camille' },
        old: { name: 'Ancien titre de Camille', due: null },
        text: 'Un mot de Camille',
      },
      memberCreator: { id: memberIds.client, fullName: 'Camille Durand', email: 'camille@client.test' },
      ...action,
    },
  }
}

function codeOf(delivery: RawDelivery, withKeys = keys): string | null {
  try {
    receive(delivery, withKeys)
    return null
  } catch (error) {
    return isAppError(error) ? error.code : 'not ours'
  }
}

describe('a signature', () => {
  it('is the base64 of HMAC-SHA1 over body and callback URL', () => {
    const body = '{"action":{"type":"createCard"}}'
    expect(sign(body, 'https://gca/wh/trello', 's3cret')).toBe('bT0pfM4G3m3YU/TqEgH4I3Ll7C4=')
  })

  it('of the current or the previous secret is accepted, of any other refused', () => {
    expect(codeOf(createDelivery(createBody(), 'new-secret'))).toBeNull()
    expect(codeOf(createDelivery(createBody(), 'old-secret'))).toBeNull()
    expect(codeOf(createDelivery(createBody(), 'older-secret'))).toBe('WEBHOOK_SIGNATURE_INVALID')
  })

  it('with an empty secret is refused, even when an empty one is configured', () => {
    const withEmpty = { ...keys, secrets: ['new-secret', ''] }
    expect(codeOf(createDelivery(createBody(), ''), withEmpty)).toBe('WEBHOOK_SIGNATURE_INVALID')
    expect(codeOf(createDelivery(createBody(), ''), { ...keys, secrets: [] })).toBe(
      'WEBHOOK_SIGNATURE_INVALID',
    )
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

  it('holds for the registered address only', () => {
    const moved = { ...keys, callbackUrl: 'https://proxy.test/webhooks/trello/conn-7?x=1' }
    expect(codeOf(createDelivery(createBody()), moved)).toBe('WEBHOOK_SIGNATURE_INVALID')
  })

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['short', 'bT0pfM4G'],
    ['of the right length but wrong', 'A'.repeat(27).concat('=')],
    ['not ASCII', 'é'.repeat(28)],
  ])('that is %s is refused in the same way', (_, signature) => {
    const delivery = createDelivery(createBody(), 'new-secret', { 'x-trello-webhook': signature })
    expect(codeOf(delivery)).toBe('WEBHOOK_SIGNATURE_INVALID')
  })

  it('with something appended is refused', () => {
    const signature = `${createDelivery(createBody()).headers['x-trello-webhook']}=`
    expect(codeOf(createDelivery(createBody(), 'new-secret', { 'x-trello-webhook': signature }))).toBe(
      'WEBHOOK_SIGNATURE_INVALID',
    )
  })

  it('is checked before the body is read', () => {
    const delivery = createDelivery('no json', 'wrong-secret')
    expect(codeOf(delivery)).toBe('WEBHOOK_SIGNATURE_INVALID')
    expect(codeOf(createDelivery('no json'))).toBe('WEBHOOK_BODY_INVALID')
  })

  it('over bytes that are no UTF-8 does not make them a body', () => {
    const body = Uint8Array.from([0x22, 0xff, 0x22])
    const headers = { 'x-trello-webhook': sign(body, keys.callbackUrl, 'new-secret') }
    expect(codeOf({ body, headers })).toBe('WEBHOOK_BODY_INVALID')
  })
})

describe('a genuine delivery', () => {
  it('names the task, the event and the moment, under the id of the action', () => {
    expect(receive(createDelivery(createBody()), keys)).toMatchObject({
      kind: 'task',
      key: '6a4a2c1a1111111111111111',
      event: 'updateCard',
      taskId: cardId,
      occurredAt: '2026-07-05T10:03:06.094Z',
    })
  })

  it.each(['createCard', 'deleteCard', 'moveCardFromBoard', 'voteOnCard', 'commentCard', 'addLabelToCard'])(
    'of type %s concerns its card',
    (type) =>
      expect(receive(createDelivery(createBody({ type })), keys)).toMatchObject({
        kind: 'task',
        event: type,
      }),
  )

  it('without a card is no task', () => {
    const body = createBody({ type: 'updateList' }, null)
    expect(receive(createDelivery(body), keys)).toMatchObject({
      kind: 'other',
      taskId: null,
      event: 'updateList',
    })
  })

  it.each([
    [{ due: '2026-07-06T18:00:00+02:00' }, '2026-07-06T16:00:00.000Z'],
    [{ due: null }, null],
    [{}, undefined],
    [{ due: 'soon' }, undefined],
    [{ due: 5 }, undefined],
  ])('with the card %j shows the due date %s', (card, dueAt) => {
    expect(receive(createDelivery(createBody({}, card)), keys).dueAt).toBe(dueAt)
  })

  it.each([[undefined], ['yesterday'], [17]])('with the date %j takes the second in its id', (date) => {
    const { occurredAt, kind } = receive(createDelivery(createBody({ date })), keys)
    expect(kind).toBe('task')
    expect(occurredAt).toBe('2026-07-05T10:04:10.000Z')
  })

  it('without any trace of when it happened counts as long ago', () => {
    const { occurredAt } = receive(createDelivery(createBody({ id: 'action-1', date: undefined })), keys)
    expect(occurredAt).toBe('1970-01-01T00:00:00.000Z')
  })

  it.each([
    [{}],
    [[]],
    ['"text"'],
    ['null'],
    [{ action: null }],
    [{ action: { id: 3, type: 'x' } }],
    [{ action: { id: 'a' } }],
  ])('of the form %j is genuine but concerns nothing', (body) => {
    const received = receive(createDelivery(body), keys)
    expect(received).toMatchObject({ kind: 'other', taskId: null })
    expect(received.key).toMatch(/^[0-9a-f]{64}$/)
    expect(receive(createDelivery(body), keys).key).toBe(received.key)
  })

  it('keeps ids, times and which values changed, and nothing that a person wrote or is called', () => {
    const { evidence } = receive(createDelivery(createBody({}, { due: null })), keys)
    expect(JSON.parse(JSON.stringify(evidence))).toEqual({
      action: {
        id: '6a4a2c1a1111111111111111',
        type: 'updateCard',
        date: '2026-07-05T10:03:06.094Z',
        idMemberCreator: memberIds.client,
        data: {
          card: { id: cardId, shortLink: 'aBcD1234', due: null },
          board: { id: boardId },
          list: { id: listIds.requested },
          old: ['name', 'due'],
        },
      },
    })
  })

  it('keeps no text of a label event either', () => {
    const label = { id: labelIds.people, name: 'Camille' }
    const body = createBody({
      type: 'addLabelToCard',
      data: { card: { id: cardId }, label, text: 'Camille' },
    })
    expect(JSON.stringify(receive(createDelivery(body), keys).evidence)).not.toContain('Camille')
  })
})

describe('our own writing', () => {
  const ours = { 'x-trello-client-identifier': clientIdentifier(connectionId) }

  it('comes back as an echo', () => {
    expect(receive(createDelivery(createBody(), 'new-secret', ours), keys)).toMatchObject({
      kind: 'echo',
      taskId: cardId,
    })
  })

  it('is not told by the member, who may be a person working by hand with the same account', () => {
    const body = createBody({ idMemberCreator: memberIds.us })
    expect(receive(createDelivery(body), keys).kind).toBe('task')
  })

  it('of another connection is news to this one', () => {
    const theirs = { 'x-trello-client-identifier': clientIdentifier('conn-8') }
    expect(receive(createDelivery(createBody(), 'new-secret', theirs), keys).kind).toBe('task')
  })

  it('is believed only after the signature', () => {
    expect(codeOf(createDelivery(createBody(), 'wrong-secret', ours))).toBe('WEBHOOK_SIGNATURE_INVALID')
  })
})
