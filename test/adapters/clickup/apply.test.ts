import nock from 'nock'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Mapping } from '#model/board.ts'
import type { CommentOperation, Operation } from '#model/operation.ts'
import type { Observed } from '#model/task.ts'
import {
  type Call,
  createAdapter,
  createAttempt,
  createObserved,
  createTask,
  failureOf,
  fieldIds,
  listen,
  mapping,
  optionIds,
  taskId,
  teamId,
  userIds,
} from './fixtures.ts'

const reference = 'réf. K7Q2'
const text = `Bonjour\n\n${reference}`
const addInScope: Operation = { kind: 'label', change: 'add', label: 'in_scope' }
const removeSurcharge: Operation = { kind: 'label', change: 'remove', label: 'surcharge:35' }
const toReview: Operation = { kind: 'status', status: 'review' }
const estimate: Operation = { kind: 'field', field: 'estimate', value: '94.5' }
const surcharge: Operation = { kind: 'field', field: 'surcharge', value: '+35 %' }

const comment = (changes: Partial<CommentOperation> = {}): CommentOperation => ({
  kind: 'comment',
  id: null,
  text,
  reference,
  mayExist: false,
  ...changes,
})

const option = (optionId: string) => `${fieldIds.labels}:${optionId}`
const optionMapping = {
  ...mapping,
  labels: { in_scope: option(optionIds.inScope), urgent_confirm: option(optionIds.urgent) },
}

const applyAll = (
  operations: readonly Operation[],
  { observed = {}, mapped = mapping, attempt = createAttempt() } = {} as {
    observed?: Partial<Observed>
    mapped?: Mapping
    attempt?: ReturnType<typeof createAttempt>
  },
) => createAdapter().apply(createObserved(observed), operations, mapped, attempt)

const sent = (calls: readonly Call[]) => calls.map(({ method, path, body }) => [method, path, body])

beforeEach(() => nock.disableNetConnect())
afterEach(() => {
  nock.cleanAll()
  nock.enableNetConnect()
})

describe('a first verdict', () => {
  it('writes status, fields, tags and the comment, one call each and the comment last', async () => {
    const calls = listen(({ path }) =>
      path.endsWith('/comment')
        ? [200, { id: 90110164070264, hist_id: '1', date: 1783246272000 }]
        : undefined,
    )
    const attempt = createAttempt()
    const operations = [comment(), removeSurcharge, addInScope, surcharge, estimate, toReview]
    expect(await applyAll(operations, { attempt })).toEqual({ commentId: '90110164070264', relayed: {} })
    expect(sent(calls)).toEqual([
      ['PUT', `/v2/task/${taskId}`, { status: 'en relecture' }],
      ['POST', `/v2/task/${taskId}/field/${fieldIds.surcharge}`, { value: '+35 %' }],
      ['POST', `/v2/task/${taskId}/field/${fieldIds.estimate}`, { value: 94.5 }],
      ['DELETE', `/v2/task/${taskId}/tag/%2B35%20%25`, null],
      ['POST', `/v2/task/${taskId}/tag/dans%20le%20cadre`, null],
      ['POST', `/v2/task/${taskId}/comment`, { comment_text: text, notify_all: false }],
    ])
    expect([attempt.reads, attempt.writes]).toEqual([0, 6])
  })

  it('without anything to do takes no call', async () => {
    const calls = listen()
    expect(await applyAll([])).toEqual({ commentId: null, relayed: {} })
    expect(calls).toEqual([])
  })

  it('stops at the first failure, so that the comment never tells what is not there', async () => {
    const calls = listen(() => [500, 'oops'])
    expect((await failureOf(applyAll([addInScope, comment()]))).code).toBe('TOOL_UNAVAILABLE')
    expect(calls).toHaveLength(1)
  })
})

describe('a field', () => {
  it('is cleared by deleting its value', async () => {
    const calls = listen()
    await applyAll([{ kind: 'field', field: 'estimate', value: null }])
    expect(sent(calls)).toEqual([['DELETE', `/v2/task/${taskId}/field/${fieldIds.estimate}`, null]])
  })

  it.each([
    [400, { err: 'Custom field id must be a valid UUID', ECODE: 'FIELD_057' }],
    [400, { err: 'Custom field does not exist in the task location hierarchy', ECODE: 'FIELD_115' }],
    [400, { err: 'Value must be an option index or uuid', ECODE: 'FIELD_011' }],
    [404, { err: 'Not found', ECODE: 'ACCESS_190' }],
  ])('that answers %i %j is a stale mapping', async (status, body) => {
    listen(() => [status, body])
    expect((await failureOf(applyAll([estimate]))).code).toBe('TOOL_MAPPING_STALE')
  })

  it('over the limit of the plan is not: no other mapping would help', async () => {
    listen(() => [400, { err: 'Custom field usages exceeded for your plan', ECODE: 'FIELD_033' }])
    const error = await failureOf(applyAll([estimate]))
    expect(error.code).toBe('TOOL_REJECTED')
    expect(error.message).toContain('usages exceeded')
  })
})

