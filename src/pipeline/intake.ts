import type { Kysely } from 'kysely'
import type { Received } from '#model/adapter.ts'
import type { Tool } from '#model/task.ts'
import type { Clock } from '../clock.ts'
import { currentRequestId } from '../request-id.ts'
import type { Database } from '../store/database.ts'
import { createDeliveryStore, type Delivery } from '../store/deliveries.ts'
import type { LookJob, Queue } from './queue.ts'

/** What became of a webhook. */
export type Outcome = 'queued' | 'duplicate' | 'echo' | 'dropped'

export type Intake = ReturnType<typeof createIntake>

export interface IntakeDeps {
  readonly db: Kysely<Database>
  readonly queue: Pick<Queue, 'look'>
  readonly now: Clock
  /** Seconds that a client may go on typing before the first look. */
  readonly quietSeconds: (tool: Tool) => number
}

/** How many deliveries one transaction may carry. */
const batchLimit = 200

/**
 * Take webhooks in: the delivery and its job are durable, or the promise rejects. Deliveries that arrive while a
 * transaction is under way share the next one (group commit), so that a burst costs few syncs.
 */
export function createIntake(deps: IntakeDeps) {
  let waiting: Entry[] = []
  let isFlushing = false

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, batchLimit)
      waiting = waiting.slice(batchLimit)
      try {
        const fresh = await store(batch, deps)
        for (const entry of batch) entry.resolve(fresh.delete(entry) ? 'queued' : 'duplicate')
      } catch (error) {
        for (const entry of batch) entry.reject(error)
      }
    }
    isFlushing = false
  }

  return {
    /** @throws the store's error when the delivery could not be made durable; the tool then sends it again */
    accept(source: { tool: Tool; connectionId: string }, received: Received): Promise<Outcome> {
      if (received.kind === 'echo') return Promise.resolve('echo')
      const { taskId } = received
      if (received.kind !== 'task' || taskId === null) return Promise.resolve('dropped')
      const { promise, resolve, reject } = Promise.withResolvers<Outcome>()
      const { connectionId } = source
      const { key, event, occurredAt, dueAt, evidence } = received
      const delivery = {
        connectionId,
        key,
        event,
        taskId,
        occurredAt,
        receivedAt: deps.now(),
        dueAt,
        evidence,
        requestId: currentRequestId(),
      }
      const ref = { ...source, taskId, requestId: delivery.requestId }
      waiting.push({ delivery, ref, resolve, reject })
      if (!isFlushing) {
        isFlushing = true
        queueMicrotask(flush)
      }
      return promise
    },
  }
}

interface Entry {
  readonly delivery: Delivery
  readonly ref: LookJob
  readonly resolve: (outcome: Outcome) => void
  readonly reject: (error: unknown) => void
}

/** One transaction for a batch. @returns the entries that were new */
async function store(batch: readonly Entry[], deps: IntakeDeps): Promise<Set<Entry>> {
  return deps.db.transaction().execute(async (trx) => {
    const byKey = new Map<string, Entry>()
    for (const entry of batch)
      if (!byKey.has(identity(entry.delivery))) byKey.set(identity(entry.delivery), entry)
    const stored = await createDeliveryStore(trx).insert([...byKey.values()].map((entry) => entry.delivery))
    const fresh = new Set<Entry>()
    for (const key of stored) {
      const entry = byKey.get(identity(key))
      if (entry !== undefined) fresh.add(entry)
    }
    for (const [delaySeconds, refs] of byDelay(fresh, deps))
      await deps.queue.look(refs, { db: trx, delaySeconds })
    return fresh
  })
}

const identity = (delivery: Pick<Delivery, 'connectionId' | 'key'>) =>
  `${delivery.connectionId}\n${delivery.key}`

/** Each task once, grouped by how long its tool's people may go on typing. */
function byDelay(entries: ReadonlySet<Entry>, deps: IntakeDeps): Map<number, LookJob[]> {
  const groups = new Map<number, Map<string, LookJob>>()
  for (const { ref } of entries) {
    const delay = deps.quietSeconds(ref.tool)
    const group = groups.get(delay) ?? new Map<string, LookJob>()
    groups.set(delay, group.set(`${ref.connectionId}/${ref.taskId}`, ref))
  }
  return new Map([...groups].map(([delay, refs]) => [delay, [...refs.values()]]))
}
