import type { Logger } from 'pino'
import type { MadeBoard } from '#adapters/trello/sandbox/board-setup.ts'
import {
  startTrelloSandbox,
  type TrelloSandbox,
  type TrelloSandboxOptions,
} from '#adapters/trello/sandbox.ts'
import { plainRules } from './plain-rules.ts'
import { freshService, type TestService, type TestServiceOptions } from './service.ts'
import { untilIdle } from './until-idle.ts'

export interface WorldOptions {
  readonly mode?: 'off' | 'dry-run' | 'apply'
  readonly customFields?: boolean
  readonly client?: { readonly language?: 'fr' | 'en'; readonly address?: 'tu' | 'vous' }
  readonly sandbox?: TrelloSandboxOptions
  readonly settings?: TestServiceOptions['settings']
  readonly log?: Logger
  /** What time it is, to the service and to Trello; left out: what it really is. */
  readonly now?: () => string
  readonly hourlyWriteLimit?: number
  /** Cards that are on the board before Cadre is. */
  readonly before?: (sandbox: TrelloSandbox, board: MadeBoard) => void
  /** Changes of the preset. */
  readonly policy?: (preset: Record<string, unknown>) => Record<string, unknown>
  /** Policies of colleagues, by id, which are there before the client's own. */
  readonly colleagues?: (preset: Record<string, unknown>) => Record<string, Record<string, unknown>>
}

/** The real service and a sandbox of Trello, set up through the public API, with one client board. */
export interface TrelloWorld {
  readonly sandbox: TrelloSandbox
  readonly service: TestService
  readonly made: MadeBoard
  readonly boardId: string
  readonly connectionId: string
  readonly clientId: string
  /** A call of the API that has to go well, and its answer. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they expect, and fail where it is not there
  done(method: string, path: string, body?: unknown): Promise<any>
  /** Resolves when no webhook is under way and no job waits or works. */
  settled(): Promise<void>
  /** States of a card's runs, oldest first. */
  runStates(cardId: string): Promise<string[]>
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they expect, and fail where it is not there
  taskOf(cardId: string): Promise<any>
  close(): Promise<void>
}

export async function startTrelloWorld(options: WorldOptions = {}): Promise<TrelloWorld> {
  const { now } = options
  const sandbox = await startTrelloSandbox({ ...(now && { now: () => new Date(now()) }), ...options.sandbox })
  const settings = { TRELLO_API_URL: sandbox.url, ...options.settings }
  const service = await freshService(settings, options.log, now)
  try {
    return await setUp(sandbox, service, options)
  } catch (error) {
    await service.close()
    await sandbox.close()
    throw error
  }
}

async function setUp(
  sandbox: TrelloSandbox,
  service: TestService,
  options: WorldOptions,
): Promise<TrelloWorld> {
  const made = sandbox.board('Claire', {
    lists: ['Demandes', 'En cours', 'À vérifier', 'Terminé'],
    customFields: options.customFields
      ? [
          { name: 'Estimation', type: 'number' },
          { name: 'Majoration', type: 'number' },
        ]
      : false,
  })
  options.before?.(sandbox, made)
  const done = doneBy(service)
  const connection = await done('POST', '/connections', {
    tool: 'trello',
    name: 'Trello',
    credentials: sandbox.credentials,
  })
  const rules = plainRules(await done('GET', '/presets/webmarketing'))
  for (const [id, document] of Object.entries(options.colleagues?.(rules) ?? {}))
    await done('POST', '/policies', { id, document })
  await done('POST', '/policies', { id: 'rules', document: options.policy?.(rules) ?? rules })
  const client = await done('POST', '/clients', {
    name: 'Claire',
    language: 'fr',
    address: 'tu',
    policyId: 'rules',
    ...options.client,
  })
  const { board } = await done('POST', '/boards', {
    connectionId: connection.id,
    containerId: made.id,
    clientId: client.id,
    mode: options.mode === 'off' ? 'off' : 'dry-run',
    ...(options.hourlyWriteLimit !== undefined && { hourlyWriteLimit: options.hourlyWriteLimit }),
  })
  if ((options.mode ?? 'apply') === 'apply') await done('PATCH', `/boards/${board.id}`, { mode: 'apply' })
  const ids = { boardId: board.id, connectionId: connection.id, clientId: client.id }
  const world = { sandbox, service, made, done, ...ids, ...readersOf(sandbox, service, board.id) }
  await world.settled()
  sandbox.calls.reset()
  return world
}

const doneBy =
  (service: TestService): TrelloWorld['done'] =>
  async (method, path, body) => {
    const answer = await service.api(method, `/api/v1${path}`, body)
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }

function readersOf(sandbox: TrelloSandbox, service: TestService, boardId: string) {
  const taskOf = async (cardId: string) => {
    const { body } = await service.api('GET', `/api/v1/tasks?boardId=${boardId}&limit=200`)
    return body.items.find((task: { taskId: string }) => task.taskId === cardId)
  }
  return {
    taskOf,
    settled: () => untilIdle(service, [sandbox]),
    async runStates(cardId: string): Promise<string[]> {
      const task = await taskOf(cardId)
      if (task === undefined) return []
      const { body } = await service.api('GET', `/api/v1/runs?taskId=${task.id}&limit=200`)
      return body.items.map((run: { state: string }) => run.state).toReversed()
    },
    async close() {
      await service.close()
      await sandbox.close()
    },
  }
}

/** One figure of `/metrics`, summed over its labels. */
export async function metric(service: TestService, name: string): Promise<number> {
  const text = await (await fetch(`${service.url}/metrics`)).text()
  const lines = text.split('\n').filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0)
}
