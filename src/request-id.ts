import { AsyncLocalStorage } from 'node:async_hooks'

const current = new AsyncLocalStorage<string>()

/** Do something on behalf of a request; whatever it logs, queues or records bears its id. */
export function withRequestId<T>(requestId: string, work: () => T): T {
  return current.run(requestId, work)
}

/** The request on whose behalf this runs: of the API, of a webhook, or the job's own. Null outside of any. */
export function currentRequestId(): string | null {
  return current.getStore() ?? null
}
