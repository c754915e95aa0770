import nock from 'nock'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommentOperation, Operation, RelayOperation } from '#model/operation.ts'
import type { Observed } from '#model/task.ts'
import {
  columns,
  createAdapter,
  createAttempt,
  createComment,
  createDataSource,
  createList,
  createObserved,
  createRefusal,
  dataSourceId,
  failureOf,
  listen,
  mapping,
  optionIds,
  pageId,
  propertyIds,
  userIds,
} from './fixtures.ts'

const reference = 'réf. K7Q2'
const text = `Bonjour\n\n${reference}`
const richText = [{ type: 'text', text: { content: text } }]
const commentId = '1a7104cd-477e-80ca-8f75-001d9e2b6801'
const otherCommentId = '1a7104cd-477e-80ca-8f75-001d9e2b6802'
const me = { object: 'user', id: userIds.us, type: 'bot', name: 'Cadre' }

const addUrgent: Operation = { kind: 'label', change: 'add', label: 'urgent_confirm' }
const removeInScope: Operation = { kind: 'label', change: 'remove', label: 'in_scope' }
const toReview: Operation = { kind: 'status', status: 'review' }
const estimate: Operation = { kind: 'field', field: 'estimate', value: '94.5' }
const surcharge: Operation = { kind: 'field', field: 'surcharge', value: '35 %' }

const inScope = { id: `${propertyIds.labels}:${optionIds.inScope}`, name: 'Dans le cadre' }
const vip = { id: `${propertyIds.topics}:${optionIds.people}`, name: 'VIP' }
const peoples = { id: `${propertyIds.labels}:own:1`, name: 'À eux' }

const dueColumn = { id: propertyIds.due, name: 'Échéance', type: 'date', date: {} }

function createRelay(changes: Partial<RelayOperation> = {}): RelayOperation {
  return { kind: 'relay', sourceId: 's1', id: null, text: 'Paul : en bleu ?', mayExist: false, ...changes }
}

function createCommentOperation(changes: Partial<CommentOperation> = {}): CommentOperation {
  return { kind: 'comment', id: null, text, reference, mayExist: false, ...changes }
}

async function applyAll(
  operations: readonly Operation[],
  observed: Partial<Observed> = {},
  attempt = createAttempt(),
) {
  return createAdapter().apply(createObserved(observed), operations, mapping, attempt)
}

const propertiesOf = (call: { body: unknown } | undefined) =>
  (call?.body as { properties: Record<string, unknown> } | undefined)?.properties

const contentsOf = (call: { body: unknown } | undefined) =>
  (call?.body as { rich_text: { text: { content: string } }[] } | undefined)?.rich_text.map(
    (piece) => piece.text.content,
  ) ?? []

beforeEach(() => nock.disableNetConnect())
afterEach(() => {
  nock.cleanAll()
  nock.enableNetConnect()
})

describe('a first verdict', () => {
  it('takes two calls: the page with all of its properties, then the comment', async () => {
    const calls = listen([200, {}], [200, { object: 'comment', id: commentId }])
    const attempt = createAttempt()
    const operations = [createCommentOperation(), toReview, addUrgent, surcharge, estimate]
    expect(await applyAll(operations, { labels: [vip] }, attempt)).toEqual({ commentId, relayed: {} })
    expect(calls.map(({ route, body }) => ({ route, body }))).toEqual([
      {
        route: `PATCH /v1/pages/${pageId}`,
        body: {
          properties: {
            [propertyIds.surcharge]: { rich_text: [{ type: 'text', text: { content: '35 %' } }] },
            [propertyIds.estimate]: { number: 94.5 },
            [propertyIds.labels]: { multi_select: [{ id: optionIds.urgent }] },
            [propertyIds.status]: { status: { id: optionIds.review } },
          },
        },
      },
      {
        route: 'POST /v1/comments',
        body: { parent: { page_id: pageId }, rich_text: richText },
      },
    ])
    expect([attempt.reads, attempt.writes]).toEqual([0, 2])
  })

  it('without anything to do takes none', async () => {
    const calls = listen()
    expect(await applyAll([])).toEqual({ commentId: null, relayed: {} })
    expect(calls).toEqual([])
  })
})

