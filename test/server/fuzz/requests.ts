import fc from 'fast-check'
import { type ApiDocument, type Operation, type Parameter, schemaOf } from '../../support/openapi.ts'
import { hostileText, hostileValue, jsonOf, mutated, mutations } from './hostile-values.ts'
import { aboutKnown, type Known, valuesFrom } from './valid-values.ts'

/** One request as it goes over the wire, without its key. */
export interface FuzzRequest {
  readonly method: string
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/** Requests for one operation: mostly nearly right, for what is plainly wrong does not get far. */
export function requestsFor(
  document: ApiDocument,
  operation: Operation,
  known: Known,
): fc.Arbitrary<FuzzRequest> {
  const parts = fc.record({
    target: targets(document, operation, known),
    sent: bodies(document, operation, known),
    headers: headersFor(operation),
    odd: mostly(fc.constant({}), oddHeaders),
  })
  return parts.map(({ target, sent, headers, odd }) => ({
    method: operation.method,
    target,
    headers: { ...odd, ...headers, ...(sent.type !== undefined && { 'content-type': sent.type }) },
    body: sent.body,
  }))
}

/** The first, nine times out of ten: what is odd in many places at once is refused for the first of them. */
const mostly = <A, B>(usual: fc.Arbitrary<A>, odd: fc.Arbitrary<B>): fc.Arbitrary<A | B> =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: odd })

function targets(document: ApiDocument, operation: Operation, known: Known): fc.Arbitrary<string> {
  const valuesOf = valuesFrom(document, known)
  const parametersIn = (where: Parameter['in']) =>
    operation.parameters.filter((parameter) => parameter.in === where)
  const others = fc.oneof(fc.constantFrom('none', ...Object.values(known.ids).flat()), hostileValue)
  const params = parametersIn('path').map(({ name, schema }): [string, fc.Arbitrary<unknown>] => {
    const ids = known.ids[kindBefore(operation.path, name)] ?? []
    return [name, mostly(ids.length === 0 ? valuesOf(schema, name) : fc.constantFrom(...ids), others)]
  })
  const queries = parametersIn('query').map(({ name, schema }) =>
    fc
      .tuple(
        mostly(fc.constant(name), fc.constantFrom(`${name}[]`, name.toUpperCase())),
        mostly(valuesOf(schema, name), hostileValue),
      )
      .map(([name, value]) => `${name}=${encoded(value)}`),
  )
  const usual: fc.Arbitrary<string[]> =
    queries.length === 0 ? fc.constant([]) : fc.array(fc.oneof(...queries), { maxLength: 3 })
  const odd = fc.array(fc.oneof(oddQueries, ...queries), { maxLength: 3 })
  return fc.tuple(recordOf(params), mostly(usual, odd)).map(([values, query]) => {
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(values[name]))
    return query.length === 0 ? path : `${path}?${query.join('&')}`
  })
}

const recordOf = (values: readonly [string, fc.Arbitrary<unknown>][]) =>
  fc.record<Record<string, unknown>>(Object.fromEntries(values))

const oddQueries = fc.constantFrom(
  ...['%', '%ff=1', '%00', '__proto__=1', '&&', '=', 'a[b][c]=1', 'q=%ED%A0%BD', 'x'.repeat(4_000)],
)

/** `/policies/{id}/cases/{caseId}` → `policy` and `case`: what stands before a parameter says of what it is the id. */
function kindBefore(path: string, name: string): string {
  const segments = path.split('/')
  const before = segments[segments.indexOf(`{${name}}`) - 1] ?? ''
  return before.replace(/ies$/, 'y').replace(/s$/, '')
}

/** As a part of an address; half characters as the bytes that no UTF-8 has. */
function encoded(value: unknown): string {
  const text = (typeof value === 'string' ? value : jsonOf(value)).slice(0, 1_200)
  return text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%BD'
}

/** Stands for an Idempotency-Key that nobody has used before. */
export const freshKey = 'fresh'

const headerValues = {
  'if-match': mostly(fc.constant('*'), fc.constantFrom('"x"', 'W/"x"', ',', 'x'.repeat(5_000))),
  'idempotency-key': mostly(
    fc.constant(freshKey),
    fc.constantFrom('the-same', '"quoted"', '"', 'with space', 'é', 'x'.repeat(255), 'x'.repeat(256)),
  ),
}

function headersFor({ parameters }: Operation): fc.Arbitrary<Record<string, string>> {
  const taken = Object.entries(headerValues).filter(([name]) =>
    parameters.some((parameter) => parameter.in === 'header' && parameter.name === name),
  )
  const usual: fc.Arbitrary<Record<string, string>> = fc.record(Object.fromEntries(taken))
  return mostly(usual, fc.constant({}))
}

const oddHeaders: fc.Arbitrary<Record<string, string>> = fc.record(
  {
    accept: fc.constantFrom('application/yaml', 'text/html', '*/*;q=0', 'a', ''),
    'x-request-id': fc.constantFrom('12345678', 'x', 'a'.repeat(200), 'é', '<script>'),
    'x-http-method-override': fc.constant('DELETE'),
    'accept-language': fc.constantFrom('fr', 'xx-', '*'),
    'content-encoding': fc.constantFrom('gzip', 'identity'),
  },
  { requiredKeys: [] },
)

interface SentBody {
  readonly type: string | undefined
  readonly body: string | undefined
}

function bodies(document: ApiDocument, { id, body }: Operation, known: Known): fc.Arbitrary<SentBody> {
  const valuesOf = valuesFrom(document, known)
  const none: fc.Arbitrary<SentBody> = fc.constant({ type: undefined, body: undefined })
  const odd = fc.oneof(none, fc.record({ type: oddTypes, body: hostileText }))
  const offered = Object.entries(body).map(([type, { schema }]): fc.Arbitrary<SentBody> => {
    const { example } = schemaOf(document, schema)
    const given = [...(example === undefined ? [] : [example]), ...(known.bodies[id] ?? [])]
    const examples = given.map((value) => fc.constant(aboutKnown(value, known)))
    const valid = fc.oneof(valuesOf(schema, ''), ...examples, ...examples)
    const spoilt = fc.tuple(valid, mutations).map(([value, changes]) => mutated(value, changes))
    const text = mostly(fc.oneof(valid, valid, spoilt).map(jsonOf), hostileText)
    return fc.record({ type: mostly(fc.constant(type), oddTypes), body: text })
  })
  return mostly(offered.length === 0 ? none : fc.oneof(...offered), odd)
}

const oddTypes = fc.constantFrom(
  ...['', 'text/plain', 'application/xml', 'multipart/form-data; boundary=x', 'a/b/c', '*/*', 'json'],
  ...['application/x-www-form-urlencoded', 'application/json; charset=utf-16', 'application/json;;'],
  ...['APPLICATION/JSON', 'application/yaml', 'application/merge-patch+json', 'application/json-patch+json'],
)
