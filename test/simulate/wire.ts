import type { Fate } from './fate.ts'

/** A webhook on its way: what a tool has sent, to the byte. */
export interface Letter {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Where the service lives, as the tools know it. Nobody listens there: what is sent there is a letter. */
export const serviceUrl = 'http://cadre.simulation'

/** Everything that leaves this process by `fetch`. */
export interface Wire {
  /** What was sent to the service since this was last asked. */
  collect(): Letter[]
  /** Calls to the tools are this process's from now on. */
  belongsTo(fate: Fate | null): void
  /** `fetch` is the machine's again. */
  cut(): void
}

/**
 * Stand between `fetch` and the network: webhooks become letters that arrive when the history wants it, and calls to the
 * tools, which are real ones, are moments to die.
 */
export function stretchWire(): Wire {
  const real = globalThis.fetch
  const letters: Letter[] = []
  let fate: Fate | null = null

  globalThis.fetch = async (input, init) => {
    const url = String(input instanceof Request ? input.url : input)
    if (!url.startsWith(serviceUrl)) {
      // Read whole, so that a connection is free again before the next call: what is late is late by the history alone.
      const call = async () => {
        const answer = await real(input, init)
        const { status, headers } = answer
        const text = await answer.text()
        return new Response(text === '' ? null : text, { status, headers })
      }
      return await (fate === null ? call() : fate.step(call))
    }
    if (init?.method !== 'HEAD')
      letters.push({
        url,
        headers: Object.fromEntries(new Headers(init?.headers)),
        body: String(init?.body ?? ''),
      })
    return new Response(null, { status: 200 })
  }

  return {
    collect: () => letters.splice(0),
    belongsTo(whose) {
      fate = whose
    },
    cut() {
      globalThis.fetch = real
    },
  }
}
