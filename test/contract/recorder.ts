import type { Tool } from '#model/task.ts'

/** One request of an adapter and what its tool's sandbox said to it. */
export interface Call {
  readonly tool: Tool
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Headers
  /** Undefined when there was none. */
  readonly body: unknown
  readonly status: number
  /** Undefined when it is no JSON. */
  readonly answer: unknown
}

export interface Recorder {
  readonly calls: readonly Call[]
  /** From now on also what goes to this sandbox. */
  watch(apiUrl: string, tool: Tool): void
  stop(): void
}

/** Listens in on `fetch`, which all adapters end at; webhooks and our own service's traffic go by unheard. */
export function startRecorder(): Recorder {
  const watched = new Map<string, Tool>()
  const calls: Call[] = []
  const real = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init)
    const response = await real(input, init)
    const url = new URL(request.url)
    const tool = watched.get(url.origin)
    if (tool !== undefined) {
      const { method, headers } = request
      calls.push({
        ...{ tool, method, headers, path: url.pathname, query: url.searchParams },
        body: typeof init?.body === 'string' ? jsonOf(init.body) : undefined,
        status: response.status,
        answer: jsonOf(await response.clone().text()),
      })
    }
    return response
  }
  return {
    calls,
    watch: (apiUrl, tool) => {
      watched.set(new URL(apiUrl).origin, tool)
    },
    stop: () => {
      globalThis.fetch = real
    },
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
