import { lintFromString, loadConfig } from '@redocly/openapi-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scopes as knownScopes } from '#model/actor.ts'
import { type ApiDocument, type Operation, operationsOf } from '../support/openapi.ts'
import { freshService, type TestService } from '../support/service.ts'

let service: TestService
let document: ApiDocument
let operations: readonly Operation[]
beforeAll(async () => {
  service = await freshService('pglite')
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

  it('offers no shape that no operation uses', () => {
    const used = JSON.stringify(document)
    const unused = Object.keys(document.components.schemas).filter(
      (name) => !used.includes(`"#/components/schemas/${name}"`),
    )
    expect(unused).toEqual([])
  })
})
