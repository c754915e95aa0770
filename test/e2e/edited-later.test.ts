import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

describe('a request that is edited after others have come', () => {
  let world: TrelloWorld
  let now = '2026-11-18T09:00:00.000Z'
  beforeEach(async () => {
    world = await startTrelloWorld({
      now: () => now,
      policy: (preset) => ({
        ...preset,
        limits: { requests: { count: 2, per: 'week' } },
        messages: { introduce: true },
      }),
    })
  })
  afterEach(() => world.close())

  const client = () => world.sandbox.people.client
  const ask = async (title: string, at: string) => {
    now = at
    const card = client().createCard({ board: world.made.id, list: 'Demandes', title })
    await world.settled()
    return card
  }
  const judged = async (card: string) => {
    const { decision } = await world.taskOf(card)
    return { labels: decision.labels, welcomes: decision.message.includes('Bienvenue') }
  }

  it('is the first and within the limit as it was, and one beyond the limit still is', async () => {
    const first = await ask('3 visuels Canva', '2026-11-18T09:00:00.000Z')
    await ask('4 visuels Canva', '2026-11-18T10:00:00.000Z')
    const third = await ask('5 visuels Canva', '2026-11-18T11:00:00.000Z')
    const later = await ask('6 visuels Canva', '2026-11-24T09:00:00.000Z')
    await ask('7 visuels Canva', '2026-11-24T10:00:00.000Z')
    const known = [
      { labels: ['in_scope'], welcomes: true },
      { labels: ['in_scope', 'over_limit'], welcomes: false },
      { labels: ['in_scope'], welcomes: false },
    ]
    const all = async () => Promise.all([first, third, later].map(judged))
    expect(await all()).toEqual(known)
    now = '2026-11-24T11:00:00.000Z'
    for (const card of [first, third, later]) client().editCard(card, { title: '8 visuels Canva' })
    await world.settled()
    expect(await all()).toEqual(known)
  })
})
