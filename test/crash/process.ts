import { type ChildProcess, spawn } from 'node:child_process'
import type { TrelloSandbox } from '#adapters/trello/sandbox.ts'
import { freePort } from '../support/free-port.ts'
import type { StoreConfig } from '../support/stores.ts'
import type { Api } from './acknowledged.ts'

/** Of its own: `npm run crash` is no test, and what tests share needs vitest around it. */
const adminKey = 'cadre_crash_0123456789abcdefghij'

/** The service as it is run for real: a process of its own, so that it can be killed. */
export interface ServiceProcess {
  readonly url: string
  readonly api: Api
  /** Resolves when it is ready. @throws when it ends before */
  start(): Promise<void>
  /** `kill -9`; resolves when it is gone. */
  kill(): Promise<void>
}

/** Not started yet. */
export async function serviceProcess(place: StoreConfig, sandbox: TrelloSandbox): Promise<ServiceProcess> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const environment = {
    PATH: process.env.PATH ?? '',
    PORT: String(port),
    PUBLIC_URL: url,
    CADRE_ADMIN_KEY: adminKey,
    TRELLO_API_URL: sandbox.url,
    QUIET_PERIOD_SECONDS: '0',
    LOG_LEVEL: 'silent',
    DATA_DIR: place.DATA_DIR,
    ...(place.DATABASE_URL !== undefined && { DATABASE_URL: place.DATABASE_URL }),
    ...(place.CADRE_SECRET_KEY !== undefined && {
      CADRE_SECRET_KEY: Buffer.from(place.CADRE_SECRET_KEY).toString('base64'),
    }),
  }
  let child: ChildProcess | undefined
  return {
    url,
    async api(method, path, body) {
      const answer = await fetch(`${url}${path}`, {
        method,
        headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      return { status: answer.status, body: await answer.json() }
    },
    async start() {
      const started = spawn(process.execPath, ['src/main.ts'], {
        env: environment,
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      child = started
      while (!(await isUp(`${url}/readyz`))) {
        if (started.exitCode !== null) throw new Error(`the service ended with ${started.exitCode}`)
        await new Promise((resolve) => setTimeout(resolve, 15))
      }
    },
    async kill() {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child?.once('exit', resolve))
      child.kill('SIGKILL')
      await ended
    },
  }
}

const isUp = (url: string) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )
