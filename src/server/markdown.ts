import type { FastifyRequest } from 'fastify'

export const markdown = 'text/markdown; charset=utf-8'

/** Is the answer to be a page of Markdown? `format` decides where it is given, else the `Accept` header. */
export function wantsMarkdown(
  request: FastifyRequest,
  format: 'json' | 'markdown' | undefined = undefined,
): boolean {
  if (format !== undefined) return format === 'markdown'
  const { accept = '' } = request.headers
  return accept.includes('text/markdown') && !accept.includes('application/json')
}
