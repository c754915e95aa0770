import type { Document } from './operations.ts'

/**
 * Leaves out the components that no operation leads to: every shape with an id is offered twice, as it is taken and as
 * it is given, and most are only one of them.
 */
export function withoutUnused<T extends Document>(document: T): T {
  const used = new Set<string>()
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, value] of Object.entries(node)) {
      if (key !== '$ref' || typeof value !== 'string') visit(value)
      else if (!used.has(value)) {
        used.add(value)
        visit(found(document, value))
      }
    }
  }
  visit(document.paths)
  const components = Object.entries<object>({ ...document.components }).map(([kind, parts]) => [
    kind,
    kind === 'securitySchemes'
      ? parts
      : Object.fromEntries(
          Object.entries(parts).filter(([name]) => used.has(`#/components/${kind}/${name}`)),
        ),
  ])
  return { ...document, components: Object.fromEntries(components) }
}

/** What a reference within the document leads to. */
function found(document: Document, reference: string): unknown {
  const [, , kind = '', name = ''] = reference.split('/')
  const components: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { ...document.components }
  return components[kind]?.[name]
}
