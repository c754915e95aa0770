/** What the service says of itself at one moment. */
export interface Sample {
  readonly minute: number
  readonly residentMb: number
  readonly heapMb: number
  /** Dead letters are not counted among them: they wait for a person. */
  readonly jobs: number
  readonly oldestSeconds: number
}

/** Read a sample from the text of /metrics. */
export function sampleOf(metrics: string, minute: number): Sample {
  const valuesOf = (name: string) =>
    metrics
      .split('\n')
      .filter((line) => line.startsWith(name) && !line.includes('queue="dead"'))
      .map((line) => Number(line.slice(line.lastIndexOf(' ') + 1)))
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const mb = (name: string) => Math.round(sum(valuesOf(name)) / 2 ** 20)
  return {
    minute: Math.round(minute * 10) / 10,
    residentMb: mb('process_resident_memory_bytes'),
    heapMb: mb('nodejs_heap_size_used_bytes'),
    jobs: sum(valuesOf('cadre_jobs{')),
    oldestSeconds: Math.max(0, ...valuesOf('cadre_oldest_job_seconds{')),
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** How the last quarter compares with the second, when everything was warm: 1 is flat. */
export function growth(samples: readonly Sample[], of: (sample: Sample) => number): number {
  const quarter = Math.floor(samples.length / 4)
  const second = median(samples.slice(quarter, 2 * quarter).map(of))
  const last = median(samples.slice(-quarter).map(of))
  return second === 0
    ? last === 0
      ? 1
      : Number.POSITIVE_INFINITY
    : Math.round((last / second) * 1000) / 1000
}
