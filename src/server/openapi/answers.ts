import { titles } from '../problem.ts'
import { successHeaders } from './headers.ts'
import { type Document, type Operation, withOperations } from './operations.ts'

/**
 * Says how each operation answers: a success by its name and its headers, a refusal as the one problem that it is
 * everywhere. What fastify itself refuses before a route is asked, it refuses on every route that may have a body.
 */
export function withAnswers<T extends Document>(document: T): T {
  const headersOf = successHeaders({ ...document.paths })
  const responses = Object.fromEntries(
    Object.entries(titles).map(([status, title]) => [nameOf(title), problemAnswer(Number(status), title)]),
  )
  const answered = withOperations(document, (operation, { path, method }) => ({
    ...operation,
    responses: answersOf(method, operation, (status) => headersOf(path, status)),
  }))
  return { ...answered, components: { ...document.components, responses } }
}

const successes: Readonly<Record<string, string>> = {
  200: 'As asked',
  201: 'Made',
  202: 'Queued: it is done in a moment',
  204: 'Done; there is nothing to show',
}
const ofBodies = { 413: {}, 415: {} }

function answersOf(
  method: string,
  { responses, security = [] }: Operation,
  headersOf: (status: string) => object,
): Record<string, object> {
  // Every key may read.
  const { 403: _, ...withoutScope } = responses
  const own = security.some(({ key = [] }) => key.includes('read')) ? withoutScope : responses
  const all = Object.entries({ ...own, ...(method !== 'get' && ofBodies) }).map(([status, answer]) => {
    const title = titles[Number(status)]
    if (title !== undefined) return [status, { $ref: `#/components/responses/${nameOf(title)}` }]
    const { description, ...rest } = answer as { readonly description?: string }
    const words = description === undefined || description === unsaid ? successes[status] : description
    const headers = headersOf(status)
    const told = Object.keys(headers).length > 0 && { headers }
    return [status, { description: words ?? unsaid, ...told, ...rest }]
  })
  return Object.fromEntries(all)
}

/** What the generator says where the route says nothing. */
const unsaid = 'Default Response'

/** `Not found` → `NotFound` */
const nameOf = (title: string) =>
  title
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

function problemAnswer(status: number, title: string) {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  const headers = problemHeaders[status]
  return { description: title, ...(headers && { headers }), content }
}

const retryAfter = {
  'Retry-After': {
    description: 'Seconds after which to ask again',
    schema: { type: 'integer', minimum: 0 },
  },
}
/** Those that pass by themselves say when; a 409 only where it waits for what is still at work. */
const problemHeaders: Readonly<Record<number, object>> = {
  401: {
    'WWW-Authenticate': { required: true, schema: { type: 'string', example: 'Bearer realm="cadre"' } },
  },
  409: retryAfter,
  429: retryAfter,
  503: retryAfter,
}
