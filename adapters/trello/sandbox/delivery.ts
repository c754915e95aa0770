import { setTimeout as sleep } from 'node:timers/promises'
import type { FaultPlan } from './faults.ts'
import { signWebhook } from './signature.ts'
import type { Webhook } from './world.ts'

/** One webhook on its way: the same bytes at every try. */
export interface Outgoing {
  readonly webhook: Webhook
  readonly body: string
  readonly clientIdentifier: string | null
}

export interface DeliveryOptions {
  readonly secret: string
  readonly plan: FaultPlan
  /** How long to wait before each retry. Trello waits 30, 60 and 120 seconds and then gives up. */
  readonly retryMs: readonly number[]
  /** Trello waits 30 seconds for an answer (trello/api-docs issue 53). */
  readonly timeoutMs: number
  readonly random: () => number
  readonly now: () => Date
  /** A receiver answered 410: Trello then deletes the webhook. */
  readonly onGone: (webhook: Webhook) => void
  /** Called after every try; `status` is null when nobody answered. */
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
    if (closing.signal.aborted || !webhook.active) return
    const status = await post(outgoing, options, closing.signal)
    if (closing.signal.aborted) return
    if (status === 410) {
      webhook.active = false
      options.onGone(webhook)
    } else if (!noteResult(webhook, status, options.now)) {
      retry(outgoing, tries)
    }
    options.onTried(webhook, status)
  }

  function retry(outgoing: Outgoing, tries: number): void {
    const waitMs = options.retryMs[tries]
    if (waitMs === undefined) return
    track(wait(waitMs, closing.signal).then(() => start(outgoing, tries + 1)))
  }

  async function emptyBag(): Promise<void> {
    await wait(shuffleMs, closing.signal)
    for (const outgoing of shuffled(bag.splice(0), options.random)) start(outgoing, 0)
  }

  return {
    send(outgoing) {
      const plan = options.plan
      for (let copies = plan.copies(); copies > 0; copies -= 1) {
        if (!plan.faults.shuffle) start(outgoing, 0)
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

/** Counts failures as Trello does; one success resets them. */
function noteResult(webhook: Webhook, status: number | null, now: () => Date): boolean {
  const arrived = status !== null && status >= 200 && status < 300
  if (arrived) {
    webhook.consecutiveFailures = 0
    webhook.firstConsecutiveFailDate = null
  } else {
    webhook.consecutiveFailures += 1
    webhook.firstConsecutiveFailDate ??= now().toISOString()
  }
  return arrived
}

async function post(
  { webhook, body, clientIdentifier }: Outgoing,
  { secret, timeoutMs, plan }: DeliveryOptions,
  closing: AbortSignal,
): Promise<number | null> {
  const marked = clientIdentifier !== null && !plan.faults.stripClientIdentifier
  try {
    const response = await fetch(webhook.callbackURL, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Trello',
        'x-trello-webhook': signWebhook(secret, body, webhook.callbackURL),
        ...(marked ? { 'x-trello-client-identifier': clientIdentifier } : {}),
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
