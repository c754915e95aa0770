import { Gauge, type Registry } from 'prom-client'

/** What is measured when somebody asks, rather than counted as it happens. */
export interface Vitals {
  /** Jobs that are not done, by queue and state. */
  readonly jobs: readonly { readonly queue: string; readonly state: string; readonly count: number }[]
  /** For how many seconds the oldest job that is due has waited, by queue; 0 when none waits. */
  readonly oldest: readonly { readonly queue: string; readonly seconds: number }[]
  readonly webhooks: readonly { readonly tool: string; readonly state: string; readonly count: number }[]
}

/** However many ask, the store is asked once in this time. */
const freshMs = 5_000

/**
 * Gauges of the queues and the webhooks. When they cannot be read they are left out, `cadre_vitals_readable` is 0, and
 * everything that is counted in memory is told all the same.
 */
export function addVitals(registry: Registry, read: () => Promise<Vitals>): void {
  let kept: { readonly until: number; readonly vitals: Promise<Vitals | null> } | null = null

  function current(): Promise<Vitals | null> {
    if (kept === null || kept.until <= performance.now())
      kept = { until: performance.now() + freshMs, vitals: read().catch(() => null) }
    return kept.vitals
  }

  function gauge<Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
    values: (vitals: Vitals) => readonly [Record<Label, string>, number][],
  ): void {
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        const vitals = await current()
        this.reset()
        if (vitals !== null) for (const [labels, value] of values(vitals)) this.set(labels, value)
      },
    })
  }

  gauge('cadre_jobs', 'Jobs that are not done, by queue and state', ['queue', 'state'], ({ jobs }) =>
    jobs.map(({ count, ...labels }) => [labels, count]),
  )
  gauge('cadre_oldest_job_seconds', 'Age of the oldest job that is due and waits', ['queue'], ({ oldest }) =>
    oldest.map(({ seconds, ...labels }) => [labels, seconds]),
  )
  gauge('cadre_webhooks', 'Watched boards, by how their webhook fares', ['tool', 'state'], ({ webhooks }) =>
    webhooks.map(({ count, ...labels }) => [labels, count]),
  )
  new Gauge({
    name: 'cadre_vitals_readable',
    help: 'Whether the store could be asked for the gauges',
    registers: [registry],
    async collect() {
      this.set((await current()) === null ? 0 : 1)
    },
  })
}
