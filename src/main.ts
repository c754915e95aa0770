import closeWithGrace from 'close-with-grace'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { createClickUpLimiters } from '#adapters/clickup/client.ts'
import { createClickUp } from '#adapters/clickup/index.ts'
import { inMemory, isReachable, type LimiterFactory } from '#adapters/http.ts'
import { createNotionLimiters } from '#adapters/notion/client.ts'
import { createNotion } from '#adapters/notion/index.ts'
import { createTrelloLimiters } from '#adapters/trello/client.ts'
import { createTrello } from '#adapters/trello/index.ts'
import type { ToolModule } from '#model/adapter.ts'
import { AppError, isAppError } from '#model/error.ts'
import type { Tool } from '#model/task.ts'
import { type Clock, systemClock } from './clock.ts'
import { type Config, configFromEnvironment, countInUtc, summarize } from './config.ts'
import { createLog } from './log.ts'
import { createMetrics } from './metrics.ts'
import { createCaseRunner } from './pipeline/case-runner.ts'
import { createCaseChanges } from './pipeline/change-cases.ts'
import { createClientPolicies } from './pipeline/client-policy.ts'
import { createConnections } from './pipeline/connect.ts'
import { createContext } from './pipeline/context.ts'
import { createDeadLetters } from './pipeline/dead-letters.ts'
import { createImpact } from './pipeline/impact.ts'
import { createIntake } from './pipeline/intake.ts'
import { createPolicyDrafts } from './pipeline/policy-drafts.ts'
import { createPreviewer } from './pipeline/preview.ts'
import { createPublishGate } from './pipeline/publish-gate.ts'
import { createPublisher } from './pipeline/publish-policy.ts'
import { startQueue } from './pipeline/queue.ts'
import { createRefusals } from './pipeline/refusals.ts'
import { startSchedules } from './pipeline/schedule.ts'
import { createSimulate } from './pipeline/simulate.ts'
import { startWorker } from './pipeline/worker.ts'
import { buildApp } from './server/app.ts'
import type { Phase } from './server/routes/health.ts'
import { createAnswerStore } from './store/answers.ts'
import { createApiKeyStore } from './store/api-keys.ts'
import { createAuditLog } from './store/audit.ts'
import { createBoardStore } from './store/boards.ts'
import { createBookStore } from './store/books.ts'
import { createClientRecords } from './store/client-records.ts'
import { createClientStore } from './store/clients.ts'
import { createConnectionStore } from './store/connections.ts'
import { createDecisionList } from './store/decision-list.ts'
import { createDeliveryStore } from './store/deliveries.ts'
import { createDeliveryList } from './store/delivery-list.ts'
import { createEverythingStore } from './store/everything.ts'
import { createExampleStore } from './store/examples.ts'
import { createIdempotentRequests } from './store/idempotent-requests.ts'
import { createJudgedTasks } from './store/judged-tasks.ts'
import { openStore } from './store/open.ts'
import { createOpenRequests } from './store/open-requests.ts'
import { createOrderStore } from './store/orders.ts'
import { createPolicyStore } from './store/policies.ts'
import { createCaseStore } from './store/policy-cases.ts'
import { createDraftStore } from './store/policy-drafts.ts'
import { createPolicyList } from './store/policy-list.ts'
import { createPolicyLock } from './store/policy-lock.ts'
import { createRequestStore } from './store/requests.ts'
import { createRetentionStore } from './store/retention.ts'
import { createRunList } from './store/run-list.ts'
import { createRunStore } from './store/runs.ts'
import { createTaskList } from './store/task-list.ts'
import { createTaskStore } from './store/tasks.ts'
import { createTwinStore } from './store/twins.ts'
import { createUnwrittenStore } from './store/unwritten.ts'
import { createWebhookList } from './store/webhook-list.ts'
import { createWeekList } from './store/week-list.ts'
import { addVitals } from './vitals.ts'

