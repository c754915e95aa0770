import { setTimeout as sleep } from 'node:timers/promises'
import type { TrelloSandbox } from '#adapters/trello/sandbox.ts'
import { adminKey, type ServiceProcess, startProcess } from '../bench/service-process.ts'
import { freePort } from '../support/free-port.ts'
import type { StoreConfig } from '../support/stores.ts'
import type { Api } from './acknowledged.ts'

/** A service that is killed and started again at the same address. */
export interface MortalService {
  readonly url: string
  readonly api: Api
  /** Resolves when it is ready. @throws when it ends before */
  start(): Promise<void>
  /** `kill -9`; resolves when it is gone. */
  kill(): Promise<void>
}

/** Not started yet. */
export async function mortalService(place: StoreConfig, sandbox: TrelloSandbox): Promise<MortalService> {
  const port = String(await freePort())
  const url = `http://127.0.0.1:${port}`
  const settings = {
    PORT: port,
    TRELLO_API_URL: sandbox.url,
    LOG_LEVEL: 'silent',
    SWEEP_CRON: '*/10 * * * *',
  }
  let running: ServiceProcess | undefined
  return {
    url,
    async api(method, path, body) {
      const ask = () =>
        fetch(`${url}${path}`, {
          method,
          headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        })
      // A machine with too much to do turns requests away for some seconds, as the service means to.
      for (let tries = 1; ; tries += 1) {
        const answer = await ask()
        if (answer.status !== 503 || tries === 20) return { status: answer.status, body: await answer.json() }
        await sleep(1_000)
      }
    },
    async start() {
      running = await startProcess(place, settings)
    },
    async kill() {
      await running?.kill()
    },
  }
}
