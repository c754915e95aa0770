import { isDeepStrictEqual } from 'node:util'
import type { Attempt } from '#model/adapter.ts'
import type { Board } from '#model/board.ts'
import type { Operation, Shown } from '#model/operation.ts'
import type { Observed } from '#model/task.ts'
import type { Parting, Twin } from '#model/twin.ts'
import { evaluate } from '#policies/evaluate.ts'
import { assistantNote } from '#policies/note/assistant-note.ts'
import { pairWords } from '#policies/note/pair-words.ts'
import type { Clock } from '../clock.ts'
import { currentRequestId } from '../request-id.ts'
import { newId } from '../store/id.ts'
import type { RunStore } from '../store/runs.ts'
import type { TwinStore } from '../store/twins.ts'
import type { ClientPolicies } from './client-policy.ts'
import { guard } from './guard.ts'
import { hopped, isLooping } from './hops.ts'
import { interpret } from './interpret.ts'
import type { Listen } from './listen.ts'
import { type Place, type PlaceDeps, placeOf, type Request } from './pair.ts'
import { lacksLabels, provision } from './provision.ts'
import { referenceOf } from './reference.ts'
import { createRelays } from './relay-comments.ts'
import { twinContentOf } from './twin-content.ts'
import { twinFor } from './twin-making.ts'
import { type PairPlan, planPair } from './twin-plan.ts'

export interface MirrorDeps extends PlaceDeps {
  readonly twins: TwinStore
  readonly clientPolicies: ClientPolicies
  readonly now: Clock
  readonly runs: RunStore
  /** How many tasks of a board were written to within the hour, since its last release if that is later. */
  readonly writtenWithinTheHour: (board: Board) => Promise<number>
  readonly listen: Listen
}

/**
 * Bring a request and its twin on the assistant's own board to one truth: words and files flow to the twin, the whole
 * verdict stands there, a status moved on either side is carried to the other, comments are passed on where that is
 * wished. Level-based like `reconcile`: what both sides show is compared with what they showed when they last agreed.
 *
 * Only jobs about the request come here, so no two of them ever work on one pair at once.
 */
