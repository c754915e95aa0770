/** A part of a policy document: JSON, as somebody wrote it. */
export type Json = Readonly<Record<string, unknown>>

/**
 * A policy document with what differs for some clients: JSON Merge Patch (RFC 7396, null takes a field away), where
 * services are named by their id: `{ services: { newsletter: { price: 80 } } }`. Neither argument is changed.
 */
export function patchPolicy(document: Json, patch: Json): Json {
  const { services, ...rest } = patch
  const merged = merge(document, rest) as Json
  if (services === undefined) return merged
  if (!isObject(services)) return { ...merged, services }
  return { ...merged, services: patchServices(document.services, services) }
}

function patchServices(services: unknown, patch: Json): unknown[] {
  const known = (Array.isArray(services) ? services : []) as { id?: unknown }[]
  const kept = known.flatMap((service) => {
    const change = typeof service.id === 'string' ? own(patch, service.id) : undefined
    if (change === null) return []
    return change === undefined ? service : merge(service, change)
  })
  const ids = new Set(known.map(({ id }) => id))
  const added = Object.entries(patch).filter(([id, service]) => !ids.has(id) && isObject(service))
  return [...kept, ...added.map(([id, service]) => ({ id, ...(service as Json) }))]
}

function merge(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch
  const base = isObject(target) ? target : {}
  const changed = Object.entries(patch).map(
    ([key, value]) => [key, value, merge(own(base, key), value)] as const,
  )
  const result = new Map(Object.entries(base))
  for (const [key, value, merged] of changed) {
    if (value === null) result.delete(key)
    else result.set(key, merged)
  }
  return Object.fromEntries(result)
}

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const own = (object: Json, key: string) => (Object.hasOwn(object, key) ? object[key] : undefined)
