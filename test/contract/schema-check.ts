import { Ajv2020, type AnySchema, type ErrorObject } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { closeWhole } from './close-whole.ts'

/** Says where a value differs from its schema, each as `/place what`; `*` stands for any index. */
export type Check = (value: unknown) => readonly string[]

/** Checks values against the schemas of OpenAPI documents, 3.0 and 3.1. */
export interface SchemaChecks {
  /** Makes a document's own references known. Returns it with its schemas as JSON Schema 2020-12 writes them. */
  add<T extends object>(document: T, id: string): T
  /** `coerce`: the value is a text, as in a query, and may stand for a number or a boolean. */
  of(schema: AnySchema, coerce?: boolean): Check
}

export function createSchemaChecks(): SchemaChecks {
  const [strict, coercing] = [false, true].map((coerceTypes) => {
    const ajv = new Ajv2020({
      strict: false,
      allErrors: true,
      verbose: true,
      logger: false,
      coerceTypes,
      validateSchema: false,
    })
    // Only those that vendors mean: their `url` and `email` are any address.
    formats.default(ajv, { mode: 'fast', formats: ['date', 'date-time', 'uuid', 'uri'] })
    return ajv
  }) as [Ajv2020, Ajv2020]

  function differences(ajv: Ajv2020, schema: AnySchema, value: unknown): string[] {
    const validate = ajv.compile(schema)
    return validate(value) ? [] : narrowed(ajv, validate.errors ?? [])
  }

  /** Of a choice that nothing fits, only what keeps the nearest alternative from fitting. */
  function narrowed(ajv: Ajv2020, errors: readonly ErrorObject[]): string[] {
    let found: Difference[] = []
    for (const error of errors) {
      const place = placeOf(error)
      const own = { place, words: wordsOf(error), isLeftOver: error.keyword === 'unevaluatedProperties' }
      // What its alternatives say was told before it.
      if (isChoice(error)) found = found.filter((each) => !isWithin(each.place, place))
      const nearest = isChoice(error) && !error.params.passingSchemas ? nearestOf(ajv, error, place) : [own]
      found.push(...nearest)
    }
    return texts(found)
  }

  function nearestOf(ajv: Ajv2020, { schema, data }: ErrorObject, place: string): Difference[] {
    const alternatives = (schema as AnySchema[]).map((alternative) => differences(ajv, alternative, data))
    // An alternative that lacks what it is told by is farther than one that dislikes a value.
    const lacks = (found: readonly string[]) => found.filter((text) => text.endsWith('is missing')).length
    const [nearest = []] = alternatives.sort((a, b) => a.length - b.length || lacks(a) - lacks(b))
    return nearest.map((text) => {
      const [below = '', ...words] = text.split(' ')
      return { place: `${place}${below}`, words: words.join(' '), isLeftOver: false }
    })
  }

  return {
    add(document, id) {
      const rewritten = rewrite(closeWhole(document), id) as typeof document
      for (const ajv of [strict, coercing]) ajv.addSchema(rewritten, id)
      return rewritten
    },
    of(schema, coerce = false) {
      if (!coerce) return (value) => differences(strict, schema, value)
      const wrapped = { type: 'object', properties: { value: schema } }
      return (value) => differences(coercing, wrapped, { value }).map((text) => text.replace(/^\/value/, ''))
    },
  }
}

interface Difference {
  readonly place: string
  readonly words: string
  /** Left over because an alternative did not fit, which is told on its own. */
  readonly isLeftOver: boolean
}

function texts(found: readonly Difference[]): string[] {
  const isTold = ({ place, isLeftOver }: Difference) =>
    isLeftOver && found.some((each) => !each.isLeftOver && isWithin(each.place, parentOf(place)))
  return [...new Set(found.filter((each) => !isTold(each)).map(({ place, words }) => `${place} ${words}`))]
}

const isWithin = (place: string, above: string) => place === above || place.startsWith(`${above}/`)
const parentOf = (place: string) => place.slice(0, place.lastIndexOf('/'))

function isChoice({ keyword }: ErrorObject): boolean {
  return keyword === 'anyOf' || keyword === 'oneOf'
}

function placeOf({ instancePath, keyword, params }: ErrorObject): string {
  const place = instancePath.replace(/\/\d+(?=\/|$)/g, '/*')
  if (keyword === 'required') return `${place}/${params.missingProperty}`
  if (keyword === 'additionalProperties') return `${place}/${params.additionalProperty}`
  if (keyword === 'unevaluatedProperties') return `${place}/${params.unevaluatedProperty}`
  return place
}

function wordsOf({ keyword, params, message }: ErrorObject): string {
  if (keyword === 'required') return 'is missing'
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') return 'is not declared'
  if (keyword === 'const') return `must be ${JSON.stringify(params.allowedValue)}`
  if (keyword === 'enum') return 'is none of those declared'
  return message ?? keyword
}

/** References made absolute, so that each part stands alone, and `nullable` said as JSON Schema says it. */
function rewrite(node: unknown, id: string): unknown {
  if (Array.isArray(node)) return node.map((each) => rewrite(each, id))
  if (typeof node !== 'object' || node === null) return node
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' && value.startsWith('#')
        ? `${id}${value}`
        : rewrite(value, id),
    ]),
  )
  if (nullable !== true) return nullable === undefined || nullable === false ? rest : { ...rest, nullable }
  return { anyOf: [rest, { type: 'null' }] }
}