export function createMirror(deps: MirrorDeps) {
  const relays = createRelays(deps)

  return {
    /** @throws AppError TOOL_*, STORE_*: nothing is lost, the next look goes on from what both sides show then */
    async carry(request: Request, attempt: Attempt): Promise<void> {
      const { board } = request.context
      if (board.twinBoardId === null || board.mode !== 'apply') return
      const place = await placeOf(board.twinBoardId, deps)
      if (place.board.mode !== 'apply') return
      const wanted = contentFor(request, place)
      const twin = await twinFor(request, wanted, place, deps, attempt)
      if (twin?.twinId == null) return
      const observed = await place.connected.adapter.observe(twin.twinId, attempt)
      const parting = partingOf(observed, place)
      if (observed === null || parting !== null) return part(twin, parting ?? 'twin-gone')

      const pair = planPair(await lookAt(request, twin, observed, place, wanted))
      if (pair.isHop && isLooping(twin.hops, deps.now())) return halt(twin, observed, place, attempt)
      if (pair.rulings.length > 0) await deps.listen.toLabels(request, pair.rulings)
      await heedMoves(request, place, pair)
      const kept = await write(request, twin, observed, place, pair, attempt)
      await relays.carry(request, kept, observed, place, attempt)
    },

    /** The request is deleted, archived, or on a board that is not watched: its twin says so, and is let go. */
    async letGo(taskId: string, attempt: Attempt): Promise<void> {
      const twin = await deps.twins.find(taskId)
      if (twin?.state !== 'linked' || twin.twinId === null) return
      const place = await placeOf(twin.boardId, deps)
      const observed = await place.connected.adapter.observe(twin.twinId, attempt)
      const told =
        observed === null || observed.archived
          ? twin
          : await say(pairWords[place.owner.language].requestGone, twin, observed, place, attempt)
      await part(told, 'request-gone')
    },
  }

  /** Before anything is carried over: once it is, nobody can tell a move from ours. */
  async function heedMoves(request: Request, { board, owner }: Place, { moved }: PairPlan): Promise<void> {
    const { context, status } = request
    if (moved.twin !== null) await deps.listen.toMove(request, moved.twin, board, owner.name)
    const isOurs = status !== context.theirs.status || status === context.base.status
    if (moved.request !== null && !isOurs)
      await deps.listen.toMove(request, moved.request, context.board, context.client.name)
  }

  async function part(twin: Twin, parting: Parting): Promise<void> {
    await deps.twins.save({ ...twin, state: 'unlinked', parting, pending: null, updatedAt: deps.now() })
  }

  async function halt(twin: Twin, observed: Observed, place: Place, attempt: Attempt): Promise<void> {
    const told = await say(pairWords[place.owner.language].looping, twin, observed, place, attempt)
    await deps.twins.save({ ...told, state: 'halted', updatedAt: deps.now() })
  }

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

  async function lookAt(
    request: Request,
    twin: Twin,
    observed: Observed,
    { board, owner, connected }: Place,
    wanted: ReturnType<typeof contentFor>,
  ) {
    const { context, decision, status } = request
    const { client, facts } = context
    const { language, address, timeZone } = owner
    const policy = await deps.clientPolicies.inForce({ ...client, language, address, timeZone }, facts)
    const reference = referenceOf(observed.ref.taskId, language)
    const reading = { reference, userId: connected.connection.userId, last: twin.shown.comment, timeZone }
    const spoken = evaluate(policy, context.task, facts, facts.judgedAt)
    const message = decision.announce ? decision.message : ''
    const note = assistantNote(policy, spoken, {
      clientName: client.name,
      message,
      relays: context.board.relays,
      answers: facts.answers,
    })
    return {
      twin,
      observed,
      shown: interpret(observed, board.mapping, reading),
      wanted,
      status,
      mappings: { request: context.board.mapping, twin: board.mapping },
      decision: { ...spoken, message: note },
      reference,
      judgedAt: facts.judgedAt,
      now: deps.now(),
    }
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
    if (onRequest.length > 0) {
      const { board } = request.context
      const { adapter } = await deps.connections.get(board.connectionId)
      await adapter.apply(request.observed, onRequest, board.mapping, attempt)
    }
    const hops = pair.isHop ? hopped(twin.hops, deps.now()) : twin.hops
    const kept: Twin = { ...twin, base, shown, overrides, hops, pending: null, updatedAt: deps.now() }
    if (!isDeepStrictEqual({ ...kept, updatedAt: '' }, { ...twin, updatedAt: '' }))
      await deps.twins.save(kept)
    return kept
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
    const startedAt = deps.now()
    // A person's hand is kept with it: after a crash nothing could tell it from a write of ours.
    await deps.twins.save({ ...twin, overrides, pending: { shown: meant, since: startedAt } })
    const mapping = await labelled(request, place, onTwin, attempt)
    const before = { reads: attempt.reads, writes: attempt.writes }
    const { commentId } = await connected.adapter.apply(observed, onTwin, mapping, attempt)
    await deps.runs.add({
      id: newId('run'),
      taskId: request.context.id,
      boardId: board.id,
      state: 'applied',
      startedAt,
      finishedAt: deps.now(),
      decision: null,
      operations: onTwin,
      unsupported: [],
      timings: {},
      calls: { reads: attempt.reads - before.reads, writes: attempt.writes - before.writes },
      error: null,
      requestId: currentRequestId(),
    })
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
    const speech = { ...context.client, language, address, timeZone }
    const policy = await deps.clientPolicies.inForce(speech, context.facts)
    const made = await provision(board, policy, { adapter: connected.adapter, boards: deps.boards }, attempt)
    return made.mapping
  }
}

const contentFor = ({ observed, context }: Request, { owner, connected }: Place) =>
  twinContentOf(observed, {
    client: context.client,
    language: owner.language,
    reference: context.reference,
    holdsDueDays: connected.adapter.capabilities.holdsDueDays,
  })

function partingOf(observed: Observed | null, { board }: Place): Parting | null {
  if (observed === null || observed.archived) return 'twin-gone'
  return observed.containerId === board.containerId ? null : 'twin-moved'
}
