import { startTrelloSandbox } from '#adapters/trello/sandbox.ts'
import { chanceOf } from '../support/chance.ts'
import type { StoreConfig } from '../support/stores.ts'
import { notLookedAt, tellOfCard, watchBoard } from './acknowledged.ts'
import { mortalService } from './process.ts'

export interface RoundsOptions {
  /** An empty store. */
  readonly place: StoreConfig
  readonly rounds: number
  /** Decides when each kill comes; the rest is up to the machine. */
  readonly seed: number
  readonly onRound?: (round: number, acknowledged: number) => void
}

/** What became of webhooks that were acknowledged by a service that was killed again and again. */
export interface RoundsResult {
  readonly told: number
  readonly acknowledged: number
  /** Requests that were acknowledged and led to no run. */
  readonly missing: readonly string[]
}

/** How many are acknowledged before a kill at most: counted, so that a slow machine is killed at work too. */
const mostBeforeKill = 80

/**
 * How many webhooks are under way at once, and how long a look may take to be taken up again after the last kill: since the
 * latest that was, for of thousands of looks a tool lets no more than some ten a second begin.
 */
const atOnce = 8
const patienceMs = 120_000

/** Kill a loaded service at a moment of chance, start it again, and so on; in the end, look for what it promised. */
export async function playRounds({ place, rounds, seed, onRound }: RoundsOptions): Promise<RoundsResult> {
  const chance = chanceOf(seed)
  const sandbox = await startTrelloSandbox()
  const service = await mortalService(place, sandbox)
  try {
    await service.start()
    const watched = await watchBoard(service.api, sandbox)
    const acknowledged: string[] = []
    let told = 0
    for (let round = 1; round <= rounds; round += 1) {
      let isLoaded = true
      const senders = Array.from({ length: atOnce }, async () => {
        while (isLoaded) {
          told += 1
          const { id, status } = await tellOfCard(sandbox, watched)
          if (status === 200) acknowledged.push(id)
          else await pause(5)
        }
      })
      const enough = acknowledged.length + 1 + Math.floor(chance() * mostBeforeKill)
      const latest = performance.now() + patienceMs
      while (acknowledged.length < enough && performance.now() < latest) await pause(1)
      await pause(chance() * 10)
      await service.kill()
      isLoaded = false
      await Promise.all(senders)
      await service.start()
      onRound?.(round, acknowledged.length)
    }
    let missing = await notLookedAt(service.api, acknowledged)
    let until = performance.now() + patienceMs
    while (missing.length > 0 && performance.now() < until) {
      await pause(500)
      const left = await notLookedAt(service.api, acknowledged)
      if (left.length < missing.length) until = performance.now() + patienceMs
      missing = left
    }
    return { told, acknowledged: acknowledged.length, missing }
  } finally {
    await service.kill()
    await sandbox.close()
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
