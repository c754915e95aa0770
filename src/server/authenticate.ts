import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyContextConfig, FastifyRequest } from 'fastify'
import { type Actor, permits, type Scope } from '#model/actor.ts'
import { AppError } from '#model/error.ts'
import type { Clock } from '../clock.ts'
import type { ApiKeyStore } from '../store/api-keys.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks: set for every route of the admin API before its handler runs. */
    actor: Actor | null
  }
  interface FastifyContextConfig {
    /** What a key needs for this route. Left out: `read` for GET and HEAD, `admin` for everything else. */
    scope?: Scope
  }
}

/**
 * A hook that lets only holders of a key in, `Authorization: Bearer cadre_…`, and only as far as the key goes.
 * @param adminKey from the environment, for setting up; undefined when there is none
 * @throws AppError UNAUTHORIZED, FORBIDDEN
 */
export function createAuthenticate(adminKey: string | undefined, apiKeys: ApiKeyStore, now: Clock) {
  return async (request: FastifyRequest): Promise<void> => {
    const key = /^Bearer (cadre_\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
    if (key === undefined) {
      throw new AppError(
        'UNAUTHORIZED',
        'send a key: Authorization: Bearer cadre_… (make one with `cadre keys create`)',
      )
    }
    const actor =
      adminKey !== undefined && isSame(key, adminKey) ? environment : await apiKeys.holderOf(key, now())
    if (actor === null)
      throw new AppError('UNAUTHORIZED', 'this key is not known, has expired or was revoked')
    request.actor = actor
    const needed = scopeOf(request.method, request.routeOptions.config)
    if (!permits(actor, needed)) {
      throw new AppError('FORBIDDEN', `this key may not do that: it needs the scope "${needed}"`)
    }
  }
}

/** What a key needs for a route. */
export const scopeOf = (method: string | string[], config: FastifyContextConfig | undefined): Scope =>
  config?.scope ?? (method === 'GET' || method === 'HEAD' ? 'read' : 'admin')

/** Whoever set the service up. */
const environment: Actor = { id: 'environment', name: 'CADRE_ADMIN_KEY', scopes: ['admin'] }

/** Who did it and in which request: what every entry of the audit log begins with. */
export function by(request: FastifyRequest): { readonly actor: Actor; readonly requestId: string } {
  if (request.actor === null) throw new TypeError('only routes of the admin API have an actor')
  return { actor: request.actor, requestId: request.id }
}

/** Constant time, whatever the lengths. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}
