import Fastify from 'fastify'
import pino from 'pino'
import type { Attempt } from '#model/adapter.ts'
import type { TaskRef, Tool } from '#model/task.ts'
import { createMetrics } from '../../src/metrics.ts'
import { createConnections } from '../../src/pipeline/connect.ts'
import { createContext } from '../../src/pipeline/context.ts'
import { createIntake } from '../../src/pipeline/intake.ts'
import { createLook } from '../../src/pipeline/look.ts'
import type { SweepJob } from '../../src/pipeline/queue.ts'
import { createRefusals } from '../../src/pipeline/refusals.ts'
import { sweep } from '../../src/pipeline/sweep.ts'
import { answerProblem } from '../../src/server/problem.ts'
import { webhookRoutes } from '../../src/server/routes/webhooks.ts'
import { createAnswerStore } from '../../src/store/answers.ts'
import { createBoardStore } from '../../src/store/boards.ts'
import { createBookStore } from '../../src/store/books.ts'
import { createClientStore } from '../../src/store/clients.ts'
import { createConnectionStore } from '../../src/store/connections.ts'
import { createDeliveryStore } from '../../src/store/deliveries.ts'
import { createExampleStore } from '../../src/store/examples.ts'
import { createOrderStore } from '../../src/store/orders.ts'
import { createPolicyStore } from '../../src/store/policies.ts'
import { createRequestStore } from '../../src/store/requests.ts'
import { createRunStore } from '../../src/store/runs.ts'
import { createTaskStore } from '../../src/store/tasks.ts'
import { createTwinStore } from '../../src/store/twins.ts'
import { createFate, type Fate } from './fate.ts'
import type { House } from './house.ts'
import type { Jobs } from './jobs.ts'
import type { Letter } from './wire.ts'

/** One life of the service: its real parts on the shared store, without a clock and a queue of their own. */
export interface Process {
  readonly fate: Fate
  readonly parts: ReturnType<typeof assemble>
  /** The service's answer to a webhook: 200 once it is durable, or anything else, also when it died over it. */
  receive(letter: Letter): Promise<number>
  /** @throws AppError, Killed */
  look(ref: TaskRef): Promise<void>
  /** @throws AppError, Killed */
  sweep(job: SweepJob): Promise<void>
}

/** Someone doing something in a tool. */
export const attempt = (): Attempt => ({ signal: new AbortController().signal, reads: 0, writes: 0 })

/** Starts the service anew, knowing nothing but what is in the store. */
export async function startProcess(house: House, jobs: Jobs): Promise<Process> {
  const fate = createFate()
  house.wire.belongsTo(fate)
  const parts = assemble(house, jobs, fate)
  const look = createLook({ ...parts, onRun: () => {} })
  const app = Fastify()
  app.setErrorHandler(answerProblem)
  await app.register(webhookRoutes, {
    prefix: '/webhooks',
    connections: parts.connections,
    store: parts.connectionStore,
    intake: parts.intake,
    metrics: createMetrics(),
    refusals: createRefusals(),
  })
  return {
    fate,
    parts,
    async receive({ url, headers, body }) {
      const { pathname } = new URL(url)
      const sent = { 'content-type': 'application/json', ...headers }
      const answer = await app.inject({ method: 'POST', url: pathname, headers: sent, payload: body })
      return fate.isDead ? 0 : answer.statusCode
    },
    look: (ref) => look(ref, attempt()),
    sweep: (job) => sweep(job, parts, attempt()),
  }
}

function assemble({ store, clock, modules, sandboxes, policies }: House, jobs: Jobs, fate: Fate) {
  const db = store.openFor(fate, jobs.committed)
  const { now } = clock
  const stores = {
    connectionStore: createConnectionStore(db, store.vault),
    clients: createClientStore(db),
    boards: createBoardStore(db),
    policies: createPolicyStore(db),
    examples: createExampleStore(db),
    tasks: createTaskStore(db),
    twins: createTwinStore(db),
    deliveries: createDeliveryStore(db),
    runs: createRunStore(db),
    answers: createAnswerStore(db),
    orders: createOrderStore(db),
    books: createBookStore(db),
    requests: createRequestStore(db),
  }
  const apiUrls: Record<Tool, string> = {
    trello: sandboxes.trello.url,
    notion: sandboxes.notion.url,
    clickup: sandboxes.clickup.url,
  }
  const parts = {
    ...stores,
    db,
    now,
    queue: jobs.queue,
    log: pino({ level: 'silent' }),
    connections: createConnections(stores.connectionStore, modules(), apiUrls),
    clientPolicies: policies(stores.examples),
    intake: createIntake({ db, queue: jobs.queue, now, quietSeconds: () => 0 }),
  }
  return { ...parts, contextOf: createContext(parts) }
}
