import helmet from '@fastify/helmet'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { AppError } from '#model/error.ts'
import type { Metrics } from '../metrics.ts'
import type { ImportDeps } from '../pipeline/import-everything.ts'
import type { SimulateTaskDeps } from '../pipeline/simulate-task.ts'
import type { TimelineDeps } from '../pipeline/timeline.ts'
import type { ApiKeyStore } from '../store/api-keys.ts'
import type { AuditLog } from '../store/audit.ts'
import type { IdempotentRequests } from '../store/idempotent-requests.ts'
import { keepWhileAtWork } from './at-work.ts'
import { createAuthenticate } from './authenticate.ts'
import { hangUpWhenClosing } from './closing.ts'
import { docRoutes } from './docs.ts'
import { addIdempotency } from './idempotency.ts'
import { addLimits, addPressureValve } from './limits.ts'
import { addOpenApi } from './openapi/open-api.ts'
import { refuseNonText } from './plain-text.ts'
import { answerProblem } from './problem.ts'
import { auditRoutes } from './routes/audit.ts'
import { type BoardPreviewRoutes, boardPreviewRoutes } from './routes/board-previews.ts'
import { boardWorkRoutes } from './routes/board-work.ts'
import { type BoardRoutes, boardRoutes } from './routes/boards.ts'
import { type ClientBookRoutes, clientBookRoutes } from './routes/client-books.ts'
import { type ClientPolicyRoutes, clientPolicyRoutes } from './routes/client-policy.ts'
import { type ClientPrivacyRoutes, clientPrivacyRoutes } from './routes/client-privacy.ts'
import { type ClientRoutes, clientRoutes } from './routes/clients.ts'
import { connectionCheckRoutes } from './routes/connection-checks.ts'
import { type ConnectionRoutes, connectionRoutes } from './routes/connections.ts'
import { containerRoutes } from './routes/containers.ts'
import { type DeadLetterRoutes, deadLetterRoutes } from './routes/dead-letters.ts'
import { type DecisionRoutes, decisionRoutes } from './routes/decisions.ts'
import { type DeliveryRoutes, deliveryRoutes } from './routes/deliveries.ts'
import { type DeliveryReplayRoutes, deliveryReplayRoutes } from './routes/delivery-replays.ts'
import { type DoctorRoutes, doctorRoutes } from './routes/doctor.ts'
import { documentRoutes } from './routes/documents.ts'
import { everythingRoutes } from './routes/everything.ts'
import { type ExampleRoutes, exampleRoutes } from './routes/examples.ts'
import { type HandOverRoutes, handOverRoutes } from './routes/hand-over.ts'
import { type HealthRoutes, healthRoutes } from './routes/health.ts'
import { keyRoutes } from './routes/keys.ts'
import { type PolicyRoutes, policyRoutes } from './routes/policies.ts'
import { type PolicyCaseRunRoutes, policyCaseRunRoutes } from './routes/policy-case-runs.ts'
import { type PolicyCaseRoutes, policyCaseRoutes } from './routes/policy-cases.ts'
import { policyDiffRoutes } from './routes/policy-diff.ts'
import { type PolicyDraftRoutes, policyDraftRoutes } from './routes/policy-drafts.ts'
import { type PolicyPreviewRoutes, policyPreviewRoutes } from './routes/policy-previews.ts'
import { type PolicyPublishingRoutes, policyPublishingRoutes } from './routes/policy-publishing.ts'
import { policyValidationRoutes } from './routes/policy-validation.ts'
import { type PolicyVersionRoutes, policyVersionRoutes } from './routes/policy-versions.ts'
import { presetRoutes } from './routes/presets.ts'
import { type ReportRoutes, reportRoutes } from './routes/reports.ts'
import { type RequestRoutes, requestRoutes } from './routes/requests.ts'
import { retentionRoutes } from './routes/retention.ts'
import { type RunRoutes, runRoutes } from './routes/runs.ts'
import { type SimulationRoutes, simulationRoutes } from './routes/simulations.ts'
import { type TaskAnswerRoutes, taskAnswerRoutes } from './routes/task-answers.ts'
import { taskBookRoutes } from './routes/task-books.ts'
import { type TaskExportRoutes, taskExportRoutes } from './routes/task-export.ts'
import { type TaskOrderRoutes, taskOrderRoutes } from './routes/task-orders.ts'
import { taskSimulationRoutes } from './routes/task-simulations.ts'
import { taskTimelineRoutes } from './routes/task-timeline.ts'
import { type TaskTwinRoutes, taskTwinRoutes } from './routes/task-twin.ts'
import { type TaskRoutes, taskRoutes } from './routes/tasks.ts'
import { type UndoRoutes, undoRoutes } from './routes/undo.ts'
import { type WebhookHealthRoutes, webhookHealthRoutes } from './routes/webhook-health.ts'
import { type WebhookRoutes, webhookRoutes } from './routes/webhooks.ts'
import { addTrace, requestIdOf } from './trace.ts'
import { refuseUnasked } from './unasked.ts'
import { answerUnreadable } from './unreadable.ts'

