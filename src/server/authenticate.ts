import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { AppError } from '#model/error.ts'
import type { ApiKeyStore } from '../store/api-keys.ts'

/**
 * A hook that lets only holders of a key in: `Authorization: Bearer cadre_…`.
 * @param adminKey from the environment, for setting up; undefined when there is none
 * @throws AppError UNAUTHORIZED
 */
export function createAuthenticate(adminKey: string | undefined, apiKeys: ApiKeyStore) {
  return async (request: FastifyRequest): Promise<void> => {
    const key = /^Bearer (cadre_\S+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (key === undefined) {
      throw new AppError(
        'UNAUTHORIZED',
        'send a key: Authorization: Bearer cadre_… (make one with `cadre keys create`)',
      )
    }
    if (adminKey !== undefined && isSame(key, adminKey)) return
    if (!(await apiKeys.isValid(key)))
      throw new AppError('UNAUTHORIZED', 'this key is not known or was revoked')
  }
}

/** Constant time, whatever the lengths. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}
