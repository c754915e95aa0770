import { randomBytes } from 'node:crypto'
import { createFaultPlan, type FaultSettings } from '../sandbox/faults.ts'
import { listenLocally } from '../sandbox/listen.ts'
import type { SandboxOptions } from '../sandbox/options.ts'
import { chooseLimits } from '../sandbox/rate-limit.ts'
import { type Calls, createCallLog } from './sandbox/calls.ts'
import { createDelivery, type Delivery } from './sandbox/delivery.ts'
import { answerFor, type FaultPlan, type Faults } from './sandbox/faults.ts'
import { type ListSetup, type MadeList, setUpList } from './sandbox/list-setup.ts'
import { createPerson, type Person } from './sandbox/person.ts'
import { createRateLimiter, type RateLimits, usualRateLimits } from './sandbox/rate-limit.ts'
import { refuse } from './sandbox/refusal.ts'
import { createServer } from './sandbox/server.ts'
import { type TaskView, viewTask } from './sandbox/task-view.ts'
import { deliveryBody, watches } from './sandbox/webhook-body.ts'
import { createWorld, type ToolEvent, type User, type Webhook, type World } from './sandbox/world.ts'

/** All of it may be left out. */
export interface ClickUpSandboxOptions extends SandboxOptions {
  /** Of the service; one that does not begin with `pk_` is taken for an OAuth app's and has to come as `Bearer`. */
  readonly token?: string
  readonly faults?: FaultSettings
  /** Off by default; true for those of ClickUp's cheaper plans. */
  readonly rateLimits?: boolean | Partial<RateLimits>
  /** Waits before the retries of a webhook. ClickUp tries up to five times; how long it waits is not documented. */
  readonly webhookRetryMs?: readonly number[]
}

/** What lets a caller in. */
export interface ClickUpSandboxCredentials {
  readonly token: string
  /** The workspace. */
  readonly teamId: string
}

/** A running stand-in for ClickUp. */
export interface ClickUpSandbox {
  /** Base of the API, e.g. `http://127.0.0.1:4567/api`; `/v2/…` and `/v3/…` are below. */
  readonly url: string
  /** Of `people.service`. */
  readonly credentials: ClickUpSandboxCredentials
  readonly faults: Faults
  readonly calls: Calls
  /**
   * People at work in ClickUp's own pages. The service has a seat of its own, so that what the assistant does by hand
   * does not pass for its doing.
   */
  readonly people: { readonly client: Person; readonly assistant: Person; readonly service: Person }
  as(userId: number): Person
  addMember(fullName: string): Person
  /** A personal token of somebody else's, e.g. for a service that has to share the assistant's seat. */
  tokenFor(userId: number): string
  /** Makes a list that everybody sees. */
  list(setup?: ListSetup): MadeList
  /** Null when it does not exist (any more). */
  task(id: string): TaskView | null
  /** The tasks of a list, oldest first, archived ones and subtasks too. */
  tasks(listId: string): TaskView[]
  /** The tags of a space, oldest first. */
  tags(spaceId: string): string[]
  /** Everybody's webhooks, as they are at this moment. */
  webhooks(): Webhook[]
  /** Resolves when every webhook, retries included, has arrived or been given up. */
  settled(): Promise<void>
  close(): Promise<void>
}

const usualRetryMs = [20, 40, 80, 160]
const usualTimeoutMs = 7000

/**
 * Starts a stand-in for ClickUp on a free port of this machine: its API below `/api`, its webhooks, and its people.
 * It knows nothing of the adapter; both rest on ClickUp's documents and samples.
 */
export async function startClickUpSandbox(options: ClickUpSandboxOptions = {}): Promise<ClickUpSandbox> {
  const log = createCallLog()
  const { world, plan, delivery } = createOutgoing(options)
  const assistant = join(world, 'Ines Moreau')
  const client = join(world, 'Paul Lambert')
  const service = join(world, 'Cadre')
  const credentials = { token: options.token ?? newToken(service.id), teamId: world.team.id }
  world.tokens.set(credentials.token, service)
  const checkRate = createRateLimiter(chooseLimits(options.rateLimits ?? false, usualRateLimits))
  const server = createServer({ world, plan, log, checkRate, logger: options.logger })
  const origin = await listenLocally(server)

  return {
    url: `${origin}/api`,
    credentials,
    faults: plan.faults,
    calls: log.calls,
    people: {
      client: createPerson(world, client),
      assistant: createPerson(world, assistant),
      service: createPerson(world, service),
    },
    as: (userId) => createPerson(world, userOf(world, userId)),
    addMember: (fullName) => createPerson(world, join(world, fullName)),
    tokenFor(userId) {
      const token = newToken(userId)
      world.tokens.set(token, userOf(world, userId))
      return token
    },
    list: (setup = {}) => setUpList(world, setup),
    ...readersOf(world),
    settled: () => delivery.settled(),
    async close() {
      delivery.close()
      await server.close()
    },
  }
}

function readersOf(world: World): Pick<ClickUpSandbox, 'task' | 'tasks' | 'tags' | 'webhooks'> {
  return {
    task(id) {
      const task = world.tasks.get(id)
      return task === undefined ? null : viewTask(world, task)
    },
    tasks: (listId) =>
      [...world.tasks.values()].filter((task) => task.listId === listId).map((task) => viewTask(world, task)),
    tags: (spaceId) => (world.spaces.get(spaceId)?.tags ?? []).map(({ name }) => name),
    webhooks: () => [...world.webhooks.values()].map((webhook) => ({ ...webhook })),
  }
}

/** The world tells the webhooks what happens in it; the faults decide what becomes of that. */
function createOutgoing(options: ClickUpSandboxOptions): {
  world: World
  plan: FaultPlan
  delivery: Delivery
} {
  const publish = (event: ToolEvent) => {
    for (const webhook of world.webhooks.values()) {
      if (webhook.status === 'suspended' || !watches(webhook, event)) continue
      delivery.send({ webhook, body: deliveryBody(webhook, event) })
    }
  }
  const world = createWorld(options.now ?? (() => new Date()), publish)
  const settings = { latencyMs: options.latencyMs ?? 0, ...options.faults }
  const plan = createFaultPlan(settings, answerFor, () => delivery.resume())
  const delivery = createDelivery({
    plan,
    retryMs: options.webhookRetryMs ?? usualRetryMs,
    timeoutMs: options.webhookTimeoutMs ?? usualTimeoutMs,
    random: options.random ?? Math.random,
    exists: (webhook) => world.webhooks.has(webhook.id),
    onTried: (webhook, status) =>
      options.logger?.debug({ webhook: webhook.id, status }, 'clickup sandbox sent'),
  })
  return { world, plan, delivery }
}

function newToken(userId: number): string {
  return `pk_${userId}_${randomBytes(16).toString('hex').toUpperCase()}`
}

function userOf(world: World, id: number): User {
  return world.users.get(id) ?? refuse(404, `there is no user ${id}`)
}

/** Opens an account. Invented names, so that nobody real appears in a test or a demo. */
function join(world: World, fullName: string): User {
  const words = fullName.split(' ')
  const id = world.ids.user()
  const user: User = {
    id,
    username: fullName,
    email: `${words.join('.').toLowerCase()}@mail.example`,
    color: '#7b68ee',
    initials: words.map((word) => word.charAt(0)).join(''),
    profilePicture: `https://attachments.example/people/${id}.png`,
    timezone: 'Europe/Paris',
  }
  world.users.set(id, user)
  return user
}
