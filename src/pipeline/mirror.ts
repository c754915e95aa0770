import { isDeepStrictEqual } from 'node:util'
import type { Attempt } from '#model/adapter.ts'
import type { Observed } from '#model/task.ts'
import type { Twin } from '#model/twin.ts'
import { isSilent } from '#policies/answers/silence.ts'
import { evaluate } from '#policies/evaluate.ts'
import { assistantNote } from '#policies/note/assistant-note.ts'
import { pairWords } from '#policies/note/pair-words.ts'
import type { Db } from '../store/database.ts'
import type { OrderStore } from '../store/orders.ts'
import { createTwinStore } from '../store/twins.ts'
import { isLooping } from './hops.ts'
import { interpret } from './interpret.ts'
import type { Listen } from './listen.ts'
import { obeyTie } from './obey-tie.ts'
import { type Place, partingOf, placeOf, type Request } from './pair.ts'
import { createParting, type Farewell, type PartingDeps } from './part-pair.ts'
import { referenceOf } from './reference.ts'
import { createRelays } from './relay-comments.ts'
import { servedBy } from './stand-in.ts'
import { twinContentOf } from './twin-content.ts'
import { twinFor } from './twin-making.ts'
import { type PairPlan, planPair } from './twin-plan.ts'
import { createPairWriter, type WritePairDeps } from './write-pair.ts'

export interface MirrorDeps extends WritePairDeps, PartingDeps {
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
  const writer = createPairWriter(deps)
  const relays = createRelays(deps, writer)
  const parting = createParting(deps, writer)

  return {
    /** @throws AppError TOOL_*, STORE_*: nothing is lost, the next look goes on from what both sides show then */
    async carry(request: Request, attempt: Attempt): Promise<void> {
      const { board } = request.context
      await parting.ofFormer(request, attempt)
      if (board.twinBoardId === null) return
      const place = await placeOf(board.twinBoardId, deps)
      if (place.board.leavingSince !== null) return parting.ofLeftBoard(request, place, attempt)
      if (board.mode !== 'apply' || place.board.mode !== 'apply') return
      const bidFarewell = (twin: Twin) => parting.bidFarewell(twin, 'ordered', attempt)
      const parted = await obeyTie(request, place, { ...deps, bidFarewell }, attempt)
      if (parted !== null) return parting.letGo(parted, 'ordered', attempt)
      const wanted = contentFor(request, place)
      const twin = await twinFor(request, wanted, place, deps, attempt)
      if (twin?.twinId == null) return
      const observed = await place.connected.adapter.observe(twin.twinId, attempt)
      const gone = partingOf(observed, place)
      if (observed === null || gone !== null) return parting.part(twin, gone ?? 'twin-gone')

      const pair = planPair(await lookAt(request, twin, observed, place, wanted))
      if (pair.hop > 0 && isLooping(twin.hops, deps.now())) return halt(twin, observed, place, attempt)
      const heard = await heedMoves(request, await heedLabels(request, twin, pair), place, pair)
      const kept = await writer.write(request, heard, observed, place, pair, attempt)
      const passed = await relays.carry(request, kept, observed, place, attempt)
      if (passed.isLooping) await halt(passed.twin, observed, place, attempt)
    },

    /** A request that is looked after no longer: its twin says why, and is let go. */
    async letGo(taskId: string, why: Farewell, attempt: Attempt): Promise<void> {
      const twin = await deps.twins.find(taskId)
      if (twin?.state === 'linked') await parting.letGo(twin, why, attempt)
    },
  }

  /** What hands did to labels is kept at once: what is held or fails now would have it heard again by every look. */
  async function heedLabels(
    request: Request,
    twin: Twin,
    { rulings, overrides, before }: PairPlan,
  ): Promise<Twin> {
    const { labels } = before.shown
    if (isDeepStrictEqual(labels, twin.shown.labels)) return twin
    const heard = { ...twin, overrides, shown: { ...twin.shown, labels } }
    await deps.listen.toLabels(request, rulings, (trx) => createTwinStore(trx).save(heard))
    await deps.twins.save(heard)
    return heard
  }

  /** Before anything is carried over: once it is, nobody can tell a move from ours. Each is kept at once, as labels are. */
  async function heedMoves(
    request: Request,
    twin: Twin,
    { board, owner }: Place,
    { moved, before }: PairPlan,
  ): Promise<Twin> {
    const { base } = before
    if (isDeepStrictEqual(base?.heard, twin.base?.heard)) return twin
    const { context, status } = request
    const heard = { ...twin, base }
    const keep = (trx: Db) => createTwinStore(trx).save(heard)
    const since = twin.updatedAt
    if (moved.twin !== null)
      await deps.listen.toMove(request, { to: moved.twin, since }, board, owner.name, keep)
    const isOurs = status !== context.theirs.status || status === context.base.status
    if (moved.request !== null && !isOurs) {
      const move = { to: moved.request, since }
      await deps.listen.toMove(request, move, context.board, context.client.name, keep)
    }
    await deps.twins.save(heard)
    return heard
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
    const message = decision.announce && !isSilent(facts) ? decision.message : ''
    const note = assistantNote(policy, spoken, {
      clientName: client.name,
      message,
      relays: context.board.relays,
      answers: facts.answers,
      judge: facts,
    })
    return {
      twin,
      observed,
      shown: interpret(observed, board.mapping, reading),
      wanted,
      status,
      mappings: { request: context.board.mapping, twin: board.mapping },
      decision: { ...spoken, message: note },
      decided: facts,
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
