import { randomBytes, randomUUID } from 'node:crypto'
import { type EventType, eventTypes } from './event.ts'

/** A webhook subscription as the connection's settings show it. */
export interface Subscription {
  readonly id: string
  readonly url: string
  /** Signs everything that is sent to this address, the token's own delivery too. */
  readonly verificationToken: string
  readonly types: readonly EventType[]
  /** Events are sent only once somebody has pasted the token back. */
  state: 'pending' | 'active' | 'deleted'
}

/** A subscription with a token of its own, not yet verified. */
export function newSubscription(url: string, types: readonly EventType[] = eventTypes): Subscription {
  const secret = randomBytes(64).toString('base64').replace(/\W/g, '').slice(0, 43)
  return { id: randomUUID(), url, verificationToken: `secret_${secret}`, types, state: 'pending' }
}
