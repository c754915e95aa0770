import type { AnySchema } from 'ajv/dist/2020.js'

/** The OpenAPI document of a service, as far as tests read it. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly responses: Readonly<Record<string, Response>>
  }
}

export interface RawOperation {
  readonly operationId: string
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, Response | Reference>>
}

export interface Operation {
  readonly id: string
  /** In capitals. */
  readonly method: string
  /** As documented, e.g. `/api/v1/boards/{boardId}`. */
  readonly path: string
  /** What a key needs for it. */
  readonly scope: string
  readonly parameters: readonly Parameter[]
  /** What it takes, by media type; empty when it takes no body. */
  readonly body: Content
  /** What it may answer, by status. */
  readonly responses: Readonly<Record<string, Response>>
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema: JsonSchema
}
export interface Response {
  /** What comes with it, by name. */
  readonly headers?: Readonly<Record<string, { readonly required?: boolean }>>
  readonly content?: Content
}
export type Content = Readonly<Record<string, { readonly schema: JsonSchema; readonly example?: unknown }>>
export interface Reference {
  readonly $ref: string
}

/** The words of JSON Schema that our documents use. */
export type JsonSchema = Exclude<AnySchema, boolean> & {
  readonly $ref?: string
  readonly example?: unknown
}

/** Every operation of a document. */
export function operationsOf(document: ApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, { operationId, security, parameters = [], requestBody, responses }]) => ({
        id: operationId,
        method: method.toUpperCase(),
        path,
        scope: security?.[0]?.key?.[0] ?? '',
        parameters,
        body: requestBody?.content ?? {},
        responses: Object.fromEntries(
          Object.entries(responses).map(([status, response]) => [status, responseOf(document, response)]),
        ),
      }),
    ),
  )
}

function responseOf(document: ApiDocument, response: Response | Reference): Response {
  if (!('$ref' in response)) return response
  const found = document.components.responses[response.$ref.split('/').at(-1) ?? '']
  if (found === undefined) throw new Error(`the document has no ${response.$ref}`)
  return found
}

/** What a document shows of a body of this type; undefined when it shows nothing. */
export const exampleOf = (document: ApiDocument, { schema, example }: Content[string]): unknown =>
  example ?? schemaOf(document, schema).example

/** A schema, or what it refers to. */
export function schemaOf(document: ApiDocument, schema: JsonSchema): JsonSchema {
  if (schema.$ref === undefined) return schema
  const found = document.components.schemas[schema.$ref.split('/').at(-1) ?? '']
  if (found === undefined) throw new Error(`the document has no ${schema.$ref}`)
  return found
}