/** The tools Cadre speaks with: to add one is a folder in `adapters/` and a line here. */
const toolsWith = (limiterOf: LimiterFactory): readonly ToolModule[] => [
  createTrello(createTrelloLimiters(limiterOf)),
  createNotion(createNotionLimiters(limiterOf)),
  createClickUp(createClickUpLimiters(limiterOf)),
]

/** A running service. */
export interface Service {
  /** Where it listens, e.g. `http://127.0.0.1:3000`. */
  readonly url: string
  /** Is nothing left to look at? For demonstrations and tests. */
  isIdle(): Promise<boolean>
  /** Finish what is in hand, then let go of the store. */
  close(): Promise<void>
}

export interface ServiceOptions {
  readonly config: Config
  readonly log: Logger
  readonly now?: Clock
}

/** Put the parts together: store → queue → adapters → worker → server. */
export async function startService({ config, log, now = systemClock }: ServiceOptions): Promise<Service> {
  const store = await openStore(config)
  const stores = {
    connectionStore: createConnectionStore(store.db, store.vault),
    clients: createClientStore(store.db),
    boards: createBoardStore(store.db),
    policies: createPolicyStore(store.db),
    drafts: createDraftStore(store.db),
    cases: createCaseStore(store.db),
    examples: createExampleStore(store.db),
    tasks: createTaskStore(store.db),
    twins: createTwinStore(store.db),
    judged: createJudgedTasks(store.db),
    deliveries: createDeliveryStore(store.db),
    runs: createRunStore(store.db),
    apiKeys: createApiKeyStore(store.db),
    audit: createAuditLog(store.db),
    retention: createRetentionStore(store.db),
    idempotentRequests: createIdempotentRequests(store.db, store.vault),
    answers: createAnswerStore(store.db),
    orders: createOrderStore(store.db),
    books: createBookStore(store.db),
    requests: createRequestStore(store.db),
  }
  const metrics = createMetrics()
  const refusals = createRefusals()
  const queue = await startQueue(store, (err) => log.error({ err }, 'the queue has trouble'))
  const connections = createConnections(
    stores.connectionStore,
    toolsWith(store.sharedLimits ?? inMemory),
    apiUrlsOf(config),
    metrics.called,
  )
  const intake = createIntake({
    db: store.db,
    queue,
    now,
    quietSeconds: (tool) => quietSecondsOf(config, tool),
  })
  const clientPolicies = createClientPolicies(stores.policies, stores.examples)
  const retentionDays = config.RETENTION_DAYS
  const parts = { ...stores, db: store.db, clientPolicies, queue, connections, now, retentionDays }
  const lock = createPolicyLock(store.db)
  const runCases = createCaseRunner(stores)
  addVitals(metrics.registry, async () => ({
    ...(await queue.depth()),
    webhooks: await stores.boards.countWebhooks(),
  }))
  let phase: Phase = 'starting'
  const deadLetters = createDeadLetters(store.db, queue.boss)
  const gate = createPublishGate({ ...stores, runCases, impactOf: createImpact(parts) })

  const app = await buildApp({
    log,
    metrics,
    adminKey: config.CADRE_ADMIN_KEY,
    apiKeys: stores.apiKeys,
    audit: stores.audit,
    idempotentRequests: stores.idempotentRequests,
    webhooks: { connections, store: stores.connectionStore, intake, metrics, refusals },
    health: { db: store.db, metrics, queue, phase: () => phase },
    connections: { ...parts, deadLetters, refusals, publicUrl: config.PUBLIC_URL },
    clients: parts,
    policies: {
      ...parts,
      lock,
      runCases,
      list: createPolicyList(store.db),
      policyDrafts: createPolicyDrafts({ ...parts, lock }),
      publisher: createPublisher({ ...parts, lock, gate }),
      caseChanges: createCaseChanges({ lock, now }),
      preview: createPreviewer(parts),
    },
    privacy: { ...parts, records: createClientRecords(store.db) },
    simulations: { ...parts, simulate: createSimulate(parts) },
    examples: parts,
    boards: { ...parts, unwritten: createUnwrittenStore(store.db) },
    everything: { ...parts, everything: createEverythingStore(store.db) },
    doctor: { ...parts, publicUrl: config.PUBLIC_URL, refusals, reach: isReachable },
    tasks: {
      ...parts,
      list: createTaskList(store.db),
      decisions: createDecisionList(store.db),
      runList: createRunList(store.db),
    },
    handOver: { ...parts, openRequests: createOpenRequests(store.db) },
    reports: { ...parts, weeks: createWeekList(store.db) },
    requests: parts,
    runs: { ...parts, list: createRunList(store.db) },
    deliveries: {
      list: createDeliveryList(store.db),
      webhooksOf: createWebhookList(store.db),
      deadLetters,
      queue,
    },
  })
  const letGo = async () => {
    // No new work. Requests and jobs in hand are finished side by side: either may wait for a tool.
    await Promise.all([app.close(), queue.rest()])
    await queue.stop()
    await store.close()
  }
  const begin = async () => {
    const url = await listen(app, config)
    await startWorker({
      ...parts,
      contextOf: createContext(parts),
      log,
      concurrency: config.WORKER_CONCURRENCY,
      onRun: (run) => {
        metrics.ran(run)
        const { id: runId, taskId, boardId, state, calls, timings } = run
        log.info({ runId, taskId, boardId, state, code: run.error?.code, calls, timings }, 'task looked at')
      },
    })
    return { url, schedules: await startSchedules({ ...parts, log, sweepCron: config.SWEEP_CRON }) }
  }
  // Whoever says that it cannot start must not work on unseen.
  const { url, schedules } = await begin().catch(async (error: unknown) => {
    await letGo()
    throw error
  })
  phase = 'running'

  return {
    url,
    isIdle: () => queue.isIdle(),
    async close() {
      phase = 'stopping'
      await schedules.stop()
      await letGo()
    },
  }
}

