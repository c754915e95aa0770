import type { Logger } from 'pino'

/** What every sandbox can be started with. */
export interface SandboxOptions {
  /** The same as `faults.latencyMs`. */
  readonly latencyMs?: number
  /** How long a receiver of webhooks has to answer; as long as the tool gives it by default. */
  readonly webhookTimeoutMs?: number
  /** The clock of everything that the sandbox keeps; rate limits and waits keep to real time. */
  readonly now?: () => Date
  /** For `faults.shuffle`, so that a seeded run can be repeated. */
  readonly random?: () => number
  readonly logger?: Logger
}
