import { afterEach, expect, it } from 'vitest'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

let world: TrelloWorld
afterEach(() => world.close())

it('a label that a person swaps teaches: the next request like it is judged so, and says why', async () => {
  world = await startTrelloWorld()
  const { client, assistant } = world.sandbox.people
  const ask = async (title: string) => {
    const id = client.createCard({ board: world.made.id, list: 'Demandes', title })
    await world.settled()
    return id
  }
  const examples = async () => (await world.service.api('GET', '/api/v1/policies/rules/examples')).body

  const first = await ask('Rédiger un article de blog sur le sommeil')
  expect(world.sandbox.card(first)?.labels).toEqual(['Hors cadre'])
  assistant.addLabel(first, 'À vérifier')
  assistant.removeLabel(first, 'Hors cadre')
  await world.settled()
  expect(await examples()).toMatchObject({ revision: 1, examples: [{ scope: 'review', service: null }] })

  const task = await world.taskOf(first)
  await world.service.api('POST', `/api/v1/tasks/${task.id}/look`)
  await world.settled()
  expect((await examples()).revision).toBe(1)

  await ask('Rédiger un article de blog sur le sommeil des enfants')
  const { body } = await world.service.api('GET', '/api/v1/runs?limit=1')
  expect(body.items[0].decision).toMatchObject({ examplesRevision: 1 })
  const scope = body.items[0].decision.findings.find(
    ({ evidence }: { evidence: object }) => 'learned' in evidence,
  )
  expect(scope).toMatchObject({ evidence: { learned: true } })
})
