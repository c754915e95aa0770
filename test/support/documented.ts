import { type Check, createSchemaChecks } from '../contract/schema-check.ts'
import { type ApiDocument, type Operation, operationsOf, type Response } from './openapi.ts'

/** An answer as it goes out, with the operation that gave it. */
export interface GivenAnswer {
  /** In capitals. */
  readonly method: string
  /** As documented, e.g. `/api/v1/boards/{boardId}`. */
  readonly path: string
  readonly status: number
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

/** Headers that a program goes by: whoever reads the document must learn of each. */
const tellingHeaders = ['etag', 'location', 'retry-after', 'www-authenticate']

/**
 * Says where an answer differs from what a document promises of its operation: status, media type, headers, body. Each
 * difference names the operation, the status and the place. Schemas are compiled once.
 */
export function createAnswerCheck(document: ApiDocument): (answer: GivenAnswer) => string[] {
  const checks = createSchemaChecks()
  const operations = new Map(
    operationsOf(checks.add(document, 'document')).map((operation) => [
      `${operation.method} ${operation.path}`,
      operation,
    ]),
  )
  return (answer) => {
    const asked = `${answer.method} ${answer.path}`
    const operation = operations.get(asked)
    if (operation === undefined) return [`${asked} is not documented`]
    return differences(operation, answer, checks.of).map(
      (what) => `${asked} (${operation.id}), ${answer.status}: ${what}`,
    )
  }
}

function differences(
  { responses }: Operation,
  { status, headers, body }: GivenAnswer,
  of: (schema: NonNullable<Response['content']>[string]['schema']) => Check,
): string[] {
  const response = responses[status]
  if (response === undefined) return ['the status is not documented']
  if (status === 500) return [`no request may lead to this: ${body}`]
  const found = headerDifferences(response, headers)
  const { content = {} } = response
  const [type = ''] = String(headers['content-type'] ?? '').split(';')
  if (body === '') return Object.keys(content).length === 0 ? found : [...found, 'there is no body']
  const documented = content[type]
  if (documented === undefined) return [...found, `a body of type "${type}" is not documented`]
  const value: unknown = type.endsWith('json') ? JSON.parse(body) : body
  return [...found, ...of(documented.schema)(value).map((difference) => `body${difference}`)]
}

function headerDifferences({ headers = {} }: Response, given: GivenAnswer['headers']): string[] {
  const documented = new Map(Object.entries(headers).map(([name, header]) => [name.toLowerCase(), header]))
  const unknown = tellingHeaders.filter((name) => given[name] !== undefined && !documented.has(name))
  const missing = [...documented].filter(([name, { required }]) => required && given[name] === undefined)
  return [
    ...unknown.map((name) => `the header ${name} is not documented`),
    ...missing.map(([name]) => `the header ${name} is missing`),
  ]
}
