import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { fallSilent, watchRequests } from '../../sandbox/gate.ts'
import type { Call, CallLog } from './calls.ts'
import type { FaultPlan } from './faults.ts'
import { errorBody, invalid, type Refusal, refuse } from './refusal.ts'
import type { World } from './world.ts'

/** What lets a caller in. */
export interface Credentials {
  readonly token: string
}

/** What every request has to pass. */
export interface GateOptions {
  readonly world: World
  readonly credentials: Credentials
  readonly plan: FaultPlan
  /** Refuses when there were too many requests; null where nothing limits them. */
  readonly checkRate: (() => void) | null
  readonly log: CallLog
  readonly logger: Logger | undefined
}

/** The one version that the sandbox speaks; its answers and refusals differ from those of older ones. */
export const apiVersion = '2026-03-11'

/** Logs requests, makes them wait, fail or hang as told, checks who asks, in which version, and how often. */
export function addGate(app: FastifyInstance, options: GateOptions): void {
  const { log } = options
  const requests = watchRequests(app, { tool: 'notion', ...options })

  app.addHook('preHandler', async (request) => {
    const fault = requests.note(request, callOf(options.world, request))
    if (fault !== null && !fault.afterCommit)
      return fault.kind === 'answer' ? refuse(fault.answer) : fallSilent(fault.kind, request)
    authenticate(options.credentials, request)
    requireVersion(request)
    options.checkRate?.()
  })

  app.addHook('onSend', async (request, reply, payload) => {
    const { call, fault } = requests.find(request) ?? {}
    if (call === undefined || !fault?.afterCommit) return payload
    if (fault.kind !== 'answer') return fallSilent(fault.kind, request)
    const mayBeWritten = log.isWrite(call) && reply.statusCode < 300
    const refusal = mayBeWritten ? afterCommit(fault.answer, payload) : fault.answer
    reply.code(refusal.status).headers(refusal.headers ?? {})
    return JSON.stringify({ ...errorBody(refusal), request_id: request.id })
  })
}

/** A 503 on a write tells what it may have written (reference, "Status codes"). */
function afterCommit(refusal: Refusal, payload: unknown): Refusal {
  const id: unknown = Object(JSON.parse(String(payload))).id
  if (refusal.status !== 503) return refusal
  const additionalData = {
    retry_guidance: 'The write may have been committed. Look at the committed resource before repeating it.',
    committed_resource_id: String(id),
  }
  return { ...refusal, additionalData }
}

function authenticate({ token }: Credentials, request: FastifyRequest): void {
  if (request.headers.authorization === `Bearer ${token}`) return
  refuse({ status: 401, code: 'unauthorized', message: 'API token is invalid.' })
}

function requireVersion(request: FastifyRequest): void {
  const version = request.headers['notion-version']
  const name = 'Notion-Version header'
  if (version === undefined) {
    const message = `${name} failed validation: ${name} should be defined, instead was \`undefined\`.`
    refuse({ status: 400, code: 'missing_version', message })
  }
  if (version !== apiVersion) {
    invalid(`${name} failed validation: ${name} should be \`"${apiVersion}"\`, instead was \`"${version}"\`.`)
  }
}

function callOf(world: World, request: FastifyRequest): Call {
  const [url = ''] = request.url.split('?')
  const path = url.replace(/^\/v1/, '')
  return {
    method: request.method,
    path,
    query: request.query,
    body: request.body ?? null,
    pageId: pageOf(world, path, Object(request.query), Object(request.body)),
    at: world.now(),
    status: null,
  }
}

interface PageHints {
  readonly block_id?: unknown
  readonly discussion_id?: unknown
  readonly parent?: { readonly page_id?: unknown; readonly block_id?: unknown } | null
}

function pageOf(world: World, path: string, query: PageHints, body: PageHints): string | null {
  const [, kind, ref = ''] = path.split('/')
  const comments = [...world.comments.values()]
  const hinted = body.parent?.page_id ?? body.parent?.block_id ?? query.block_id
  const discussed = comments.find(({ discussionId }) => discussionId === body.discussion_id)?.pageId
  const about = kind === 'comments' ? (world.comments.get(ref)?.pageId ?? hinted ?? discussed) : ref
  if (kind !== 'pages' && kind !== 'comments') return null
  const plain = String(about ?? '').replaceAll('-', '')
  return [...world.pages.keys()].find((id) => id.replaceAll('-', '') === plain) ?? null
}
