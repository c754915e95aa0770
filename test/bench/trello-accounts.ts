import { request as ask, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { MadeBoard } from '#adapters/trello/sandbox/board-setup.ts'
import { startTrelloSandbox, type TrelloSandbox } from '#adapters/trello/sandbox.ts'

/** One account at Trello with a client's board. */
export interface Account {
  readonly sandbox: TrelloSandbox
  readonly board: MadeBoard
}

/** Accounts at Trello behind one address, as at the real one: one token alone may call only ten times a second. */
export interface Accounts {
  readonly url: string
  readonly all: readonly Account[]
  close(): Promise<void>
}

/** Open some accounts. `latencyMs`: how long Trello takes over each request. */
export async function openAccounts(count: number, latencyMs: number): Promise<Accounts> {
  const all: Account[] = []
  for (let number = 0; number < count; number += 1) {
    const sandbox = await startTrelloSandbox({ latencyMs, webhookRetryMs: [500, 1_000, 2_000] })
    all.push({ sandbox, board: sandbox.board(`Client ${number}`, { lists: ['Demandes'] }) })
  }
  const byKey = new Map(all.map(({ sandbox }) => [sandbox.credentials.apiKey, new URL(sandbox.url).port]))
  const gateway = createServer((incoming, outgoing) => {
    const key = /oauth_consumer_key="([^"]*)"/.exec(incoming.headers.authorization ?? '')?.[1] ?? ''
    const { method, url, headers } = incoming
    const options = { host: '127.0.0.1', port: byKey.get(key), method, path: url, headers }
    const passed = ask(options, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    passed.on('error', () => outgoing.destroy())
    incoming.pipe(passed)
  })
  // Longer than the sandbox tells callers in its headers, or they would find connections closed that they trust in.
  gateway.keepAliveTimeout = 75_000
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  const { port } = gateway.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/1`,
    all,
    async close() {
      gateway.closeAllConnections()
      gateway.close()
      for (const { sandbox } of all) await sandbox.close()
    },
  }
}