describe('options of a labels field', () => {
  const people = { id: option(optionIds.people), name: 'À nous' }
  const urgent = { id: option(optionIds.urgent), name: 'Urgent' }
  const elsewhere = { id: `${fieldIds.service}:other`, name: 'Autre' }
  const removeUrgent: Operation = { kind: 'label', change: 'remove', label: 'urgent_confirm' }

  it('are written together in one call, with what people chose there', async () => {
    const calls = listen()
    const observed = { labels: [{ id: 'vip', name: 'vip' }, people, urgent, elsewhere] }
    await applyAll([addInScope, removeUrgent], { observed, mapped: optionMapping })
    expect(sent(calls)).toEqual([
      [
        'POST',
        `/v2/task/${taskId}/field/${fieldIds.labels}`,
        { value: [optionIds.people, optionIds.inScope] },
      ],
    ])
  })

  it('are cleared when none is left', async () => {
    const calls = listen()
    await applyAll([removeUrgent], { observed: { labels: [urgent] }, mapped: optionMapping })
    expect(sent(calls)).toEqual([['DELETE', `/v2/task/${taskId}/field/${fieldIds.labels}`, null]])
  })

  it('are written beside tags, where the field lacks some', async () => {
    const calls = listen()
    const mapped = { ...optionMapping, labels: { ...optionMapping.labels, 'surcharge:35': '+35 %' } }
    const observed = { labels: [urgent, { id: '+35 %', name: '+35 %' }] }
    await applyAll([addInScope, removeUrgent, removeSurcharge], { observed, mapped })
    expect(sent(calls)).toEqual([
      ['POST', `/v2/task/${taskId}/field/${fieldIds.labels}`, { value: [optionIds.inScope] }],
      ['DELETE', `/v2/task/${taskId}/tag/${encodeURIComponent('+35 %')}`, null],
    ])
  })

  it('that are gone are a stale mapping', async () => {
    listen(() => [400, { err: 'Label not found', ECODE: 'FIELD_144' }])
    const error = await failureOf(applyAll([addInScope], { mapped: optionMapping }))
    expect(error.code).toBe('TOOL_MAPPING_STALE')
  })
})

describe('a tag', () => {
  it.each([
    ['add', 400, { err: 'Tag already on task' }],
    ['remove', 404, { err: 'Tag not found' }],
    ['remove', 400, { err: 'Tag does not exist' }],
  ] as const)('to %s that answers %i %j is as wanted', async (change, status, body) => {
    const calls = listen(() => [status, body])
    await applyAll([{ kind: 'label', change, label: 'in_scope' }])
    expect(calls).toHaveLength(1)
  })

  it.each([
    [404, { err: 'Tag not found' }],
    [400, { err: 'Tag does not exist in space' }],
  ])('that cannot be added for %i %j is a stale mapping', async (status, body) => {
    listen(() => [status, body])
    expect((await failureOf(applyAll([addInScope]))).code).toBe('TOOL_MAPPING_STALE')
  })

  it.each([addInScope, removeSurcharge])('of a task that is gone is neither: %j', async (operation) => {
    listen(() => [404, { err: 'Task not found, deleted', ECODE: 'ITEM_013' }])
    expect((await failureOf(applyAll([operation]))).code).toBe('TOOL_NOT_FOUND')
  })

  it('that is refused for another reason fails', async () => {
    listen(() => [400, { err: 'Stage limit', ECODE: 'X_1' }])
    expect((await failureOf(applyAll([removeSurcharge]))).code).toBe('TOOL_REJECTED')
  })
})

describe('a status', () => {
  it('that the list does not have is a stale mapping', async () => {
    listen(() => [400, { err: 'Status does not exist', ECODE: 'ITEM_114' }])
    const error = await failureOf(applyAll([toReview]))
    expect(error).toMatchObject({ code: 'TOOL_MAPPING_STALE', retry: 'backoff' })
  })

  it('on a task that is gone is not found', async () => {
    listen(() => [404, { err: 'Task not found, deleted', ECODE: 'ITEM_013' }])
    expect((await failureOf(applyAll([toReview]))).code).toBe('TOOL_NOT_FOUND')
  })
})

