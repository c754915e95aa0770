import { describe, expect, it } from 'vitest'
import { emptyAccount, type Facts } from '#model/facts.ts'
import type { Task } from '#model/task.ts'
import { type Look, remember, stillTakenIn } from '../../src/pipeline/remember.ts'
import { untold } from '../../src/pipeline/told.ts'

const task = (over: Partial<Task> = {}): Task => ({
  title: 'Newsletter de mai',
  text: '',
  submittedAt: '2026-05-01T08:00:00.000Z',
  dueAt: null,
  service: null,
  hours: null,
  complexity: null,
  revision: null,
  channel: 'trello',
  attachments: [],
  status: null,
  ...over,
})

const look = (over: Partial<Look> = {}): Look => ({
  now: '2026-05-01T08:05:00.000Z',
  judgement: { policyVersion: 1, examplesRevision: 0, account: emptyAccount },
  booked: null,
  booksRevision: 0,
  told: untold,
  dueSetAt: null,
  arrivedAt: null,
  cameAt: null,
  wasThereFirst: false,
  overrides: [],
  ...over,
})

const due = '2026-05-02T08:00:00.000Z'
const later = look({
  now: '2026-05-03T10:00:00.000Z',
  judgement: { policyVersion: 2, examplesRevision: 4, account: { ...emptyAccount, minutesUsed: 60 } },
})
const removed = {
  target: 'label',
  label: 'in_scope',
  change: 'removed',
  at: '2026-05-01T09:00:00.000Z',
} as const

describe('remember', () => {
  it('keeps clock, version and notice while the request is the same', () => {
    const first = remember(null, task({ dueAt: due }), look({ dueSetAt: '2026-05-01T08:01:00.000Z' }))
    expect(remember(first, task({ dueAt: due }), later)).toEqual(first)
  })

  it.each([
    ['nobody told when its date was set', null, '2026-05-01T08:00:00.000Z'],
    ['its date was set before', '2026-04-20T08:00:00.000Z', '2026-05-01T08:00:00.000Z'],
    ['its date was set afterwards', '2026-05-01T08:03:00.000Z', '2026-05-01T08:03:00.000Z'],
  ])('counts the notice from when a task was brought here, where %s', (_what, dueSetAt, expected) => {
    const arrivedAt = '2026-05-01T08:00:00.000Z'
    const first = remember(null, task({ dueAt: due }), look({ arrivedAt, dueSetAt }))
    expect(first.dueSetAt).toBe(expected)
    const moved = remember(first, task({ dueAt: '2026-05-09T08:00:00.000Z' }), { ...later, arrivedAt })
    expect([moved.arrivedAt, moved.dueSetAt]).toEqual([arrivedAt, later.now])
  })

  it('takes a new status for no change of the request', () => {
    const first = remember(null, task({ status: 'requested' }), look())
    expect(remember(first, task({ status: 'done' }), later)).toEqual(first)
  })

  it.each<[string, Partial<Task>]>([
    ['title', { title: 'Newsletter de juin' }],
    ['text', { text: 'et un article' }],
    ['due date', { dueAt: due }],
    ['service', { service: 'newsletter' }],
    ['hours', { hours: 2 }],
    ['complexity', { complexity: 'high' }],
    ['round of changes', { revision: 3 }],
    ['first attachment', { attachments: [{ name: 'a.pdf', mimeType: 'application/pdf' }] }],
  ])('judges anew, as of now and by the version now in force, when the %s changes', (_what, change) => {
    const first: Facts = { ...remember(null, task(), look()), overrides: [removed] }
    const second = remember(first, task(change), later)
    expect(second).toMatchObject({ judgedAt: later.now, ...later.judgement, overrides: [] })
    expect(second.fingerprint).not.toBe(first.fingerprint)
  })

  it('judges anew when a voice message joins a file, also where the tool tells no type', () => {
    const file = (name: string) => ({ name, mimeType: null })
    const first = remember(null, task({ attachments: [file('a.pdf')] }), look())
    const second = remember(first, task({ attachments: [file('a.pdf'), file('vocal.ogg')] }), later)
    expect(second.fingerprint).not.toBe(first.fingerprint)
  })

  it('takes another file of the same kind, or another name, for no change of the request', () => {
    const file = (name: string) => ({ name, mimeType: 'image/png' })
    const first = remember(null, task({ attachments: [file('a.png')] }), look())
    expect(remember(first, task({ attachments: [file('b.png'), file('c.png')] }), later)).toEqual(first)
  })

  it('counts notice from the event that set the date, else from the look', () => {
    const told = remember(null, task({ dueAt: due }), look({ dueSetAt: '2026-05-01T08:01:00.000Z' }))
    const untold = remember(null, task({ dueAt: due }), look())
    expect([told.dueSetAt, untold.dueSetAt]).toEqual(['2026-05-01T08:01:00.000Z', look().now])
  })

  it('does not start notice afresh when only the text changes', () => {
    const first = remember(null, task({ dueAt: due }), look())
    expect(remember(first, task({ dueAt: due, text: 'plus court' }), later).dueSetAt).toBe(first.dueSetAt)
  })

  it('starts notice afresh when the date moves, and forgets it when the date goes', () => {
    const first = remember(null, task({ dueAt: due }), look())
    const moved = remember(first, task({ dueAt: '2026-05-09T08:00:00.000Z' }), later)
    expect(moved.dueSetAt).toBe(later.now)
    expect(remember(moved, task(), later)).toMatchObject({ dueAt: null, dueSetAt: null })
  })

  it('takes in silently what was there first, until the request changes', () => {
    const first = remember(null, task({ dueAt: due }), look({ wasThereFirst: true }))
    expect(first).toMatchObject({ takenIn: true, dueSetAt: task().submittedAt })
    expect(remember(first, task({ dueAt: due }), later).takenIn).toBe(true)
    expect(remember(first, task({ dueAt: due, text: 'changé' }), later).takenIn).toBe(false)
  })

  it('leaves what was taken in alone while the tool shows the same, however it is read since', () => {
    const taken = remember(null, task(), look({ wasThereFirst: true }))
    const asNow = task({ hours: 2, attachments: [{ name: 'a.pdf', mimeType: null }] })
    const known = stillTakenIn(taken, task({ hours: 2 }), asNow)
    expect(remember(known, asNow, later)).toMatchObject({ takenIn: true, judgedAt: taken.judgedAt })
    const edited = task({ hours: 2, text: 'changé' })
    expect(remember(stillTakenIn(taken, task({ hours: 2 }), edited), edited, later).takenIn).toBe(false)
  })

  it('remembers what a person changed while the request is the same', () => {
    const first = remember(null, task(), look())
    expect(remember(first, task(), { ...later, overrides: [removed] }).overrides).toEqual([removed])
  })
})
