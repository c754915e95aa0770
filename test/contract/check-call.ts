import type { Tool } from '#model/task.ts'
import type { Documents, Operation, Parameter } from './openapi.ts'
import type { Call } from './recorder.ts'
import type { SchemaChecks } from './schema-check.ts'

/** Something that a document says otherwise. */
export interface Deviation {
  readonly tool: Tool
  /** E.g. `GET /cards/{id}`, or the request itself where the document has no such operation. */
  readonly operation: string
  /** E.g. `query since` or `answer 200 /labels/*\/color`. */
  readonly where: string
  readonly what: string
}

export interface Checked extends Pick<Deviation, 'tool' | 'operation'> {
  readonly isDocumented: boolean
  readonly deviations: readonly Deviation[]
}

/** Holds one request and its answer to the vendor's document. */
export function checkCall(call: Call, documents: Documents, checks: SchemaChecks): Checked {
  const { tool, method, path } = call
  const found = documents.find(tool, method, path)
  const operation = found?.name ?? `${method} ${path}`
  const differences: readonly Difference[] =
    found === null
      ? [['path', 'is not there']]
      : [
          ...checkParameters(call, found, checks),
          ...checkBody(call, found, checks),
          ...checkAnswer(call, found, checks),
        ]
  const deviations = differences.map(([where, what]) => ({ tool, operation, where, what }))
  return { tool, operation, isDocumented: found !== null, deviations }
}

type Difference = readonly [where: string, what: string]

function checkParameters(call: Call, operation: Operation, checks: SchemaChecks): Difference[] {
  const inPath = operation.valuesIn(call.path)
  const given = (parameter: Parameter) =>
    ({
      path: inPath[parameter.name],
      query: call.query.get(parameter.name) ?? undefined,
      header: call.headers.get(parameter.name) ?? undefined,
    })[parameter.in]
  const differing = operation.parameters.flatMap((parameter): Difference[] => {
    const where = `${parameter.in} ${parameter.name}`
    const value = given(parameter)
    if (value === undefined) return parameter.required ? [[where, 'is missing']] : []
    const { schema } = parameter
    return schema === undefined
      ? []
      : checks
          .of(
            schema,
            true,
          )(value)
          .map((text) => split(where, text))
  })
  const declared = (kind: Parameter['in']) =>
    operation.parameters.filter((each) => each.in === kind).map(({ name }) => name)
  const undeclared = [
    ...Object.keys(inPath)
      .filter((name) => !declared('path').includes(name))
      .map((name) => `path ${name}`),
    ...[...call.query.keys()]
      .filter((name) => !declared('query').includes(name))
      .map((name) => `query ${name}`),
  ]
  return [...differing, ...undeclared.map((where): Difference => [where, 'is not declared'])]
}

function checkBody({ body }: Call, operation: Operation, checks: SchemaChecks): Difference[] {
  if (body === undefined) return operation.body?.required ? [['body', 'is missing']] : []
  if (operation.body === null) return [['body', 'is not declared']]
  return against(operation.body, 'body', body, checks)
}

function checkAnswer({ status, answer }: Call, operation: Operation, checks: SchemaChecks): Difference[] {
  const where = `answer ${status}`
  const declared = operation.answers[String(status)] ?? operation.answers.default
  if (declared === undefined) return [[where, 'is not declared']]
  return against(declared, where, answer, checks)
}

function against(
  { content }: { readonly content?: Readonly<Record<string, { readonly schema?: object | boolean }>> },
  where: string,
  value: unknown,
  checks: SchemaChecks,
): Difference[] {
  const schema = content?.['application/json']?.schema
  if (schema === undefined) return []
  if (value === undefined) return [[where, 'is no JSON']]
  return checks
    .of(schema)(value)
    .map((text) => split(where, text))
}

/** `/labels/*\/color must be string` → place and words. */
function split(where: string, text: string): Difference {
  const [place = '', ...words] = text.split(' ')
  return [place === '' ? where : `${where} ${place}`, words.join(' ')]
}
