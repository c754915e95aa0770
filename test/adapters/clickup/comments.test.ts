import { afterEach, beforeEach, expect, it } from 'vitest'
import { createClickUpLimiters } from '#adapters/clickup/client.ts'
import { createClickUp } from '#adapters/clickup/index.ts'
import { type ClickUpSandbox, startClickUpSandbox } from '#adapters/clickup/sandbox.ts'
import { createAttempt } from './fixtures.ts'

let sandbox: ClickUpSandbox
let taskId: string

beforeEach(async () => {
  sandbox = await startClickUpSandbox()
  const list = sandbox.list({ name: 'Claire' })
  taskId = sandbox.people.client.createTask({ list: list.id, name: 'Article de blog' })
})
afterEach(() => sandbox.close())

/** What the adapter reads, and in how many calls. */
async function heard() {
  const { url: apiUrl, credentials } = sandbox
  const module = createClickUp(createClickUpLimiters())
  const attempt = createAttempt()
  const adapter = module.connect({ connectionId: 'con-7', credentials: { ...credentials }, apiUrl })
  const comments = await adapter.comments(taskId, attempt)
  return { texts: comments?.map(({ text }) => text) ?? null, comments, reads: attempt.reads }
}

it('shows what a client answers in the thread of a comment, by its author and in its order', async () => {
  const { client, service } = sandbox.people
  const question = service.comment(taskId, 'Urgent : je te confirme dès que je peux.')
  const reply = client.reply(question, 'je confirme')
  client.comment(taskId, 'Merci !')
  const { texts, comments, reads } = await heard()
  expect(texts).toEqual(['Urgent : je te confirme dès que je peux.', 'je confirme', 'Merci !'])
  expect(comments?.[1]).toMatchObject({ id: reply, authorId: String(client.user.id) })
  expect(reads).toBe(2)
})

it('asks for no thread where nobody has answered', async () => {
  sandbox.people.client.comment(taskId, 'Bonjour')
  expect(await heard()).toMatchObject({ texts: ['Bonjour'], reads: 1 })
})

it('does without the thread of a comment that is deleted meanwhile', async () => {
  const { client } = sandbox.people
  client.reply(client.comment(taskId, 'Une idée'), 'ou pas')
  client.comment(taskId, 'Merci !')
  sandbox.faults.failNext(1, { path: /reply$/, status: 404, body: '{"err":"Comment not found"}' })
  expect((await heard()).texts).toEqual(['Une idée', 'Merci !'])
})

it('hears the first and the newest of more threads than a minute has calls, and leaves as many for the other side of a pair', async () => {
  const { client } = sandbox.people
  for (let number = 1; number <= 100; number += 1)
    client.reply(client.comment(taskId, `Point ${number}`), `Oui ${number}`)
  const { texts, reads } = await heard()
  expect(texts).toEqual(expect.arrayContaining(['Oui 1', 'Oui 5', 'Oui 76', 'Oui 100', 'Point 30']))
  expect(texts).not.toContain('Oui 30')
  expect(reads).toBeLessThan(40)
})
