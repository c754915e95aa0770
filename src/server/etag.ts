import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '#model/error.ts'

/** Headers of a route that changes what people may have read before. */
export const IfMatch = z.looseObject({
  'if-match': z.string().optional().meta({
    description: 'The `ETag` of what you read: refused with 412 when somebody changed it since',
    example: '"ZPxGx1bT4J0m4q1V0oZ2Jw"',
  }),
})

/** What a proxy that compresses makes of a tag: weak, or with its coding at the end. */
const weak = /^W\//
const coding = /-(gzip|br|zstd|deflate)"$/

/** A strong entity tag that changes with the content, whatever the order of its fields. */
export function etagOf(value: unknown): string {
  const hash = createHash('sha256').update(canonical(value)).digest('base64url')
  return `"${hash.slice(0, 22)}"`
}

/**
 * Has the caller seen what they are about to change? `If-Match` names the tags that will do; `*` is any. A tag may have
 * been read through a proxy that compresses, which makes `W/"x"` or `"x-gzip"` of `"x"`: it still names that content,
 * for ours are a hash of it.
 * @param etag of what is there now
 * @param options.isRequired must they say so?
 * @throws AppError PRECONDITION_FAILED, PRECONDITION_REQUIRED
 */
export function checkMatch(
  request: FastifyRequest,
  etag: string,
  { isRequired = false }: { readonly isRequired?: boolean } = {},
): void {
  const given = request.headers['if-match']
  if (given === undefined) {
    if (!isRequired) return
    throw new AppError(
      'PRECONDITION_REQUIRED',
      'send If-Match with the ETag that you have read, so that nobody loses an edit',
    )
  }
  const tags = given.split(',').flatMap((tag) => {
    const read = tag.trim().replace(weak, '')
    return [read, read.replace(coding, '"')]
  })
  if (tags.includes('*') || tags.includes(etag)) return
  throw new AppError(
    'PRECONDITION_FAILED',
    'this has changed since you read it: read it again, then change that',
  )
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
