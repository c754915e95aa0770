/** An error by which a route ends its request: it carries the refusal in the tool's own words. */
export function refusalError(message: string, refusal: object): Error {
  return Object.assign(new Error(message), { refusal })
}

/** The refusal that an error carries; null when it is a failure of another kind. */
export function refusalOf<Refusal extends object>(error: unknown): Refusal | null {
  if (error instanceof Error && 'refusal' in error) return error.refusal as Refusal
  return null
}
