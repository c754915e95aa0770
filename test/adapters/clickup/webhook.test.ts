import { describe, expect, it } from 'vitest'
import type { WebhookKeys } from '#model/adapter.ts'
import { isAppError } from '#model/error.ts'
import { receive, sign } from '../../../adapters/clickup/webhook.ts'
import { listId, taskId, userIds } from './fixtures.ts'

const keys: WebhookKeys = {
  connectionId: 'con-7',
  secrets: ['first', 'second'],
  callbackUrl: 'https://cadre.test/webhooks/clickup/con-7',
  userId: userIds.us,
}

const own = { has: (commentId: string) => commentId === '648893191' }

function deliver(body: unknown, changes: Partial<WebhookKeys> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return receive(
    { headers: { 'x-signature': sign(text, 'second') }, body: new TextEncoder().encode(text) },
    { ...keys, ...changes },
    own,
  )
}

/** An event as ClickUp sends it, with the personal data that comes with it. */
function createEvent(event: string, ...items: Record<string, unknown>[]) {
  return {
    event,
    history_items: items.map((item) => ({
      id: '3300000000000000001',
      type: 1,
      date: '1783246272000',
      parent_id: listId,
      data: { status_type: 'custom' },
      source: null,
      user: { id: 5502, username: 'Assistante', email: 'a@exemple.test' },
      before: null,
      after: null,
      ...item,
    })),
    task_id: taskId,
    webhook_id: 'wh-1',
  }
}

function codeOf(work: () => unknown): string | null {
  try {
    work()
    return null
  } catch (error) {
    return isAppError(error) ? error.code : String(error)
  }
}

describe('the signature', () => {
  const body = '{"webhook_id":"7689a169-a000-4985-8676-6902b96d6627","event":"taskCreated","task_id":"c0j"}'
  const signature = '4830bf524f6e29a3e8da953936c6f21c1fea2b9669b825d3e1be293ef3416c8c'

  it('is lower-case hex of HMAC-SHA256 over the raw body', () => {
    expect(sign(body, 'secret')).toBe(signature)
  })

  const receiveSigned = (given: string | undefined, text = body, secrets: readonly string[] = ['secret']) =>
    receive(
      { headers: { 'x-signature': given }, body: new TextEncoder().encode(text) },
      { ...keys, secrets },
      own,
    )

  it('is accepted with any secret of the connection, for each webhook has its own', () => {
    expect(receiveSigned(signature, body, ['another', 'secret', 'third']).taskId).toBe('c0j')
  })

  it.each([
    ['of another body', signature, body.replace('c0j', 'c0k'), ['secret']],
    ['with another secret', signature, body, ['another']],
    ['in upper case', signature.toUpperCase(), body, ['secret']],
    ['that is cut', signature.slice(0, -1), body, ['secret']],
    ['that is missing', undefined, body, ['secret']],
    ['that is empty', '', body, []],
    ['with an empty secret', sign(body, ''), body, ['']],
  ])('%s is refused', (_case, given, text, secrets) => {
    expect(codeOf(() => receiveSigned(given, text, secrets))).toBe('WEBHOOK_SIGNATURE_INVALID')
  })
})

describe('a body', () => {
  it.each(['', '{', '\u{fffd}{}'])('%j that is signed but no JSON is refused', (text) => {
    expect(codeOf(() => deliver(text))).toBe('WEBHOOK_BODY_INVALID')
  })

  it.each([{}, [], null, 7, { event: 'taskUpdated' }, { event: '', webhook_id: 'wh-1' }])(
    '%j that names no event concerns no task',
    (body) => {
      const received = deliver(body)
      expect(received).toMatchObject({ kind: 'other', taskId: null, event: 'unknown', evidence: {} })
      expect(received.key).toMatch(/^[0-9a-f]{64}$/)
    },
  )

  it('with odd parts is read as if they were missing', () => {
    const event = { ...createEvent('taskUpdated'), history_items: 'none', list_id: {} }
    expect(deliver(event)).toMatchObject({
      kind: 'task',
      taskId,
      occurredAt: '1970-01-01T00:00:00.000Z',
      dueAt: undefined,
    })
  })
})

