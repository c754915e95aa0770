import { Counter, Histogram, Registry } from 'prom-client'

/** What is counted, for Prometheus. No label holds a client's text or a secret. */
export interface Metrics {
  readonly registry: Registry
  /** Webhooks by tool and outcome: queued, duplicate, echo, dropped, refused. */
  readonly deliveries: Counter<'tool' | 'outcome'>
  readonly runs: Counter<'state'>
  /** Calls to the tools by kind: read, write. */
  readonly calls: Counter<'kind'>
  /** Seconds from the webhook's arrival to the answer. */
  readonly acknowledge: Histogram
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  return {
    registry,
    deliveries: new Counter({
      name: 'cadre_deliveries_total',
      help: 'Webhooks received, by tool and by what became of them',
      labelNames: ['tool', 'outcome'],
      registers,
    }),
    runs: new Counter({
      name: 'cadre_runs_total',
      help: 'Passes over a task, by how they ended',
      labelNames: ['state'],
      registers,
    }),
    calls: new Counter({
      name: 'cadre_tool_calls_total',
      help: 'Calls to the tools, by kind',
      labelNames: ['kind'],
      registers,
    }),
    acknowledge: new Histogram({
      name: 'cadre_acknowledge_seconds',
      help: 'Seconds until a webhook was durable and answered',
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    }),
  }
}
