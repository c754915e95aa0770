import nock from 'nock'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommentOperation, Operation } from '#model/operation.ts'
import type { Comment, Observed } from '#model/task.ts'
import {
  apiOrigin,
  boardId,
  cardId,
  createAdapter,
  createAttempt,
  createComment,
  createObserved,
  failureOf,
  fieldIds,
  labelIds,
  listIds,
  mapping,
  memberIds,
} from './fixtures.ts'

const reference = 'réf. K7Q2'
const addUrgent: Operation = { kind: 'label', change: 'add', label: 'urgent_confirm' }
const removeInScope: Operation = { kind: 'label', change: 'remove', label: 'in_scope' }
const toReview: Operation = { kind: 'status', status: 'review' }
const estimate: Operation = { kind: 'field', field: 'estimate', value: '94.5' }
const surcharge: Operation = { kind: 'field', field: 'surcharge', value: '35 %' }

function createCommentOperation(changes: Partial<CommentOperation> = {}): CommentOperation {
  return {
    kind: 'comment',
    id: null,
    text: `Bonjour\n\n${reference}`,
    reference,
    mayExist: false,
    ...changes,
  }
}

interface Call {
  readonly method: string
  readonly path: string
  readonly query: Record<string, string>
  readonly body: Record<string, unknown> | null
}

/**
 * Answers whatever is asked with `answers` in order, then with `{}`, and keeps what was asked. The look at a list before a
 * move finds an open one, and is not kept.
 */
function listen(...answers: (readonly [number, unknown])[]): Call[] {
  const calls: Call[] = []
  for (const method of ['GET', 'PUT', 'POST', 'DELETE'])
    nock(apiOrigin)
      .persist()
      .intercept(/.*/, method)
      .reply(async (request: Request) => {
        const url = new URL(request.url)
        if (url.pathname.startsWith('/1/lists/'))
          return [200, { closed: false, idBoard: boardId } as nock.Body]
        const text = await request.text()
        const body = text === '' ? null : JSON.parse(text)
        calls.push({ method, path: url.pathname, query: Object.fromEntries(url.searchParams), body })
        const [status, answer] = answers[calls.length - 1] ?? [200, {}]
        return [status, answer as nock.Body]
      })
  return calls
}

async function applyAll(
  operations: readonly Operation[],
  observed: Partial<Observed> = {},
  attempt = createAttempt(),
) {
  return createAdapter().apply(createObserved(observed), operations, mapping, attempt)
}

beforeEach(() => nock.disableNetConnect())
afterEach(() => {
  nock.cleanAll()
  nock.enableNetConnect()
})

describe('a first verdict', () => {
  it('takes three calls: fields, labels and list, comment', async () => {
    const calls = listen([200, {}], [200, {}], [200, { id: 'c9' }])
    const attempt = createAttempt()
    const operations = [createCommentOperation(), toReview, addUrgent, surcharge, estimate]
    expect(await applyAll(operations, {}, attempt)).toEqual({ commentId: 'c9', relayed: {} })
    expect(calls).toEqual([
      {
        method: 'PUT',
        path: `/1/cards/${cardId}/customFields`,
        query: {},
        body: {
          customFieldItems: [
            { idCustomField: fieldIds.surcharge, value: { text: '35 %' } },
            { idCustomField: fieldIds.estimate, value: { number: '94.5' } },
          ],
        },
      },
      {
        method: 'PUT',
        path: `/1/cards/${cardId}`,
        query: { idLabels: `${labelIds.people},${labelIds.urgent}`, idList: listIds.review },
        body: null,
      },
      {
        method: 'POST',
        path: `/1/cards/${cardId}/actions/comments`,
        query: { text: `Bonjour\n\n${reference}` },
        body: null,
      },
    ])
    expect([attempt.reads, attempt.writes]).toEqual([1, 3])
  })

  it('without anything to do takes none', async () => {
    const calls = listen()
    expect(await applyAll([])).toEqual({ commentId: null, relayed: {} })
    expect(calls).toEqual([])
  })
})

describe('a field', () => {
  it('alone is written through its own route, and cleared with empty strings', async () => {
    const calls = listen()
    await applyAll([estimate])
    await applyAll([{ kind: 'field', field: 'estimate', value: null }])
    expect(calls.map(({ method, path, body }) => ({ method, path, body }))).toEqual([
      {
        method: 'PUT',
        path: `/1/cards/${cardId}/customField/${fieldIds.estimate}/item`,
        body: { value: { number: '94.5' } },
      },
      {
        method: 'PUT',
        path: `/1/cards/${cardId}/customField/${fieldIds.estimate}/item`,
        body: { value: '', idValue: '' },
      },
    ])
  })

  it('of a choice takes the id of the option', async () => {
    const calls = listen()
    const chosen = { ...mapping, fields: { estimate: { id: fieldIds.estimate, type: 'choice' } } } as const
    const operation: Operation = { kind: 'field', field: 'estimate', value: 'option-1' }
    await createAdapter().apply(createObserved(), [operation], chosen, createAttempt())
    expect(calls[0]?.body).toEqual({ idValue: 'option-1' })
  })

  it('without a mapping is a stale mapping', async () => {
    listen()
    const work = createAdapter().apply(
      createObserved(),
      [estimate],
      { ...mapping, fields: {} },
      createAttempt(),
    )
    expect((await failureOf(work)).code).toBe('TOOL_MAPPING_STALE')
  })
})

