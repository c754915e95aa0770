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
  /** How many other tasks of a board were written to within the hour, since its last release if that is later. */
  readonly writtenWithinTheHour: (board: Board, taskId: string) => Promise<number>
}

export type PairWriter = ReturnType<typeof createPairWriter>

/** Carries out what was planned for a pair, on both boards, and keeps what both hold then. */
export function createPairWriter(deps: WritePairDeps) {
  return { write, say, recorded, isHeld }

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
    const pending = { shown: shown(id ?? ''), since: deps.now() }
    if (twin.base !== null)
      await deps.twins.save({ ...twin, pending: { ...pending, base: twin.base, moves: null } })
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
    const { onTwin, onRequest, overrides, base, before, moves, meant } = pair
    // What one side is not given because its board is held comes, with what the other gets, by a later look.
    if (await isHeld(onTwin, place.board, request.context.id)) return twin
    if (await isHeld(onRequest, request.context.board, request.context.id)) return twin
    // A person's hand is kept with it: after a crash nothing could tell it from a write of ours.
    const pending = { shown: meant, base, moves, since: deps.now() }
    if (onTwin.length + onRequest.length > 0)
      await deps.twins.save({ ...twin, ...before, overrides, pending })
    const shown = onTwin.length === 0 ? meant : await writeTwin(request, observed, place, pair, attempt)
    if (onRequest.length > 0) await writeRequest(request, onRequest, attempt)
    const hops = pair.hop > 0 ? hopped(twin.hops, pair.hop, deps.now()) : twin.hops
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

  /** Has a board had its writes for the hour, so that these wait until it is released? */
  async function isHeld(operations: readonly Operation[], board: Board, taskId: string): Promise<boolean> {
    if (operations.length === 0) return false
    const written = await deps.writtenWithinTheHour(board, taskId)
    return guard(operations, board, written) !== 'apply'
  }

  /** @returns what of the verdict the twin shows then */
  async function writeTwin(
    request: Request,
    observed: Observed,
    place: Place,
    { onTwin, meant }: PairPlan,
    attempt: Attempt,
  ): Promise<Shown> {
    const { connected } = place
    const mapping = await labelled(request, place, onTwin, attempt)
    const run = { taskId: request.context.id, boardId: place.board.id, operations: onTwin }
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
