import { refusalError } from '../../sandbox/refusal.ts'

/** How Trello says no: a status, and a body that is mostly plain text and sometimes JSON. */
export interface Refusal {
  readonly status: number
  readonly body: string | Readonly<Record<string, unknown>>
}

/** What Trello answers for anything that is not there. */
export const notFound = 'The requested resource was not found.'

/** Ends the request with Trello's own words; people acting in the UI get the same as an exception. */
export function refuse(status: number, body: Refusal['body']): never {
  const refusal: Refusal = { status, body }
  const message = typeof body === 'string' ? body : JSON.stringify(body)
  throw refusalError(`Trello sandbox refused (${status}): ${message}`, refusal)
}
