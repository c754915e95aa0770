import type { Attempt } from '#model/adapter.ts'
import type { Observed } from '#model/task.ts'
import type { Parting, Twin } from '#model/twin.ts'
import { evaluate } from '#policies/evaluate.ts'
import { assistantNote } from '#policies/note/assistant-note.ts'
import { pairWords } from '#policies/note/pair-words.ts'
import type { OrderStore } from '../store/orders.ts'
import { isLooping } from './hops.ts'
import { interpret } from './interpret.ts'
import type { Listen } from './listen.ts'
import { obeyTie } from './obey-tie.ts'
import { type Place, partingOf, placeOf, type Request } from './pair.ts'
import { referenceOf } from './reference.ts'
import { createRelays } from './relay-comments.ts'
import { servedBy } from './stand-in.ts'
import { twinContentOf } from './twin-content.ts'
import { twinFor } from './twin-making.ts'
import { type PairPlan, planPair } from './twin-plan.ts'
import { createPairWriter, type WritePairDeps } from './write-pair.ts'

export interface MirrorDeps extends WritePairDeps {
  readonly orders: OrderStore
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
  const writer = createPairWriter(deps)

  return {
    /** @throws AppError TOOL_*, STORE_*: nothing is lost, the next look goes on from what both sides show then */
    async carry(request: Request, attempt: Attempt): Promise<void> {
      const { board } = request.context
      if (board.twinBoardId === null || board.mode !== 'apply') return
      const place = await placeOf(board.twinBoardId, deps)
      if (place.board.mode !== 'apply') return
      const parted = await obeyTie(request, place, deps, attempt)
      if (parted !== null) return partOnOrder(parted, place, attempt)
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
      const kept = await writer.write(request, twin, observed, place, pair, attempt)
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
          : await writer.say(pairWords[place.owner.language].requestGone, twin, observed, place, attempt)
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

  async function partOnOrder(twin: Twin, place: Place, attempt: Attempt): Promise<void> {
    const observed = twin.twinId === null ? null : await place.connected.adapter.observe(twin.twinId, attempt)
    const told =
      observed === null || observed.archived
        ? twin
        : await writer.say(pairWords[place.owner.language].parted, twin, observed, place, attempt)
    await part(told, 'ordered')
  }

  async function halt(twin: Twin, observed: Observed, place: Place, attempt: Attempt): Promise<void> {
    const told = await writer.say(pairWords[place.owner.language].looping, twin, observed, place, attempt)
    await deps.twins.save({ ...told, state: 'halted', updatedAt: deps.now() })
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
    const policy = await deps.clientPolicies.inForce(
      { ...servedBy(client, facts), language, address, timeZone },
      facts,
    )
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
}

const contentFor = ({ observed, context }: Request, { owner, connected }: Place) =>
  twinContentOf(observed, {
    client: context.client,
    language: owner.language,
    reference: context.reference,
    holdsDueDays: connected.adapter.capabilities.holdsDueDays,
  })
