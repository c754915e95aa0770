import { startClickUpSandbox } from '#adapters/clickup/sandbox.ts'
import { startNotionSandbox } from '#adapters/notion/sandbox.ts'
import type { FaultMatch, Faults } from '#adapters/sandbox/faults.ts'
import { startTrelloSandbox, type TrelloSandbox } from '#adapters/trello/sandbox.ts'
import type { Tool } from '#model/task.ts'

/** A request as a client writes it down. */
export interface Draft {
  readonly title: string
  readonly text?: string
  readonly dueInHours?: number
}

/** What anybody sees on it. */
export interface Sight {
  readonly title: string
  readonly text: string
  /** List or status, as the tool calls it. */
  readonly status: string
  readonly labels: readonly string[]
  readonly estimate: string | null
  readonly comments: readonly string[]
}

/** A client's board in one of the tools, as far as the demo needs it: one shape for all three. */
export interface Place {
  readonly tool: Tool
  readonly containerId: string
  readonly apiUrl: string
  readonly credentials: Readonly<Record<string, string>>
  write(draft: Draft, as?: 'client' | 'assistant'): string
  edit(id: string, draft: Partial<Draft>): void
  /** The client moves it, and says something under it. */
  move(id: string, status: string): void
  say(id: string, words: string): void
  /** The assistant takes one label away and puts another on. */
  swapLabel(id: string, from: string, to: string): void
  see(id: string): Sight
  find(title: string): string
  remove(id: string): void
  /** What goes wrong with the tool. */
  readonly faults: Faults<FaultMatch>
  readonly calls: { reads(id: string): number; writes(id: string): number; reset(): void }
  /** What a person does in the tool so that it tells of changes, where no API can. */
  subscribe(callbackUrl: string, tokenOf: () => Promise<string>): Promise<void>
  settled(): Promise<void>
  close(): Promise<void>
}

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
const nothingToDo = async () => {}
const numeral = (value: number | string | null | undefined) =>
  value === null || value === undefined ? null : String(value)

/** The assistant's own board: what she does there, and what she sees. */
export interface Desk {
  readonly containerId: string
  /** The first card whose title ends so; null while there is none. */
  find(title: string): string | null
  see(id: string): Sight
  move(id: string, list: string): void
  say(id: string, words: string): void
}

/** A Trello board with number fields for the estimate, and room for the assistant's own beside it. */
export async function trelloPlace(): Promise<Place & { desk(): Desk }> {
  const sandbox = await startTrelloSandbox()
  const board = sandbox.board('Claire · Studio Bien-être', {
    lists: ['Demandes', 'En cours', 'Terminé'],
    customFields: [
      { name: 'Estimation', type: 'number' },
      { name: 'Majoration', type: 'number' },
    ],
  })
  const { client, assistant } = sandbox.people
  return {
    tool: 'trello',
    containerId: board.id,
    apiUrl: sandbox.url,
    credentials: { ...sandbox.credentials },
    write: ({ title, text, dueInHours }, as = 'client') =>
      sandbox.people[as].createCard({
        board: board.id,
        list: 'Demandes',
        title,
        ...(text !== undefined && { text }),
        ...(dueInHours !== undefined && { due: inHours(dueInHours) }),
      }),
    edit: (id, { title, text, dueInHours }) =>
      client.editCard(id, {
        ...(title !== undefined && { title }),
        ...(text !== undefined && { text }),
        ...(dueInHours !== undefined && { due: inHours(dueInHours) }),
      }),
    move: (id, list) => client.moveCard(id, list),
    say: (id, words) => void client.comment(id, words),
    swapLabel(id, from, to) {
      assistant.addLabel(id, to)
      assistant.removeLabel(id, from)
    },
    see: (id) => seeCard(sandbox, id),
    desk: () => deskOn(sandbox),
    find: (title) => sandbox.cards(board.id).find((card) => card.title === title)?.id ?? '',
    remove: (id) => client.deleteCard(id),
    faults: sandbox.faults,
    calls: sandbox.calls,
    subscribe: nothingToDo,
    settled: sandbox.settled,
    close: sandbox.close,
  }
}

function seeCard(sandbox: TrelloSandbox, id: string): Sight {
  const card = sandbox.card(id)
  return {
    title: card?.title ?? '',
    text: card?.text ?? '',
    status: card?.list ?? '',
    labels: card?.labels ?? [],
    estimate: card?.fields.Estimation ?? null,
    comments: (card?.comments ?? []).map(({ text }) => text),
  }
}