describe('labels', () => {
  it('are written as the whole set of their property, with what people put there', async () => {
    const calls = listen()
    await applyAll([addUrgent, removeInScope], { labels: [inScope, peoples, vip] })
    expect(propertiesOf(calls[0])).toEqual({
      [propertyIds.labels]: { multi_select: [{ id: 'own:1' }, { id: optionIds.urgent }] },
    })
  })

  it('that are as wanted already are written as they are', async () => {
    const calls = listen()
    await applyAll([addUrgent], { labels: [{ id: `${propertyIds.labels}:${optionIds.urgent}`, name: 'U' }] })
    expect(propertiesOf(calls[0])).toEqual({
      [propertyIds.labels]: { multi_select: [{ id: optionIds.urgent }] },
    })
  })

  it('may all go', async () => {
    const calls = listen()
    await applyAll([removeInScope], { labels: [inScope] })
    expect(propertiesOf(calls[0])).toEqual({ [propertyIds.labels]: { multi_select: [] } })
  })

  it('of two properties are written to both', async () => {
    const calls = listen()
    const labels = { ...mapping.labels, in_scope: `${propertyIds.topics}:old` }
    await createAdapter().apply(
      createObserved({ labels: [{ id: `${propertyIds.topics}:old`, name: 'x' }, vip] }),
      [addUrgent, removeInScope],
      { ...mapping, labels },
      createAttempt(),
    )
    expect(propertiesOf(calls[0])).toEqual({
      [propertyIds.labels]: { multi_select: [{ id: optionIds.urgent }] },
      [propertyIds.topics]: { multi_select: [{ id: optionIds.people }] },
    })
  })

  it('stay out of a call that writes other things', async () => {
    const calls = listen()
    await applyAll([toReview], { labels: [inScope] })
    expect(Object.keys(propertiesOf(calls[0]) ?? {})).toEqual([propertyIds.status])
  })
})

describe('a status', () => {
  const statusId = `${propertyIds.status}:${optionIds.requested}`
  const asSelect = {
    id: propertyIds.status,
    name: 'Statut',
    type: 'select',
    select: { options: [{ id: optionIds.review, name: 'À valider' }] },
  }

  it('that is a select on the page is written as one', async () => {
    const calls = listen()
    await applyAll([toReview], { labels: [{ id: statusId, name: 'Demandes' }] })
    expect(propertiesOf(calls[0])).toEqual({ [propertyIds.status]: { select: { id: optionIds.review } } })
  })

  it.each([
    ['select', { Statut: asSelect }],
    ['status', columns],
  ])('that shows nothing is written as the %s that the schema says', async (type, properties) => {
    const calls = listen([200, createDataSource(properties)])
    await applyAll([toReview], { statusId: null })
    expect(calls.map(({ route }) => route)).toEqual([
      `GET /v1/data_sources/${dataSourceId}`,
      `PATCH /v1/pages/${pageId}`,
    ])
    expect(propertiesOf(calls[1])).toEqual({ [propertyIds.status]: { [type]: { id: optionIds.review } } })
  })

  it('whose property is gone is a stale mapping, before a write', async () => {
    const calls = listen([200, createDataSource({})])
    const error = await failureOf(applyAll([toReview], { statusId: 'new:o' }))
    expect(error.code).toBe('TOOL_MAPPING_STALE')
    expect(calls).toHaveLength(1)
  })
})

describe('a field', () => {
  it('is cleared by its type', async () => {
    const calls = listen()
    await applyAll([
      { kind: 'field', field: 'estimate', value: null },
      { kind: 'field', field: 'surcharge', value: null },
    ])
    expect(propertiesOf(calls[0])).toEqual({
      [propertyIds.estimate]: { number: null },
      [propertyIds.surcharge]: { rich_text: [] },
    })
  })

  it('of a choice takes the id of the option', async () => {
    const calls = listen()
    const fields = { estimate: { id: propertyIds.estimate, type: 'choice' } } as const
    for (const value of ['option-1', null])
      await createAdapter().apply(
        createObserved(),
        [{ kind: 'field', field: 'estimate', value }],
        { ...mapping, fields },
        createAttempt(),
      )
    expect(calls.map(propertiesOf)).toEqual([
      { [propertyIds.estimate]: { select: { id: 'option-1' } } },
      { [propertyIds.estimate]: { select: null } },
    ])
  })
})

