import { readFileSync } from 'node:fs'

/** Memory and processor time of a process. */
export interface Usage {
  /** Resident memory in megabytes (2^20 bytes), and the most that it has been. */
  readonly megabytes: number
  readonly mostMegabytes: number
  /** Milliseconds of processor time since the start. */
  readonly cpuMs: number
}

/** `utime` and `stime` of `/proc/…/stat` are in hundredths of a second on every Linux that Node runs on. */
const millisecondsPerTick = 10

/** What a process takes. Zeros where there is no `/proc`. */
export function usageOf(pid: number): Usage {
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
