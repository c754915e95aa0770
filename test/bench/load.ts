import { type ChildProcess, fork } from 'node:child_process'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { dieTogether, ended } from './service-process.ts'
import { type Receiver, signedWebhook } from './signed-webhook.ts'
import { shareOf } from './spread.ts'

/** Webhooks to send: as fast as they are answered, or so many a second whether they are answered or not. */
export interface Order {
  readonly receiver: Receiver
  /** The number of the first; a number that was sent before is a duplicate. */
  readonly first: number
  readonly count: number
  readonly connections: number
  readonly perSecond: number | null
}

/** How they were answered. Milliseconds from the moment at which a webhook was due until its answer was there. */
export interface Answered {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  /** How many were turned away with 503, to be sent again. They do not count as taken in. */
  readonly refused: number
}

/** A process that sends webhooks, so that who sends and who answers do not share one event loop. */
export function startLoad() {
  const child: ChildProcess = fork(import.meta.filename, { stdio: 'inherit' })
  dieTogether(child)
  return {
    /** @throws Error when anything but 200 or 503 was answered */
    async send(order: Order): Promise<Answered> {
      const answer = new Promise<Answered | string>((resolve) => child.once('message', resolve))
      child.send(order)
      const answered = await answer
      if (typeof answered === 'string') throw new Error(answered)
      return answered
    },
    stop: () => ended(child, 'SIGTERM'),
  }
}

/** One connection that sends a request at a time. */
interface Line {
  /** @returns the status */
  exchange(request: Buffer): Promise<number>
  close(): void
}

async function openLine(callbackUrl: string): Promise<Line> {
  const { hostname, port } = new URL(callbackUrl)
  const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true })
  let waiting: PromiseWithResolvers<number> | null = null
  let received = ''
  const fail = (error: Error) => waiting?.reject(error)
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('the receiver hung up')))
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    received += chunk
    const end = received.indexOf('\r\n\r\n')
    if (end < 0) return
    const length = Number(/content-length: (\d+)/i.exec(received.slice(0, end))?.[1] ?? 0)
    if (received.length < end + 4 + length) return
    const status = Number(received.split(' ', 2)[1])
    received = ''
    waiting?.resolve(status)
  })
  await new Promise<void>((resolve) => socket.once('connect', resolve))
  return {
    exchange(request) {
      waiting = Promise.withResolvers()
      socket.write(request)
      return waiting.promise
    },
    close: () => socket.destroy(),
  }
}

async function carryOut({ receiver, first, count, connections, perSecond }: Order): Promise<Answered> {
  const requests = Array.from({ length: count }, (_, at) => signedWebhook(receiver, first + at))
  const lines = await Promise.all(Array.from({ length: connections }, () => openLine(receiver.callbackUrl)))
  const times: number[] = []
  let refused = 0
  const began = performance.now()
  const dueAt = (at: number) => (perSecond === null ? performance.now() : began + (at * 1000) / perSecond)
  let next = 0
  const work = lines.map(async (line) => {
    for (let at = next++; at < count; at = next++) {
      let start = dueAt(at)
      const early = start - performance.now()
      // That a timer comes late is not the receiver's fault; that no line was free is.
      if (early > 0) {
        await sleep(early)
        start = performance.now()
      }
      const status = await line.exchange(requests[at] ?? Buffer.alloc(0))
      times.push(performance.now() - start)
      if (status === 503) refused += 1
      else if (status !== 200) throw new Error(`answered ${status}`)
    }
  })
  try {
    await Promise.all(work)
  } finally {
    for (const line of lines) line.close()
  }
  const seconds = (performance.now() - began) / 1000
  return {
    perSecond: (count - refused) / seconds,
    p50: shareOf(times, 0.5),
    p99: shareOf(times, 0.99),
    refused,
  }
}

// This file is both: whoever asks, and the process that sends.
if (import.meta.main)
  process.on('message', (order: Order) => {
    carryOut(order).then(
      (answered) => process.send?.(answered),
      (error: unknown) => process.send?.(String(error)),
    )
  })
