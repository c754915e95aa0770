import { refuse } from './refusal.ts'

/** The parameters of a request. Trello takes them from the query and from the body alike; the body wins. */
export interface Params {
  /** As given; undefined when absent. */
  raw(name: string): unknown
  /** As text; null counts as empty. */
  text(name: string): string | undefined
  /** As text that must be there and not empty. */
  needText(name: string): string
  flag(name: string): boolean | undefined
  number(name: string): number | undefined
  /** Ids or names, from an array or separated by commas. */
  list(name: string): string[] | undefined
  /** A moment as ISO 8601; null when it is to be cleared. */
  date(name: string): string | null | undefined
}

/** Reads the parameters of one request. */
export function readParams(query: unknown, body: unknown): Params {
  const values = { ...asRecord(query), ...asRecord(body) }
  const raw = (name: string) => values[name]
  const text = (name: string) => {
    const value = raw(name)
    if (value === undefined) return undefined
    if (value === null) return ''
    return typeof value === 'object' ? refuse(400, `invalid value for ${name}`) : String(value)
  }
  return {
    raw,
    text,
    needText: (name) => text(name) || refuse(400, `invalid value for ${name}`),
    flag: (name) => readFlag(name, text(name)),
    number: (name) => readNumber(name, text(name)),
    list: (name) => (Array.isArray(raw(name)) ? readArray(name, raw(name)) : splitList(text(name))),
    date: (name) => readDate(name, text(name)),
  }
}

function readFlag(name: string, text: string | undefined): boolean | undefined {
  if (text === undefined || text === '') return undefined
  if (text !== 'true' && text !== 'false') refuse(400, `invalid value for ${name}`)
  return text === 'true'
}

function readNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined
  const value = Number(text)
  return Number.isFinite(value) ? value : refuse(400, `invalid value for ${name}`)
}

function readArray(name: string, value: unknown): string[] {
  const entries: unknown[] = Array.isArray(value) ? value : []
  return entries.map((entry) =>
    typeof entry === 'string' ? entry : refuse(400, `invalid value for ${name}`),
  )
}

function splitList(text: string | undefined): string[] | undefined {
  return text
    ?.split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}

function readDate(name: string, text: string | undefined): string | null | undefined {
  if (text === undefined) return undefined
  if (text === '' || text === 'null') return null
  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? refuse(400, `invalid value for ${name}`) : date.toISOString()
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
