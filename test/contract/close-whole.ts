type Node = Record<string, unknown>

/**
 * Corrects an error of Notion's document: the parts of an `allOf` each say `additionalProperties: false`, and so shut
 * out one another's properties, which no answer can satisfy. What is meant is that the whole has no others. Returns a
 * copy.
 */
export function closeWhole<T extends object>(document: T): T {
  const copy = structuredClone(document)
  const wholes: { readonly whole: Node; readonly parts: readonly Node[] }[] = []
  walk(copy, (node) => {
    if (!Array.isArray(node.allOf)) return
    const parts = partsOf(copy, node.allOf)
    if (parts.some((part) => part.additionalProperties === false)) wholes.push({ whole: node, parts })
  })
  for (const { whole } of wholes) whole.unevaluatedProperties = false
  for (const { parts } of wholes) {
    for (const part of parts) {
      if (part.additionalProperties === false) delete part.additionalProperties
      delete part.unevaluatedProperties
    }
  }
  return copy
}

/** What is put together, alternatives and references included. */
function partsOf(document: object, members: readonly unknown[], seen = new Set<Node>()): Node[] {
  for (const member of members) {
    const part = resolved(document, member)
    if (seen.has(part)) continue
    seen.add(part)
    for (const nested of [part.allOf, part.oneOf, part.anyOf])
      if (Array.isArray(nested)) partsOf(document, nested, seen)
  }
  return [...seen]
}

function resolved(document: object, member: unknown): Node {
  const node = Object(member) as Node
  if (typeof node.$ref !== 'string') return node
  let found: unknown = document
  for (const part of node.$ref.replace(/^#\//, '').split('/')) found = Object(found)[part]
  return resolved(document, found)
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (typeof node !== 'object' || node === null) return
  if (!Array.isArray(node)) visit(node as Node)
  for (const child of Object.values(node)) walk(child, visit)
}