describe('labels', () => {
  it('change one at a time without touching those of people', async () => {
    const calls = listen()
    await applyAll([addUrgent])
    await applyAll([removeInScope])
    expect(calls).toEqual([
      { method: 'POST', path: `/1/cards/${cardId}/idLabels`, query: { value: labelIds.urgent }, body: null },
      { method: 'DELETE', path: `/1/cards/${cardId}/idLabels/${labelIds.inScope}`, query: {}, body: null },
    ])
  })

  it('that are swapped are written at once, those of people among them', async () => {
    const calls = listen()
    const labels = [
      { id: labelIds.inScope, name: 'Dans le cadre' },
      { id: labelIds.people, name: 'VIP' },
    ]
    await applyAll([addUrgent, removeInScope], { labels })
    expect(calls.map((call) => call.query)).toEqual([{ idLabels: `${labelIds.people},${labelIds.urgent}` }])
  })

  it('may all go', async () => {
    const calls = listen()
    await applyAll([removeInScope, toReview], { labels: [{ id: labelIds.inScope, name: 'Dans le cadre' }] })
    expect(calls.map((call) => call.query)).toEqual([{ idLabels: '', idList: listIds.review }])
  })

  it('stay out of a call that only moves the card', async () => {
    const calls = listen()
    await applyAll([toReview])
    expect(calls.map((call) => call.query)).toEqual([{ idList: listIds.review }])
  })

  it('goes with the mark of a complete card, which would call it done wherever it is moved', async () => {
    const calls = listen()
    await applyAll([toReview], { done: true })
    expect(calls.map((call) => call.query)).toEqual([{ idList: listIds.review, dueComplete: 'false' }])
  })

  it.each([
    [400, 'that label is already on the card', addUrgent],
    [400, 'that label is not on the card', removeInScope],
    [404, 'label not found', removeInScope],
  ] as const)('that are as wanted already (%i "%s") are fine', async (status, text, operation) => {
    listen([status, text])
    expect(await applyAll([operation])).toEqual({ commentId: null, relayed: {} })
  })

  it('whose removal is forbidden are not passed over', async () => {
    listen([401, 'unauthorized label permission requested'])
    expect((await failureOf(applyAll([removeInScope]))).code).toBe('TOOL_UNAUTHORIZED')
  })
})

describe('a mapping that people have overtaken', () => {
  it.each([
    ['label', [addUrgent], 404, 'label not found'],
    ['label', [addUrgent], 400, 'invalid value for value'],
    ['label', [addUrgent, removeInScope], 400, 'invalid value for idLabels'],
    ['list', [toReview], 400, 'invalid value for idList'],
    ['list', [toReview], 400, '{"message":"invalid value for idList","error":"ERROR"}'],
    ['list', [toReview], 404, 'Could not find list'],
    ['field', [estimate], 400, 'invalid value for idCustomField'],
    ['field', [estimate], 404, 'Custom Field not found'],
  ] as const)('by deleting a %s is told from %j: %i "%s"', async (_, operations, status, text) => {
    listen([status, text])
    const error = await failureOf(applyAll(operations))
    expect(error).toMatchObject({ code: 'TOOL_MAPPING_STALE', retry: 'backoff' })
  })

  it.each([
    [404, 'The requested resource was not found.', 'TOOL_NOT_FOUND'],
    [400, 'invalid value for name', 'TOOL_REJECTED'],
    [401, 'invalid value for idList', 'TOOL_UNAUTHORIZED'],
  ])('is not suspected after %i "%s"', async (status, text, code) => {
    listen([status, text])
    expect((await failureOf(applyAll([toReview]))).code).toBe(code)
  })

  it('is noticed before a call when it has no entry', async () => {
    const calls = listen()
    expect((await failureOf(applyAll([{ kind: 'status', status: 'done' }]))).code).toBe('TOOL_MAPPING_STALE')
    expect((await failureOf(applyAll([{ ...addUrgent, label: 'to_review' }]))).code).toBe(
      'TOOL_MAPPING_STALE',
    )
    expect(calls).toEqual([])
  })

  it('keeps the comment unsaid', async () => {
    const calls = listen([400, 'invalid value for idList'])
    await failureOf(applyAll([toReview, createCommentOperation()]))
    expect(calls).toHaveLength(1)
  })
})