type AllPolicyRoutes = PolicyRoutes &
  PolicyCaseRoutes &
  PolicyCaseRunRoutes &
  PolicyDraftRoutes &
  PolicyPreviewRoutes &
  PolicyPublishingRoutes &
  PolicyVersionRoutes

export interface AppDeps {
  readonly log: FastifyBaseLogger
  readonly metrics: Metrics
  readonly adminKey: string | undefined
  readonly apiKeys: ApiKeyStore
  readonly audit: AuditLog
  readonly idempotentRequests: IdempotentRequests
  readonly webhooks: WebhookRoutes
  readonly health: HealthRoutes
  readonly connections: ConnectionRoutes
  readonly clients: ClientRoutes & ClientPolicyRoutes
  readonly policies: AllPolicyRoutes
  readonly privacy: ClientPrivacyRoutes
  readonly examples: ExampleRoutes
  readonly boards: BoardRoutes & BoardPreviewRoutes
  readonly everything: ImportDeps
  readonly doctor: DoctorRoutes
  readonly tasks: TaskRoutes &
    TaskAnswerRoutes &
    ClientBookRoutes &
    DecisionRoutes &
    TaskOrderRoutes &
    TaskTwinRoutes &
    TimelineDeps &
    TaskExportRoutes
  readonly handOver: HandOverRoutes
  readonly reports: ReportRoutes
  readonly requests: RequestRoutes
  readonly runs: RunRoutes & UndoRoutes
  readonly deliveries: DeliveryRoutes &
    Pick<DeliveryReplayRoutes, 'queue'> &
    Pick<DeadLetterRoutes, 'deadLetters'> &
    WebhookHealthRoutes
  readonly simulations: SimulationRoutes & SimulateTaskDeps
}

/** The HTTP side, whole: webhooks, admin API, its documents, health. Not yet listening. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: deps.log,
    genReqId: requestIdOf,
    bodyLimit: 1024 * 1024,
    // Whoever is slow to send or to read, or sends nothing, does not keep a socket.
    http: { headersTimeout: 15_000 },
    requestTimeout: 30_000,
    connectionTimeout: 90_000,
    keepAliveTimeout: 72_000,
    // A webhook's address is secret and queries may hold ids: the default line per request would log both.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    trustProxy: false,
    clientErrorHandler: (error, socket) => answerUnreadable(error, socket, deps.log),
    // An address that cannot be read is refused before any hook runs.
    frameworkErrors: (error, request, reply) => {
      void reply.header('x-request-id', request.id)
      answerProblem(error, request, reply)
    },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerProblem)
  app.setNotFoundHandler((request, reply) => {
    answerProblem(
      new AppError('NOT_FOUND', 'there is nothing at this address; what there is, /docs/ tells'),
      request,
      reply,
    )
  })
  app.decorateRequest('actor', null)

  addTrace(app, deps.metrics)
  hangUpWhenClosing(app)
  await addPressureValve(app)
  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: nothingToShow } })
  await addOpenApi(app)
  await app.register(healthRoutes, deps.health)
  await app.register(webhookRoutes, { prefix: '/webhooks', ...deps.webhooks })
  await app.register(adminApi, { prefix: '/api/v1', ...deps })
  await app.register(docRoutes)
  await app.ready()
  return app
}

/** What is answered is data, not a page. The reference has its own policy. */
const nothingToShow = {
  ...{ defaultSrc: ["'none'"], objectSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] },
  ...{ frameAncestors: ["'none'"], sandbox: [] },
}