describe('the words', () => {
  const never = { at: null, day: null }

  it('are written in the one call with everything else, after one look at the columns', async () => {
    const calls = listen([200, createDataSource({ ...columns, Échéance: dueColumn })])
    const attempt = createAttempt()
    const content = {
      kind: 'content',
      title: 'Deux articles',
      text: 'Pour la campagne.',
      due: { at: '2026-07-07T16:00:00.000Z', day: null },
    } as const
    await applyAll([content, toReview, addUrgent, estimate], { statusId: null }, attempt)
    expect(calls.map(({ route }) => route)).toEqual([
      `GET /v1/data_sources/${dataSourceId}`,
      `PATCH /v1/pages/${pageId}`,
    ])
    expect(propertiesOf(calls[1])).toEqual({
      title: { title: [{ type: 'text', text: { content: 'Deux articles' } }] },
      [propertyIds.brief]: { rich_text: [{ type: 'text', text: { content: 'Pour la campagne.' } }] },
      [propertyIds.due]: { date: { start: '2026-07-07T16:00:00.000Z' } },
      [propertyIds.status]: { status: { id: optionIds.review } },
      [propertyIds.labels]: { multi_select: [{ id: optionIds.urgent }] },
      [propertyIds.estimate]: { number: 94.5 },
    })
    expect([attempt.reads, attempt.writes]).toEqual([1, 1])
  })

  it('need no look for a title alone', async () => {
    const calls = listen()
    await applyAll([{ kind: 'content', title: '' }])
    expect(calls.map(({ route }) => route)).toEqual([`PATCH /v1/pages/${pageId}`])
    expect(propertiesOf(calls[0])).toEqual({ title: { title: [] } })
  })

  it('may be emptied', async () => {
    const calls = listen([200, createDataSource({ ...columns, Échéance: dueColumn })])
    await applyAll([{ kind: 'content', text: '', due: never }])
    expect(propertiesOf(calls[1])).toEqual({
      [propertyIds.brief]: { rich_text: [] },
      [propertyIds.due]: { date: null },
    })
  })

  it('say of a day that it is a day', async () => {
    const calls = listen([200, createDataSource({ ...columns, Échéance: dueColumn })])
    await applyAll([{ kind: 'content', due: { at: null, day: '2026-07-07' } }])
    expect(propertiesOf(calls[1])).toEqual({ [propertyIds.due]: { date: { start: '2026-07-07' } } })
  })

  it('leave out a due date where there is no one property for it', async () => {
    const calls = listen([200, createDataSource()])
    await applyAll([{ kind: 'content', due: { at: null, day: '2026-07-07' } }])
    expect(calls.map(({ route }) => route)).toEqual([`GET /v1/data_sources/${dataSourceId}`])
  })

  it('are not written over a price, nor nowhere', async () => {
    const price = { id: 'p', name: 'Prix', type: 'rich_text', rich_text: {} }
    const calls = listen([200, createDataSource({ Demande: columns.Demande, Prix: price })])
    expect((await failureOf(applyAll([{ kind: 'content', text: 'x' }]))).code).toBe('TOOL_REJECTED')
    expect(calls).toHaveLength(1)
  })
})

