import type { Board, Client, Role } from '#model/board.ts'
import type { LabelSpec } from '#model/decision.ts'
import { labelSpecs } from '#policies/labels.ts'
import { changeBoard } from '../../src/pipeline/change-board.ts'
import { watchBoard } from '../../src/pipeline/watch.ts'
import type { SimulatedBoard } from './boards/board.ts'
import { clickupBoard } from './boards/clickup.ts'
import { notionBoard } from './boards/notion.ts'
import { trelloBoard } from './boards/trello.ts'
import type { History, Side } from './history.ts'
import { addressOf, type House, policyId, timedPolicyId } from './house.ts'
import { createJobs, type Jobs } from './jobs.ts'
import { placeAnswers } from './phrases.ts'
import { attempt, type Process, startProcess } from './process.ts'
import { serviceLabels } from './service-labels.ts'

/** The boards of one history, watched and linked, and the service that watches them. */
export interface World {
  readonly house: House
  readonly jobs: Jobs
  /** The life that the service has at this moment. */
  process: Process
  readonly boards: { readonly client: SimulatedBoard; readonly assistant: SimulatedBoard | null }
  /** Our id of the client. */
  readonly clientId: string
  /** Our ids of them. */
  readonly boardIds: Readonly<Partial<Record<Side, string>>>
  /** Names of the labels that are ours, in small letters. */
  readonly ourLabels: ReadonlySet<string>
  /** Do some lists mean answers? */
  readonly listMoves: boolean
  /** Does time answer what nobody does? */
  readonly keepsHours: boolean
}

const speech = {
  language: 'fr',
  address: 'tu',
  timeZone: 'Europe/Paris',
  plan: null,
  terms: {},
} as const
const claire = { id: 'cl_claire', name: 'Claire', acceptedAt: null, ...speech }
const ines = { id: 'cl_ines', name: 'Ines', acceptedAt: null, ...speech }

/** Sets everything up as a person does, with an empty store and at the beginning of time. */
export async function openWorld(house: House, history: History): Promise<World> {
  const { tools, dryRun, relays, listMoves, keepsHours } = history
  house.wire.belongsTo(null)
  house.wire.collect()
  house.clock.reset()
  await house.store.clear()
  for (const sandbox of Object.values(house.sandboxes)) sandbox.faults.clear()
  const jobs = createJobs()
  const process = await startProcess(house, jobs)
  const { parts } = process
  const served = { policyId: keepsHours ? timedPolicyId : policyId }
  const [client, assistant]: [Client, Client] = [
    { ...claire, ...served },
    { ...ines, ...served },
  ]
  for (const person of [client, assistant]) await parts.clients.insert(person, house.clock.now())
  const labels = labelSpecs(await parts.clientPolicies.inForceAt(client, house.clock.now()))
  const used = new Set([tools.client, ...(tools.assistant === null ? [] : [tools.assistant])])
  for (const tool of used) await connect(house, process, tool)

  const watched = async (side: Side, board: SimulatedBoard, owner: Client) => {
    const made = await watch(process, board, owner, side)
    const mode = dryRun === side ? 'dry-run' : 'apply'
    const connected = await parts.connections.get(made.connectionId)
    const by = { adapter: connected.adapter, check: () => {}, also: async () => {} }
    const mapping = {
      ...(listMoves && { answers: movesThatSay(side) }),
      ...(side === 'client' && { services: servicesOn(board) }),
    }
    return (await changeBoard({ board: made, client: owner }, { mode, mapping }, by, parts, attempt())).board
      .id
  }
  const boards = {
    client: boardIn(house, tools.client, 'client', labels),
    assistant: tools.assistant === null ? null : boardIn(house, tools.assistant, 'assistant', labels),
  }
  const clientId = await watched('client', boards.client, client)
  const assistantId = boards.assistant && (await watched('assistant', boards.assistant, assistant))
  if (assistantId !== null) await parts.boards.update(clientId, { twinBoardId: assistantId, relays })
  const ourLabels = new Set(labels.map(({ name }) => name.toLowerCase()))
  const boardIds = { client: clientId, ...(assistantId !== null && { assistant: assistantId }) }
  return {
    house,
    jobs,
    process,
    boards,
    boardIds,
    ourLabels,
    listMoves: listMoves === true,
    keepsHours: keepsHours === true,
    clientId: client.id,
  }
}

const servicesOn = (board: SimulatedBoard) =>
  Object.fromEntries(serviceLabels.map(({ name, service }) => [board.labelId(name), service]))

const movesThatSay = (side: Side) =>
  Object.fromEntries(Object.entries(placeAnswers[side]).map(([place, { kind }]) => [place, kind]))

function boardIn({ sandboxes }: House, tool: Board['tool'], side: Side, labels: readonly LabelSpec[]) {
  if (tool === 'trello') return trelloBoard(sandboxes.trello, side, labels)
  return tool === 'notion' ? notionBoard(sandboxes.notion, side) : clickupBoard(sandboxes.clickup, side)
}

async function connect(house: House, { parts }: Process, tool: Board['tool']): Promise<void> {
  const { trello, notion, clickup } = house.sandboxes
  const accounts = {
    trello: { userId: trello.people.assistant.member.id, credentials: { ...trello.credentials } },
    notion: {
      userId: notion.botId,
      credentials: { ...notion.credentials, verificationToken: house.verificationToken },
    },
    clickup: { userId: String(clickup.people.service.user.id), credentials: { ...clickup.credentials } },
  }
  await parts.connectionStore.insert({
    id: `con_${tool}`,
    tool,
    name: tool,
    ...accounts[tool],
    callbackUrl: addressOf(tool),
    updates: 'webhook',
    createdAt: house.clock.now(),
  })
}

async function watch({ parts }: Process, board: SimulatedBoard, client: Client, role: Role): Promise<Board> {
  const connected = await parts.connections.get(`con_${board.tool}`)
  const request = {
    containerId: board.containerId,
    client,
    role,
    mode: 'dry-run',
    mapping: { assistants: board.assistants },
    hourlyWriteLimit: 10_000,
  } as const
  const notes = { added: async () => {}, removed: async () => {} }
  return (await watchBoard(request, connected, notes, parts, attempt())).board
}
