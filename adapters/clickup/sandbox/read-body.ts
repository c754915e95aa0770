import type { z } from 'zod'
import { refuse } from './refusal.ts'

/** Codes that have been seen for an unfit value, by the name of the value. */
const seen: Readonly<Record<string, readonly [err: string, code: string]>> = {
  name: ['Task name invalid', 'INPUT_005'],
  due_date: ['Date invalid', 'INPUT_006'],
  start_date: ['Date invalid', 'INPUT_006'],
}

/** Reads a body and refuses it with 400 when a value is unfit. Keys that the schema does not know are dropped. */
export function readBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = String(issue?.path[0] ?? 'body')
  const [err, code] = (Object.hasOwn(seen, field) ? seen[field] : undefined) ?? [`${field} invalid`]
  return refuse(400, err, code)
}
