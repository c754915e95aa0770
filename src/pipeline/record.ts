import { createHash } from 'node:crypto'
import type { Applied, Attempt } from '#model/adapter.ts'
import type { Decision } from '#model/decision.ts'
import type { AppError } from '#model/error.ts'
import type { Facts, Override } from '#model/facts.ts'
import type { Operation, Pending, Shown } from '#model/operation.ts'
import type { Run, RunState, Timings } from '#model/run.ts'
import type { Observed, TaskRef } from '#model/task.ts'
import type { Clock } from '../clock.ts'
import { newId } from '../store/id.ts'
import type { RunStore } from '../store/runs.ts'
import type { StoredTask, TaskStore } from '../store/tasks.ts'
import type { Context } from './context.ts'
import { byHand, mergeOverrides } from './override.ts'
import { outcome } from './plan.ts'
import { undoneBy } from './put-back.ts'

/** One pass over a task being written down as it goes: what was seen, what was decided, what was done. */
export interface Pass {
  timed<T>(stage: keyof Timings, work: () => T | Promise<T>): Promise<T>
  sees(observed: Observed, context: Context): void
  /** `decision` is null where nothing is judged any more. */
  decides(decision: Decision | null, operations: readonly Operation[], unsupported: readonly string[]): void
  /** The task is deleted, archived, or on a board that is not watched; null if we never knew it. */
  gone(): Promise<Run | null>
  /** Nothing was written to the tool. */
  end(state: RunState): Promise<Run>
  /** Writing begins; `meant` is what the task will show when it is done. */
  applying(meant: Shown): Promise<void>
  applied(applied: Applied, shown: Shown): Promise<Run>
  /**
   * The pass ended in an error. What it meant to write stays on record. Null if the task is not known yet, or if the pass
   * was over already and something after it failed.
   */
  failed(error: AppError): Promise<Run | null>
}

export interface RecordDeps {
  readonly runs: RunStore
  readonly tasks: TaskStore
  readonly now: Clock
  readonly requestId: string | null
}

