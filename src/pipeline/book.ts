import type { Kysely } from 'kysely'
import type { BookEntry, BookKind } from '#model/book.ts'
import { AppError } from '#model/error.ts'
import { localDate } from '#policies/calendar.ts'
import { moneyFrom } from '#policies/money.ts'
import type { Clock } from '../clock.ts'
import { type BookStore, createBookStore } from '../store/books.ts'
import type { ClientStore } from '../store/clients.ts'
import type { Also, Database, Db } from '../store/database.ts'
import { createTaskStore, type TaskStore } from '../store/tasks.ts'
import type { ClientPolicies } from './client-policy.ts'
import { bulkPriority, type Queue } from './queue.ts'

export interface BookDeps {
  readonly db: Kysely<Database>
  readonly books: BookStore
  readonly clients: ClientStore
  readonly clientPolicies: ClientPolicies
  readonly tasks: TaskStore
  readonly queue: Pick<Queue, 'look'>
  readonly now: Clock
}

/** What somebody wants written into a client's books. */
export interface Booking {
  readonly clientId: string
  /** Our id of the request it is about, if it is about one. */
  readonly taskId?: string | null | undefined
  readonly kind: BookKind
  /** The day it counts for; today, where the client is, if left out. */
  readonly day?: string | undefined
  /** Of a deposit, in whole units of the policy's currency. */
  readonly amount?: number | undefined
  readonly minutes?: number | undefined
  readonly note: string
  readonly actor: BookEntry['actor']
}

/**
 * Write into the books, and look again at the open requests that this may bear on: one, or all of the client's.
 * @throws AppError NOT_FOUND, REQUEST_INVALID for an amount that the currency does not have, or another client's task
 */
export async function book(booking: Booking, also: Also<BookEntry>, deps: BookDeps): Promise<BookEntry> {
  const { clientId, taskId = null, kind, amount, minutes = null, note, actor } = booking
  const client = await deps.clients.get(clientId)
  if (taskId !== null) await checkTask(taskId, clientId, deps.tasks)
  const amountMinor = amount === undefined ? null : await minorOf(amount, clientId, deps)
  const createdAt = deps.now()
  const day = booking.day ?? localDate(createdAt, client.timeZone)
  const entry = { clientId, taskId, kind, day, amountMinor, minutes, note, reverses: null, actor, createdAt }
  return write(entry, also, deps)
}

/**
 * Take a wrong entry back by another one.
 * @throws AppError NOT_FOUND, CONFLICT when it was taken back already, or takes another back itself
 */
export async function reverse(
  {
    clientId,
    entryId,
    note,
    actor,
  }: { clientId: string; entryId: string; note: string; actor: BookEntry['actor'] },
  also: Also<BookEntry>,
  deps: BookDeps,
): Promise<BookEntry> {
  const { id, ...wrong } = await deps.books.get(clientId, entryId)
  if (wrong.reverses !== null)
    throw new AppError('CONFLICT', `entry ${id} takes another one back: write the right entry anew instead`)
  const entry = { ...wrong, note, reverses: id, actor, createdAt: deps.now() }
  return write(entry, also, deps)
}

function write(
  entry: Omit<BookEntry, 'id'>,
  also: Also<BookEntry>,
  { db, queue }: BookDeps,
): Promise<BookEntry> {
  return db.transaction().execute(async (trx) => {
    const added = await written(trx, entry, queue)
    await also(trx, added)
    return added
  })
}

async function written(
  trx: Db,
  entry: Omit<BookEntry, 'id'>,
  queue: Pick<Queue, 'look'>,
): Promise<BookEntry> {
  const added = await createBookStore(trx).add(entry)
  const tasks = createTaskStore(trx)
  // A deposit or a gift is about one request; all else may change what is left for every open one.
  const isOfOne = entry.taskId !== null && (entry.kind === 'deposit' || entry.kind === 'goodwill')
  const refs = isOfOne
    ? [(await tasks.get(entry.taskId ?? '')).observed.ref]
    : await tasks.openOf(entry.clientId)
  await queue.look(refs, { db: trx, delaySeconds: 0, ...(!isOfOne && { priority: bulkPriority }) })
  return added
}

async function checkTask(taskId: string, clientId: string, tasks: TaskStore): Promise<void> {
  const owner = await tasks.clientOf(taskId)
  if (owner === clientId) return
  const details = [
    { path: 'body.taskId', message: 'is no task of this client', remedy: 'use the id of one that is' },
  ]
  throw new AppError('REQUEST_INVALID', 'the task belongs to another client', { details })
}

async function minorOf(amount: number, clientId: string, deps: BookDeps): Promise<number> {
  const { document } = await deps.clientPolicies.inForceAt(await deps.clients.get(clientId), deps.now())
  return moneyIn(amount, document.billing.currency).minor
}

/**
 * An amount that somebody entered.
 * @param path where in the request
 * @throws AppError REQUEST_INVALID when the currency has no such amount
 */
export function moneyIn(amount: number, currency: string, path = 'body.amount') {
  try {
    return moneyFrom(amount, currency)
  } catch (cause) {
    const details = [
      { path, message: `is no amount in ${currency}`, remedy: 'give whole units, such as 94.5' },
    ]
    throw new AppError('REQUEST_INVALID', 'the amount cannot be counted', { details, cause })
  }
}