describe('a mapping that people have overtaken', () => {
  it.each([
    'Invalid status option. Status option "s-2" does not exist.',
    'Select option with ID s-2 does not exist.',
    'XGe@ is an invalid select option "s-2".',
    'XGe%40 is not a property that exists.',
    'Could not find property with name or id: DbAu',
    'Estimation is expected to be rich_text.',
  ])('is told from "%s"', async (message) => {
    listen([400, createRefusal(400, 'validation_error', message)])
    const error = await failureOf(applyAll([toReview, addUrgent]))
    expect(error).toMatchObject({ code: 'TOOL_MAPPING_STALE', retry: 'backoff' })
  })

  it.each([
    [400, 'body failed validation: body.properties.x.number should be a number.', 'TOOL_REJECTED'],
    [404, 'Could not find property with name or id: DbAu', 'TOOL_NOT_FOUND'],
    [403, 'Insufficient permissions for this endpoint.', 'TOOL_FORBIDDEN'],
  ])('is not suspected after %i "%s"', async (status, message, code) => {
    listen([status, createRefusal(status, 'some_error', message)])
    expect((await failureOf(applyAll([toReview]))).code).toBe(code)
  })

  it('is noticed before a call when it has no entry', async () => {
    const calls = listen()
    const lacking: readonly Operation[] = [
      { kind: 'status', status: 'done' },
      { kind: 'label', change: 'add', label: 'to_review' },
    ]
    for (const operation of lacking)
      expect((await failureOf(applyAll([operation]))).code).toBe('TOOL_MAPPING_STALE')
    const withoutFields = { ...mapping, fields: {} }
    const work = createAdapter().apply(createObserved(), [estimate], withoutFields, createAttempt())
    expect((await failureOf(work)).code).toBe('TOOL_MAPPING_STALE')
    expect(calls).toEqual([])
  })

  it('keeps the comment unsaid', async () => {
    const calls = listen([400, createRefusal(400, 'validation_error', 'X is not a property that exists.')])
    await failureOf(applyAll([toReview, createCommentOperation()]))
    expect(calls).toHaveLength(1)
  })
})

describe('the comment', () => {
  it('that exists is edited in place', async () => {
    const calls = listen()
    expect(await applyAll([createCommentOperation({ id: commentId })])).toEqual({ commentId, relayed: {} })
    expect(calls.map(({ route, body }) => ({ route, body }))).toEqual([
      { route: `PATCH /v1/comments/${commentId}`, body: { rich_text: richText } },
    ])
  })

  it('that a person deleted is not written again', async () => {
    const calls = listen([404, createRefusal(404, 'object_not_found', 'Could not find comment.')])
    expect(await applyAll([createCommentOperation({ id: commentId })])).toEqual({
      commentId: null,
      relayed: {},
    })
    expect(calls).toHaveLength(1)
  })

  it('that cannot be edited for another reason fails', async () => {
    listen([403, createRefusal(403, 'restricted_resource', 'Insufficient permissions.')])
    expect((await failureOf(applyAll([createCommentOperation({ id: commentId })]))).code).toBe(
      'TOOL_FORBIDDEN',
    )
  })

  it('that an earlier try may have made is found by its reference and its author', async () => {
    const calls = listen(
      [200, createList([createComment(otherCommentId, userIds.client, [text])], 'c1')],
      [200, createList([createComment(commentId, userIds.us, ['Bonjour\n\nréf.', ' K7Q2'])])],
      [200, me],
    )
    const attempt = createAttempt()
    const result = await applyAll([createCommentOperation({ mayExist: true })], {}, attempt)
    expect(result).toEqual({ commentId, relayed: {} })
    expect(calls.map(({ route }) => route)).toEqual([
      'GET /v1/comments',
      'GET /v1/comments',
      'GET /v1/users/me',
      `PATCH /v1/comments/${commentId}`,
    ])
    expect(calls[0]?.query).toEqual({ block_id: pageId, page_size: '100' })
    expect(calls[1]?.query).toEqual({ block_id: pageId, page_size: '100', start_cursor: 'c1' })
    expect([attempt.reads, attempt.writes]).toEqual([3, 1])
  })

  it('is made, without asking who we are, when nothing bears the reference', async () => {
    const unrelated = createComment(otherCommentId, userIds.us, ['Bonjour'])
    const calls = listen([200, createList([unrelated])], [200, { id: commentId }])
    expect(await applyAll([createCommentOperation({ mayExist: true })])).toEqual({ commentId, relayed: {} })
    expect(calls.map(({ route }) => route)).toEqual(['GET /v1/comments', 'POST /v1/comments'])
  })

  it('is made when only others quote the reference', async () => {
    const quote = createComment(otherCommentId, userIds.client, [`> ${reference}`])
    listen([200, createList([quote])], [200, me], [200, { id: commentId }])
    expect(await applyAll([createCommentOperation({ mayExist: true })])).toEqual({ commentId, relayed: {} })
  })

  it('asks who we are only once', async () => {
    const comments = createList([createComment(commentId, userIds.us, [text])])
    const calls = listen([200, comments], [200, me], [200, {}], [200, comments])
    const adapter = createAdapter()
    const operations = [createCommentOperation({ mayExist: true })]
    for (let round = 0; round < 2; round += 1)
      await adapter.apply(createObserved(), operations, mapping, createAttempt())
    expect(calls.filter(({ route }) => route === 'GET /v1/users/me')).toHaveLength(1)
    expect(calls).toHaveLength(5)
  })

  it('that Notion made in spite of a 503 is made', async () => {
    const refusal = createRefusal(503, 'service_unavailable', 'Later.', { committed_resource_id: commentId })
    const calls = listen([503, refusal])
    expect(await applyAll([createCommentOperation()])).toEqual({ commentId, relayed: {} })
    expect(calls).toHaveLength(1)
  })

  it.each([
    [503, undefined],
    [500, { committed_resource_id: commentId }],
  ])(
    'of which it is not known whether it was made (%i %j) fails and is looked for later',
    async (status, data) => {
      listen([status, createRefusal(status, 'service_unavailable', 'Later.', data)])
      const error = await failureOf(applyAll([createCommentOperation()]))
      expect(error).toMatchObject({ code: 'TOOL_UNAVAILABLE', retry: 'backoff' })
    },
  )

  it('that comes back without an id is TOOL_RESPONSE_INVALID', async () => {
    listen([200, { object: 'comment' }])
    expect((await failureOf(applyAll([createCommentOperation()]))).code).toBe('TOOL_RESPONSE_INVALID')
  })

  it.each([1_000, 1_001, 2_000, 3_500, 100_000, 100_001, 150_000])(
    'of %i characters fits into pieces, keeps its reference and no half character',
    async (length) => {
      const calls = listen([200, { id: commentId }])
      const long = `${'😀'.repeat(length - reference.length - 2)}\n\n${reference}`
      await applyAll([createCommentOperation({ text: long })])
      const contents = contentsOf(calls[0])
      expect(contents.length).toBeLessThanOrEqual(100)
      for (const content of contents) {
        expect(content.length).toBeLessThanOrEqual(2_000)
        expect(content.isWellFormed()).toBe(true)
      }
      const sent = contents.join('')
      expect(sent.endsWith(reference)).toBe(true)
      if (length <= 100_000) expect(sent).toBe(long)
      else expect([...sent]).toHaveLength(100_000)
    },
  )
})

