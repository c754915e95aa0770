import { refusalError } from '../../sandbox/refusal.ts'

/** How ClickUp says no: a status, a sentence and a code. */
export interface Refusal {
  readonly status: number
  readonly err: string
  readonly code: string
}

/** Stands where ClickUp surely has a code of its own that nobody has written down. */
export const undocumentedCode = 'SANDBOX_000'

/** Ends the request with ClickUp's own words; people acting in the UI get the same as an exception. */
export function refuse(status: number, err: string, code: string = undocumentedCode): never {
  const refusal: Refusal = { status, err, code }
  throw refusalError(`ClickUp sandbox refused (${status} ${code}): ${err}`, refusal)
}
