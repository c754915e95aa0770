import { lintFromString, loadConfig } from '@redocly/openapi-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scopes as knownScopes } from '#model/actor.ts'
import { createSchemaChecks } from '../contract/schema-check.ts'
import {
  type ApiDocument,
  type Content,
  exampleOf,
  type JsonSchema,
  type Operation,
  operationsOf,
} from '../support/openapi.ts'
import { freshService, type TestService } from '../support/service.ts'

let service: TestService
let document: ApiDocument
let operations: readonly Operation[]
beforeAll(async () => {
  service = await freshService()
  document = (await service.api('GET', '/api/v1/openapi.json', undefined, '')).body
  operations = operationsOf(document)
})
afterAll(() => service.close())

describe('the OpenAPI document', () => {
  it('passes a strict linter without an error or a warning', async () => {
    const config = await loadConfig({ configPath: 'redocly.yaml' })
    const problems = await lintFromString({
      source: JSON.stringify(document),
      absoluteRef: 'openapi.json',
      config,
    })
    const found = problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])
    expect(found).toEqual([])
  })

  it('describes the whole API, each operation under its own name', () => {
    expect(operations.length).toBeGreaterThan(70)
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length)
  })

  it('describes no body that has to be there and may be empty', async () => {
    const bodies = operations.flatMap((operation) => {
      const { properties, required = [] } = operation.body['application/json']?.schema ?? {}
      const isLoose = properties !== undefined && required.length === 0 && operation.method !== 'PATCH'
      return isLoose ? [operation] : []
    })
    expect(bodies.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['rotateKey', 'tieTwin', 'bookGoodwill']),
    )
    for (const { id, method, path } of bodies) {
      const { body } = await service.api(method, path.replace('{label}', 'in_scope').replaceAll(/[{}]/g, ''))
      expect([id, body.code]).toEqual([id, 'NOT_FOUND'])
    }
  })

  it('says of every operation what it answers to somebody without a key, with too small a key, and too often', () => {
    const silent = operations.filter(({ responses, scope }) =>
      ['401', '429', '500', '503', ...(scope === 'read' ? [] : ['403'])].some(
        (status) => responses[status] === undefined,
      ),
    )
    expect(silent).toEqual([])
  })

  it('names the scope that each operation needs', () => {
    const scopes: readonly string[] = knownScopes
    expect(operations.filter(({ scope }) => !scopes.includes(scope)).map(({ id }) => id)).toEqual([])
    expect(new Set(operations.map(({ scope }) => scope))).toEqual(new Set(scopes))
  })

  it('shows an example of every body that it takes and gives', () => {
    const bare = operations.flatMap((operation) =>
      bodiesOf(operation).flatMap(([place, content]) =>
        Object.entries(content)
          .filter(([, media]) => exampleOf(document, media) === undefined)
          .map(([type]) => `${operation.id} ${place} ${type}`),
      ),
    )
    expect(bare).toEqual([])
  })

  it('gives no example that is not valid by its own schema', () => {
    const checks = createSchemaChecks()
    const checked = checks.add(document, 'document')
    const wrong = [...examplesIn(checked, '')].flatMap(([place, example, schema]) =>
      checks
        .of(schema)(example)
        .map((difference) => `${place}: ${difference}`),
    )
    expect(wrong).toEqual([])
  })

  it('offers no shape that no operation uses', () => {
    const used = JSON.stringify(document)
    const unused = Object.keys(document.components.schemas).filter(
      (name) => !used.includes(`"#/components/schemas/${name}"`),
    )
    expect(unused).toEqual([])
  })
})

/** What an operation takes, and what it gives when it does as asked. */
function bodiesOf({ body, responses }: Operation): [string, Content][] {
  const given = Object.entries(responses).filter(([status]) => status.startsWith('2'))
  return [['takes', body], ...given.map(([status, { content = {} }]): [string, Content] => [status, content])]
}

/** Every example of a document, with its place and the schema that it must keep to. */
function* examplesIn(node: unknown, place: string): Generator<[string, unknown, JsonSchema]> {
  if (typeof node !== 'object' || node === null) return
  const { example, schema } = node as { readonly example?: unknown; readonly schema?: JsonSchema }
  if (example !== undefined) yield [place, example, schema ?? (node as JsonSchema)]
  for (const [key, inner] of Object.entries(node))
    if (key !== 'example') yield* examplesIn(inner, `${place}/${key}`)
}
