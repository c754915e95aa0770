import { isDeepStrictEqual } from 'node:util'
import type { Attempt } from '#model/adapter.ts'
import type { Board } from '#model/board.ts'
import type { Operation, Shown } from '#model/operation.ts'
import type { Run } from '#model/run.ts'
import type { Observed } from '#model/task.ts'
import type { Twin } from '#model/twin.ts'
import type { Clock } from '../clock.ts'
import { currentRequestId } from '../request-id.ts'
import { newId } from '../store/id.ts'
import type { RunStore } from '../store/runs.ts'
import type { TwinStore } from '../store/twins.ts'
import type { ClientPolicies } from './client-policy.ts'
import { guard } from './guard.ts'
import { hopped } from './hops.ts'
import type { Place, PlaceDeps, Request } from './pair.ts'
import { lacksLabels, provision } from './provision.ts'
import { referenceOf } from './reference.ts'
import { servedBy } from './stand-in.ts'
import type { PairPlan } from './twin-plan.ts'

export interface WritePairDeps extends PlaceDeps {
  readonly twins: TwinStore
  readonly clientPolicies: ClientPolicies
  readonly now: Clock
  readonly runs: RunStore
  /** How many tasks of a board were written to within the hour, since its last release if that is later. */
  readonly writtenWithinTheHour: (board: Board) => Promise<number>
}

/** Carries out what was planned for a pair, on both boards, and keeps what both hold then. */
export function createPairWriter(deps: WritePairDeps) {
  return { write, say }

  /** Put a sentence into the place of our note. @returns the pair as it is then: the sentence is ours, no person's */
  async function say(
    sentence: string,
    twin: Twin,
    observed: Observed,
    { board, owner, connected }: Place,
    attempt: Attempt,
  ): Promise<Twin> {
    if (board.mode !== 'apply') return twin
    const reference = referenceOf(observed.ref.taskId, owner.language)
    const id = twin.shown.comment?.id ?? null
    const text = `${sentence}\n\n${reference}`
    const shown = (commentId: string): Shown => ({ ...twin.shown, comment: { id: commentId, text } })
    await deps.twins.save({ ...twin, pending: { shown: shown(id ?? ''), since: deps.now() } })
    const operation = { kind: 'comment', id, text, reference, mayExist: id === null } as const
    const { commentId } = await connected.adapter.apply(observed, [operation], board.mapping, attempt)
    return { ...twin, pending: null, shown: commentId === null ? twin.shown : shown(commentId) }
  }

  /** The twin first: it is the assistant's, and a client sees nothing that she does not. */
  async function write(
    request: Request,
    twin: Twin,
    observed: Observed,
    place: Place,
    pair: PairPlan,
    attempt: Attempt,
  ): Promise<Twin> {
    const { onRequest, overrides, base } = pair
    const shown = await writeTwin(request, twin, observed, place, pair, attempt)
    // What the twin was not given because its board is held comes with a later look.
    if (shown === null) return twin
    if (onRequest.length > 0) await writeRequest(request, onRequest, attempt)
    const hops = pair.isHop ? hopped(twin.hops, deps.now()) : twin.hops
    const { revision } = request.context.facts
    const agreed = { base, shown, overrides, hops, revision, pending: null }
    const kept: Twin = { ...twin, ...agreed, updatedAt: deps.now() }
    if (!isDeepStrictEqual({ ...kept, updatedAt: '' }, { ...twin, updatedAt: '' }))
      await deps.twins.save(kept)
    return kept
  }

  async function writeRequest(
    { context, observed }: Request,
    operations: readonly Operation[],
    attempt: Attempt,
  ): Promise<void> {
    const { board } = context
    const { adapter } = await deps.connections.get(board.connectionId)
    await recorded({ taskId: context.id, boardId: board.id, operations }, attempt, () =>
      adapter.apply(observed, operations, board.mapping, attempt),
    )
  }

  /** Write, and put it on record with the request: it has no verdict of its own, and nothing of it is undone. */
  async function recorded<T>(
    run: Pick<Run, 'taskId' | 'boardId' | 'operations'>,
    attempt: Attempt,
    write: () => Promise<T>,
  ): Promise<T> {
    const startedAt = deps.now()
    const before = { reads: attempt.reads, writes: attempt.writes }
    const result = await write()
    const calls = { reads: attempt.reads - before.reads, writes: attempt.writes - before.writes }
    await deps.runs.add({
      id: newId('run'),
      ...run,
      ...{ state: 'applied', startedAt, finishedAt: deps.now(), calls, requestId: currentRequestId() },
      ...{ decision: null, unsupported: [], timings: {}, error: null },
    })
    return result
  }

  /** @returns what of the verdict the twin shows then; null when its board is held */
  async function writeTwin(
    request: Request,
    twin: Twin,
    observed: Observed,
    place: Place,
    { onTwin, meant, overrides }: PairPlan,
    attempt: Attempt,
  ): Promise<Shown | null> {
    if (onTwin.length === 0) return meant
    const { board, connected } = place
    if (guard(onTwin, board, await deps.writtenWithinTheHour(board)) !== 'apply') return null
    // A person's hand is kept with it: after a crash nothing could tell it from a write of ours.
    await deps.twins.save({ ...twin, overrides, pending: { shown: meant, since: deps.now() } })
    const mapping = await labelled(request, place, onTwin, attempt)
    const run = { taskId: request.context.id, boardId: board.id, operations: onTwin }
    const { commentId } = await recorded(run, attempt, () =>
      connected.adapter.apply(observed, onTwin, mapping, attempt),
    )
    const { comment } = meant
    return { ...meant, comment: comment && { ...comment, id: comment.id || (commentId ?? '') } }
  }

  /** The board's mapping with every label that a plan needs. */
  async function labelled(
    { context }: Request,
    { board, owner, connected }: Place,
    operations: readonly Operation[],
    attempt: Attempt,
  ) {
    if (!lacksLabels(board.mapping, operations)) return board.mapping
    const { language, address, timeZone } = owner
    const speech = { ...servedBy(context.client, context.facts), language, address, timeZone }
    const policy = await deps.clientPolicies.inForce(speech, context.facts)
    const made = await provision(board, policy, { adapter: connected.adapter, boards: deps.boards }, attempt)
    return made.mapping
  }
}
