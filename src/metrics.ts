import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import type { ToolCall } from '#model/adapter.ts'
import type { Run } from '#model/run.ts'

/** What is counted, for Prometheus. No label holds a client's text, a secret or an id. */
export interface Metrics {
  readonly registry: Registry
  /** Webhooks by tool and outcome: queued, duplicate, echo, dropped, refused. */
  readonly deliveries: Counter<'tool' | 'outcome'>
  /** Seconds from the webhook's arrival to the answer. */
  readonly acknowledge: Histogram
  /** Requests to us, by route as it is documented, never by address. */
  readonly requests: Histogram<'method' | 'route' | 'status'>
  /** A pass over a task has ended or failed. */
  ran(run: Run): void
  /** A call to a tool was answered, or was not. */
  called(call: ToolCall): void
}

/** Our own work takes milliseconds, a tool's answer up to its timeout of fifteen seconds. */
const fast = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]
const slow = [...fast.slice(3), 5, 10, 20]

export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  // Memory, processor, event loop and garbage collection, under the names that everybody's dashboards know.
  collectDefaultMetrics({ register: registry })
  const runs = new Counter({
    name: 'cadre_runs_total',
    help: 'Passes over a task, by how they ended',
    labelNames: ['state'],
    registers,
  })
  const stages = new Histogram({
    name: 'cadre_run_stage_seconds',
    help: 'Seconds that a pass spent in each of its stages',
    labelNames: ['stage'],
    buckets: slow,
    registers,
  })
  const decisions = new Counter({
    name: 'cadre_decisions_total',
    help: 'Judgements, by headline',
    labelNames: ['headline'],
    registers,
  })
  const calls = new Counter({
    name: 'cadre_tool_calls_total',
    help: 'Calls to the tools, by kind (read, write) and outcome (ok, or the code of the failure)',
    labelNames: ['tool', 'kind', 'outcome'],
    registers,
  })
  const callSeconds = new Histogram({
    name: 'cadre_tool_call_seconds',
    help: 'Seconds until a tool answered',
    labelNames: ['tool', 'kind'],
    buckets: slow,
    registers,
  })

  return {
    registry,
    deliveries: new Counter({
      name: 'cadre_deliveries_total',
      help: 'Webhooks received, by tool and by what became of them',
      labelNames: ['tool', 'outcome'],
      registers,
    }),
    acknowledge: new Histogram({
      name: 'cadre_acknowledge_seconds',
      help: 'Seconds until a webhook was durable and answered',
      buckets: fast,
      registers,
    }),
    requests: new Histogram({
      name: 'cadre_http_request_seconds',
      help: 'Seconds until a request was answered',
      labelNames: ['method', 'route', 'status'],
      buckets: slow,
      registers,
    }),
    ran({ state, decision, timings }) {
      runs.inc({ state })
      if (decision !== null) decisions.inc({ headline: decision.headline })
      for (const [stage, milliseconds] of Object.entries(timings))
        stages.observe({ stage }, milliseconds / 1000)
    },
    called({ tool, kind, outcome, milliseconds }) {
      calls.inc({ tool, kind, outcome })
      callSeconds.observe({ tool, kind }, milliseconds / 1000)
    },
  }
}
