import { setTimeout as sleep } from 'node:timers/promises'
import type { FaultPlan } from './faults.ts'
import { signWebhook } from './signature.ts'
import type { Webhook } from './world.ts'

/** One webhook on its way: the same bytes at every try. */
export interface Outgoing {
  readonly webhook: Webhook
  readonly body: string
}

/** How webhooks are sent and tried again. */
export interface DeliveryOptions {
  readonly plan: FaultPlan
  /** How long to wait before each retry; one try more than there are waits. ClickUp tries five times in all. */
  readonly retryMs: readonly number[]
  /** ClickUp waits seven seconds for an answer (page "Webhook health", September 2025). */
  readonly timeoutMs: number
  readonly random: () => number
  /** False once a webhook is deleted: what is on its way to it is then forgotten. */
  readonly exists: (webhook: Webhook) => boolean
  /** Called after every try; `status` is null when nobody answered in time. */
  readonly onTried: (webhook: Webhook, status: number | null) => void
}

/** Sends webhooks behind the back of whoever caused them. */
export interface Delivery {
  send(outgoing: Outgoing): void
  /** Sends what was held back while webhooks were paused. */
  resume(): void
  /** Resolves when nothing is on its way any more, retries included; what is paused does not count. */
  settled(): Promise<void>
  close(): void
}

/** How long webhooks are gathered before they leave in random order. */
const shuffleMs = 25

/** At this many lost events a webhook is suspended (page "Webhook health"). */
const maxFailCount = 100

/** Each webhook's deliveries leave one after the other; a failed one is tried again later, out of that order. */
export function createDelivery(options: DeliveryOptions): Delivery {
  const lines = new Map<string, Promise<void>>()
  const underWay = new Set<Promise<void>>()
  const held: (() => void)[] = []
  const bag: Outgoing[] = []
  const closing = new AbortController()

  function track(work: Promise<void>): void {
    underWay.add(work)
    void work.finally(() => underWay.delete(work))
  }

  function start(outgoing: Outgoing, tries: number): void {
    if (closing.signal.aborted) return
    if (options.plan.isPaused()) {
      held.push(() => start(outgoing, tries))
      return
    }
    const leavesAt = performance.now() + options.plan.faults.delayWebhooksMs
    const line = lines.get(outgoing.webhook.id) ?? Promise.resolve()
    const next = line.then(async () => {
      await wait(leavesAt - performance.now(), closing.signal)
      await attempt(outgoing, tries)
    })
    lines.set(outgoing.webhook.id, next)
    track(next)
  }

  async function attempt(outgoing: Outgoing, tries: number): Promise<void> {
    const { webhook } = outgoing
    if (closing.signal.aborted || webhook.status === 'suspended' || !options.exists(webhook)) return
    const status = await post(outgoing, options.timeoutMs, closing.signal)
    if (closing.signal.aborted) return
    const waitMs = options.retryMs[tries]
    if (noteResult(webhook, status, waitMs === undefined) && waitMs !== undefined) {
      track(wait(waitMs, closing.signal).then(() => start(outgoing, tries + 1)))
    }
    options.onTried(webhook, status)
  }

  async function emptyBag(): Promise<void> {
    await wait(shuffleMs, closing.signal)
    for (const outgoing of shuffled(bag.splice(0), options.random)) start(outgoing, 0)
  }

  return {
    send(outgoing) {
      for (let copies = options.plan.copies(); copies > 0; copies -= 1) {
        if (!options.plan.faults.shuffle) start(outgoing, 0)
        else if (bag.push(outgoing) === 1) track(emptyBag())
      }
    },
    resume() {
      for (const release of held.splice(0)) release()
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    close() {
      closing.abort()
    },
  }
}

/** Keeps a webhook's health as ClickUp does. Returns whether the event may be tried again. */
function noteResult(webhook: Webhook, status: number | null, isLast: boolean): boolean {
  if (status !== null && status >= 200 && status < 300) {
    Object.assign(webhook, { status: 'active', failCount: 0 })
    return false
  }
  if (status === 410 || status === 401) {
    webhook.status = 'suspended'
    return false
  }
  if (!isLast) return true
  webhook.failCount += 1
  webhook.status = webhook.failCount >= maxFailCount ? 'suspended' : 'failing'
  return false
}

async function post(
  { webhook, body }: Outgoing,
  timeoutMs: number,
  closing: AbortSignal,
): Promise<number | null> {
  try {
    const response = await fetch(webhook.endpoint, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', 'x-signature': signWebhook(webhook.secret, body) },
      body,
      signal: AbortSignal.any([closing, AbortSignal.timeout(timeoutMs)]),
    })
    await response.body?.cancel()
    return response.status
  } catch {
    return null
  }
}

async function wait(ms: number, signal: AbortSignal): Promise<void> {
  if (ms <= 0) return
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}

function shuffled<T>(entries: readonly T[], random: () => number): T[] {
  return entries
    .map((entry) => ({ entry, key: random() }))
    .sort((one, other) => one.key - other.key)
    .map(({ entry }) => entry)
}
