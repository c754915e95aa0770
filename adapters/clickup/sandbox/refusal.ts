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
  throw Object.assign(new Error(`ClickUp sandbox refused (${status} ${code}): ${err}`), { refusal })
}

/** The refusal that an error carries; null when it is a failure of another kind. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Error && 'refusal' in error) return error.refusal as Refusal
  return null
}
