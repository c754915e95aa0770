import { expect, it } from 'vitest'
import type { Mapping } from '#model/board.ts'
import type { Comment, Observed } from '#model/task.ts'
import { interpret } from '../../src/pipeline/interpret.ts'

const mapping: Mapping = { labels: {}, statuses: [], fields: {}, services: {}, assistants: [] }
const reference = 'réf. K7Q2'
const text = `Merci pour ta demande.\n\n${reference}`

function commentBy(authorId: string, id = 'c1'): Comment {
  return { id, text, authorId, authorName: null, createdAt: '2026-11-23T09:01:00.000Z' }
}

/** What is taken for our comment on a task with some, when we write as `us`. */
function ownAmong(comments: readonly Comment[], last: { id: string; text: string } | null) {
  const observed: Observed = {
    ref: { tool: 'trello', connectionId: 'con-1', taskId: 't1' },
    containerId: 'b1',
    url: '',
    title: 'Newsletter de mai',
    text: '',
    createdAt: '2026-11-23T09:00:00.000Z',
    createdBy: 'claire',
    changedAt: '2026-11-23T09:00:00.000Z',
    dueAt: null,
    dueDay: null,
    archived: false,
    template: false,
    statusId: null,
    labels: [],
    fields: {},
    attachments: [],
    comments,
  }
  const reading = { reference, userId: 'us', last, timeZone: 'Europe/Paris' }
  return interpret(observed, mapping, reading).theirs.comment
}

it('knows our comment by its id, whatever account it was written with', () => {
  expect(ownAmong([commentBy('former account')], { id: 'c1', text })).toEqual({ id: 'c1', text })
})

it('knows a comment by its reference alone only where it is by our account', () => {
  expect(ownAmong([commentBy('us')], null)).toEqual({ id: 'c1', text })
  expect(ownAmong([commentBy('claire')], null)).toBeNull()
  expect(ownAmong([commentBy('claire', 'c2')], { id: 'c1', text })).toBeNull()
})
