import { startClickUpSandbox } from '#adapters/clickup/sandbox.ts'
import { startNotionSandbox } from '#adapters/notion/sandbox.ts'
import type { FaultMatch, Faults } from '#adapters/sandbox/faults.ts'
import { startTrelloSandbox } from '#adapters/trello/sandbox.ts'
import type { Tool } from '#model/task.ts'

/** A client's board with somebody at work on it, alike for the three tools. */
export interface Board {
  readonly tool: Tool
  readonly apiUrl: string
  readonly containerId: string
  readonly credentials: Readonly<Record<string, string>>
  readonly faults: Faults<FaultMatch>
  write(title: string, text: string, due: string | null): string
  edit(id: string, text: string): void
  comment(id: string, text: string): void
  remove(id: string): void
  /** The verdict's labels; null when the request is gone. */
  labels(id: string): readonly string[] | null
  /** The rest of what a webhook needs, which no API can do. */
  subscribe(callbackUrl: string, tokenOf: () => Promise<string>): Promise<void>
  settled(): Promise<void>
  close(): Promise<void>
}

const retries = { webhookRetryMs: [1_000, 5_000, 15_000] }
const nothingToDo = async () => {}

export async function openBoards(): Promise<readonly Board[]> {
  return Promise.all([onTrello(), inNotion(), inClickUp()])
}

async function onTrello(): Promise<Board> {
  const sandbox = await startTrelloSandbox(retries)
  const board = sandbox.board('Claire', { lists: ['Demandes'] })
  const { client } = sandbox.people
  return {
    tool: 'trello',
    apiUrl: sandbox.url,
    containerId: board.id,
    credentials: { ...sandbox.credentials },
    faults: sandbox.faults,
    write: (title, text, due) =>
      client.createCard({ board: board.id, list: 'Demandes', title, text, ...(due !== null && { due }) }),
    edit: (id, text) => client.editCard(id, { text }),
    comment: (id, text) => void client.comment(id, text),
    remove: (id) => client.deleteCard(id),
    labels: (id) => sandbox.card(id)?.labels ?? null,
    subscribe: nothingToDo,
    settled: sandbox.settled,
    close: sandbox.close,
  }
}

async function inNotion(): Promise<Board> {
  const sandbox = await startNotionSandbox({ ...retries, aggregationMs: 200 })
  const source = sandbox.dataSource({ name: 'Tom' })
  const { client } = sandbox.people
  return {
    tool: 'notion',
    apiUrl: sandbox.url,
    containerId: source.id,
    credentials: { ...sandbox.credentials },
    faults: sandbox.faults,
    write: (title, text, due) =>
      client.createRow({ dataSource: source.id, title, text, ...(due !== null && { due }) }),
    edit: (id, text) => client.editRow(id, { text }),
    comment: (id, text) => void client.comment(id, text),
    remove: (id) => client.trash(id),
    labels: (id) => sandbox.row(id)?.labels.Cadre ?? null,
    async subscribe(callbackUrl, tokenOf) {
      await sandbox.subscribe(callbackUrl)
      sandbox.verify(await tokenOf())
    },
    settled: sandbox.settled,
    close: sandbox.close,
  }
}

async function inClickUp(): Promise<Board> {
  const sandbox = await startClickUpSandbox(retries)
  const list = sandbox.list({ name: 'Rivière', statuses: ['à faire', 'terminé'] })
  const { client } = sandbox.people
  return {
    tool: 'clickup',
    apiUrl: sandbox.url,
    containerId: list.id,
    credentials: { ...sandbox.credentials },
    faults: sandbox.faults,
    write: (title, text, due) =>
      client.createTask({ list: list.id, name: title, description: text, ...(due !== null && { due }) }),
    edit: (id, text) => client.editTask(id, { description: text }),
    comment: (id, text) => void client.comment(id, text),
    remove: (id) => client.deleteTask(id),
    labels: (id) => sandbox.task(id)?.tags ?? null,
    subscribe: nothingToDo,
    settled: sandbox.settled,
    close: sandbox.close,
  }
}