async function adminApi(app: FastifyInstance, deps: AppDeps): Promise<void> {
  const { now } = deps.connections
  // What clients wrote is for the holder of the key alone: no cache on the way keeps it.
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.header('cache-control', 'no-store')
    done()
  })
  await addLimits(app, createAuthenticate(deps.adminKey, deps.apiKeys, now))
  refuseNonText(app)
  refuseUnasked(app)
  // No route takes plain text: it is told of the media type, and not of a string where an object was expected.
  app.removeContentTypeParser('text/plain')
  keepWhileAtWork(app)
  addIdempotency(app, deps.idempotentRequests, now)
  await app.register(connectionRoutes, deps.connections)
  await app.register(connectionCheckRoutes, deps.connections)
  await app.register(containerRoutes, { connections: deps.connections.connections })
  await app.register(clientRoutes, deps.clients)
  await app.register(clientPolicyRoutes, deps.clients)
  await app.register(presetRoutes)
  await app.register(policyRoutes, deps.policies)
  await app.register(policyValidationRoutes, { now })
  await app.register(policyDraftRoutes, deps.policies)
  await app.register(policyDiffRoutes, deps.policies)
  await app.register(policyVersionRoutes, deps.policies)
  await app.register(policyPublishingRoutes, deps.policies)
  await app.register(policyCaseRoutes, deps.policies)
  await app.register(policyCaseRunRoutes, deps.policies)
  await app.register(clientPrivacyRoutes, deps.privacy)
  await app.register(retentionRoutes, deps.privacy)
  await app.register(policyPreviewRoutes, deps.policies)
  await app.register(simulationRoutes, deps.simulations)
  await app.register(taskSimulationRoutes, deps.simulations)
  await app.register(exampleRoutes, deps.examples)
  await app.register(documentRoutes, { policies: deps.clients.policies, now })
  await app.register(boardRoutes, deps.boards)
  await app.register(boardPreviewRoutes, deps.boards)
  await app.register(boardWorkRoutes, deps.boards)
  await app.register(taskRoutes, deps.tasks)
  await app.register(taskAnswerRoutes, deps.tasks)
  await app.register(taskOrderRoutes, deps.tasks)
  await app.register(taskTwinRoutes, deps.tasks)
  await app.register(taskTimelineRoutes, deps.tasks)
  await app.register(taskExportRoutes, deps.tasks)
  await app.register(decisionRoutes, deps.tasks)
  await app.register(taskBookRoutes, deps.tasks)
  await app.register(clientBookRoutes, deps.tasks)
  await app.register(handOverRoutes, deps.handOver)
  await app.register(reportRoutes, deps.reports)
  await app.register(requestRoutes, deps.requests)
  await app.register(runRoutes, deps.runs)
  await app.register(undoRoutes, deps.runs)
  const { deliveries, audit } = deps
  await app.register(deliveryRoutes, deliveries)
  await app.register(deliveryReplayRoutes, { ...deliveries, audit, now })
  await app.register(webhookHealthRoutes, deliveries)
  await app.register(deadLetterRoutes, { ...deliveries, audit, now })
  await app.register(everythingRoutes, deps.everything)
  await app.register(doctorRoutes, deps.doctor)
  await app.register(keyRoutes, { apiKeys: deps.apiKeys, audit: deps.audit, now })
  await app.register(auditRoutes, { audit: deps.audit })
}
