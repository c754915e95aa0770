import type { Client } from '#model/board.ts'
import type { Facts, Override } from '#model/facts.ts'
import type { ClientRequest } from '#model/request.ts'
import type { Instant, Observed, Task } from '#model/task.ts'
import { minutesBefore } from '#policies/calendar.ts'
import type { Clock } from '../clock.ts'
import type { AnswerStore } from '../store/answers.ts'
import type { BookStore } from '../store/books.ts'
import type { DeliveryStore } from '../store/deliveries.ts'
import type { OrderStore } from '../store/orders.ts'
import type { StoredTask, TaskStore } from '../store/tasks.ts'
import { accountOf, bookedFor } from './account.ts'
import { isSameMinute } from './due.ts'
import { longestJobMinutes } from './job-fate.ts'
import { fingerprintOf, type Judgement, remember, stillTakenIn } from './remember.ts'
import { type JudgeDeps, judgeAt } from './stand-in.ts'
import { takeIn } from './told.ts'

export interface RecallDeps extends JudgeDeps {
  readonly tasks: TaskStore
  readonly deliveries: DeliveryStore
  readonly books: BookStore
  readonly answers: AnswerStore
  readonly orders: OrderStore
  readonly now: Clock
}

/** A task at one look, as far as it bears on what is remembered. */
export interface Seen {
  /** Our id of the task. */
  readonly id: string
  readonly observed: Observed
  readonly request: ClientRequest | null
  readonly task: Task
  /** As it was at the last look, read as it is read now, where it was taken in silently; else null. */
  readonly before: Task | null
  readonly client: Client
  /** Whose rules the board says hold for it, by whom it is assigned to; null where it says nothing. */
  readonly assignedPolicyId: string | null
  readonly booksRevision: number
  readonly stored: StoredTask | null
  /** When it was brought to the board from elsewhere; null where it was made there. */
  readonly arrivedAt: Instant | null
  readonly wasThereFirst: boolean
  /** Somebody has put it on another client's board. */
  readonly isOfAnother: boolean
  readonly eventsShowDue: boolean
  /** What a person has changed on the board since the last look. */
  readonly touched: (at: string) => readonly Override[]
}

/**
 * Bring what we remember of a task up to date with a look. No query for an unchanged task about which nobody has told
 * anything; a new or changed one looks up the rules in force and the books.
 */
export async function recall(seen: Seen, deps: RecallDeps): Promise<Facts> {
  const { task, before, stored } = seen
  const now = deps.now()
  const fingerprint = fingerprintOf(task)
  const last = stored?.facts ?? null
  const known = last === null || before === null ? last : stillTakenIn(last, before, task)
  const heard = await takeIn(stored, fingerprint, deps)
  // Somebody else's rules judge it anew; what people ruled about it stays.
  const isReassigned =
    known !== null &&
    !known.takenIn &&
    (seen.isOfAnother || (known.assigned?.policyId ?? null) !== seen.assignedPolicyId)
  const told = { ...heard, isRejudged: heard.isRejudged || isReassigned }
  const isAsKnown = known !== null && known.fingerprint === fingerprint && !told.isRejudged
  return remember(known, task, {
    now,
    judgement: isAsKnown ? known : await judgementOf(seen, told.isRejudged, deps),
    booked:
      isAsKnown && known.booksRevision !== seen.booksRevision ? await rebooked(seen, known, deps) : null,
    booksRevision: seen.booksRevision,
    told,
    dueSetAt: await dueSetAt(seen, deps),
    arrivedAt: seen.arrivedAt,
    cameAt: stored === null ? null : (cameAt(seen) ?? now),
    wasThereFirst: seen.wasThereFirst,
    overrides: seen.touched(now),
  })
}

/** What a new or changed request is judged by: the rules in force, and what is known of the client then. */
async function judgementOf(seen: Seen, isRejudged: boolean, deps: RecallDeps): Promise<Judgement> {
  const { id, observed, task, client, assignedPolicyId, stored } = seen
  const now = deps.now()
  const at = stored === null && !isRejudged ? task.submittedAt : now
  const { served, rules } = await judgeAt(client, assignedPolicyId, at, deps)
  return {
    ...rules,
    account: await accountOf(
      served,
      { id, ref: observed.ref, dueAt: task.dueAt, cameAt: cameAt(seen) },
      now,
      deps,
    ),
  }
}

/**
 * When it came as a request of this client; null where it comes with this look: it is new, was another client's, or was taken
 * in silently or the assistant's own.
 */
function cameAt({ stored, isOfAnother }: Pick<Seen, 'stored' | 'isOfAnother'>): Instant | null {
  if (stored === null || isOfAnother || stored.facts.takenIn) return null
  if (stored.lastState === 'taken-in' || stored.lastState === 'not-judged') return null
  return stored.facts.cameAt ?? stored.createdAt
}

/** The books have changed: read them again for the moment of the judgement, so that time alone changes nothing. */
async function rebooked({ id, client }: Seen, known: Facts, { books }: RecallDeps) {
  return bookedFor(await books.all(client.id), client, id, known.judgedAt)
}

/**
 * When a new due date was set, as told by the request, an event, or at the latest the tool's last change; null when none tells,
 * or the date is the known one.
 */
async function dueSetAt(
  { observed, request, task, stored, eventsShowDue }: Seen,
  { deliveries, now }: RecallDeps,
) {
  const { dueAt } = task
  if (dueAt === null || dueAt === stored?.facts.dueAt) return null
  if (request !== null && isSameMinute(dueAt, request.dueAt)) return request.dueSetAt
  if (stored !== null && isSameDate(stored.observed, observed)) return stored.facts.dueSetAt
  const known = stored?.updatedAt ?? null
  // What was told while the last look was under way it may not have seen. Where events show the date, it is known by that,
  // as the tool keeps it.
  const since = known !== null && eventsShowDue ? minutesBefore(known, longestJobMinutes) : known
  const told = await deliveries.dueSetAt(observed.ref, {
    dueAt: observed.dueAt ?? dueAt,
    since,
    eventsShowDue,
  })
  return told ?? changedWithin(observed, { since: known ?? observed.createdAt, until: now() })
}

/** A tool's own moment of the last change, unless it is none between these two: clocks differ, and some tools round theirs. */
const changedWithin = ({ changedAt }: Observed, { since, until }: { since: Instant; until: Instant }) =>
  changedAt >= since && changedAt <= until ? changedAt : null

/** Read otherwise than at the last look, e.g. since the client's zone was put right, it is still what was set then. */
const isSameDate = (one: Observed, other: Observed) =>
  one.dueAt === other.dueAt && one.dueDay === other.dueDay
