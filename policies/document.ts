import { AppError } from '#model/error.ts'
import { isObject, type Json } from './merge-patch.ts'

/** Deeper than any policy; what goes beyond is no document that somebody wrote. */
const deepest = 32

/** A document in characters of JSON: as much as one request may hold. */
const longest = 1024 * 1024

/**
 * Something that came from outside, if it can be kept as a policy document: an object, not too deep or long, with texts
 * that every database takes. Whether it is a policy, `readPolicy` tells.
 * @throws AppError REQUEST_INVALID
 */
export function asDocument(value: unknown): Json {
  if (!isObject(value)) throw refused('', 'a policy is an object with fields such as "name" and "services"')
  checkKept(value)
  return value
}

/** Can every database keep it? @throws AppError REQUEST_INVALID for what is too deep or long, or has odd characters */
export function checkKept(value: unknown): void {
  checkDepth(value, 1)
  const text = JSON.stringify(value)
  if (text.length > longest) throw refused('', `the document is longer than ${longest} characters`)
  const odd = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/u.exec(text)
  if (odd !== null) throw refused('', 'a text has a character that cannot be kept: NUL, or half of an emoji')
}

function checkDepth(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return
  if (depth > deepest) throw refused('', `the document is nested more than ${deepest} levels deep`)
  for (const inner of Object.values(value)) checkDepth(inner, depth + 1)
}

function refused(path: string, message: string): AppError {
  return new AppError('REQUEST_INVALID', message, {
    details: [{ path, message, remedy: 'correct it and send it again' }],
  })
}
