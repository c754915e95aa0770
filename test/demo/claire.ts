import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { TrelloSandbox } from '#adapters/trello/sandbox.ts'

/** Claire, a client who writes cards when asked to. */
export interface Claire {
  /** GET shows her board; POST writes a card: the body's first line is the title. */
  readonly url: string
  close(): Promise<void>
}

/** A hand on the stand-in for Trello that a person can move with `curl`. */
export async function startClaire(sandbox: TrelloSandbox, boardId: string): Promise<Claire> {
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') {
      const [title = '', ...lines] = (await text(request)).split('\n')
      sandbox.people.client.createCard({ board: boardId, list: 'Demandes', title, text: lines.join('\n') })
    }
    response.setHeader('content-type', 'text/plain; charset=utf-8').end(boardOf(sandbox, boardId))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The board as Claire sees it. */
function boardOf(sandbox: TrelloSandbox, boardId: string): string {
  const cards = sandbox.cards(boardId).map(({ list, title, labels, comments }) => {
    const shown = labels.map((label) => `[${label}]`).join(' ')
    const said = comments.map(({ text: words }) => words.replace(/^/gm, '    │ '))
    return [`${list} · ${title}   ${shown}`.trimEnd(), ...said].join('\n')
  })
  return `${cards.length === 0 ? '(no card)' : cards.join('\n')}\n`
}