/** Start writing down a pass. */
export function beginPass(ref: TaskRef, attempt: Attempt, deps: RecordDeps): Pass {
  const runId = newId('run')
  const startedAt = deps.now()
  const timings: { -readonly [stage in keyof Timings]: Timings[stage] } = {}
  let seen: { observed: Observed; context: Context } | null = null
  let decided: Pick<Run, 'decision' | 'operations' | 'unsupported'> = {
    decision: null,
    operations: [],
    unsupported: [],
  }
  let pending: Pending | null = null
  let isOver = false

  const runOf = (
    task: Pick<StoredTask, 'id' | 'boardId'>,
    state: RunState,
    error: Run['error'] = null,
  ): Run => ({
    id: runId,
    taskId: task.id,
    boardId: task.boardId,
    state,
    startedAt,
    finishedAt: state === 'applying' ? null : deps.now(),
    ...decided,
    timings: { ...timings },
    calls: { reads: attempt.reads, writes: attempt.writes },
    requestId: deps.requestId,
    error,
  })

  /** Write down run, task and, when it is another than before, the decision. */
  async function record(
    state: RunState,
    shown: Shown,
    extra: readonly Override[] = [],
    error: Run['error'] = null,
  ) {
    if (seen === null) throw new TypeError('a pass cannot be recorded before the task is seen')
    const { observed, context } = seen
    const { decision } = decided
    const known = context.stored?.decisionId ?? null
    const decisionId = decision === null ? known : decisionIdOf(context.id, decision)
    const run = runOf({ id: context.id, boardId: context.board.id }, state, error)
    const task: StoredTask = {
      id: context.id,
      boardId: context.board.id,
      state: 'open',
      observed,
      facts: {
        ...context.facts,
        overrides: mergeOverrides(context.facts.overrides, extra),
        // Until our writes are put back whole, the next look goes on with it.
        undo: state === 'applying' || state === 'failed' ? context.facts.undo : null,
      },
      shown,
      pending,
      decisionId,
      headline: decision?.headline ?? context.stored?.headline ?? null,
      lastState: state,
      hasPrivate:
        decision === null ? (context.stored?.hasPrivate ?? false) : decision.privateFindings.length > 0,
      promisedMinutes:
        decision === null ? (context.stored?.promisedMinutes ?? null) : promisedBy(decision, context.facts),
      revision: context.stored?.revision ?? 0,
      lookAt: context.stored?.lookAt ?? null,
      createdAt: context.stored?.createdAt ?? startedAt,
      updatedAt: deps.now(),
    }
    const isNew = decisionId !== null && decisionId !== known
    const newDecision = isNew && decision !== null ? { id: decisionId, decision } : null
    const before = ['applying', 'applied', 'failed'].includes(state) ? context.theirs : null
    await deps.runs.record(run, task, {
      newDecision,
      interrupted: Boolean(context.stored?.pending),
      before: decided.operations.length > 0 ? before : null,
    })
    return run
  }

  return {
    async timed(stage, work) {
      const start = performance.now()
      try {
        return await work()
      } finally {
        timings[stage] = Math.round((performance.now() - start) * 1000) / 1000
      }
    },
    sees(observed, context) {
      seen = { observed, context }
      pending = context.stored?.pending ?? null
    },
    decides(decision, operations, unsupported) {
      decided = { decision, operations, unsupported }
    },
    async gone() {
      const stored = await deps.tasks.find(ref)
      if (stored === null) return null
      // What an unfinished run meant to write stays on record: if the task comes back, it tells ours from a person's.
      const task: StoredTask = { ...stored, state: 'gone', lastState: 'gone', updatedAt: deps.now() }
      const run = runOf(task, 'gone')
      await deps.runs.record(run, task, {
        newDecision: null,
        interrupted: stored.pending !== null,
        before: null,
      })
      return run
    },
    end(state) {
      isOver = true
      // An unfinished write is over once a look finds nothing left to do.
      if (state === 'in-sync') pending = null
      return record(state, seen === null ? empty : outcome(seen.context, [], null))
    },
    async applying(meant) {
      pending = { shown: meant, since: startedAt }
      await record('applying', seen === null ? empty : byHand(seen.context.base, seen.context.theirs))
    },
    applied(applied, shown) {
      pending = null
      isOver = true
      const deleted = deletedComment(decided.operations, applied, deps.now())
      const undone = seen?.context.undo == null ? [] : undoneBy(decided.operations, deps.now())
      return record('applied', shown, [...undone, ...deleted])
    },
    async failed(error) {
      if (seen === null || isOver) return null
      const { base, theirs } = seen.context
      return record('failed', byHand(base, theirs), [], { code: error.code, message: error.message })
    },
  }
}

/** The same decision about the same task has the same id, so that an unchanged verdict is stored once. */
const decisionIdOf = (taskId: string, decision: Decision) =>
  `dec_${createHash('sha256').update(taskId).update(JSON.stringify(decision)).digest('base64url').slice(0, 22)}`

const empty: Shown = { labels: [], estimate: null, surcharge: null, status: null, comment: null }

/** The work that a judged request promises for its day: it is covered, and nobody has yet to agree or has said no. */
function promisedBy({ labels, takes }: Decision, { answers, dueAt }: Facts): number | null {
  const isAgreed = labels.includes('in_scope') && !labels.includes('urgent_confirm')
  const isWanted = answers.choice === null || answers.choice === 'accept'
  return isAgreed && isWanted && dueAt !== null ? (takes?.min ?? null) : null
}

/** An edit that found no comment: a person deleted it, and wants it so. */
function deletedComment(operations: readonly Operation[], applied: Applied, at: string): Override[] {
  const edited = operations.some((operation) => operation.kind === 'comment' && operation.id !== null)
  return edited && applied.commentId === null
    ? [{ target: 'comment', label: null, change: 'removed', at }]
    : []
}
