import { describe, expect, it, onTestFinished } from 'vitest'
import { startTrelloSandbox } from '#adapters/trello/sandbox.ts'
import { systemClock } from '../../src/clock.ts'
import { eventually } from '../support/eventually.ts'
import { startTestService } from '../support/service.ts'
import { freshPlace } from '../support/stores.ts'
import { untilIdle } from '../support/until-idle.ts'
import { boardInApply } from './apply-board.ts'

const hour = 3_600_000

describe('a clock that jumps', () => {
  it('loses no request and does none twice', async () => {
    const { config: place, remove } = await freshPlace()
    const sandbox = await startTrelloSandbox()
    let ahead = 0
    const service = await startTestService({
      place,
      settings: { TRELLO_API_URL: sandbox.url },
      now: () => new Date(Date.parse(systemClock()) + ahead).toISOString(),
    })
    onTestFinished(async () => {
      await service.close()
      await sandbox.close()
      await remove()
    })
    const board = await boardInApply(sandbox, service.api)
    const cards: string[] = []
    for (const jump of [0, hour, -hour, 0]) {
      ahead = jump
      cards.push(
        ...['Article de blog', 'Newsletter', 'Développement web'].map((title) =>
          sandbox.people.client.createCard({ board, list: 'Demandes', title }),
        ),
      )
      // Changed by a client before the first look, and told of again.
      sandbox.people.client.comment(cards.at(-1) ?? '', 'Merci !')
      await eventually(
        () => cards.filter((id) => sandbox.card(id)?.labels.length === 0),
        (without) => without.length === 0,
      )
    }
    await untilIdle(service, [sandbox])

    const { body: deliveries } = await service.api('GET', '/api/v1/deliveries?limit=200')
    const { body: dead } = await service.api('GET', '/api/v1/dead-letters')
    expect([deliveries.items.length >= cards.length, dead.items]).toEqual([true, []])
    for (const card of sandbox.cards(board)) {
      const own = card.comments.filter(({ text }) => text.includes('réf. '))
      expect([card.title, card.labels.length > 0, own.length]).toEqual([
        card.title,
        true,
        card.title === 'Newsletter' ? 0 : 1,
      ])
    }
  })
})
