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

/** How many transactions may be under way: while one waits for the disk, the next are written. Of ten connections. */
const mostUnderWay = 4

/**
 * Take webhooks in: the delivery and its job are durable, or the promise rejects. Deliveries of one moment, and those
 * that arrive while transactions are under way, share the next one (group commit), so that a burst costs few syncs.
 */
export function createIntake(deps: IntakeDeps) {
  let waiting: Entry[] = []
  let underWay = 0

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
    underWay -= 1
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
      if (underWay < mostUnderWay) {
        underWay += 1
        // After all that this turn of the event loop has brought.
        setImmediate(flush)
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

/**
 * One transaction for a batch. Rows are written in one order whatever order they came in: two transactions with the
 * same events or tasks, here or on another instance, wait for each other and never in a circle.
 * @returns the entries that were new
 */
async function store(batch: readonly Entry[], deps: IntakeDeps): Promise<Set<Entry>> {
  return deps.db.transaction().execute(async (trx) => {
    const byKey = new Map<string, Entry>()
    for (const entry of inOrder(batch, ({ delivery }) => identity(delivery)))
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
  return new Map(
    [...groups]
      .toSorted(([a], [b]) => a - b)
      .map(([delay, refs]) => [delay, inOrder([...refs.values()], ({ taskId }) => taskId)]),
  )
}

function inOrder<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return items.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}
