import { randomBytes, randomUUID } from 'node:crypto'
import { createFaultPlan, type FaultSettings } from '../sandbox/faults.ts'
import { listenLocally } from '../sandbox/listen.ts'
import type { SandboxOptions } from '../sandbox/options.ts'
import { chooseLimits } from '../sandbox/rate-limit.ts'
import { createAggregator } from './sandbox/aggregation.ts'
import { type Calls, createCallLog } from './sandbox/calls.ts'
import { createDelivery, type Delivery } from './sandbox/delivery.ts'
import type { Event, EventType } from './sandbox/event.ts'
import { type FaultPlan, type Faults, refusalFor } from './sandbox/faults.ts'
import type { Credentials } from './sandbox/gate.ts'
import { pagesIn, sourceOf } from './sandbox/lookup.ts'
import { createPerson, type Person } from './sandbox/person.ts'
import { encodePropertyId } from './sandbox/property-id.ts'
import { createRateLimiter, notionRateLimits, type RateLimits } from './sandbox/rate-limit.ts'
import { invalid, notFound } from './sandbox/refusal.ts'
import { type RowView, viewRow } from './sandbox/row-view.ts'
import { createServer } from './sandbox/server.ts'
import { type MadeSource, type SourceSetup, setUpSource } from './sandbox/source-setup.ts'
import { newSubscription, type Subscription } from './sandbox/subscription.ts'
import { createWorld, type PropertyType, type User, type World } from './sandbox/world.ts'

/** All of it may be left out. */
export interface NotionSandboxOptions extends SandboxOptions, Partial<Credentials> {
  readonly faults?: FaultSettings
  /** How long events about one thing are gathered; 0, the default, sends each at once. Notion takes up to a minute. */
  readonly aggregationMs?: number
  /** Off by default; true for Notion's own limit. */
  readonly rateLimits?: boolean | Partial<RateLimits>
  /** Waits before the further attempts of a webhook, seven in Notion, where the last is about a day later. */
  readonly webhookRetryMs?: readonly number[]
}

/** A column as `schema` tells it. */
export interface ColumnView {
  /** URL-encoded. */
  readonly id: string
  readonly type: PropertyType
  /** Names in the order of the schema. */
  readonly options: readonly string[]
}

/** A running stand-in for Notion. */
export interface NotionSandbox {
  /** Without `/v1`, e.g. `http://127.0.0.1:4567`. */
  readonly url: string
  readonly credentials: Credentials
  /** The user in whose name everything done through the API is done. */
  readonly botId: string
  readonly workspaceId: string
  readonly integrationId: string
  readonly faults: Faults
  readonly calls: Calls
  /** People at work in Notion's own pages. */
  readonly people: { readonly client: Person; readonly assistant: Person }
  /** `client`, `assistant`, or the id of anybody. */
  as(who: string): Person
  addPerson(name: string, options?: { readonly guest?: boolean }): Person
  dataSource(setup: SourceSetup): MadeSource
  /** Connects a data source with the connection, as people do in its menu. */
  share(dataSourceId: string): void
  /** From now on it does not exist for the API, and sends no webhooks. */
  unshare(dataSourceId: string): void
  /** Null when it does not exist. */
  row(id: string): RowView | null
  /** The rows of a data source, oldest first, those in the trash too. */
  rows(dataSourceId: string): RowView[]
  /** The columns of a data source by name. */
  schema(dataSourceId: string): Record<string, ColumnView>
  /**
   * Creates a webhook subscription, as people do in the connection's settings, and sends the verification token there.
   * `status` is what the receiver said, null when nobody answered.
   */
  subscribe(
    url: string,
    options?: { readonly types?: readonly EventType[] },
  ): Promise<{ readonly id: string; readonly status: number | null }>
  /** "Resend token". */
  resendToken(subscriptionId: string): Promise<number | null>
  /** Pastes the token back: the subscription that it belongs to is active from now on. */
  verify(token: string): void
  unsubscribe(subscriptionId: string): void
  /** Those that are not deleted. */
  subscriptions(): Subscription[]
  /** Resolves when every webhook, gathered ones and retries included, has arrived or been given up. */
  settled(): Promise<void>
  close(): Promise<void>
}

const usualRetryMs = [10, 20, 40, 80, 160, 320, 640]
const usualTimeoutMs = 30_000

/**
 * Starts a stand-in for Notion on a free port of this machine: its API of version 2026-03-11 below `/v1`, its
 * webhooks, and its people. It knows nothing of the adapter; both rest on Notion's documents.
 */
