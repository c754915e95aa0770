import { type ApiDocument, exampleOf, type Operation, operationsOf, type Parameter } from './openapi.ts'
import { adminKey, type TestService } from './service.ts'

/** How a visit differs from what the document shows. */
export interface Visit {
  /** Ids by their collection, e.g. `{ tasks: 'tsk_…' }`, where it is not the known one. */
  readonly ids?: Readonly<Record<string, string>>
  readonly query?: string
  /** Instead of the example. */
  readonly body?: unknown
  /** The body as it is sent. */
  readonly raw?: string
  readonly type?: string
  readonly key?: string
}

export interface Visited {
  readonly status: number
  readonly type: string
  readonly requestId: string | null
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they expect, and fail where it is not there
  readonly body: any
}

/** Somebody who knows nothing but the document: asks as its examples show, about the things that the answers named. */
export interface Visitor {
  /** Ids of what is there, by collection: learnt from what was made and listed. */
  readonly known: Record<string, string>
  readonly operations: readonly Operation[]
  visit(operation: Operation | string, visit?: Visit): Promise<Visited>
}

/** Which collection an id of an example is of. */
const collections: Readonly<Record<string, string>> = {
  con: 'connections',
  cli: 'clients',
  brd: 'boards',
  tsk: 'tasks',
}

export async function createVisitor(service: TestService): Promise<Visitor> {
  const response = await fetch(`${service.url}/api/v1/openapi.json`)
  const document = (await response.json()) as ApiDocument
  const operations = operationsOf(document)
  const known: Record<string, string> = {}

  async function visit(asked: Operation | string, given: Visit = {}): Promise<Visited> {
    const operation = typeof asked === 'string' ? operationNamed(asked) : asked
    const address = addressOf(operation, { ...known, ...given.ids })
    const response = await fetch(`${service.url}${address}${given.query ?? requiredOf(operation)}`, {
      method: operation.method,
      ...requestOf(operation, given),
    })
    const text = await response.text()
    const type = response.headers.get('content-type')?.split(';')[0] ?? ''
    const visited = {
      status: response.status,
      type,
      requestId: response.headers.get('x-request-id'),
      body: type.endsWith('json') ? JSON.parse(text) : text,
    }
    if (response.ok) learn(operation, visited, response.headers.get('location'))
    return visited
  }

  /** The query that an operation cannot do without: ids of what is there. */
  function requiredOf({ parameters }: Operation): string {
    const required = parameters.filter((each) => each.in === 'query' && each.required)
    const query = required.map(
      ({ name }) => `${name}=${known[name === 'policyId' ? 'policies' : name] ?? ''}`,
    )
    return query.length === 0 ? '' : `?${query.join('&')}`
  }

  function operationNamed(id: string): Operation {
    const found = operations.find((each) => each.id === id)
    if (found === undefined) throw new Error(`the document has no operation ${id}`)
    return found
  }

  function requestOf({ body, parameters }: Operation, given: Visit): RequestInit {
    const [type, media] = Object.entries(body)[0] ?? []
    const value = given.body ?? (media && filledIn(exampleOf(document, media)))
    const content = given.raw ?? (value === undefined ? null : JSON.stringify(value))
    const { key = adminKey } = given
    return {
      headers: {
        ...(key !== '' && { authorization: `Bearer ${key}` }),
        ...(content !== null && { 'content-type': given.type ?? type ?? 'application/json' }),
        ...(parameters.some(({ name }) => name === 'if-match') && { 'if-match': '*' }),
      },
      body: content,
    }
  }

  /** An example that speaks of what is there. */
  function filledIn(value: unknown): unknown {
    if (typeof value === 'string') {
      const collection = collections[/^([a-z]{3})_\w+$/u.exec(value)?.[1] ?? '']
      return (collection === undefined ? undefined : known[collection]) ?? value
    }
    if (Array.isArray(value)) return value.map(filledIn)
    if (!(value instanceof Object)) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filledIn(inner)]))
  }

  function learn({ path }: Operation, { status, body }: Visited, location: string | null): void {
    const [collection = ''] = path.split('/').slice(-1)
    // Versions have numbers; their id is that of their policy.
    const name = collection === 'versions' ? 'version' : 'id'
    if (status === 201 && body[name] !== undefined) known[collection] = String(body[name])
    if (Array.isArray(body.items) && body.items.length > 0) known[collection] ??= String(body.items[0][name])
    const [, ...named] = (location ?? '').replace('/api/v1', '').split('/')
    for (let at = 0; at + 1 < named.length; at += 2) known[named[at] ?? ''] = named[at + 1] ?? ''
  }

  return { known, operations, visit }
}

/** The parameters of a path, each with the collection that it chooses from. */
export function chosenIn({ path, parameters }: Operation): { collection: string; parameter: Parameter }[] {
  return [...path.matchAll(/\/([\w-]+)\/\{(\w+)\}/gu)].map(([, collection = '', name]) => {
    const parameter = parameters.find((each) => each.in === 'path' && each.name === name)
    if (parameter === undefined) throw new Error(`${path} does not say what ${name} is`)
    return { collection, parameter }
  })
}

function addressOf(operation: Operation, ids: Readonly<Record<string, string>>): string {
  return chosenIn(operation).reduce((path, { collection, parameter: { name, schema } }) => {
    const id = ids[collection] ?? schema.enum?.[0] ?? schema.example
    if (id === undefined) throw new Error(`nobody knows any of ${collection}`)
    return path.replace(`{${name}}`, encodeURIComponent(String(id)))
  }, operation.path)
}
