import { expect, it } from 'vitest'
import { startClickUpWorld } from '../support/clickup-world.ts'

it('leaves a finished request where it is when it gets a twin on a board that keeps such ones in another list', async () => {
  const world = await startClickUpWorld()
  const { sandbox, list, done, settled, connectionId, boardId } = world
  const id = sandbox.people.client.createTask({ list: list.id, name: 'Newsletter de mai' })
  sandbox.people.client.setStatus(id, 'terminé')
  await settled()

  const archive = sandbox.list({ name: 'Archive', folder: 'Moi' })
  const own = sandbox.list({ name: 'Mes demandes', folder: 'Moi', statuses: ['demandes', 'en cours'] })
  const me = await done('POST', '/clients', { name: 'Moi', language: 'fr', policyId: 'rules' })
  const statuses = [
    { id: 'demandes', status: 'requested' },
    { id: 'en cours', status: 'in_progress' },
    { id: `list:${archive.id}`, status: 'done' },
  ]
  const watched = { connectionId, containerId: own.id, clientId: me.id, role: 'assistant' }
  const { board } = await done('POST', '/boards', { ...watched, mapping: { statuses } })
  await done('PATCH', `/boards/${board.id}`, { mode: 'apply' })
  await done('PATCH', `/boards/${boardId}`, { twinBoardId: board.id })
  await settled()

  const shown = (listId: string) => sandbox.tasks(listId).map(({ name, status }) => ({ name, status }))
  const twin = { name: expect.stringContaining('Newsletter de mai'), status: 'demandes' }
  expect([sandbox.task(id)?.status, shown(own.id), shown(archive.id)]).toEqual(['terminé', [twin], []])
  await world.close()
})
