/** The parts of an OpenAPI document that are read here. */
export interface Document {
  readonly paths?: object | undefined
  readonly components?: object | undefined
}

/** The parts of an operation that are read here. */
export interface Operation {
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters?: readonly { readonly name?: string; readonly in?: string }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, object>> }
  readonly responses: Readonly<Record<string, object>>
}

/** Where an operation stands in a document. */
export interface Place {
  readonly path: string
  /** In small letters. */
  readonly method: string
}

/** A copy of a document with every operation changed. */
export function withOperations<T extends Document>(
  document: T,
  change: (operation: Operation, place: Place) => Operation,
): T {
  const paths = Object.entries<object>({ ...document.paths }).map(([path, item]) => {
    const methods = Object.entries<unknown>({ ...item }).map(([method, operation]) => [
      method,
      isOperation(operation) ? change(operation, { path, method }) : operation,
    ])
    return [path, Object.fromEntries(methods)]
  })
  return { ...document, paths: Object.fromEntries(paths) }
}

const isOperation = (value: unknown): value is Operation =>
  typeof value === 'object' && value !== null && 'responses' in value
