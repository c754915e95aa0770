import { createHash } from 'node:crypto'
import type { Received } from '#model/adapter.ts'
import { AppError } from '#model/error.ts'
import { keepable } from './json-text.ts'
import { unknownMoment } from './moment.ts'

/** The JSON of a body; undefined for what is no JSON, or no UTF-8. */
export function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(keepable(new TextDecoder('utf-8', { fatal: true }).decode(body)))
  } catch {
    return undefined
  }
}

/** @throws AppError WEBHOOK_BODY_INVALID, for whoever signed it should have sent JSON */
export function parseSignedBody(body: Uint8Array): unknown {
  const json = jsonOf(body)
  if (json === undefined)
    throw new AppError('WEBHOOK_BODY_INVALID', 'The webhook is signed, but its body is not JSON')
  return json
}

/** Tells apart deliveries that bear no id of their own. */
export function bodyKey(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex')
}

/** What becomes of a genuine delivery of a shape that we do not know: it is kept, and nothing follows from it. */
export function unrecognized(body: Uint8Array): Received {
  return {
    kind: 'other',
    key: bodyKey(body),
    event: 'unknown',
    occurredAt: unknownMoment,
    taskId: null,
    evidence: {},
  }
}
