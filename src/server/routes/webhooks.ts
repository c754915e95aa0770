import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Received } from '#model/adapter.ts'
import { AppError, isAppError } from '#model/error.ts'
import type { Metrics } from '../../metrics.ts'
import type { Connected, Connections } from '../../pipeline/connect.ts'
import type { Intake } from '../../pipeline/intake.ts'
import type { Refusals } from '../../pipeline/refusals.ts'
import type { ConnectionStore } from '../../store/connections.ts'
import { isText } from '../plain-text.ts'

export interface WebhookRoutes {
  readonly connections: Pick<Connections, 'find' | 'forget'>
  readonly store: Pick<ConnectionStore, 'addCredential'>
  readonly intake: Intake
  readonly metrics: Metrics
  readonly refusals: Refusals
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
  { connections, store, intake, metrics, refusals },
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
    // What tells a browser how far to trust an answer; no browser sends a signed webhook.
    helmet: false,
    handler: receive,
  })

  async function receive(request: FastifyRequest<{ Params: Params }>, reply: FastifyReply) {
    const end = metrics.acknowledge.startTimer()
    const { id: connectionId, tool } = (await connectedOf(request.params)).connection
    const received = await genuine(request)
    if (received.kind !== 'handshake') refusals.forget(connectionId) // whose secret nobody could check
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
    // What no store can look for is nowhere in it; that is no failure of the store.
    const connected = isText(connectionId) ? await stored(() => connections.find(connectionId)) : null
    if (connected === null || connected.connection.tool !== tool) {
      throw new AppError('NOT_FOUND', 'no connection has this address')
    }
    return connected
  }

  /** Another instance may have changed the secret a moment ago: before a refusal, the connection is read anew. */
  async function genuine(request: FastifyRequest<{ Params: Params }>): Promise<Received> {
    try {
      return verified(request, await connectedOf(request.params))
    } catch (error) {
      if (!isAppError(error, 'WEBHOOK_SIGNATURE_INVALID')) throw error
      connections.forget(request.params.connectionId)
    }
    const connected = await connectedOf(request.params)
    try {
      return verified(request, connected)
    } catch (error) {
      const { id: connectionId, tool } = connected.connection
      metrics.deliveries.inc({ tool, outcome: 'refused' })
      if (isAppError(error, 'WEBHOOK_SIGNATURE_INVALID')) refusals.refused(connectionId)
      request.log.warn({ connectionId, tool }, 'a webhook with a wrong signature was refused')
      throw error
    }
  }

  function verified(request: FastifyRequest, { connection, module }: Connected): Received {
    const { body, headers } = request
    if (!(body instanceof Uint8Array)) throw new AppError('WEBHOOK_BODY_INVALID', 'the body is empty')
    const { id: connectionId, callbackUrl, credentials, userId } = connection
    const secrets = module.secretsOf(credentials)
    return module.receive(
      { headers: flat(headers), body },
      { connectionId, secrets, callbackUrl: callbackUrl ?? '', userId },
    )
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
