import { randomBytes } from 'node:crypto'
import { listenLocally } from '../sandbox/listen.ts'
import type { SandboxOptions } from '../sandbox/options.ts'
import { chooseLimits } from '../sandbox/rate-limit.ts'
import { type BoardSetup, type MadeBoard, setUpBoard } from './sandbox/board-setup.ts'
import { type Calls, createCallLog } from './sandbox/calls.ts'
import { type CardView, viewCard } from './sandbox/card-view.ts'
import { createDelivery, type Delivery } from './sandbox/delivery.ts'
import { createFaultPlan, type FaultPlan, type FaultSettings, type Faults } from './sandbox/faults.ts'
import type { Credentials } from './sandbox/gate.ts'
import { byId, cardsOn, labelsOn } from './sandbox/lookup.ts'
import { createPerson, type Person } from './sandbox/person.ts'
import { createRateLimiter, type RateLimits, trelloRateLimits } from './sandbox/rate-limit.ts'
import { createServer } from './sandbox/server.ts'
import { webhookAnswer, webhookBody } from './sandbox/webhook-body.ts'
import { createWorld, type Member, type Publish, type Webhook, type World } from './sandbox/world.ts'

/** All of it may be left out. */
export interface TrelloSandboxOptions extends SandboxOptions, Partial<Credentials> {
  readonly faults?: FaultSettings
  /** Off by default; true for Trello's own limits. */
  readonly rateLimits?: boolean | Partial<RateLimits>
  /** Waits before the retries of a webhook; Trello's are 30, 60 and 120 seconds. */
  readonly webhookRetryMs?: readonly number[]
}

/** A running stand-in for Trello. */
export interface TrelloSandbox {
  /** Base of the API, e.g. `http://127.0.0.1:4567/1`. */
  readonly url: string
  readonly credentials: Credentials
  readonly faults: Faults
  readonly calls: Calls
  /** People at work in Trello's own pages. The token belongs to `assistant`. */
  readonly people: { readonly client: Person; readonly assistant: Person }
  as(memberId: string): Person
  addMember(fullName: string): Person
  /** Makes a board on which the assistant and everybody else are, unless `setup.members` says otherwise. */
  board(name: string, setup?: BoardSetup): MadeBoard
  /** Null when it does not exist (any more). */
  card(id: string): CardView | null
  /** The cards of a board, oldest first, archived ones too. */
  cards(boardId: string): CardView[]
  /** The labels of a board, oldest first. */
  labels(boardId: string): { id: string; name: string; color: string | null }[]
  webhooks(): Webhook[]
  /** Resolves when every webhook, retries included, has arrived or been given up. */
  settled(): Promise<void>
  close(): Promise<void>
}

const usualRetryMs = [20, 40, 80]
const usualTimeoutMs = 30_000

/**
 * Starts a stand-in for Trello on a free port of this machine: its API below `/1`, its webhooks, and its people.
 * It knows nothing of the adapter; both rest on Trello's documents and on captured bodies.
 */
export async function startTrelloSandbox(options: TrelloSandboxOptions = {}): Promise<TrelloSandbox> {
  const now = options.now ?? (() => new Date())
  const credentials = credentialsFor(options)
  const log = createCallLog()
  const { world, plan, delivery } = createOutgoing(options, credentials, now)
  const assistant = join(world, 'Ines Moreau')
  const client = join(world, 'Paul Lambert')
  const limits = chooseLimits(options.rateLimits ?? false, trelloRateLimits)
  const server = createServer({
    world,
    credentials,
    plan,
    log,
    checkRate: limits === null ? null : createRateLimiter(limits),
    logger: options.logger,
    owner: assistant,
    appId: world.ids.next(now()),
  })
  const origin = await listenLocally(server)

  return {
    url: `${origin}/1`,
    credentials,
    faults: plan.faults,
    calls: log.calls,
    people: { client: createPerson(world, client), assistant: createPerson(world, assistant) },
    as: (memberId) => createPerson(world, byId(world.members, memberId)),
    addMember: (fullName) => createPerson(world, join(world, fullName)),
    board: (name, setup = {}) => setUpBoard(world, assistant, name, setup),
    ...readersOf(world),
    settled: () => delivery.settled(),
    async close() {
      delivery.close()
      await server.close()
    },
  }
}

function readersOf(world: World): Pick<TrelloSandbox, 'card' | 'cards' | 'labels' | 'webhooks'> {
  return {
    card(id) {
      const card = world.cards.get(id)
      return card === undefined ? null : viewCard(world, card)
    },
    cards: (boardId) => cardsOn(world, boardId).map((card) => viewCard(world, card)),
    labels: (boardId) => labelsOn(world, boardId).map(({ id, name, color }) => ({ id, name, color })),
    webhooks: () => [...world.webhooks.values()].map(webhookAnswer),
  }
}

/** The world tells the webhooks what happens in it; the faults decide what becomes of that. */
function createOutgoing(
  options: TrelloSandboxOptions,
  credentials: Credentials,
  now: () => Date,
): { world: World; plan: FaultPlan; delivery: Delivery } {
  const publish: Publish = (action, models, cause) => {
    for (const webhook of world.webhooks.values()) {
      if (!webhook.active || !models.includes(webhook.idModel)) continue
      const body = webhookBody(world, webhook, action)
      delivery.send({ webhook, body, clientIdentifier: cause.clientIdentifier })
    }
  }
  const world = createWorld(now, publish)
  const settings = { latencyMs: options.latencyMs ?? 0, ...options.faults }
  const plan = createFaultPlan(settings, () => delivery.resume())
  const delivery = createDelivery({
    secret: credentials.secret,
    plan,
    retryMs: options.webhookRetryMs ?? usualRetryMs,
    timeoutMs: options.webhookTimeoutMs ?? usualTimeoutMs,
    random: options.random ?? Math.random,
    now,
    onGone: (webhook) => world.webhooks.delete(webhook.id),
    onTried: (webhook, status) =>
      options.logger?.debug({ webhook: webhook.id, status }, 'trello sandbox sent'),
  })
  return { world, plan, delivery }
}

function credentialsFor(options: Partial<Credentials>): Credentials {
  return {
    apiKey: options.apiKey ?? randomBytes(16).toString('hex'),
    token: options.token ?? `ATTA${randomBytes(36).toString('hex')}`,
    secret: options.secret ?? randomBytes(32).toString('hex'),
  }
}

/** Opens an account. Invented names, so that nobody real appears in a test or a demo. */
function join(world: World, fullName: string): Member {
  const member: Member = {
    id: world.ids.next(world.now()),
    fullName,
    username: fullName.toLowerCase().replaceAll(' ', ''),
    initials: fullName
      .split(' ')
      .map((word) => word.charAt(0))
      .join(''),
    avatarHash: randomBytes(16).toString('hex'),
  }
  world.members.set(member.id, member)
  return member
}
