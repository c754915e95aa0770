import type { Logger } from 'pino'
import type { Clock } from '../../src/clock.ts'
import { type Config, parseConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { type Service, startService } from '../../src/main.ts'
import { freePort } from './free-port.ts'
import { freshPlace, type StoreConfig } from './stores.ts'
import './no-ticks.ts'
import './patience.ts'
import './witness.ts'

export const adminKey = 'cadre_test_0123456789abcdefghij'

/** An answer of the API: status and parsed body. */
export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they expect, and fail where it is not there
  readonly body: any
}

export interface TestService extends Service {
  /** One request to the admin API, with the admin key unless another is given. */
  api(method: string, path: string, body?: unknown, key?: string): Promise<Answer>
}

export interface TestServiceOptions {
  readonly place: StoreConfig
  readonly settings?: Partial<Record<keyof Config, string>>
  readonly log?: Logger
  /** The machine's clock, unless the test has its own. */
  readonly now?: Clock
}

/** The real service over real HTTP, on a port that it is also told as its public address. */
export async function startTestService({
  place,
  settings = {},
  log,
  now,
}: TestServiceOptions): Promise<TestService> {
  const port = await freePort()
  const config = {
    ...parseConfig({
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      CADRE_ADMIN_KEY: adminKey,
      QUIET_PERIOD_SECONDS: '0',
      SWEEP_CRON: '0 0 1 1 *',
      ...settings,
    }),
    ...place,
  }
  const service = await startService({
    config,
    log: log ?? createLog(process.env.TEST_LOG_LEVEL ?? 'silent'),
    ...(now && { now }),
  })
  return {
    ...service,
    api: (method, path, body, key = adminKey) => call(`${service.url}${path}`, method, body, key),
  }
}

/** A service on a fresh store; closing it removes the store. */
export async function freshService(
  settings: TestServiceOptions['settings'] = {},
  log?: Logger,
  now?: Clock,
): Promise<TestService> {
  const { config: place, remove } = await freshPlace()
  const service = await startTestService({ place, settings, ...(log && { log }), ...(now && { now }) })
  return {
    ...service,
    async close() {
      await service.close()
      await remove()
    },
  }
}

async function call(url: string, method: string, body: unknown, key: string): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(key !== '' && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? null : JSON.parse(text) }
}
