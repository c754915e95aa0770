import { createServer } from 'node:net'

/**
 * Below what any system gives to who asks for whatever port is free: between being found and being listened on, which may
 * take seconds, a port from there could go to somebody else. Workers of one test run look in ranges of their own.
 */
const range = { first: 12_000, size: 20_000, perWorker: 2_000 }

const worker = Number(process.env.VITEST_POOL_ID ?? 0)
const given = new Set<number>()

/** A port that nobody uses at this moment, and that nobody who asks here or for "any" is given after. */
export async function freePort(): Promise<number> {
  const start = range.first + ((worker * range.perWorker) % range.size)
  for (;;) {
    const port = start + Math.floor(Math.random() * range.perWorker)
    if (given.has(port)) continue
    given.add(port)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
