import { setTimeout as sleep } from 'node:timers/promises'
import type { Event, SchemaChange } from './event.ts'

/** Gathers events before they leave. */
export interface Aggregator {
  add(event: Event): void
  /** Resolves when no window is open. */
  settled(): Promise<void>
  isIdle(): boolean
  close(): void
}

interface Window {
  event: Event
  readonly closes: Promise<void>
}

/** An event that takes back one of the same window. */
const opposites: Readonly<Record<string, string>> = {
  'page.deleted': 'page.created',
  'page.undeleted': 'page.deleted',
}

/**
 * Merges the events of one type about one thing until `windowMs` after the first of them, as Notion does within a
 * minute; one event may then name a person and a bot. A page made and trashed within its window is never heard of.
 * Comments are not gathered (guide "Event types & delivery").
 */
export function createAggregator(windowMs: number, send: (event: Event) => void): Aggregator {
  const windows = new Map<string, Window>()
  const closing = new AbortController()
  const keyOf = (type: string, id: string) => `${type} ${id}`

  function open(event: Event): void {
    const key = keyOf(event.type, event.entity.id)
    const window: Window = { event, closes: wait(windowMs, closing.signal).then(() => close(key, window)) }
    windows.set(key, window)
  }

  /** A window that was forgotten may have a successor by now, whose time has not come. */
  function close(key: string, window: Window): void {
    if (windows.get(key) !== window) return
    windows.delete(key)
    send(window.event)
  }

  function forget(pageId: string): void {
    for (const [key, window] of windows) {
      const { entity, data } = window.event
      const blocks = data.updated_blocks?.filter(({ id }) => id !== pageId)
      const isGone = entity.id === pageId || (entity.type === 'data_source' && blocks?.length === 0)
      if (isGone) windows.delete(key)
      else if (blocks !== undefined)
        window.event = { ...window.event, data: { ...data, updated_blocks: blocks } }
    }
  }

  return {
    add(event) {
      if (windowMs <= 0 || event.entity.type === 'comment') {
        send(event)
        return
      }
      const { id } = event.entity
      const opposite = opposites[event.type]
      if (opposite !== undefined && windows.has(keyOf(opposite, id))) {
        if (opposite === 'page.created') forget(id)
        else windows.delete(keyOf(opposite, id))
        return
      }
      const window = windows.get(keyOf(event.type, id))
      if (window === undefined) open(event)
      else window.event = merge(window.event, event)
    },
    async settled() {
      while (windows.size > 0) await Promise.all([...windows.values()].map(({ closes }) => closes))
    },
    isIdle: () => windows.size === 0,
    close() {
      windows.clear()
      closing.abort()
    },
  }
}

function merge(first: Event, second: Event): Event {
  const { updated_blocks: blocks, updated_properties: properties } = first.data
  return {
    ...second,
    authors: lastById([...first.authors, ...second.authors]),
    data: {
      ...second.data,
      ...(blocks === undefined
        ? {}
        : { updated_blocks: lastById([...blocks, ...(second.data.updated_blocks ?? [])]) }),
      ...(properties === undefined
        ? {}
        : {
            updated_properties: mergeProperties([...properties, ...(second.data.updated_properties ?? [])]),
          }),
    },
  }
}

async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}

function lastById<T extends { readonly id: string }>(entries: readonly T[]): T[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()]
}

/** Ids of a page's columns once each; of a schema, a column that was made and then changed was made. */
function mergeProperties(entries: readonly (string | SchemaChange)[]): (string | SchemaChange)[] {
  const byId = new Map<string, string | SchemaChange>()
  for (const entry of entries) {
    const id = typeof entry === 'string' ? entry : entry.id
    const known = byId.get(id)
    const wasMade = typeof known === 'object' && known.action === 'created'
    const isChange = typeof entry === 'object' && entry.action === 'updated'
    byId.set(id, wasMade && isChange ? { ...entry, action: 'created' } : entry)
  }
  return [...byId.values()]
}
