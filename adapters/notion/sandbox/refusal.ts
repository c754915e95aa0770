import { refusalError } from '../../sandbox/refusal.ts'

/** How Notion says no (reference, "Status codes"). */
export interface Refusal {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly additionalData?: Readonly<Record<string, string | readonly string[]>>
  readonly headers?: Readonly<Record<string, string>>
}

/** Ends the request; people acting in Notion's pages get the same as an exception. */
export function refuse(refusal: Refusal): never {
  const { status, code, message } = refusal
  throw refusalError(`Notion sandbox refused (${status} ${code}): ${message}`, refusal)
}

/** Refuses what does not fit: 400 `validation_error`. */
export function invalid(message: string): never {
  return refuse({ status: 400, code: 'validation_error', message })
}

/** Refuses what Notion can do and the sandbox cannot, so that nobody mistakes silence for success. */
export function unsupported(what: string): never {
  return refuse({ status: 400, code: 'invalid_request', message: `Unsupported request: ${what}.` })
}

/** Refuses what is not there or not shared with the connection; Notion does not tell the two apart. */
export function notFound(kind: string, id: string): never {
  const message = `Could not find ${kind} with ID: ${id}. Make sure the relevant pages and databases are shared with your integration.`
  return refuse({ status: 404, code: 'object_not_found', message })
}

/** The body of an error, without the request's id. */
export function errorBody({ status, code, message, additionalData }: Refusal): Record<string, unknown> {
  return {
    object: 'error',
    status,
    code,
    message,
    ...(additionalData === undefined ? {} : { additional_data: additionalData }),
  }
}
