import type { Capabilities } from '#model/adapter.ts'
import type { Board, Client } from '#model/board.ts'
import type { Facts } from '#model/facts.ts'
import type { Shown } from '#model/operation.ts'
import type { ClientRequest } from '#model/request.ts'
import type { Observed, Task } from '#model/task.ts'
import { minutesBefore } from '#policies/calendar.ts'
import type { CompiledPolicy } from '#policies/compile.ts'
import type { BoardStore } from '../store/boards.ts'
import { newId } from '../store/id.ts'
import type { RequestStore } from '../store/requests.ts'
import type { RunStore, Written } from '../store/runs.ts'
import type { StoredTask } from '../store/tasks.ts'
import { asArrived, interpret, readTask } from './interpret.ts'
import { overridesOf, settled } from './override.ts'
import { type RecallDeps, recall } from './recall.ts'
import { referenceOf } from './reference.ts'
import { asRequested } from './request-card.ts'
import { requestOfCard } from './request-of-card.ts'
import { assignedPolicyId, servedBy } from './stand-in.ts'

/** All that is known about an observed task: where it belongs, what it asks, what is ours on it, what we remember. */
export interface Context {
  /** Our id of the task. */
  readonly id: string
  readonly board: Board
  readonly client: Client
  /** As it was kept before this look; null at the first one. */
  readonly stored: StoredTask | null
  /** What the client asked by another channel, where the card was made from that; else null. */
  readonly request: ClientRequest | null
  readonly task: Task
  /** What is ours on it. */
  readonly base: Shown
  readonly theirs: Shown
  readonly facts: Facts
  readonly policy: CompiledPolicy
  readonly reference: string
  /** Our writes that are to be put back, newest first; null when none are. */
  readonly undo: readonly Written[] | null
}

/** Through whose eyes a task was seen. */
export interface Observer {
  /** The tool's user id that we write as. */
  readonly userId: string
  readonly capabilities: Pick<Capabilities, 'eventsShowDue' | 'arrivalEvent'>
}

export interface ContextDeps extends RecallDeps {
  readonly boards: BoardStore
  readonly runs: RunStore
  readonly requests: RequestStore
}

/**
 * Tools tell creation times rounded down, Trello to the second and Notion to the minute. What was on the board when it
 * was added is known already, so a task that we do not know and that is about as old as the watch is a new one.
 */
const roundingMinutes = 1

const nothing: Shown = { labels: [], estimate: null, surcharge: null, status: null, comment: null }

/**
 * Find the context of an observed task; null when its board is not watched.
 * Costs two queries for an unchanged task about which nobody has told anything, one or two more if we or an assistant made it,
 * and one more at the first look at one that was not just made.
 */
export function createContext(deps: ContextDeps) {
  return async function contextOf(observed: Observed, by: Observer): Promise<Context | null> {
    const place = await deps.boards.context(observed.ref.connectionId, observed.containerId)
    if (place === null) return null
    const { board, client, booksRevision } = place
    const stored = await deps.tasks.find(observed.ref)
    const id = stored?.id ?? newId('tsk')
    const reference = referenceOf(observed.ref.taskId, client.language)
    const last = stored?.shown.comment ?? null
    const { task: shown, theirs } = interpret(observed, board.mapping, {
      reference,
      userId: by.userId,
      last,
      timeZone: client.timeZone,
    })
    const request = await requestOfCard(observed, board, by.userId, deps.requests)
    const arrivedAt =
      stored === null ? await arrivalOf(observed, board, by) : (stored.facts.arrivedAt ?? null)
    const asAsked = (read: Task) => (request === null ? read : asRequested(read, request))
    const task = asAsked(asArrived(shown, arrivedAt))
    const before = stored?.facts.takenIn
      ? asAsked(readTask(stored.observed, board.mapping, client.timeZone))
      : null
    const isOld = stored === null && observed.createdAt < minutesBefore(board.watchedSince, roundingMinutes)
    const wasThereFirst = isOld && arrivedAt === null
    const isGiven = isOld || (stored === null && observed.copied === true)
    const base = baseOf(stored, board, theirs, isGiven)
    const isElsewhere = stored !== null && stored.boardId !== board.id
    const isOfAnother = isElsewhere && (await deps.tasks.clientOf(id)) !== client.id
    const facts = await recall(
      {
        ...{ id, observed, request, task, before, client, booksRevision, stored, arrivedAt },
        ...{ wasThereFirst, isOfAnother },
        assignedPolicyId: assignedPolicyId(observed, board.mapping),
        eventsShowDue: by.capabilities.eventsShowDue,
        touched: (at) => overridesOf(base, theirs, at),
      },
      deps,
    )
    const undo = facts.undo === null ? null : await deps.runs.written(id, facts.undo)
    const policy = await deps.clientPolicies.inForce(servedBy(client, facts), facts)
    return { id, board, client, stored, request, task, base, theirs, facts, policy, reference, undo }
  }

  /**
   * When a task that we see for the first time was brought here, if it was drawn up elsewhere: the task itself tells, or else
   * an event has told. Null if it was not, or nobody told.
   */
  async function arrivalOf(
    { ref, createdAt, arrivedAt }: Observed,
    board: Board,
    { capabilities }: Observer,
  ) {
    const { arrivalEvent: event } = capabilities
    const since = minutesBefore(board.watchedSince, roundingMinutes)
    if (event === null) return arrivedAt !== undefined && arrivedAt >= since ? arrivedAt : null
    if (createdAt >= minutesBefore(deps.now(), roundingMinutes)) return null
    return deps.deliveries.happenedAt(ref, { event, since })
  }
}

/**
 * What is ours. On a task that was there first, is a copy, or has come from another board, all it shows counts as
 * given: nobody has ruled by it.
 */
function baseOf(stored: StoredTask | null, board: Board, theirs: Shown, isGiven: boolean): Shown {
  if (isGiven || (stored !== null && stored.boardId !== board.id)) return { ...theirs, status: null }
  return stored === null ? nothing : settled(stored.shown, stored.pending, theirs)
}
