import type { Kysely } from 'kysely'
import type { Answer, AnswerWay, Said, Side } from '#model/answer.ts'
import type { Price } from '#model/decision.ts'
import { AppError } from '#model/error.ts'
import type { Instant } from '#model/task.ts'
import { quoteStateOf } from '#policies/answers/states.ts'
import { localDate } from '#policies/calendar.ts'
import type { Clock } from '../clock.ts'
import { createAnswerStore } from '../store/answers.ts'
import { createBookStore } from '../store/books.ts'
import { type ClientStore, createClientStore } from '../store/clients.ts'
import type { Also, Database, Db } from '../store/database.ts'
import { createTaskStore, type TaskStore } from '../store/tasks.ts'
import { holdTask, takeRevision } from '../store/tell.ts'
import { moneyIn } from './book.ts'
import type { ClientPolicies } from './client-policy.ts'
import type { Queue } from './queue.ts'
import { servedBy } from './stand-in.ts'

export interface AnswerDeps {
  readonly db: Kysely<Database>
  readonly clients: ClientStore
  readonly tasks: TaskStore
  readonly clientPolicies: ClientPolicies
  readonly queue: Pick<Queue, 'look'>
  readonly now: Clock
}

/** An answer as somebody gives it: an amount in whole units, and no price to what is accepted, for it is the shown one. */
export type Given =
  | Exclude<Said, { readonly kind: 'quote' | 'accept' }>
  | { readonly kind: 'quote'; readonly amount: number }
  | { readonly kind: 'accept' }

export interface Reply {
  readonly taskId: string
  readonly side: Side
  readonly author: Answer['author']
  readonly via: AnswerWay
  readonly given: Given
  /** The comment, label or call that it came by: the same one counts once. */
  readonly sourceId: string | null
}

/**
 * Record what somebody decided about a request, by whichever way they said it, and look at it again: one transaction.
 * The same source twice gives the first answer back.
 * @param also is written with a new answer, and not with one that is given back
 * @throws AppError NOT_FOUND, REQUEST_INVALID for an unknown service or an amount that cannot be,
 * CONFLICT when the task is gone, or there is no price to accept
 */
export async function recordAnswer(reply: Reply, deps: AnswerDeps, also?: Also<Answer>): Promise<Answer> {
  const checked = await check(reply, deps)
  return deps.db.transaction().execute(async (trx) => {
    const { taskId, sourceId, side, author, via } = reply
    const answers = createAnswerStore(trx)
    if (sourceId !== null) {
      await holdTask(trx, taskId)
      const known = await answers.bySource(taskId, sourceId)
      if (known !== null) return known
    }
    const told = await takeRevision(trx, taskId)
    const at = deps.now()
    const { fingerprint, revision } = told
    const said: Said =
      checked.kind === 'accept' ? { ...checked, price: await shownPrice(trx, taskId, revision) } : checked
    if (via === 'time') await assertTakenIn(trx, taskId, revision)
    if (said.kind === 'goodwill') await giveAway(trx, reply, told.clientId, at)
    await deps.queue.look([told.ref], { db: trx, delaySeconds: 0 })
    const added = await answers.add({ taskId, at, side, author, via, said, sourceId, fingerprint, revision })
    await also?.(trx, added)
    return added
  })
}

/**
 * Hold what was said against the rules that judge the request, with what was agreed then: what is agreed by now may not go
 * together with them. Before the transaction: the embedded store has one connection.
 */
async function check(
  { taskId, given }: Reply,
  deps: AnswerDeps,
): Promise<Exclude<Said, { kind: 'accept' }> | { readonly kind: 'accept' }> {
  if (given.kind !== 'quote' && given.kind !== 'service') return given
  const client = await deps.clients.get(await deps.tasks.clientOf(taskId))
  const { facts } = await deps.tasks.judged(taskId)
  const { document } = await deps.clientPolicies.inForce(servedBy(client, facts), facts)
  if (given.kind === 'quote')
    return { kind: 'quote', amount: moneyIn(given.amount, document.billing.currency) }
  if (document.services.some(({ id }) => id === given.service)) return given
  const remedy = `use one of ${document.services.map(({ id }) => id).join(', ')}`
  const details = [{ path: 'body.service', message: `the policy has no service "${given.service}"`, remedy }]
  throw new AppError('REQUEST_INVALID', 'the service is unknown', { details })
}

/** What the client sees and says yes to. */
async function shownPrice(trx: Db, taskId: string, revision: number): Promise<Price> {
  const { facts, decision } = await assertTakenIn(trx, taskId, revision)
  if (quoteStateOf(facts.answers) === 'expired')
    throw new AppError('CONFLICT', 'the price that was offered has run out: quote one again')
  if (decision?.price == null)
    throw new AppError('CONFLICT', 'this request shows no price that could be accepted: quote one first')
  return decision.price
}

/** Milliseconds that a look mostly takes. */
const lookMs = 2_000

/** What was told last must have been taken in, or this would be about another request, or another price. */
async function assertTakenIn(trx: Db, taskId: string, revision: number) {
  const judged = await createTaskStore(trx).judged(taskId)
  if (judged.facts.revision < revision - 1)
    throw new AppError('CONFLICT', 'what was told before is being taken in: try again in a moment', {
      retryAfterMs: lookMs,
    })
  return judged
}

/** That a request is given away is a fact of the books, like a deposit. */
async function giveAway(trx: Db, { taskId, author }: Reply, clientId: string, at: Instant): Promise<void> {
  const { timeZone } = await createClientStore(trx).get(clientId)
  await createBookStore(trx).add({
    clientId,
    taskId,
    kind: 'goodwill',
    day: localDate(at, timeZone),
    amountMinor: null,
    minutes: null,
    note: '',
    reverses: null,
    actor: author,
    createdAt: at,
  })
}
