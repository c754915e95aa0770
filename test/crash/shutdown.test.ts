import { describe, expect, it, onTestFinished } from 'vitest'
import { startTrelloSandbox } from '#adapters/trello/sandbox.ts'
import { eventually } from '../support/eventually.ts'
import { startTestService } from '../support/service.ts'
import { freshPlace } from '../support/stores.ts'
import { notLookedAt, tellOfCard, watchBoard } from './acknowledged.ts'

describe('a service that is told to stop', () => {
  it('looks after its restart at every task of which it acknowledged a webhook', {
    timeout: 120_000,
  }, async () => {
    const { config: place, remove } = await freshPlace()
    const sandbox = await startTrelloSandbox()
    onTestFinished(async () => {
      await sandbox.close()
      await remove()
    })
    const settings = { TRELLO_API_URL: sandbox.url }
    const first = await startTestService({ place, settings })
    const watched = await watchBoard(first.api, sandbox)

    const told: ReturnType<typeof tellOfCard>[] = []
    let closing = Promise.resolve()
    for (let n = 0; n < 60; n += 1) {
      if (n === 20) closing = first.close()
      told.push(tellOfCard(sandbox, watched))
      await new Promise((resolve) => setTimeout(resolve, 4))
    }
    const answers = await Promise.all(told)
    await closing
    const acknowledged = answers.filter(({ status }) => status === 200).map(({ id }) => id)
    expect(acknowledged.length).toBeGreaterThan(0)
    expect(acknowledged.length).toBeLessThan(answers.length)

    const second = await startTestService({ place, settings })
    onTestFinished(() => second.close())
    const unseen = await eventually(
      () => notLookedAt(second.api, acknowledged),
      (missing) => missing.length === 0,
    )
    expect(unseen).toEqual([])
  })
})
