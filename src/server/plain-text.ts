import type { FastifyInstance } from 'fastify'
import { AppError } from '#model/error.ts'

/**
 * Refuses what is no text, wherever it stands in a request: PostgreSQL keeps neither NUL nor half a surrogate pair, and no
 * person ever types one.
 */
export function refuseNonText(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ params, query, body }) => {
    const parts = Object.entries({ params, querystring: query, body })
    const path = parts.map(([name, value]) => placeOfNonText(value, name)).find((found) => found !== null)
    if (path === undefined) return
    const details = [
      { path, message: 'is no text', remedy: 'take out NUL characters and half surrogate pairs' },
    ]
    throw new AppError('REQUEST_INVALID', 'the request is not valid', { details })
  })
}

/** Where the first text is that is none; null when all are. A name counts as much as a value. */
function placeOfNonText(value: unknown, path: string): string | null {
  if (typeof value === 'string') return isText(value) ? null : path
  if (typeof value !== 'object' || value === null) return null
  for (const [name, inner] of Object.entries(value)) {
    const found = isText(name) ? placeOfNonText(inner, `${path}.${name}`) : path
    if (found !== null) return found
  }
  return null
}

/** Can every database keep it? */
export const isText = (text: string) => !text.includes('\u0000') && text.isWellFormed()
