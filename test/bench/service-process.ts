import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { createCall } from '../demo/set-up.ts'
import { freePort } from '../support/free-port.ts'
import type { Place } from './place.ts'

const adminKey = 'cadre_bench_0123456789abcdefghij'

/** The service as it is run for real: a process of its own. */
export interface ServiceProcess {
  readonly url: string
  /** Milliseconds from the start of the process until `/readyz` said yes. */
  readonly readyMs: number
  readonly call: ReturnType<typeof createCall>
  /** What the process takes now. Zeros where there is no `/proc`. */
  usage(): Usage
  stop(): Promise<void>
}

export interface Usage {
  /** Resident memory in megabytes (2^20 bytes), and the most that it has been. */
  readonly megabytes: number
  readonly mostMegabytes: number
  /** Milliseconds of processor time since the start. */
  readonly cpuMs: number
}

/** The options that `npm start` gives to Node. */
const nodeOptions = (JSON.parse(readFileSync('package.json', 'utf8')).scripts.start as string)
  .split(' ')
  .filter((word) => word.startsWith('--') && !word.startsWith('--env-file'))

/** Start the service as `npm start` does, and wait until it is ready. */
export async function startProcess(
  place: Place,
  settings: Readonly<Record<string, string>> = {},
): Promise<ServiceProcess> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = spawn(process.execPath, [...nodeOptions, 'src/main.ts'], {
    env: { PATH: process.env.PATH ?? '', ...environmentOf(place, port), ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error(`the service ended with ${child.exitCode}`)
    if (performance.now() - began > 120_000) throw new Error('the service does not get ready')
    await sleep(5)
  }
  return {
    url,
    readyMs: performance.now() - began,
    call: createCall(url, adminKey),
    usage: () => usageOf(child.pid ?? 0),
    stop: () => ended(child),
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

/** `utime` and `stime` of `/proc/…/stat` are in hundredths of a second on every Linux that Node runs on. */
const millisecondsPerTick = 10

function usageOf(pid: number): Usage {
  if (process.platform !== 'linux') return { megabytes: 0, mostMegabytes: 0, cpuMs: 0 }
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0)
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name of the program comes second, in parentheses, and may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return {
    megabytes: Math.round(kilobytes('VmRSS') / 1024),
    mostMegabytes: Math.round(kilobytes('VmHWM') / 1024),
    cpuMs: (Number(fields[11]) + Number(fields[12])) * millisecondsPerTick,
  }
}

/** End a child process and wait until it is gone. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), 30_000)
  await gone
  clearTimeout(force)
}
