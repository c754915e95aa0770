import cron from 'node-cron'
import { expect, it } from 'vitest'
import { startClickUpWorld } from '../support/clickup-world.ts'

it('reads the comments of a pair, and what was answered to each, once in a look', async () => {
  const world = await startClickUpWorld()
  const { sandbox, list, done, settled, connectionId, boardId } = world
  const { client, assistant } = sandbox.people
  const own = sandbox.list({ name: 'Mes demandes', statuses: ['demandes', 'terminé'] })
  const me = await done('POST', '/clients', { name: 'Moi', language: 'fr', policyId: 'rules' })
  const watched = { connectionId, containerId: own.id, clientId: me.id, role: 'assistant' }
  const { board } = await done('POST', '/boards', watched)
  await done('PATCH', `/boards/${board.id}`, { mode: 'apply' })
  const assistants = [String(assistant.user.id), String(sandbox.people.service.user.id)]
  await done('PATCH', `/boards/${boardId}`, {
    ...{ twinBoardId: board.id, relays: true, mapping: { assistants } },
  })
  await done('PATCH', `/connections/${connectionId}`, { updates: 'poll' })
  const id = client.createTask({ list: list.id, name: 'Newsletter de mai' })
  const readAll = async () => {
    for (const task of cron.getTasks().values()) if (task.name === 'poll') await task.execute()
    await settled()
  }
  await readAll()
  const twinId = sandbox.tasks(own.id)[0]?.id ?? ''
  // Notes of hers on both sides, of which none is passed on.
  for (const taskId of [id, twinId])
    for (let number = 1; number <= 3; number += 1)
      assistant.reply(assistant.comment(taskId, `Note ${number}`), `Suite ${number}`)
  await readAll()

  assistant.reply(sandbox.task(id)?.comments.at(-1)?.id ?? '', 'Encore une note')
  sandbox.calls.reset()
  await readAll()
  const reads = sandbox.calls.all.filter(({ method }) => method === 'GET').map(({ path }) => path)
  // A sweep of her board may have the two looked at once more.
  const looks = reads.filter((path) => path.endsWith(`/task/${id}`)).length
  const said = Map.groupBy(
    reads.filter((path) => path.includes('/comment')),
    (path) => path,
  )
  expect(said.size).toBe(2 * (1 + 3))
  for (const [path, times] of said) expect([path, times.length <= looks]).toEqual([path, true])
  await world.close()
})
