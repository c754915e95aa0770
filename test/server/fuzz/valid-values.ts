import fc from 'fast-check'
import { type ApiDocument, type JsonSchema, schemaOf } from '../../support/openapi.ts'
import { hostileValue } from './hostile-values.ts'

/** What there is in the world that requests are about. */
export interface Known {
  /** By the kind of thing: `client`, `board`, `case`, … */
  readonly ids: Readonly<Record<string, readonly string[]>>
  /** Bodies that the service would take, by the operation that they are for. */
  readonly bodies: Readonly<Record<string, readonly unknown[]>>
}

/** Schemas that refer to each other end here. */
const deepest = 7

const moments = [
  '2026-11-23T21:00:00Z',
  '2026-11-27T08:30:00.000Z',
  '2027-03-28T01:30:00Z',
  '2024-02-29T23:59:59Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
]

/**
 * Values that a schema of a document allows, mostly: what it says in words alone (a refinement, a policy's own rules) is
 * kept to by luck. Ids are those of `known` things where the property's name says of what.
 */
export function valuesFrom(document: ApiDocument, known: Known) {
  function valuesOf(given: JsonSchema, name: string, depth = 0): fc.Arbitrary<unknown> {
    const schema = schemaOf(document, given)
    if ('const' in schema) return fc.constant(schema.const)
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
    const choices: JsonSchema[] | undefined = schema.anyOf ?? schema.oneOf
    if (choices !== undefined) return fc.oneof(...choices.map((choice) => valuesOf(choice, name, depth)))
    switch (schema.type) {
      case 'object':
        return objects(schema, depth)
      case 'array':
        return arrays(schema, name, depth)
      case 'string':
        return strings(schema, name)
      case 'integer':
      case 'number':
        return numbers(schema)
      case 'boolean':
        return fc.boolean()
      case 'null':
        return fc.constant(null)
      default:
        return hostileValue
    }
  }

  function objects(schema: JsonSchema, depth: number): fc.Arbitrary<unknown> {
    const properties = Object.entries<JsonSchema>(schema.properties ?? {})
    const required: readonly string[] = schema.required ?? []
    const kept = properties.filter(([name]) => depth < deepest || required.includes(name))
    const fields = fc.record(
      Object.fromEntries(kept.map(([name, inner]) => [name, valuesOf(inner, name, depth + 1)])),
      { requiredKeys: [...required] },
    )
    const others = schema.additionalProperties
    if (typeof others !== 'object' || depth >= deepest) return fields
    const names = fc.oneof(
      fc.constantFrom('billing', 'services', 'newsletter', 'fr'),
      fc.string({ maxLength: 8 }),
    )
    const more = fc.dictionary(names, valuesOf(others, '', depth + 1), { maxKeys: 3 })
    return fc.tuple(fields, more).map(([own, rest]) => ({ ...rest, ...own }))
  }

  function arrays({ items = {}, minItems = 0, maxItems = 4 }: JsonSchema, name: string, depth: number) {
    const maxLength = Math.max(minItems, depth < deepest ? Math.min(maxItems, 4) : 0)
    return fc.array(valuesOf(items, name, depth + 1), { minLength: minItems, maxLength })
  }

  function strings(schema: JsonSchema, name: string): fc.Arbitrary<string> {
    const { minLength = 0, maxLength = 200, pattern, format, example } = schema
    if (format === 'date-time') return fc.constantFrom(...moments)
    if (format === 'date') return fc.constantFrom(...moments.map((moment) => moment.slice(0, 10)))
    if (format === 'uuid') return fc.uuid()
    if (format === 'uri') return fc.constantFrom('https://example.com/brief', 'http://127.0.0.1:9/')
    const ids = idsFor(name, known)
    if (ids.length > 0) return fc.constantFrom(...ids)
    if (typeof example === 'string') return fc.oneof(fc.constant(example), matching(pattern, example))
    if (pattern !== undefined) return matching(pattern, 'x')
    return fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 40), unit: 'grapheme' })
  }

  return valuesOf
}

/** `twinBoardId` → those of boards; none for what is no id. */
function idsFor(name: string, { ids }: Known): readonly string[] {
  if (name === 'like') return ids.client ?? []
  const kind = Object.keys(ids).find((kind) => name.toLowerCase().endsWith(`${kind}id`))
  return kind === undefined ? [] : (ids[kind] ?? [])
}

/** An example of the document, about things that there are. */
export const aboutKnown = (example: unknown, known: Known): unknown =>
  JSON.parse(JSON.stringify(example), (name, value) => idsFor(name, known).at(0) ?? value)

/** A pattern turned round; where it speaks of whole alphabets, which takes long to list, words that it allows. */
function matching(pattern: string | undefined, otherwise: string): fc.Arbitrary<string> {
  if (pattern === undefined) return fc.constant(otherwise)
  const expression = new RegExp(pattern, 'u')
  if (!/\\p\{/i.test(pattern)) return fc.stringMatching(expression)
  return fc.constantFrom(otherwise, 'Été 2027', 'x', '名', '9').filter((text) => expression.test(text))
}

function numbers({ type, minimum, maximum, exclusiveMinimum }: JsonSchema): fc.Arbitrary<number> {
  const min = minimum ?? exclusiveMinimum ?? -1_000
  const max = maximum ?? Math.max(min + 1, 1_000_000)
  if (type === 'integer') return fc.integer({ min: Math.ceil(min), max: Math.floor(max) })
  return fc.oneof(fc.double({ min, max, noNaN: true }), fc.constantFrom(Math.max(min, 1), max))
}
