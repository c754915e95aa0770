import { afterEach, describe, expect, it } from 'vitest'
import { startTrelloWorld, type TrelloWorld, type WorldOptions } from '../support/trello-world.ts'

let world: TrelloWorld
const start = async (options: WorldOptions) => {
  world = await startTrelloWorld(options)
}
afterEach(() => world.close())

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
async function ask(title: string, due?: string): Promise<string> {
  const { client } = world.sandbox.people
  const card = client.createCard({ board: world.made.id, list: 'Demandes', title, ...(due && { due }) })
  await world.settled()
  return card
}
const pathOf = async (card: string) => `/api/v1/tasks/${(await world.taskOf(card)).id}`
const call = async (method: string, path: string, body?: unknown) => {
  const answer = await world.service.api(method, path, body)
  await world.settled()
  return answer
}
const labels = (card: string) => world.sandbox.card(card)?.labels ?? []
const comments = (card: string) => world.sandbox.card(card)?.comments ?? []
const lastWrite = async (card: string) => {
  const { id } = await world.taskOf(card)
  const { body } = await world.service.api('GET', `/api/v1/runs?taskId=${id}&state=applied&limit=1`)
  return body.items[0].id
}
const look = async (card: string) => call('POST', `${await pathOf(card)}/look`)

describe('orders of people', () => {
  it('a ruling by the API is put on the board, teaches, and is lifted again', async () => {
    await start({})
    const card = await ask('Article de blog 1 500 mots')
    const path = await pathOf(card)
    expect((await call('PUT', `${path}/overrides/to_review`, {})).status).toBe(202)
    expect(labels(card)).toEqual(['À vérifier'])
    const { body } = await world.service.api('GET', '/api/v1/policies/rules/examples')
    expect(body.examples).toMatchObject([{ scope: 'review' }])
    await call('DELETE', `${path}/overrides/to_review`)
    expect(labels(card)).toEqual(['Hors cadre'])
  })

  it('a label ruled away is taken off and not put back', async () => {
    await start({})
    const card = await ask('Newsletter de mai')
    await call('PUT', `${await pathOf(card)}/overrides/in_scope`, { change: 'removed' })
    expect(labels(card)).toEqual([])
    await look(card)
    expect(labels(card)).toEqual([])
  })

  it('a task is judged again by the version in force now', async () => {
    await start({})
    const card = await ask('Article de blog 1 500 mots')
    const path = await pathOf(card)
    const { body: policy } = await world.service.api('GET', '/api/v1/policies/rules')
    const { services, ...rest } = policy.source ?? policy.document
    const allIncluded = services.map((service: object) => ({ ...service, kind: 'included' }))
    const change = { document: { ...rest, services: allIncluded }, after: policy.version }
    expect((await world.service.api('POST', '/api/v1/policies/rules/versions', change)).status).toBeLessThan(
      300,
    )
    await look(card)
    expect(labels(card)).toEqual(['Hors cadre'])
    expect((await call('POST', `${path}/rejudge`)).status).toBe(202)
    expect(labels(card)).toEqual(['Dans le cadre'])
    expect((await world.service.api('GET', path)).body.decision.policyVersion).toBe(2)
  })

  it('what a run wrote is put back, and stays so at the next look', async () => {
    await start({ customFields: true })
    const card = await ask('Newsletter de mai', inHours(5))
    expect(labels(card)).toContain('Dans le cadre')
    expect(comments(card)).toHaveLength(1)
    expect((await call('POST', `/api/v1/runs/${await lastWrite(card)}/undo`)).status).toBe(202)
    expect(labels(card)).toEqual([])
    expect(world.sandbox.card(card)?.fields).toEqual({})
    expect(comments(card).map(({ text }) => text)).toEqual([expect.stringMatching(/n'est plus d'actualité/)])
    await look(card)
    expect([labels(card), comments(card).length]).toEqual([[], 1])
    const { overrides } = (await world.service.api('GET', await pathOf(card))).body
    expect(overrides.map(({ change }: { change: string }) => change)).toContain('undone')

    world.sandbox.people.client.editCard(card, { title: 'Newsletter de mai et de juin' })
    await world.settled()
    expect(labels(card)).toContain('Dans le cadre')
  })

  it('what several runs wrote is put back, also when all of it is asked for before the next look', async () => {
    await start({})
    const card = await ask('Newsletter de mai')
    const first = await lastWrite(card)
    world.sandbox.people.client.editCard(card, { title: 'Article de blog' })
    await world.settled()
    const second = await lastWrite(card)
    expect([labels(card), second === first]).toEqual([['Hors cadre'], false])
    world.sandbox.faults.latencyMs = 1_000
    for (const run of [second, first])
      expect((await world.service.api('POST', `/api/v1/runs/${run}/undo`)).status).toBe(202)
    world.sandbox.faults.latencyMs = 0
    await world.settled()
    expect(labels(card)).toEqual([])
  })

  it("undoing never touches a person's later change", async () => {
    await start({})
    const card = await ask('Article de blog 1 500 mots')
    const { assistant } = world.sandbox.people
    assistant.addLabel(card, 'À vérifier')
    assistant.removeLabel(card, 'Hors cadre')
    await world.settled()
    const { body } = await world.service.api('GET', `/api/v1/runs?state=applied&limit=200`)
    for (const { id } of body.items) await call('POST', `/api/v1/runs/${id}/undo`)
    expect(labels(card)).toEqual(['À vérifier'])
  })

  it('a whole board is put back to where it was at a moment, also when it is not applied any more', async () => {
    await start({})
    const before = await ask('Newsletter de mai')
    const since = new Date().toISOString()
    const cards = [await ask('Newsletter de juin'), await ask('Article de blog')]
    await call('POST', `${await pathOf(before)}/answers`, { kind: 'out' })
    expect(labels(before)).toEqual(['Hors cadre'])
    await world.service.api('PATCH', `/api/v1/boards/${world.boardId}`, { mode: 'dry-run' })
    const answer = await call('POST', `/api/v1/boards/${world.boardId}/undo`, { since })
    expect([answer.status, answer.body]).toEqual([202, { tasks: 3 }])
    expect(cards.map(labels)).toEqual([[], []])
    expect(labels(before)).toEqual(['Dans le cadre'])
  })

  it('what cannot be done is said', async () => {
    await start({})
    const card = await ask('Newsletter de mai')
    const path = await pathOf(card)
    await look(card)
    const { body } = await world.service.api('GET', '/api/v1/runs?state=in-sync&limit=1')
    expect((await call('POST', `/api/v1/runs/${body.items[0].id}/undo`)).status).toBe(409)
    expect((await call('POST', '/api/v1/runs/run_none/undo')).status).toBe(404)
    expect((await call('PUT', `${path}/overrides/fancy`, {})).body.code).toBe('REQUEST_INVALID')
    expect((await call('POST', '/api/v1/tasks/tsk_none/rejudge')).status).toBe(404)
    const audit = await world.service.api('GET', path)
    expect(audit.status).toBe(200)
  })
})