describe('a status that is another list', () => {
  const elsewhere = '901200000009'
  const mapped = { ...mapping, statuses: [{ id: `list:${elsewhere}`, status: 'review' }] } as const
  const home = `/v3/workspaces/${teamId}/tasks/${taskId}/home_list/${elsewhere}`
  const wants = { status: 400, message: 'Status mapping required', trace_id: null, timestamp: 1 }
  const offered = (...statuses: [id: string, status: string, type: string][]) => ({
    id: elsewhere,
    name: 'Archive',
    space: { id: '1' },
    statuses: statuses
      .map(([id, status, type], orderindex) => ({ id, status, type, orderindex }))
      .toReversed(),
  })

  /** The task as it is, then what ClickUp says to the first move, and what the new list looks like. */
  function serve(
    task: Record<string, unknown>,
    refusal: readonly [number, unknown] | null = null,
    list: unknown = null,
  ): Call[] {
    let moves = 0
    return listen(({ method, path }) => {
      if (path === `/v2/task/${taskId}` && method === 'GET') return [200, createTask(task)]
      if (path === `/v2/list/${elsewhere}`) return list === null ? [404, { err: 'Not found' }] : [200, list]
      if (path !== home) return path.endsWith('/comment') ? [200, { id: 1 }] : undefined
      moves += 1
      return moves === 1 && refusal !== null ? refusal : [200, { data: { task_id: taskId } }]
    })
  }

  it('is written last of all, with the fields', async () => {
    const calls = serve({})
    const attempt = createAttempt()
    const operations = [toReview, comment(), addInScope, estimate]
    expect(await applyAll(operations, { mapped, attempt })).toEqual({ commentId: '1', relayed: {} })
    expect(sent(calls)).toEqual([
      ['POST', `/v2/task/${taskId}/field/${fieldIds.estimate}`, { value: 94.5 }],
      ['POST', `/v2/task/${taskId}/tag/dans%20le%20cadre`, null],
      ['POST', `/v2/task/${taskId}/comment`, { comment_text: text, notify_all: false }],
      ['GET', `/v2/task/${taskId}`, null],
      ['PUT', home, { move_custom_fields: true }],
    ])
    expect([attempt.reads, attempt.writes]).toEqual([1, 4])
  })

  it('is not written where the task is there already, by our look or by now', async () => {
    const calls = serve({ list: { id: elsewhere } })
    await applyAll([toReview], { mapped, observed: { containerId: elsewhere } })
    expect(calls).toEqual([])
    await applyAll([toReview], { mapped })
    expect(calls.map(({ method }) => method)).toEqual(['GET'])
  })

  it.each([
    ['name', offered(['d1', 'inbox', 'open'], ['d2', 'À FAIRE', 'custom']), 'd2'],
    ['type', offered(['d1', 'inbox', 'custom'], ['d2', 'nouveau', 'open']), 'd2'],
    ['place', offered(['d1', 'inbox', 'custom'], ['d2', 'rangé', 'closed']), 'd1'],
  ])('takes the task to the status nearest by its %s where its own is missing', async (_, list, nearest) => {
    const calls = serve({}, [400, wants], list)
    await applyAll([toReview], { mapped })
    const status_mappings = [{ source_status_id: 'sc901_a', destination_status_id: nearest }]
    expect(sent(calls).slice(1)).toEqual([
      ['PUT', home, { move_custom_fields: true }],
      ['GET', `/v2/list/${elsewhere}`, null],
      ['PUT', home, { move_custom_fields: true, status_mappings }],
    ])
  })

  it.each([offered(), { ...offered(), statuses: null }])(
    'is refused where the new list shows no status to take: %j',
    async (list) => {
      serve({}, [400, wants], list)
      const error = await failureOf(applyAll([toReview], { mapped }))
      expect(error.code).toBe('TOOL_REJECTED')
      expect(error.message).toContain('Status mapping required')
    },
  )

  it('is refused for a subtask, before and after ClickUp says so', async () => {
    const calls = serve({ parent: '86abc0001' })
    const error = await failureOf(applyAll([toReview, addInScope], { mapped }))
    expect(error).toMatchObject({ code: 'TOOL_REJECTED', retry: 'never' })
    expect(error.message).toContain('subtask')
    expect(error.details[0]?.remedy).toContain('move its parent')
    expect(calls.map(({ method }) => method)).toEqual(['POST', 'GET'])
    nock.cleanAll()
    serve({}, [400, { ...wants, message: 'Subtasks cannot be moved to another list' }])
    const late = await failureOf(applyAll([toReview], { mapped }))
    expect([late.code, late.message]).toEqual([error.code, error.message])
  })

  it.each([
    [404, 'List not found'],
    [404, 'Not found'],
    [400, 'validateListIDEx List ID invalid'],
  ])('is a stale mapping where ClickUp answers %i %s', async (status, message) => {
    serve({}, [status, { ...wants, status, message }])
    expect((await failureOf(applyAll([toReview], { mapped }))).code).toBe('TOOL_MAPPING_STALE')
  })

  it('is a stale mapping where the list is gone when its statuses are wanted', async () => {
    serve({}, [400, wants])
    expect((await failureOf(applyAll([toReview], { mapped }))).code).toBe('TOOL_MAPPING_STALE')
  })

  it.each([
    [404, 'Task not found', 'TOOL_NOT_FOUND'],
    [400, 'Something else', 'TOOL_REJECTED'],
    [500, 'List not found', 'TOOL_UNAVAILABLE'],
  ])('fails as anything does where ClickUp answers %i %s', async (status, message, code) => {
    serve({}, [status, { ...wants, status, message }])
    expect((await failureOf(applyAll([toReview], { mapped }))).code).toBe(code)
  })
})