export async function startNotionSandbox(options: NotionSandboxOptions = {}): Promise<NotionSandbox> {
  const credentials: Credentials = { token: options.token ?? `ntn_${randomBytes(23).toString('hex')}` }
  const log = createCallLog()
  const { world, plan, ...outgoing } = createOutgoing(options)
  const people = { client: join(world, 'Paul Lambert'), assistant: join(world, 'Ines Moreau') }
  const limits = chooseLimits(options.rateLimits ?? false, notionRateLimits)
  const server = createServer({
    world,
    credentials,
    plan,
    log,
    checkRate: limits === null ? null : createRateLimiter(limits),
    logger: options.logger,
  })
  const origin = await listenLocally(server)

  return {
    url: origin,
    credentials,
    botId: world.bot.id,
    workspaceId: world.workspace.id,
    integrationId: world.integrationId,
    faults: plan.faults,
    calls: log.calls,
    people,
    as: (who) => (who === 'client' || who === 'assistant' ? people[who] : personBy(world, who)),
    addPerson: (name, { guest = false } = {}) => join(world, name, guest),
    dataSource: (setup) => setUpSource(world, people.assistant.user, setup),
    ...readersOf(world),
    ...outgoing,
    async close() {
      outgoing.close()
      await server.close()
    },
  }
}

function readersOf(world: World): Pick<NotionSandbox, 'share' | 'unshare' | 'row' | 'rows' | 'schema'> {
  return {
    share(id) {
      sourceOf(world, id).shared = true
    },
    unshare(id) {
      sourceOf(world, id).shared = false
    },
    row(id) {
      const page = world.pages.get(id)
      return page === undefined ? null : viewRow(world, page, sourceOf(world, page.dataSourceId))
    },
    rows: (id) => pagesIn(world, id).map((page) => viewRow(world, page, sourceOf(world, id))),
    schema: (id) =>
      Object.fromEntries(
        sourceOf(world, id).properties.map((property) => [
          property.name,
          {
            id: encodePropertyId(property.id),
            type: property.type,
            options: property.options.map(({ name }) => name),
          },
        ]),
      ),
  }
}

type Subscribing = Pick<
  NotionSandbox,
  'subscribe' | 'resendToken' | 'verify' | 'unsubscribe' | 'subscriptions' | 'settled'
>

/** The world tells its subscribers what happens in it; the faults decide what becomes of that. */
function createOutgoing(
  options: NotionSandboxOptions,
): Subscribing & { world: World; plan: FaultPlan; close: () => void } {
  const subscriptions = new Map<string, Subscription>()
  const aggregator = createAggregator(options.aggregationMs ?? 0, (event) => {
    for (const subscription of subscriptions.values()) {
      if (subscription.types.includes(event.type)) delivery.send(subscription, event)
    }
  })
  const publish = (event: Event, dataSourceId: string) => {
    if (world.dataSources.get(dataSourceId)?.shared === true) aggregator.add(event)
  }
  const world = createWorld(options.now ?? (() => new Date()), publish)
  const settings = { latencyMs: options.latencyMs ?? 0, ...options.faults }
  const plan = createFaultPlan(settings, refusalFor, () => delivery.resume())
  const delivery = createDelivery({
    world,
    plan,
    retryMs: options.webhookRetryMs ?? usualRetryMs,
    timeoutMs: options.webhookTimeoutMs ?? usualTimeoutMs,
    random: options.random ?? Math.random,
    onTried: (type, status) => options.logger?.debug({ type, status }, 'notion sandbox sent'),
  })
  return {
    world,
    plan,
    ...subscribingTo(subscriptions, delivery),
    async settled() {
      // A receiver may write while it is told, which makes new events.
      do {
        await aggregator.settled()
        await delivery.settled()
      } while (!aggregator.isIdle())
    },
    close() {
      aggregator.close()
      delivery.close()
    },
  }
}

function subscribingTo(
  subscriptions: Map<string, Subscription>,
  delivery: Delivery,
): Omit<Subscribing, 'settled'> {
  const find = (id: string) => subscriptions.get(id) ?? notFound('subscription', id)
  return {
    async subscribe(url, { types } = {}) {
      const subscription = newSubscription(url, types)
      subscriptions.set(subscription.id, subscription)
      return { id: subscription.id, status: await delivery.sendToken(subscription) }
    },
    resendToken: (id) => delivery.sendToken(find(id)),
    verify(token) {
      const found = [...subscriptions.values()].find(({ verificationToken }) => verificationToken === token)
      if (found === undefined) invalid('The verification token is not that of any subscription.')
      found.state = 'active'
    },
    unsubscribe(id) {
      find(id).state = 'deleted'
      subscriptions.delete(id)
    },
    subscriptions: () => [...subscriptions.values()],
  }
}

function personBy(world: World, id: string): Person {
  return createPerson(world, world.users.get(id) ?? notFound('user', id))
}

/** Opens an account. Invented names, so that nobody real appears in a test or a demo. */
function join(world: World, name: string, guest = false): Person {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@example.test`
  const user: User = { id: randomUUID(), type: 'person', name, email, guest }
  world.users.set(user.id, user)
  return createPerson(world, user)
}