/** @throws AppError CONFIG_INVALID when somebody else listens there */
async function listen(app: FastifyInstance, { PORT, HOST }: Config): Promise<string> {
  try {
    return await app.listen({ port: PORT, host: HOST })
  } catch (cause) {
    const details = [
      { path: 'PORT', message: `cannot listen on ${HOST}:${PORT}: is something else running there?` },
    ]
    throw new AppError('CONFIG_INVALID', 'the address cannot be used', { cause, details })
  }
}

function apiUrlsOf(config: Config): Record<Tool, string | null> {
  return {
    trello: config.TRELLO_API_URL ?? null,
    notion: config.NOTION_API_URL ?? null,
    clickup: config.CLICKUP_API_URL ?? null,
  }
}

/** Notion's people write in small edits that arrive one by one; elsewhere a card is mostly written at once. */
function quietSecondsOf(config: Config, tool: Tool): number {
  return config.QUIET_PERIOD_SECONDS ?? (tool === 'notion' ? 20 : 5)
}

/** The process: read the environment, serve until told to stop, and say plainly why if that is not possible. */
async function main(): Promise<void> {
  try {
    countInUtc()
    const config = configFromEnvironment()
    const log = createLog(config.LOG_LEVEL)
    log.info({ config: summarize(config) }, 'starting')
    if (config.PUBLIC_URL === undefined)
      log.info('no PUBLIC_URL, so no webhooks: the boards of new connections are read every minute')
    if (config.CADRE_ADMIN_KEY === undefined)
      log.warn('no CADRE_ADMIN_KEY: keys come from `cadre keys create` only')
    const service = await startService({ config, log })
    log.info({ url: service.url }, 'ready')
    closeWithGrace({ delay: 20_000, logger: false }, async ({ signal, err }) => {
      if (err !== undefined) log.fatal({ err }, 'an error that nobody expected')
      log.info({ signal }, 'stopping')
      await service.close()
      log.info('stopped')
    })
  } catch (error) {
    if (!isAppError(error)) throw error
    process.stderr.write(`cadre cannot start: ${error.message} (${error.code})\n`)
    for (const { path, message } of error.details) process.stderr.write(`  ${path}: ${message}\n`)
    process.exitCode = 1
  }
}

if (import.meta.main) await main()
