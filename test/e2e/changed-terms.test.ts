import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { policyEditor } from '../support/policy-editor.ts'
import { send } from '../support/send.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

describe('what is agreed with a client after a request was judged', () => {
  let world: TrelloWorld
  beforeEach(async () => {
    world = await startTrelloWorld()
  })
  afterEach(() => world.close())

  const api = (method: string, path: string, body?: unknown) => send(world.service, method, path, { body })
  const agree = async (terms: object) =>
    expect((await api('PATCH', `/clients/${world.clientId}`, { terms })).status).toBe(200)
  const ask = async (title: string) => {
    const card = world.sandbox.people.client.createCard({ board: world.made.id, list: 'Demandes', title })
    await world.settled()
    return card
  }
  const order = async (card: string, what: 'look' | 'rejudge') => {
    await api('POST', `/tasks/${(await world.taskOf(card)).id}/${what}`)
    await world.settled()
  }
  const price = async (card: string) => (await world.taskOf(card)).decision.price?.total.max.minor

  it('does not change its price: that holds for what is asked from then on, and for what is judged anew', async () => {
    const card = await ask('3 visuels Canva')
    const before = await price(card)
    await agree({ billing: { hourlyRate: 99 } })
    await order(card, 'look')
    expect([await price(card), await world.runStates(card)]).toEqual([before, ['applied', 'in-sync']])
    expect(await price(await ask('3 autres visuels Canva'))).toBe(9900)
    await order(card, 'rejudge')
    expect(await price(card)).toBe(9900)
  })

  it('need not go together with the rules that it was judged by', async () => {
    const card = await ask('3 visuels Canva')
    const editor = policyEditor(world.service)
    const { body: rules } = await editor.send('GET', '/rules')
    const podcast = { id: 'podcast', kind: 'included', name: { fr: 'Podcast', en: 'Podcast' } }
    const document = { ...rules.source, services: [...rules.source.services, podcast] }
    const override = { cases: true, impact: true }
    await editor.send('POST', '/rules/versions', { body: { after: 1, document, override } })
    await agree({ services: { podcast: { price: 80 } } })
    await order(card, 'look')
    expect(await world.runStates(card)).toEqual(['applied', 'in-sync'])
    const old = {
      clientId: world.clientId,
      channel: 'email',
      text: 'Un podcast',
      receivedAt: '2026-01-05T09:00:00Z',
    }
    expect((await api('POST', '/requests', old)).body).toMatchObject({ decision: { policyVersion: 2 } })
    expect((await api('GET', '/dead-letters')).body.items).toEqual([])
    const back = await editor.send('POST', '/rules/rollback', { body: { to: 1 } })
    expect([back.status, back.body.errors?.[0].path]).toEqual([409, `clients.${world.clientId}`])
  })

  it('need not go together with the rules of a request that gets a price, when the client has others by now', async () => {
    const card = await ask('3 visuels Canva')
    const { source } = (await api('GET', '/policies/rules')).body
    const podcast = { id: 'podcast', kind: 'included', name: { fr: 'Podcast', en: 'Podcast' } }
    const document = { ...source, services: [...source.services, podcast] }
    await world.done('POST', '/policies', { id: 'studio', document })
    const change = { policyId: 'studio', terms: { services: { podcast: { price: 80 } } } }
    await world.done('PATCH', `/clients/${world.clientId}`, change)
    world.sandbox.people.assistant.comment(card, '/devis 120')
    await world.settled()
    const { items } = await world.done('GET', `/tasks/${(await world.taskOf(card)).id}/answers`)
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['quote'])
    expect([await price(card), (await api('GET', '/dead-letters')).body.items]).toEqual([12000, []])
  })
})
