import { expect, it } from 'vitest'
import { startClickUpWorld } from '../support/clickup-world.ts'

it('gives a verdict to a task of a type that the field for its estimate is not for', async () => {
  const world = await startClickUpWorld()
  const { sandbox, done, settled, connectionId } = world
  const fields = [{ name: 'Estimation', type: 'number', taskTypes: [1001] }] as const
  const list = sandbox.list({ name: 'Lucie', statuses: ['demandes', 'terminé'], fields })
  const lucie = { name: 'Lucie', language: 'fr', address: 'tu', policyId: 'rules' }
  const { id: clientId } = await done('POST', '/clients', lucie)
  // Mapped by hand, or before it was made a field of one type alone.
  const mapping = { fields: { estimate: { id: list.fields.Estimation, type: 'number' } } }
  const { board } = await done('POST', '/boards', { connectionId, containerId: list.id, clientId, mapping })
  await done('PATCH', `/boards/${board.id}`, { mode: 'apply' })
  const due = new Date(Date.now() + 6 * 3_600_000).toISOString()
  const id = sandbox.people.client.createTask({ list: list.id, name: '3 visuels Canva', due })
  await settled()

  const shown = sandbox.task(id)
  expect([shown?.tags.includes('urgent · dispo à confirmer'), shown?.comments.length]).toEqual([true, 1])
  const { items: runs } = await done('GET', `/runs?boardId=${board.id}&limit=200`)
  expect(runs.find(({ state }: { state: string }) => state === 'applied')?.unsupported).toEqual(['estimate'])
  await world.close()
})
