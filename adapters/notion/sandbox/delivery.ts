import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Event } from './event.ts'
import type { FaultPlan } from './faults.ts'
import { apiVersion } from './gate.ts'
import { signWebhook } from './signature.ts'
import type { Subscription } from './subscription.ts'
import type { World } from './world.ts'

/** One event on its way to one address. Its id stays the same over all attempts. */
interface Outgoing {
  readonly id: string
  readonly subscription: Subscription
  readonly event: Event
}

export interface DeliveryOptions {
  readonly world: Pick<World, 'workspace' | 'integrationId'>
  readonly plan: FaultPlan
  /** How long to wait before each further attempt. Notion makes up to eight, the last about a day later. */
  readonly retryMs: readonly number[]
  readonly timeoutMs: number
  readonly random: () => number
  /** Called after every attempt; `status` is null when nobody answered. */
  readonly onTried: (type: string, status: number | null) => void
}

/** Sends webhooks behind the back of whoever caused them. */
export interface Delivery {
  send(subscription: Subscription, event: Event): void
  /** Sends the verification token, once; returns what the receiver said, null when nobody answered. */
  sendToken(subscription: Subscription): Promise<number | null>
  /** Sends what was held back while webhooks were paused. */
  resume(): void
  /** Resolves when nothing is on its way any more, retries included; what is paused does not count. */
  settled(): Promise<void>
  close(): void
}

/** How long webhooks are gathered before they leave in random order. */
const shuffleMs = 25

/** Deliveries to one address leave one after the other; a failed one is tried again later, out of that order. */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { plan } = options
  const lines = new Map<string, Promise<void>>()
  const underWay = new Set<Promise<void>>()
  const held: (() => void)[] = []
  const bag: Outgoing[] = []
  const closing = new AbortController()

  function track(work: Promise<void>): void {
    underWay.add(work)
    void work.finally(() => underWay.delete(work))
  }

  function start(outgoing: Outgoing, attempt: number): void {
    if (closing.signal.aborted) return
    if (plan.isPaused()) {
      held.push(() => start(outgoing, attempt))
      return
    }
    const leavesAt = performance.now() + plan.faults.delayWebhooksMs
    const line = lines.get(outgoing.subscription.id) ?? Promise.resolve()
    const next = line.then(async () => {
      await wait(leavesAt - performance.now(), closing.signal)
      await tryOnce(outgoing, attempt)
    })
    lines.set(outgoing.subscription.id, next)
    track(next)
  }

  async function tryOnce(outgoing: Outgoing, attempt: number): Promise<void> {
    const { subscription, event } = outgoing
    if (closing.signal.aborted || subscription.state !== 'active') return
    const body = bodyOf(outgoing, attempt, options.world)
    const status = await post(subscription, body, options.timeoutMs, closing.signal)
    if (closing.signal.aborted) return
    options.onTried(event.type, status)
    const waitMs = options.retryMs[attempt - 1]
    if (isArrived(status) || waitMs === undefined) return
    track(wait(waitMs, closing.signal).then(() => start(outgoing, attempt + 1)))
  }

  async function emptyBag(): Promise<void> {
    await wait(shuffleMs, closing.signal)
    for (const outgoing of shuffled(bag.splice(0), options.random)) start(outgoing, 1)
  }

  return {
    send(subscription, event) {
      const outgoing: Outgoing = { id: randomUUID(), subscription, event }
      for (let copies = plan.copies(); copies > 0; copies -= 1) {
        if (!plan.faults.shuffle) start(outgoing, 1)
        else if (bag.push(outgoing) === 1) track(emptyBag())
      }
    },
    sendToken(subscription) {
      const body = JSON.stringify({ verification_token: subscription.verificationToken })
      return post(subscription, body, options.timeoutMs, closing.signal)
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

/** The body of an event (specification, `baseWebhookPayload`). */
function bodyOf(
  { id, subscription, event }: Outgoing,
  attempt: number,
  world: DeliveryOptions['world'],
): string {
  const { type, authors, timestamp, entity, data } = event
  return JSON.stringify({
    id,
    timestamp,
    workspace_id: world.workspace.id,
    workspace_name: world.workspace.name,
    subscription_id: subscription.id,
    integration_id: world.integrationId,
    type,
    authors,
    attempt_number: attempt,
    api_version: apiVersion,
    entity,
    data,
  })
}

async function post(
  { url, verificationToken }: Subscription,
  body: string,
  timeoutMs: number,
  closing: AbortSignal,
): Promise<number | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'notion-api',
        'x-notion-signature': signWebhook(verificationToken, body),
      },
      body,
      signal: AbortSignal.any([closing, AbortSignal.timeout(timeoutMs)]),
    })
    await response.body?.cancel()
    return response.status
  } catch {
    return null
  }
}

function isArrived(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300
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
