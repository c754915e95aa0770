import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline'
import { freePort } from '../support/free-port.ts'
import type { Board } from './boards.ts'

/** One line of the log, as far as it is counted. */
export interface LogLine {
  readonly level: number
  readonly msg: string
  readonly code: string
}

/** The service as it is run for real, in a process of its own. */
export interface RunningService {
  readonly url: string
  call<T>(method: string, path: string, body?: unknown): Promise<T>
  metrics(): Promise<string>
  /** Warnings and errors, in the order of the log. */
  readonly complaints: readonly LogLine[]
  readonly hasEnded: boolean
  stop(): Promise<void>
}

/**
 * Start `npm start`'s own program on a store and wait until it is ready.
 * @throws Error when it ends instead
 */
export async function startService(
  store: Record<string, string>,
  boards: readonly Board[],
): Promise<RunningService> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const key = `cadre_soak_${randomBytes(16).toString('hex')}`
  const tools = Object.fromEntries(
    boards.map(({ tool, apiUrl }) => [`${tool.toUpperCase()}_API_URL`, apiUrl]),
  )
  const environment = { PORT: String(port), PUBLIC_URL: url, CADRE_ADMIN_KEY: key, QUIET_PERIOD_SECONDS: '0' }
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: {
      PATH: process.env.PATH,
      LOG_LEVEL: 'warn',
      SWEEP_CRON: '* * * * *',
      ...environment,
      ...tools,
      ...store,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const complaints: LogLine[] = []
  createInterface({ input: child.stdout }).on('line', (line) => complaints.push(readLine(line)))
  await ready(url, child)
  return {
    url,
    complaints,
    get hasEnded() {
      return child.exitCode !== null || child.signalCode !== null
    },
    async call<T>(method: string, path: string, body?: unknown) {
      const answer = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`)
      return JSON.parse(text) as T
    },
    metrics: async () => (await fetch(`${url}/metrics`)).text(),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      if (child.exitCode === null && child.kill('SIGTERM')) await ended
    },
  }
}

function readLine(line: string): LogLine {
  const {
    level = 0,
    msg = line,
    err,
  } = JSON.parse(line) as { level?: number; msg?: string; err?: { code?: string } }
  return { level, msg, code: err?.code ?? '' }
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  const isUp = () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isUp())) {
    if (child.exitCode !== null) throw new Error(`the service ended with ${child.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
