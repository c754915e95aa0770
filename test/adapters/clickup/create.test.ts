import nock from 'nock'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { NewTask } from '#model/adapter.ts'
import { createAdapter, createAttempt, failureOf, listen, listId, mapping } from './fixtures.ts'

const task: NewTask = {
  title: 'Camille · Réserver l’hôtel',
  text: 'Demande de Camille · réf. K7Q2',
  due: { at: '2026-07-07T16:00:00.000Z', day: null },
  status: 'review',
}

const create = (change: Partial<NewTask> = {}) =>
  createAdapter().create(listId, { ...task, ...change }, mapping, createAttempt())

beforeEach(() => nock.disableNetConnect())
afterEach(() => {
  nock.cleanAll()
  nock.enableNetConnect()
})

it('makes a task with its words, its date and its status in one call', async () => {
  const calls = listen(() => [200, { id: '86abc0001' }])
  expect(await create()).toBe('86abc0001')
  expect(calls.map(({ method, path, body }) => [method, path, body])).toEqual([
    [
      'POST',
      `/v2/list/${listId}/task`,
      {
        name: task.title,
        description: task.text,
        due_date: 1783440000000,
        due_date_time: true,
        status: 'en relecture',
      },
    ],
  ])
})

it.each([
  [400, { err: 'Task name invalid', ECODE: 'INPUT_005' }, 'TOOL_REJECTED'],
  [404, { err: 'List not found', ECODE: 'ITEM_194' }, 'TOOL_NOT_FOUND'],
  [400, { err: 'Status not found', ECODE: 'ITEM_114' }, 'TOOL_MAPPING_STALE'],
])('tells a refusal %i %j by what it is about', async (status, body, code) => {
  listen(() => [status, body])
  expect((await failureOf(create())).code).toBe(code)
})

it('takes no status for gone where none was asked for', async () => {
  listen(() => [400, { err: 'Status not found', ECODE: 'ITEM_114' }])
  expect((await failureOf(create({ status: null }))).code).toBe('TOOL_REJECTED')
})
