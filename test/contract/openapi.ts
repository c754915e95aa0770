import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AnySchema } from 'ajv/dist/2020.js'
import type { Tool } from '#model/task.ts'
import type { SchemaChecks } from './schema-check.ts'

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema?: AnySchema
}

interface Described {
  readonly required?: boolean
  readonly content?: Readonly<Record<string, { readonly schema?: AnySchema }>>
}

interface OperationObject {
  readonly parameters?: readonly (Parameter | Reference)[]
  readonly requestBody?: Described | Reference
  readonly responses?: Readonly<Record<string, Described | Reference>>
}

interface Reference {
  readonly $ref: string
}

interface Document {
  readonly servers: readonly { readonly url: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>
}

/** What a vendor's document says of one operation. */
export interface Operation {
  /** E.g. `GET /cards/{id}`. */
  readonly name: string
  readonly parameters: readonly Parameter[]
  readonly body: Described | null
  /** By status, or `default`. */
  readonly answers: Readonly<Record<string, Described>>
  /** The values in a request's path by name. */
  valuesIn(path: string): Readonly<Record<string, string>>
}

/** The vendors' documents, to be asked which operation a request is. */
export interface Documents {
  find(tool: Tool, method: string, path: string): Operation | null
}

const files: readonly (readonly [Tool, string])[] = [
  ['trello', 'trello.openapi.json'],
  ['notion', 'notion.openapi.json'],
  ['clickup', 'clickup.openapi.json'],
  ['clickup', 'clickup-v3.openapi.json'],
]

/** Reads the documents in a folder. */
export function readDocuments(folder: string, checks: SchemaChecks): Documents {
  const operations = files.flatMap(([tool, file]) => {
    const document: Document = checks.add(JSON.parse(readFileSync(join(folder, file), 'utf8')), file)
    return operationsOf(document).map((operation) => ({ tool, ...operation }))
  })
  return {
    find(tool, method, path) {
      const fitting = operations.filter(
        (each) => each.tool === tool && each.method === method && each.pattern.test(path),
      )
      // `/users/me` before `/users/{id}`.
      return fitting.sort((a, b) => a.holes - b.holes)[0]?.operation ?? null
    },
  }
}

function operationsOf(document: Document) {
  const base = new URL(document.servers[0]?.url ?? '').pathname.replace(/\/$/, '')
  return Object.entries(document.paths).flatMap(([template, { parameters: shared, ...methods }]) => {
    const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    const pattern = new RegExp(`^${base}${template.replace(/\{\w+\}/g, '([^/]+)')}$`)
    return Object.entries(methods).map(([method, object]) => ({
      method: method.toUpperCase(),
      pattern,
      holes: names.length,
      operation: operationOf(document, object, {
        name: `${method.toUpperCase()} ${template}`,
        shared: (shared ?? []) as readonly (Parameter | Reference)[],
        valuesIn: (path) => {
          const values = pattern.exec(path)?.slice(1) ?? []
          return Object.fromEntries(
            names.map((name, index) => [name, decodeURIComponent(values[index] ?? '')]),
          )
        },
      }),
    }))
  })
}

function operationOf(
  document: Document,
  { parameters = [], requestBody, responses = {} }: OperationObject,
  {
    name,
    shared,
    valuesIn,
  }: Pick<Operation, 'name' | 'valuesIn'> & { shared: readonly (Parameter | Reference)[] },
): Operation {
  return {
    name,
    parameters: [...shared, ...parameters].map((each) => resolved<Parameter>(document, each)),
    body: requestBody === undefined ? null : resolved<Described>(document, requestBody),
    answers: Object.fromEntries(
      Object.entries(responses).map(([status, each]) => [status, resolved<Described>(document, each)]),
    ),
    valuesIn,
  }
}

/** References are absolute by now: `trello.openapi.json#/components/…`. */
function resolved<T extends object>(document: Document, node: T | Reference): T {
  if (!('$ref' in node)) return node
  const [, pointer = ''] = node.$ref.split('#/')
  let found: unknown = document
  for (const part of pointer.split('/')) found = Object(found)[part.replace(/~1/g, '/').replace(/~0/g, '~')]
  return found as T
}
