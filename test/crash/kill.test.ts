import { afterEach, describe, expect, it } from 'vitest'
import { startTrelloSandbox } from '#adapters/trello/sandbox.ts'
import { eventually } from '../support/eventually.ts'
import { freshPlace } from '../support/stores.ts'
import { boardInApply } from './apply-board.ts'
import { mortalService } from './process.ts'
import { playRounds } from './rounds.ts'

const undo: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step()
})

/** Cards written while the service is up; titles that are in scope, out of scope and urgent by turns. */
const titles = ['Newsletter', 'Article de blog', 'Visuel Canva urgent', 'Développement web'] as const

describe('kill -9 under load', () => {
  it('loses nothing that was acknowledged and says nothing twice', async () => {
    const { config, remove } = await freshPlace()
    const sandbox = await startTrelloSandbox({ webhookRetryMs: [200, 400, 800] })
    const service = await mortalService(config, sandbox)
    undo.push(remove, () => sandbox.close(), service.kill)
    const { api } = service
    await service.start()
    const boardId = await boardInApply(sandbox, api)

    for (const delayMs of [3, 40, 90, 160]) {
      const cards = Array.from({ length: 6 }, (_, n) =>
        sandbox.people.client.createCard({
          board: boardId,
          list: 'Demandes',
          title: titles[n % titles.length] ?? '',
        }),
      )
      await new Promise((resolve) => setTimeout(resolve, delayMs))
      await service.kill()
      await service.start()
      await eventually(
        () => cards.filter((id) => sandbox.card(id)?.labels.length === 0),
        (without) => without.length === 0,
      )
    }

    await sandbox.settled()
    const unfinished = await eventually(
      // It may have too much to do to answer at once.
      async () => (await api('GET', '/api/v1/runs?state=applying')).body.items,
      (items: unknown[] | undefined) => items?.length === 0,
    )
    expect(unfinished).toEqual([])
    for (const card of sandbox.cards(boardId)) {
      const own = card.comments.filter(({ text }) => text.includes('réf. '))
      expect([card.title, own.length]).toEqual([card.title, card.title.includes('Newsletter') ? 0 : 1])
    }
  })

  it('looks at every task of which it acknowledged a webhook, however often it is killed', async () => {
    const { config: place, remove } = await freshPlace()
    undo.push(remove)
    const { acknowledged, missing } = await playRounds({ place, rounds: 3, seed: 1 })
    expect(missing).toEqual([])
    expect(acknowledged).toBeGreaterThan(0)
  })
})