describe('what is passed on', () => {
  it('is written after our comment, in its order', async () => {
    const calls = listen([200, { id: commentId }], [200, { id: otherCommentId }], [200, {}])
    const operations = [
      createRelay(),
      createRelay({ sourceId: 's2', id: 'c5', text: 'Merci' }),
      createCommentOperation(),
    ]
    expect(await applyAll(operations)).toEqual({ commentId, relayed: { s1: otherCommentId, s2: 'c5' } })
    expect(calls.map((call) => [call.route, contentsOf(call)])).toEqual([
      ['POST /v1/comments', [text]],
      ['POST /v1/comments', ['Paul : en bleu ?']],
      ['PATCH /v1/comments/c5', ['Merci']],
    ])
  })

  it('is found by its words when an earlier try may have made it', async () => {
    const said = createComment(commentId, userIds.us, ['Paul :', '  en bleu ?'])
    const calls = listen([200, createList([said])], [200, me])
    expect((await applyAll([createRelay({ mayExist: true })])).relayed).toEqual({ s1: commentId })
    expect(calls.map(({ route }) => route)).toEqual(['GET /v1/comments', 'GET /v1/users/me'])
  })

  it('is made when Notion says so with a 503', async () => {
    const refusal = createRefusal(503, 'service_unavailable', 'Later.', { committed_resource_id: commentId })
    const calls = listen([503, refusal])
    expect((await applyAll([createRelay()])).relayed).toEqual({ s1: commentId })
    expect(calls).toHaveLength(1)
  })

  it('is cut at its end where Notion takes less, and no character with it', async () => {
    const calls = listen([200, { id: commentId }])
    await applyAll([createRelay({ text: '😀'.repeat(100_001) })])
    const sent = contentsOf(calls[0]).join('')
    expect([[...sent].length, sent.isWellFormed(), sent.endsWith('😀…')]).toEqual([100_000, true, true])
  })
})
