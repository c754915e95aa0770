import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Received } from '#model/adapter.ts'
import { AppError, isAppError } from '#model/error.ts'
import type { Tool } from '#model/task.ts'
import type { Metrics } from '../../metrics.ts'
import type { Connected, Connections } from '../../pipeline/connect.ts'
import type { Intake } from '../../pipeline/intake.ts'
import type { ConnectionStore } from '../../store/connections.ts'

export interface WebhookRoutes {
  readonly connections: Pick<Connections, 'find' | 'forget'>
  readonly store: Pick<ConnectionStore, 'addCredential'>
  readonly intake: Intake
  readonly metrics: Metrics
}

interface Params {
  readonly tool: string
  readonly connectionId: string
}

const oneMebibyte = 1024 * 1024

/**
 * Where the tools knock. Raw bytes in, 200 only when the store has them. A bad signature is 403, for 401 makes ClickUp
 * suspend a webhook and 410 makes Trello delete it; 503 makes every tool send again.
 */
export const webhookRoutes: FastifyPluginAsync<WebhookRoutes> = async (
  app,
  { connections, store, intake, metrics },
) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )

  app.route<{ Params: Params }>({
    method: 'HEAD',
    url: '/:tool/:connectionId',
    schema: { hide: true },
    handler: async (request, reply) => {
      await connectedOf(request.params)
      return reply.code(200).send()
    },
  })

  app.route<{ Params: Params }>({
    method: 'POST',
    url: '/:tool/:connectionId',
    bodyLimit: oneMebibyte,
    schema: { hide: true },
    handler: receive,
  })

  async function receive(request: FastifyRequest<{ Params: Params }>, reply: FastifyReply) {
    const end = metrics.acknowledge.startTimer()
    const { connection, module } = await connectedOf(request.params)
    const { id: connectionId, tool } = connection
    if (!(request.body instanceof Uint8Array)) throw new AppError('WEBHOOK_BODY_INVALID', 'the body is empty')
    const received = verified(request, request.body, { connection, module })
    if (received.kind === 'handshake') await stored(() => keepSecret(connectionId, received.secret))
    const outcome = await stored(() => intake.accept({ tool, connectionId }, received))
    metrics.deliveries.inc({ tool, outcome })
    request.log.debug({ connectionId, event: received.event, key: received.key, outcome }, 'webhook taken in')
    end()
    return reply.code(200).send({ outcome })
  }

  /** The first to tell a secret is believed; after that only what is signed with it. */
  async function keepSecret(connectionId: string, secret: string | undefined): Promise<void> {
    if (secret === undefined || !(await store.addCredential(connectionId, 'verificationToken', secret)))
      return
    connections.forget(connectionId)
    app.log.info({ connectionId }, 'the tool has told the secret it signs with')
  }

  async function connectedOf({ tool, connectionId }: Params): Promise<Connected> {
    const connected = await stored(() => connections.find(connectionId))
    if (connected === null || connected.connection.tool !== tool) {
      throw new AppError('NOT_FOUND', 'no connection has this address')
    }
    return connected
  }

  function verified(
    request: FastifyRequest,
    body: Uint8Array,
    { connection, module }: Pick<Connected, 'connection' | 'module'>,
  ): Received {
    const secrets = module.secretsOf(connection.credentials)
    const callbackUrl = connection.callbackUrl ?? ''
    try {
      return module.receive(
        { headers: flat(request.headers), body },
        { connectionId: connection.id, secrets, callbackUrl, userId: connection.userId },
      )
    } catch (error) {
      if (isAppError(error))
        metrics.deliveries.inc({ tool: connection.tool satisfies Tool, outcome: 'refused' })
      throw error
    }
  }
}

/** Whatever stops the store, the tool should send again: 503. */
async function stored<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw isAppError(cause)
      ? cause
      : new AppError('STORE_UNAVAILABLE', 'the store does not answer: send it again', { cause })
  }
}

/** A header that comes twice is not one we know. */
const flat = (headers: FastifyRequest['headers']): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? undefined : value]),
  )
