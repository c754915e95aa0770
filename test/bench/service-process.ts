import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Call, createCall } from '../demo/set-up.ts'
import { freePort } from '../support/free-port.ts'
import type { Place } from './place.ts'
import { type Usage, usageOf } from './process-usage.ts'

/** The first key of every service that is started here. */
export const adminKey = 'cadre_bench_0123456789abcdefghij'

/** The service as it is run for real: a process of its own. */
export interface ServiceProcess {
  readonly url: string
  readonly pid: number
  /** Milliseconds from the start of the process until `/readyz` said yes. */
  readonly readyMs: number
  readonly call: Call
  readonly hasEnded: boolean
  /** What the process takes now. Zeros where there is no `/proc`. */
  usage(): Usage
  stop(): Promise<void>
  /** `kill -9`; resolves when it is gone. */
  kill(): Promise<void>
}

/** The options that `npm start` gives to Node. */
export const nodeOptions: readonly string[] = (
  JSON.parse(readFileSync('package.json', 'utf8')).scripts.start as string
)
  .split(' ')
  .filter((word) => word.startsWith('--') && !word.startsWith('--env-file'))

/**
 * Start the service as `npm start` does, and wait until it is ready.
 * @param settings of the environment, before ours; with a PORT it can be started again at the same address
 * @param onLog is told each line of its log
 */
export async function startProcess(
  place: Place,
  settings: Readonly<Record<string, string>> = {},
  onLog?: (line: string) => void,
): Promise<ServiceProcess> {
  const port = settings.PORT === undefined ? await freePort() : Number(settings.PORT)
  const url = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = spawn(process.execPath, [...nodeOptions, 'src/main.ts'], {
    env: { PATH: process.env.PATH ?? '', ...environmentOf(place, port), ...settings },
    stdio: ['ignore', onLog === undefined ? 'ignore' : 'pipe', 'inherit'],
  })
  if (onLog !== undefined && child.stdout !== null) createInterface({ input: child.stdout }).on('line', onLog)
  dieTogether(child)
  const pid = child.pid ?? 0
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`the service ended with ${child.exitCode}`)
    if (performance.now() - began > 120_000) throw new Error('the service does not get ready')
    await sleep(5)
  }
  return {
    url,
    readyMs: performance.now() - began,
    call: createCall(url, adminKey),
    pid,
    get hasEnded() {
      return child.exitCode !== null || child.signalCode !== null
    },
    usage: () => usageOf(pid),
    stop: () => ended(child, 'SIGTERM'),
    kill: () => ended(child, 'SIGKILL'),
  }
}

function environmentOf({ DATABASE_URL, DATA_DIR, CADRE_SECRET_KEY }: Place, port: number) {
  return {
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    CADRE_ADMIN_KEY: adminKey,
    QUIET_PERIOD_SECONDS: '0',
    SWEEP_CRON: '0 0 1 1 *',
    LOG_LEVEL: 'warn',
    DATA_DIR,
    ...(DATABASE_URL !== undefined && { DATABASE_URL }),
    ...(CADRE_SECRET_KEY !== undefined && {
      CADRE_SECRET_KEY: Buffer.from(CADRE_SECRET_KEY).toString('base64'),
    }),
  }
}

const isReady = (url: string) =>
  fetch(`${url}/readyz`).then(
    async (response) => {
      await response.arrayBuffer()
      return response.ok
    },
    () => false,
  )

/** A child that would outlive this process is killed with it, however it ends. */
export function dieTogether(child: ChildProcess): void {
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
}

/** End a child process and wait until it is gone. */
export async function ended(child: ChildProcess, by: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill(by)
  const force = setTimeout(() => child.kill('SIGKILL'), 30_000)
  await gone
  clearTimeout(force)
}
