import { setTimeout as sleep } from 'node:timers/promises'

/** What is sent to whom, to the byte. */
export interface Post {
  readonly url: string
  /** Beside the content type, which is JSON. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** One webhook on its way, tried until it arrives or is given up. */
export interface Outgoing {
  /** Deliveries to one receiver leave one after the other. */
  readonly receiverId: string
  /** What to send at this try, the first being 1; null when nobody wants it any more. */
  postAt(attempt: number): Post | null
  /** Told what the receiver said, null when nobody answered in time. Returns whether it may be tried again. */
  onTried(status: number | null, isLast: boolean): boolean
}

/** How webhooks are sent and tried again. */
export interface SenderOptions {
  /** What goes wrong on the way. */
  readonly plan: {
    readonly faults: { readonly delayWebhooksMs: number; readonly shuffle: boolean }
    copies(): number
    isPaused(): boolean
  }
  /** How long to wait before each retry; one try more than there are waits. */
  readonly retryMs: readonly number[]
  /** How long a receiver has to answer. */
  readonly timeoutMs: number
  readonly random: () => number
}

/** Sends webhooks behind the back of whoever caused them. */
export interface Sender {
  send(outgoing: Outgoing): void
  /** Sends at once, past all faults and without a retry; returns what the receiver said, null when nobody answered. */
  sendOnce(post: Post): Promise<number | null>
  /** Sends what was held back while webhooks were paused. */
  resume(): void
  /** Resolves when nothing is on its way any more, retries included; what is paused does not count. */
  settled(): Promise<void>
  close(): void
}

/** How long webhooks are gathered before they leave in random order. */
const shuffleMs = 25

/** Each receiver's deliveries leave one after the other; a failed one is tried again later, out of that order. */
export function createSender({ plan, retryMs, timeoutMs, random }: SenderOptions): Sender {
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
    const line = lines.get(outgoing.receiverId) ?? Promise.resolve()
    const next = line.then(async () => {
      await wait(leavesAt - performance.now(), closing.signal)
      await tryOnce(outgoing, attempt)
    })
    lines.set(outgoing.receiverId, next)
    track(next)
  }

  async function tryOnce(outgoing: Outgoing, attempt: number): Promise<void> {
    if (closing.signal.aborted) return
    const post = outgoing.postAt(attempt)
    if (post === null) return
    const status = await send(post, timeoutMs, closing.signal)
    if (closing.signal.aborted) return
    const waitMs = retryMs[attempt - 1]
    const mayRepeat = outgoing.onTried(status, waitMs === undefined)
    if (mayRepeat && waitMs !== undefined)
      track(wait(waitMs, closing.signal).then(() => start(outgoing, attempt + 1)))
  }

  async function emptyBag(): Promise<void> {
    await wait(shuffleMs, closing.signal)
    for (const outgoing of shuffled(bag.splice(0), random)) start(outgoing, 1)
  }

  return {
    send(outgoing) {
      for (let copies = plan.copies(); copies > 0; copies -= 1) {
        if (!plan.faults.shuffle) start(outgoing, 1)
        else if (bag.push(outgoing) === 1) track(emptyBag())
      }
    },
    sendOnce: (post) => send(post, timeoutMs, closing.signal),
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

/** Did the receiver take it? */
export function isArrived(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300
}

async function send(
  { url, headers, body }: Post,
  timeoutMs: number,
  closing: AbortSignal,
): Promise<number | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json', ...headers },
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