function deskOn(sandbox: TrelloSandbox): Desk {
  const board = sandbox.board('Mon bureau', { lists: ['À faire', 'En cours', 'Terminé'] })
  const { assistant } = sandbox.people
  return {
    containerId: board.id,
    find: (title) => sandbox.cards(board.id).find((card) => card.title.endsWith(title))?.id ?? null,
    see: (id) => seeCard(sandbox, id),
    move: (id, list) => assistant.moveCard(id, list),
    say: (id, words) => void assistant.comment(id, words),
  }
}

/** A Notion data source as a template makes it; Cadre adds its own columns. */
export async function notionPlace(): Promise<Place> {
  const sandbox = await startNotionSandbox()
  const source = sandbox.dataSource({ name: 'Tom Baker Coaching' })
  const { client, assistant } = sandbox.people
  return {
    tool: 'notion',
    containerId: source.id,
    apiUrl: sandbox.url,
    credentials: { ...sandbox.credentials },
    write: ({ title, text, dueInHours }, as = 'client') =>
      sandbox.people[as].createRow({
        dataSource: source.id,
        title,
        ...(text !== undefined && { text }),
        ...(dueInHours !== undefined && { due: inHours(dueInHours) }),
      }),
    edit: (id, { title, text, dueInHours }) =>
      client.editRow(id, {
        ...(title !== undefined && { title }),
        ...(text !== undefined && { text }),
        ...(dueInHours !== undefined && { due: inHours(dueInHours) }),
      }),
    move: (id, status) => client.setStatus(id, status),
    say: (id, words) => void client.comment(id, words),
    swapLabel(id, from, to) {
      assistant.addOption(id, 'Cadre', to)
      assistant.removeOption(id, 'Cadre', from)
    },
    see(id) {
      const row = sandbox.row(id)
      return {
        title: row?.title ?? '',
        text: row?.text ?? '',
        status: row?.status ?? '',
        labels: row?.labels.Cadre ?? [],
        estimate: numeral(row?.numbers.Estimate),
        comments: (row?.comments ?? []).map(({ text }) => text),
      }
    },
    find: (title) => sandbox.rows(source.id).find((row) => row.title === title)?.id ?? '',
    remove: (id) => client.trash(id),
    faults: sandbox.faults,
    calls: sandbox.calls,
    async subscribe(callbackUrl, tokenOf) {
      await sandbox.subscribe(callbackUrl)
      sandbox.verify(await tokenOf())
    },
    settled: sandbox.settled,
    close: sandbox.close,
  }
}

/** A ClickUp list with a money field for the estimate; labels are tags, which ClickUp writes in small letters. */
export async function clickupPlace(): Promise<Place> {
  const sandbox = await startClickUpSandbox()
  const list = sandbox.list({
    name: 'Cabinet Rivière',
    statuses: ['à faire', 'en cours', 'terminé'],
    fields: [{ name: 'Estimation', type: 'number' }],
  })
  const { client, assistant } = sandbox.people
  return {
    tool: 'clickup',
    containerId: list.id,
    apiUrl: sandbox.url,
    credentials: { ...sandbox.credentials },
    write: ({ title, text, dueInHours }, as = 'client') =>
      sandbox.people[as].createTask({
        list: list.id,
        name: title,
        ...(text !== undefined && { description: text }),
        ...(dueInHours !== undefined && { due: inHours(dueInHours) }),
      }),
    edit: (id, { title, text, dueInHours }) =>
      client.editTask(id, {
        ...(title !== undefined && { name: title }),
        ...(text !== undefined && { description: text }),
        ...(dueInHours !== undefined && { due: inHours(dueInHours) }),
      }),
    move: (id, status) => client.setStatus(id, status),
    say: (id, words) => void client.comment(id, words),
    swapLabel(id, from, to) {
      assistant.addTag(id, to)
      assistant.removeTag(id, from)
    },
    see(id) {
      const task = sandbox.task(id)
      return {
        title: task?.name ?? '',
        text: task?.description ?? '',
        status: task?.status ?? '',
        labels: task?.tags ?? [],
        estimate: numeral(task?.fields.Estimation as string | undefined),
        comments: (task?.comments ?? []).map(({ text }) => text),
      }
    },
    find: (title) => sandbox.tasks(list.id).find((task) => task.name === title)?.id ?? '',
    remove: (id) => client.deleteTask(id),
    faults: sandbox.faults,
    calls: sandbox.calls,
    subscribe: nothingToDo,
    settled: sandbox.settled,
    close: sandbox.close,
  }
}