describe('a mapping without what a plan needs', () => {
  const empty = { ...mapping, labels: {}, statuses: [], fields: {} }

  it.each([toReview, estimate, addInScope])('is stale before anything is sent: %j', async (operation) => {
    const calls = listen()
    const error = await failureOf(applyAll([operation], { mapped: empty }))
    expect(error.code).toBe('TOOL_MAPPING_STALE')
    expect(calls).toEqual([])
  })
})

describe('our comment', () => {
  it('is edited in place, and keeps its assignee and whether it is resolved', async () => {
    const calls = listen()
    expect(await applyAll([comment({ id: '458' })])).toEqual({ commentId: '458', relayed: {} })
    expect(sent(calls)).toEqual([['PUT', '/v2/comment/458', { comment_text: text }]])
  })

  it('that a person deleted is not made again', async () => {
    const calls = listen(() => [404, { err: 'Comment not found' }])
    expect(await applyAll([comment({ id: '458' })])).toEqual({ commentId: null, relayed: {} })
    expect(calls).toHaveLength(1)
  })

  it('that cannot be edited for another reason fails', async () => {
    listen(() => [401, { err: 'Token invalid', ECODE: 'OAUTH_025' }])
    expect((await failureOf(applyAll([comment({ id: '458' })]))).code).toBe('TOOL_UNAUTHORIZED')
  })
})

describe('a comment that an earlier try may have made', () => {
  const shown = (id: number, by: string, words: string) => ({
    id: String(id),
    comment: [{ text: words }],
    comment_text: words,
    user: { id: Number(by), username: 'X', email: 'x@exemple.test' },
    date: String(1783246272000 + id),
  })
  /** A task that keeps comments, newest first and 25 a page, as ClickUp gives them. */
  function serveComments(comments: readonly ReturnType<typeof shown>[]): Call[] {
    const newest = comments.toSorted((a, b) => Number(b.id) - Number(a.id))
    return listen(({ method, path, query }) => {
      if (path === '/v2/user') return [200, { user: { id: Number(userIds.us), username: 'Nous' } }]
      if (method !== 'GET') return [200, { id: 999 }]
      const from = newest.findIndex(({ id, date }) => id === query.start_id && date === query.start) + 1
      return [200, { comments: newest.slice(from, from + 25) }]
    })
  }
  const write = () => applyAll([comment({ mayExist: true })])
  const others = (count: number) =>
    Array.from({ length: count }, (_, index) => shown(100 + index, userIds.client, 'bavardage'))

  it('is found by its reference and author, and edited', async () => {
    const calls = serveComments([
      shown(1, userIds.us, `ancien\n\n${reference}`),
      shown(2, userIds.client, `> ${reference}`),
    ])
    expect(await write()).toEqual({ commentId: '1', relayed: {} })
    expect(calls.at(-1)).toMatchObject({ method: 'PUT', path: '/v2/comment/1' })
  })

  it('is found on a later page', async () => {
    const calls = serveComments([...others(60), shown(1, userIds.us, reference)])
    expect(await write()).toEqual({ commentId: '1', relayed: {} })
    expect(calls.filter((call) => call.path.endsWith('/comment'))).toHaveLength(3)
  })

  it.each([0, 24, 25, 60])('is made when it is not among %i others', async (count) => {
    const calls = serveComments(others(count))
    expect(await write()).toEqual({ commentId: '999', relayed: {} })
    expect(calls.at(-1)).toMatchObject({ method: 'POST', path: `/v2/task/${taskId}/comment` })
    expect(calls.map((call) => call.path)).not.toContain('/v2/user')
  })

  it('is not looked for without end in a server that knows no pages', async () => {
    const page = others(25)
    const calls = listen(({ method }) => [200, method === 'GET' ? { comments: page } : { id: 999 }])
    expect(await write()).toEqual({ commentId: '999', relayed: {} })
    expect(calls).toHaveLength(3)
  })
})