describe('the comment', () => {
  const text = `Bonjour\n\n${reference}`

  it('that exists is edited in place', async () => {
    const calls = listen()
    expect(await applyAll([createCommentOperation({ id: 'c1' })])).toEqual({ commentId: 'c1', relayed: {} })
    expect(calls).toEqual([{ method: 'PUT', path: '/1/actions/c1/text', query: { value: text }, body: null }])
  })

  it('that a person deleted is not written again', async () => {
    const calls = listen([404, 'The requested resource was not found.'])
    expect(await applyAll([createCommentOperation({ id: 'c1' })])).toEqual({ commentId: null, relayed: {} })
    expect(calls).toHaveLength(1)
  })

  it('that an earlier try may have made is found by its reference and its author', async () => {
    const comments: Comment[] = [
      {
        id: 'c1',
        text: `> ${reference}\nmerci`,
        authorId: memberIds.client,
        authorName: null,
        createdAt: '2026-07-05T10:00:00.000Z',
      },
      {
        id: 'c2',
        text: `Bonjour\n\n${reference}`,
        authorId: memberIds.us,
        authorName: null,
        createdAt: '2026-07-05T10:00:01.000Z',
      },
    ]
    const calls = listen([200, { id: memberIds.us, fullName: 'Assistante', username: 'a' }])
    const result = await applyAll([createCommentOperation({ mayExist: true })], { comments })
    expect(result).toEqual({ commentId: 'c2', relayed: {} })
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /1/members/me',
      'PUT /1/actions/c2/text',
    ])
  })

  it('is looked for without asking who we are when nothing bears the reference', async () => {
    const calls = listen([200, { id: 'c9' }])
    expect(await applyAll([createCommentOperation({ mayExist: true })])).toEqual({
      commentId: 'c9',
      relayed: {},
    })
    expect(calls.map((call) => call.method)).toEqual(['POST'])
  })

  it('is made when only others quote the reference', async () => {
    const quote = {
      id: 'c1',
      text: reference,
      authorId: memberIds.client,
      authorName: null,
      createdAt: '2026-07-05T10:00:00.000Z',
    }
    listen([200, { id: memberIds.us, username: 'a' }], [200, { id: 'c9' }])
    const result = await applyAll([createCommentOperation({ mayExist: true })], { comments: [quote] })
    expect(result).toEqual({ commentId: 'c9', relayed: {} })
  })

  it('is looked for with a call when the task came without its comments', async () => {
    const calls = listen([200, [createComment('c2', text)]], [200, { id: memberIds.us, username: 'a' }])
    const attempt = createAttempt()
    const result = await applyAll([createCommentOperation({ mayExist: true })], { comments: null }, attempt)
    expect(result).toEqual({ commentId: 'c2', relayed: {} })
    expect(calls[0]).toMatchObject({
      path: `/1/cards/${cardId}/actions`,
      query: { filter: 'commentCard', limit: '1000' },
    })
    expect([attempt.reads, attempt.writes]).toEqual([2, 1])
  })

  it('asks who we are only once', async () => {
    const comments: Comment[] = [
      { id: 'c2', text, authorId: memberIds.us, authorName: null, createdAt: '2026-07-05T10:00:01.000Z' },
    ]
    const calls = listen([200, { id: memberIds.us, username: 'a' }])
    const adapter = createAdapter()
    const operations = [createCommentOperation({ mayExist: true })]
    for (let round = 0; round < 2; round += 1)
      await adapter.apply(createObserved({ comments }), operations, mapping, createAttempt())
    expect(calls.map((call) => call.method)).toEqual(['GET', 'PUT', 'PUT'])
  })

  it('as long as Trello allows is sent whole', async () => {
    const calls = listen([200, { id: 'c9' }])
    const longest = 'x'.repeat(16_384 - reference.length) + reference
    await applyAll([createCommentOperation({ text: longest })])
    expect(calls[0]?.body).toEqual({ text: longest })
  })

  // Pairs from an even and from an odd offset on, so that the cut falls into one of them.
  it.each(['', 'x'])(
    'that is longer is cut after a whole character and keeps its reference (%j)',
    async (offset) => {
      const calls = listen([200, { id: 'c9' }])
      await applyAll([createCommentOperation({ text: `${offset}${'😀'.repeat(8_200)}\n\n${reference}` })])
      const sent = String(calls[0]?.body?.text)
      expect([sent.length === 16_384 || sent.length === 16_383, sent.isWellFormed()]).toEqual([true, true])
      expect(sent.slice(-18)).toBe(`😀😀😀…\n\n${reference}`)
    },
  )
})
