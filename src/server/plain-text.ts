import type { FastifyInstance } from 'fastify'
import { AppError, type ErrorDetail } from '#model/error.ts'

/** Levels of objects and lists: deeper than any document of ours, and far from where a walk runs out of stack. */
const deepest = 64

/**
 * Refuses what is no text, wherever it stands in a request, and what is nested as nobody nests: PostgreSQL keeps neither
 * NUL nor half a surrogate pair, and no person ever types one.
 */
export function refuseNonText(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ params, query, body }) => {
    const parts = Object.entries({ params, querystring: query, body })
    const flaw = parts.map(([name, value]) => flawOf(value, name, 0)).find((found) => found !== null)
    if (flaw !== undefined)
      throw new AppError('REQUEST_INVALID', 'the request is not valid', { details: [flaw] })
  })
}

/** The first place that nothing can be done with; null when there is none. A name counts as much as a value. */
function flawOf(value: unknown, path: string, depth: number): ErrorDetail | null {
  if (typeof value === 'string') return isText(value) ? null : noText(path)
  if (typeof value !== 'object' || value === null) return null
  if (depth > deepest)
    return { path, message: `is nested more than ${deepest} levels deep`, remedy: 'flatten it' }
  for (const [name, inner] of Object.entries(value)) {
    const found = isText(name) ? flawOf(inner, `${path}.${name}`, depth + 1) : noText(path)
    if (found !== null) return found
  }
  return null
}

const noText = (path: string): ErrorDetail => ({
  ...{ path, message: 'is no text', remedy: 'take out NUL characters and half surrogate pairs' },
})

/** Can every database keep it? */
export const isText = (text: string) => !text.includes('\u0000') && text.isWellFormed()
