import { randomUUID } from 'node:crypto'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import apiReference from '@scalar/fastify-api-reference'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import { AppError } from '#model/error.ts'
import type { ApiKeyStore } from '../store/api-keys.ts'
import type { AuditLog } from '../store/audit.ts'
import type { IdempotentRequests } from '../store/idempotent-requests.ts'
import { createAuthenticate } from './authenticate.ts'
import { addIdempotency } from './idempotency.ts'
import { answerProblem } from './problem.ts'
import { auditRoutes } from './routes/audit.ts'
import { type BoardPreviewRoutes, boardPreviewRoutes } from './routes/board-previews.ts'
import { boardWorkRoutes } from './routes/board-work.ts'
import { type BoardRoutes, boardRoutes } from './routes/boards.ts'
import { clientPolicyRoutes } from './routes/client-policy.ts'
import { type ClientPrivacyRoutes, clientPrivacyRoutes } from './routes/client-privacy.ts'
import { type ClientRoutes, clientRoutes } from './routes/clients.ts'
import { connectionCheckRoutes } from './routes/connection-checks.ts'
import { type ConnectionRoutes, connectionRoutes } from './routes/connections.ts'
import { containerRoutes } from './routes/containers.ts'
import { deadLetterRoutes } from './routes/dead-letters.ts'
import { type DoctorRoutes, doctorRoutes } from './routes/doctor.ts'
import { documentRoutes } from './routes/documents.ts'
import { type ExampleRoutes, exampleRoutes } from './routes/examples.ts'
import { type HealthRoutes, healthRoutes } from './routes/health.ts'
import { keyRoutes } from './routes/keys.ts'
import { type PolicyRoutes, policyRoutes } from './routes/policies.ts'
import { type PolicyCaseRunRoutes, policyCaseRunRoutes } from './routes/policy-case-runs.ts'
import { type PolicyCaseRoutes, policyCaseRoutes } from './routes/policy-cases.ts'
import { policyDiffRoutes } from './routes/policy-diff.ts'
import { type PolicyDraftRoutes, policyDraftRoutes } from './routes/policy-drafts.ts'
import { type PolicyPublishingRoutes, policyPublishingRoutes } from './routes/policy-publishing.ts'
import { policyValidationRoutes } from './routes/policy-validation.ts'
import { type PolicyVersionRoutes, policyVersionRoutes } from './routes/policy-versions.ts'
import { presetRoutes } from './routes/presets.ts'
import { retentionRoutes } from './routes/retention.ts'
import { type RunRoutes, runRoutes } from './routes/runs.ts'
import { type TaskRoutes, taskRoutes } from './routes/tasks.ts'
import { type WebhookRoutes, webhookRoutes } from './routes/webhooks.ts'

type AllPolicyRoutes = PolicyRoutes &
  PolicyCaseRoutes &
  PolicyCaseRunRoutes &
  PolicyDraftRoutes &
  PolicyPublishingRoutes &
  PolicyVersionRoutes

export interface AppDeps {
  readonly log: FastifyBaseLogger
  readonly adminKey: string | undefined
  readonly apiKeys: ApiKeyStore
  readonly audit: AuditLog
  readonly idempotentRequests: IdempotentRequests
  readonly webhooks: WebhookRoutes
  readonly health: HealthRoutes
  readonly connections: ConnectionRoutes
  readonly clients: ClientRoutes
  readonly policies: AllPolicyRoutes
  readonly privacy: ClientPrivacyRoutes
  readonly examples: ExampleRoutes
  readonly boards: BoardRoutes & BoardPreviewRoutes
  readonly doctor: DoctorRoutes
  readonly tasks: TaskRoutes
  readonly runs: RunRoutes
}

/** Requests a minute and address that the admin API takes. Webhooks are not limited: the tools send what they send. */
const requestsPerMinute = 600

/** The HTTP side, whole: webhooks, admin API, its documents, health. Not yet listening. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: deps.log,
    genReqId: () => randomUUID(),
    bodyLimit: 1024 * 1024,
    requestTimeout: 60_000,
    // A webhook URL is a secret path and queries may hold ids: the default line per request would log both.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: false,
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerProblem)
  app.setNotFoundHandler((request, reply) => {
    answerProblem(new AppError('NOT_FOUND', 'there is nothing at this address'), request, reply)
  })

  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Cadre admin API',
        version: '1',
        description: 'Set up and understand Cadre. Errors are RFC 9457 problems with a stable `code`.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An API key: `cadre_…`' } },
      },
      security: [{ key: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  await app.register(helmet, { contentSecurityPolicy: false })
  await app.register(healthRoutes, deps.health)
  await app.register(webhookRoutes, { prefix: '/webhooks', ...deps.webhooks })
  await app.register(adminApi, { prefix: '/api/v1', ...deps })
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  await app.register(apiReference, {
    routePrefix: '/docs',
    configuration: { url: '/api/v1/openapi.json', metaData: { title: 'Cadre admin API' } },
  })
  await app.ready()
  return app
}

async function adminApi(app: FastifyInstance, deps: AppDeps): Promise<void> {
  await app.register(rateLimit, { max: requestsPerMinute, timeWindow: '1 minute' })
  const { now } = deps.connections
  app.decorateRequest('actor', null)
  app.addHook('onRequest', createAuthenticate(deps.adminKey, deps.apiKeys, now))
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
  await app.register(exampleRoutes, deps.examples)
  await app.register(documentRoutes, { policies: deps.clients.policies, now })
  await app.register(boardRoutes, deps.boards)
  await app.register(boardPreviewRoutes, deps.boards)
  await app.register(boardWorkRoutes, deps.boards)
  await app.register(taskRoutes, deps.tasks)
  await app.register(runRoutes, deps.runs)
  await app.register(deadLetterRoutes, { queue: deps.boards.queue })
  await app.register(doctorRoutes, deps.doctor)
  await app.register(keyRoutes, { apiKeys: deps.apiKeys, audit: deps.audit, now })
  await app.register(auditRoutes, { audit: deps.audit })
}
