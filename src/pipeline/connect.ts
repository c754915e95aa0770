import { isDeepStrictEqual } from 'node:util'
import type { Adapter, ToolCall, ToolModule } from '#model/adapter.ts'
import { AppError } from '#model/error.ts'
import type { Tool } from '#model/task.ts'
import type { Connection, ConnectionStore } from '../store/connections.ts'

/** A connection with the adapter that speaks for it. */
export interface Connected {
  readonly connection: Connection
  readonly module: ToolModule
  readonly adapter: Adapter
}

export type Connections = ReturnType<typeof createConnections>

/** How long another instance's change of a connection may go unnoticed. */
const freshMs = 5000

/**
 * Connections at work. Kept for a few seconds, so that a webhook costs no query and no decryption.
 * @param apiUrls where each tool's API is; null for the vendor's own address
 * @param onCall told of every call to a tool
 */
export function createConnections(
  store: ConnectionStore,
  modules: readonly ToolModule[],
  apiUrls: Readonly<Record<Tool, string | null>>,
  onCall?: (call: ToolCall) => void,
) {
  const kept = new Map<string, { readonly until: number; readonly connected: Promise<Connected | null> }>()

  /** An adapter that knows its account already is kept as long as nothing about the connection changes. */
  async function load(id: string, before: Promise<Connected | null> | undefined): Promise<Connected | null> {
    const connection = await store.find(id)
    if (connection === null) return null
    const known = await before?.catch(() => null)
    return known && isDeepStrictEqual(known.connection, connection) ? known : connect(connection)
  }

  function connect(connection: Connection): Connected {
    const module = moduleOf(connection.tool)
    const { id: connectionId, credentials, tool } = connection
    return {
      connection,
      module,
      adapter: module.connect({ connectionId, credentials, apiUrl: apiUrls[tool], onCall }),
    }
  }

  function moduleOf(tool: Tool): ToolModule {
    const module = modules.find((candidate) => candidate.tool === tool)
    if (module === undefined) throw new AppError('REQUEST_INVALID', `Cadre does not speak with ${tool} yet`)
    return module
  }

  return {
    moduleOf,
    connect,

    /** @returns null when there is no such connection */
    async find(id: string): Promise<Connected | null> {
      const known = kept.get(id)
      if (known !== undefined && known.until > performance.now()) return known.connected
      const connected = load(id, known?.connected)
      kept.set(id, { until: performance.now() + freshMs, connected })
      connected.then(
        (found) => found === null && kept.delete(id),
        () => kept.delete(id),
      )
      return connected
    },

    /** @throws AppError NOT_FOUND */
    async get(id: string): Promise<Connected> {
      const connected = await this.find(id)
      if (connected === null) throw new AppError('NOT_FOUND', `there is no connection ${id}`)
      return connected
    },

    /** After a change: read it anew. */
    forget(id: string): void {
      const known = kept.get(id)
      if (known !== undefined) kept.set(id, { ...known, until: 0 })
    },
  }
}
