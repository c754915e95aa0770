import type { Kysely } from 'kysely'
import type { Board, Client } from '#model/board.ts'
import type { Decision } from '#model/decision.ts'
import { AppError } from '#model/error.ts'
import type { ClientRequest } from '#model/request.ts'
import { daysBefore } from '#policies/calendar.ts'
import { evaluate } from '#policies/evaluate.ts'
import { isNearlyCalled } from '#policies/text/nearly-called.ts'
import type { Clock } from '../clock.ts'
import type { BoardStore } from '../store/boards.ts'
import type { BookStore } from '../store/books.ts'
import type { ClientStore } from '../store/clients.ts'
import type { Also, Database } from '../store/database.ts'
import { newId } from '../store/id.ts'
import { createRequestStore, type RequestStore } from '../store/requests.ts'
import type { TaskStore } from '../store/tasks.ts'
import { accountOf } from './account.ts'
import type { Queue } from './queue.ts'
import { remember } from './remember.ts'
import { type Said, taskOfRequest } from './request-card.ts'
import { type JudgeDeps, judgeAt } from './stand-in.ts'
import { untold } from './told.ts'

/** What somebody writes down of a request that came by another channel. */
export interface Told extends Said {
  /** Is it to be a card on the client's board? */
  readonly putOnBoard: boolean
  /** On which; null for the first that is written to. */
  readonly boardId: string | null
}

export interface RecordRequestDeps extends JudgeDeps {
  readonly db: Kysely<Database>
  readonly requests: RequestStore
  readonly clients: ClientStore
  readonly boards: BoardStore
  readonly tasks: TaskStore
  readonly books: BookStore
  readonly queue: Pick<Queue, 'sweep'>
  readonly now: Clock
}

/**
 * Judge a request that came by another channel, as a look would, and keep it. If it is to be a card, the next sweep of
 * the board makes it; that is asked for in the same transaction. A client without a board that is written to gets the verdict only.
 * @throws AppError NOT_FOUND; REQUEST_INVALID for a service that the policy has not, or a time to come; CONFLICT for a
 * board on which nothing of this client can be put
 */
export async function recordRequest(
  told: Told,
  also: Also<ClientRequest>,
  deps: RecordRequestDeps,
): Promise<ClientRequest> {
  const { putOnBoard, boardId, ...said } = told
  const now = deps.now()
  if (said.receivedAt > now) throw refused('receivedAt', 'is still to come', 'say when it came')
  const client = await deps.clients.get(said.clientId)
  const board = putOnBoard ? await boardFor(client, boardId, deps) : null
  const card = board === null ? null : { boardId: board.id, begunAt: null, taskId: null, task: null }
  const decision = await judge(said, client, deps)
  const request = {
    ...said,
    id: newId('ask'),
    decision,
    possibleDuplicateOf: await duplicateOf(said, deps),
    card,
    createdAt: now,
  }
  await deps.db.transaction().execute(async (trx) => {
    await createRequestStore(trx).add(request)
    if (board !== null) await deps.queue.sweep([board], { full: false, db: trx })
    await also(trx, request)
  })
  return request
}

async function boardFor(
  client: Client,
  boardId: string | null,
  { boards }: RecordRequestDeps,
): Promise<Board | null> {
  const isFit = ({ clientId, role, mode, leavingSince }: Board) =>
    clientId === client.id && role === 'client' && mode === 'apply' && leavingSince === null
  if (boardId === null) {
    const fit = (await boards.ofClient(client.id)).filter(isFit)
    return fit.toSorted((a, b) => (a.watchedSince < b.watchedSince ? -1 : 1))[0] ?? null
  }
  const board = await boards.get(boardId)
  if (!isFit(board))
    throw new AppError('CONFLICT', `board ${boardId} is not one of this client's in mode apply`)
  return board
}

async function judge(said: Said, client: Client, deps: RecordRequestDeps): Promise<Decision> {
  const now = deps.now()
  // Nobody is assigned to it yet.
  const { served, rules } = await judgeAt(client, null, said.receivedAt, deps)
  const policy = await deps.clientPolicies.inForce(served, rules)
  if (said.service !== null && !policy.document.services.some(({ id }) => id === said.service))
    throw refused('service', 'is no service of the policy', 'use the id of one of its services')
  const task = taskOfRequest(said)
  const account = await accountOf(served, { ...noTask, dueAt: said.dueAt }, now, deps)
  const facts = remember(null, task, {
    now,
    judgement: { ...rules, account },
    booked: null,
    booksRevision: 0,
    told: untold,
    dueSetAt: said.dueSetAt,
    arrivedAt: null,
    cameAt: null,
    wasThereFirst: false,
    overrides: [],
  })
  return evaluate(policy, task, facts, now)
}

/** The books have no entries about it yet. */
const noTask = { id: '', ref: { tool: 'trello', connectionId: '', taskId: '' }, cameAt: null } as const

/** Flagged, never merged: only a person can tell. */
async function duplicateOf(
  { clientId, title }: Pick<Told, 'clientId' | 'title'>,
  { requests, now }: RecordRequestDeps,
): Promise<string | null> {
  const recent = await requests.titlesSince(clientId, daysBefore(now(), 1))
  return recent.find((other) => isNearlyCalled(title, other.title))?.id ?? null
}

function refused(path: string, message: string, remedy: string): AppError {
  const details = [{ path: `body.${path}`, message, remedy }]
  return new AppError('REQUEST_INVALID', 'the request is not valid', { details })
}
