import { titles } from '../problem.ts'

/** The parts of an OpenAPI document that are read here. */
export interface Document {
  readonly paths?: object | undefined
  readonly components?: object | undefined
}
interface Operation {
  readonly responses: Readonly<Record<string, object>>
}

/**
 * Says how each operation answers: a success by its name, a refusal as the one problem that it is everywhere. What
 * fastify itself refuses before a route is asked, it refuses on every route that may have a body.
 */
export function withAnswers<T extends Document>(document: T): T {
  const paths = Object.entries<object>({ ...document.paths }).map(([path, item]) => {
    const methods = Object.entries<unknown>({ ...item }).map(([method, operation]) => [
      method,
      isOperation(operation) ? { ...operation, responses: answersOf(method, operation) } : operation,
    ])
    return [path, Object.fromEntries(methods)]
  })
  const responses = Object.fromEntries(
    Object.entries(titles).map(([status, title]) => [nameOf(title), problemAnswer(Number(status), title)]),
  )
  return { ...document, paths: Object.fromEntries(paths), components: { ...document.components, responses } }
}

const isOperation = (value: unknown): value is Operation =>
  typeof value === 'object' && value !== null && 'responses' in value

const successes: Readonly<Record<string, string>> = {
  200: 'As asked',
  201: 'Made',
  202: 'Queued: it is done in a moment',
  204: 'Done; there is nothing to show',
}
const ofBodies = { 413: {}, 415: {} }

function answersOf(method: string, { responses }: Operation): Record<string, object> {
  const all = Object.entries({ ...responses, ...(method !== 'get' && ofBodies) }).map(([status, answer]) => {
    const title = titles[Number(status)]
    if (title !== undefined) return [status, { $ref: `#/components/responses/${nameOf(title)}` }]
    const { description, ...rest } = answer as { readonly description?: string }
    const words = description === undefined || description === unsaid ? successes[status] : description
    return [status, { description: words ?? unsaid, ...rest }]
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
  if (!comeBack.has(status)) return { description: title, content }
  const description = 'Seconds after which to ask again'
  return {
    description: title,
    headers: { 'Retry-After': { description, schema: { type: 'integer', minimum: 0 } } },
    content,
  }
}

/** Those that pass by themselves. */
const comeBack = new Set([429, 503])
