import type { z } from 'zod'
import { invalid } from './refusal.ts'

type Path = readonly PropertyKey[]

/**
 * Reads a part of a request, or refuses in Notion's words: "body failed validation: body.archived should be not
 * present, instead was `true`." `where` names the part, e.g. `body.properties.Due`.
 */
export function readBody<S extends z.ZodType>(schema: S, part: unknown, where = 'body'): z.output<S> {
  const result = schema.safeParse(part)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const [place] = where.split('.')
  return invalid(`${place} failed validation: ${issue === undefined ? where : explain(issue, part, where)}`)
}

function explain(issue: z.core.$ZodIssue, part: unknown, where: string): string {
  if (issue.code === 'unrecognized_keys') {
    const path = [...issue.path, issue.keys[0] ?? '']
    return `${nameOf(where, path)} should be not present, instead was ${show(valueAt(part, path))}.`
  }
  const name = nameOf(where, issue.path)
  const value = valueAt(part, issue.path)
  if (value === undefined) return `${name} should be defined, instead was \`undefined\`.`
  if (issue.code === 'too_big') {
    const length = typeof value === 'string' || Array.isArray(value) ? value.length : null
    const what = length === null ? name : `${name}.length`
    return `${what} should be ≤ \`${issue.maximum}\`, instead was ${show(length ?? value)}.`
  }
  return `${name} should be ${expectation(issue)}, instead was ${show(value)}.`
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `a valid ${issue.expected}`
  if (issue.code === 'invalid_value') return issue.values.map(show).join(' or ')
  if (issue.code === 'custom') return issue.message
  return 'valid'
}

function nameOf(where: string, path: Path): string {
  return path.reduce<string>(
    (name, key) => (typeof key === 'number' ? `${name}[${key}]` : `${name}.${String(key)}`),
    where,
  )
}

function valueAt(part: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (Object(value) as Record<PropertyKey, unknown>)[key], part)
}

function show(value: unknown): string {
  return `\`${JSON.stringify(value)}\``
}
