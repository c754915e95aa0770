import type { Board, Client } from '#model/board.ts'
import type { Facts } from '#model/facts.ts'
import type { Shown } from '#model/operation.ts'
import type { Instant, Observed, Task, TaskRef } from '#model/task.ts'
import { minutesBefore } from '#policies/calendar.ts'
import type { CompiledPolicy } from '#policies/compile.ts'
import type { Clock } from '../clock.ts'
import type { BoardStore } from '../store/boards.ts'
import type { DeliveryStore } from '../store/deliveries.ts'
import type { ExampleStore } from '../store/examples.ts'
import { newId } from '../store/id.ts'
import type { PolicyStore } from '../store/policies.ts'
import type { StoredTask, TaskStore } from '../store/tasks.ts'
import { accountOf } from './account.ts'
import type { ClientPolicies } from './client-policy.ts'
import { interpret } from './interpret.ts'
import { overridesOf } from './override.ts'
import { referenceOf } from './reference.ts'
import { fingerprintOf, remember } from './remember.ts'

/** All that is known about an observed task: where it belongs, what it asks, what is ours on it, what we remember. */
export interface Context {
  /** Our id of the task. */
  readonly id: string
  readonly board: Board
  readonly client: Client
  /** As it was kept before this look; null at the first one. */
  readonly stored: StoredTask | null
  readonly task: Task
  readonly base: Shown
  readonly theirs: Shown
  readonly facts: Facts
  readonly policy: CompiledPolicy
  readonly reference: string
}

/** Through whose eyes a task was seen. */
export interface Observer {
  /** The tool's user id that we write as. */
  readonly userId: string
  readonly eventsShowDue: boolean
}

export interface ContextDeps {
  readonly boards: BoardStore
  readonly tasks: TaskStore
  readonly deliveries: DeliveryStore
  readonly policies: PolicyStore
  readonly examples: ExampleStore
  readonly clientPolicies: ClientPolicies
  readonly now: Clock
}

/**
 * Tools tell creation times rounded down, Trello to the second and Notion to the minute. What was on the board when it
 * was added is known already, so a task that we do not know and that is about as old as the watch is a new one.
 */
const roundingMinutes = 1

const nothing: Shown = { labels: [], estimate: null, surcharge: null, status: null, comment: null }

/**
 * Find the context of an observed task; null when its board is not watched.
 * Costs two queries for an unchanged task, up to four more for a new or changed one.
 */
export function createContext(deps: ContextDeps) {
  return async function contextOf(observed: Observed, by: Observer): Promise<Context | null> {
    const place = await deps.boards.context(observed.ref.connectionId, observed.containerId)
    if (place === null) return null
    const { board, client } = place
    const stored = await deps.tasks.find(observed.ref)
    const id = stored?.id ?? newId('tsk')
    const reference = referenceOf(observed.ref.taskId, client.language)
    const last = stored?.shown.comment ?? null
    const { task, theirs } = interpret(observed, board.mapping, {
      reference,
      userId: by.userId,
      last,
      timeZone: client.timeZone,
    })
    const wasThereFirst =
      stored === null && observed.createdAt < minutesBefore(board.watchedSince, roundingMinutes)
    const base = baseOf(stored, board, theirs, wasThereFirst)
    const facts = await recall({ observed, by, task, board, client, stored, base, theirs, wasThereFirst })
    const policy = await deps.clientPolicies.inForce(client, facts)
    return { id, board, client, stored, task, base, theirs, facts, policy, reference }
  }

  async function recall(look: {
    observed: Observed
    by: Observer
    task: Task
    board: Board
    client: Client
    stored: StoredTask | null
    base: Shown
    theirs: Shown
    wasThereFirst: boolean
  }): Promise<Facts> {
    const { task, stored, client } = look
    const known = stored?.facts ?? null
    const now = deps.now()
    const inForceAt = stored === null ? task.submittedAt : now
    const isAsKnown = known?.fingerprint === fingerprintOf(task)
    const judgement = isAsKnown ? known : await judgementOf(deps, client, look.observed.ref, inForceAt)
    const dueSetAt =
      task.dueAt === null || task.dueAt === known?.dueAt
        ? null
        : await deps.deliveries.dueSetAt(look.observed.ref, {
            dueAt: task.dueAt,
            since: stored?.updatedAt ?? null,
            eventsShowDue: look.by.eventsShowDue,
          })
    const overrides = overridesOf(look.base, stored?.pending ?? null, look.theirs, now)
    return remember(known, task, {
      now,
      judgement,
      dueSetAt,
      wasThereFirst: look.wasThereFirst,
      overrides,
    })
  }
}

/** What a new or changed request is judged by: the rules in force, and what the books say then. */
async function judgementOf(
  deps: ContextDeps,
  client: Client,
  ref: TaskRef,
  at: Instant,
): Promise<Pick<Facts, 'policyVersion' | 'examplesRevision' | 'account'>> {
  return {
    policyVersion: await deps.policies.versionAt(client.policyId, at),
    examplesRevision: await deps.examples.revision(client.policyId),
    account: await accountOf(client, ref, deps.now(), deps.tasks),
  }
}

/** What we last wrote. On a task that was there first, or has come from another board, all it shows counts as given. */
function baseOf(stored: StoredTask | null, board: Board, theirs: Shown, wasThereFirst: boolean): Shown {
  if (wasThereFirst || (stored !== null && stored.boardId !== board.id)) return { ...theirs, status: null }
  return stored?.shown ?? nothing
}