describe('an event', () => {
  it.each(['taskCreated', 'taskUpdated', 'taskMoved', 'taskDeleted', 'taskSomethingNew'])(
    '%s concerns its task',
    (event) => {
      expect(deliver({ event, task_id: taskId, webhook_id: 'wh-1' })).toMatchObject({
        kind: 'task',
        event,
        taskId,
      })
    },
  )

  it('about a file concerns its task, and keeps neither the name of the file nor where it lies', () => {
    const file = { title: 'voix.m4a', url: 'https://t1.attachments.test/voix.m4a' }
    const comment = { id: '7', comment: [{ text: 'voix.m4a', type: 'attachment', attachment: file }] }
    for (const item of [
      { field: 'attachments', after: file },
      { field: 'comment', comment },
    ]) {
      const received = deliver(createEvent('taskUpdated', { ...item, user: { id: 5501 } }))
      expect(received).toMatchObject({ kind: 'task', taskId })
      expect(JSON.stringify(received)).not.toMatch(/voix|https?:/)
    }
  })

  it('about a move of ours is looked at, for the task is on another board then', () => {
    const section = (id: string) => ({ id, name: 'Demandes', category: { id: '1' } })
    const change = { field: 'section_moved', before: section(listId), after: section('9') }
    for (const event of ['taskMoved', 'taskUpdated'])
      expect(deliver(createEvent(event, change))).toMatchObject({ kind: 'task', taskId })
  })

  it.each([
    { event: 'listUpdated', list_id: listId },
    { event: 'folderDeleted', folder_id: '9' },
    { event: 'spaceUpdated', space_id: '9' },
    { event: 'goalCreated', goal_id: '9', task_id: taskId },
    { event: 'taskUpdated' },
  ])('$event without a task of its own concerns none', (body) => {
    expect(deliver({ ...body, webhook_id: 'wh-1' })).toMatchObject({ kind: 'other', taskId: null })
  })

  it('happened when its earliest part did', () => {
    const event = createEvent(
      'taskUpdated',
      { date: '1783246272500' },
      { date: 1783246272000 },
      { date: '?' },
    )
    expect(deliver(event).occurredAt).toBe('2026-07-05T10:11:12.000Z')
  })

  it('keeps ids, fields and times as evidence, and neither people nor values', () => {
    const { evidence } = deliver(
      createEvent('taskUpdated', {
        field: 'custom_field',
        after: 'secret wish',
        custom_field: { id: 'f-1', name: 'Budget' },
      }),
    )
    expect(evidence).toEqual({
      webhook_id: 'wh-1',
      event: 'taskUpdated',
      task_id: taskId,
      history_items: [
        {
          id: '3300000000000000001',
          type: 1,
          date: '1783246272000',
          field: 'custom_field',
          parent_id: listId,
          user: { id: userIds.us },
          custom_field: { id: 'f-1' },
        },
      ],
    })
  })

  it('keeps no due date in the evidence', () => {
    const { evidence } = deliver(createEvent('taskUpdated', { field: 'due_date', after: '1783353600000' }))
    expect(JSON.stringify(evidence)).not.toContain('1783353600000')
  })
})

describe('the key', () => {
  it('is the same when the delivery is repeated', () => {
    const event = createEvent('taskStatusUpdated', { field: 'status' })
    expect(deliver(event).key).toBe(deliver(event).key)
    expect(deliver(event).key).toBe('wh-1:taskStatusUpdated:3300000000000000001')
  })

  it('tells two events of one change apart, though the vendor’s own does not', () => {
    const item = { field: 'status' }
    expect(deliver(createEvent('taskStatusUpdated', item)).key).not.toBe(
      deliver(createEvent('taskUpdated', item)).key,
    )
  })

  it('tells each edit of a comment apart, though all come as the history item of its posting', () => {
    const edited = (text: string) =>
      deliver(
        createEvent('taskCommentUpdated', { field: 'comment', comment: { id: '1', text_content: text } }),
      ).key
    expect(new Set([edited('peut-être'), edited('je confirme'), edited('je confirme')]).size).toBe(2)
  })

  it('of an event without history is made of what there is', () => {
    const body = { event: 'taskDeleted', task_id: taskId, webhook_id: 'wh-1' }
    const { key } = deliver(body)
    expect(key).toMatch(new RegExp(`^wh-1:taskDeleted:${taskId}:[0-9a-f]{64}$`))
    expect(deliver({ ...body, task_id: 'other' }).key).not.toBe(key)
    expect(deliver({ event: 'listDeleted', list_id: listId, webhook_id: 'wh-1' }).key).toMatch(
      new RegExp(`^wh-1:listDeleted:${listId}:`),
    )
  })
})

describe('the due date', () => {
  it.each([
    ['a new one', '1783353600000', '2026-07-06T16:00:00.000Z'],
    ['a number', 1783353600000, '2026-07-06T16:00:00.000Z'],
    ['none any more', null, null],
    ['no moment', 'soon', undefined],
    ['nothing readable', { day: 1 }, undefined],
    ['nothing', undefined, undefined],
  ])('in an event with %s is read', (_case, after, dueAt) => {
    expect(deliver(createEvent('taskDueDateUpdated', { field: 'due_date', after })).dueAt).toBe(dueAt)
  })

  it('is not told by an event about something else', () => {
    expect(deliver(createEvent('taskUpdated', { field: 'name', after: null })).dueAt).toBeUndefined()
  })
})

describe('an echo', () => {
  it.each(['status', 'tag', 'tag_removed', 'custom_field'])(
    'is what we write, such as %s, when it is all ours',
    (field) => {
      expect(deliver(createEvent('taskUpdated', { field }, { field })).kind).toBe('echo')
    },
  )

  it('is a comment that we wrote, and none that the owner of our account writes', () => {
    const saying = (after: string) => createEvent('taskCommentPosted', { field: 'comment', after })
    expect([deliver(saying('648893191')).kind, deliver(saying('648893192')).kind]).toEqual(['echo', 'task'])
  })

  it.each([
    ['of somebody else', [{ field: 'tag', user: { id: 5501 } }]],
    ['partly of somebody else', [{ field: 'tag' }, { field: 'tag', user: { id: 5501 } }]],
    ['of nobody', [{ field: 'tag', user: null }]],
    ['that we never write', [{ field: 'due_date' }]],
    ['with a part that we never write', [{ field: 'status' }, { field: 'task_creation' }]],
    ['of an unnamed field', [{ field: undefined }]],
    ['without history', []],
  ])('is not a change %s', (_case, items) => {
    expect(deliver(createEvent('taskUpdated', ...items)).kind).toBe('task')
  })

  it('is never seen while our own user is not known', () => {
    const event = createEvent('taskUpdated', { field: 'tag', user: { id: '' } }, { field: 'tag' })
    expect(deliver(event, { userId: '' }).kind).toBe('task')
  })
})
