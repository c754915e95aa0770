import type { Attempt } from '#model/adapter.ts'
import { isTie, type Tie } from '#model/order.ts'
import { isGone, type Twin } from '#model/twin.ts'
import type { Clock } from '../clock.ts'
import type { OrderStore } from '../store/orders.ts'
import type { TwinStore } from '../store/twins.ts'
import { type Place, partingOf, type Request } from './pair.ts'
import { beginTwin, verdictOn } from './twin-making.ts'

export interface ObeyTieDeps {
  readonly twins: TwinStore
  readonly orders: OrderStore
  readonly now: Clock
  /** Have a twin that another takes the place of say so. */
  readonly bidFarewell: (twin: Twin) => Promise<unknown>
}

/**
 * Tie or part a pair as somebody has ordered since it was last looked at; of several orders the latest counts. Costs no
 * query for a request about which nobody has told anything.
 * @returns the pair that is to be parted, which whoever asked does; null for any other
 */
export async function obeyTie(
  request: Request,
  place: Place,
  deps: ObeyTieDeps,
  attempt: Attempt,
): Promise<Twin | null> {
  const { id, facts } = request.context
  if (facts.revision === 0) return null
  const known = await deps.twins.find(id)
  const since = known?.revision ?? 0
  if (facts.revision <= since) return null
  const ordered = (await deps.orders.since(id, since)).filter(({ revision }) => revision <= facts.revision)
  const tie = ordered.map(({ wish }) => wish).findLast(isTie)
  if (tie === undefined) return null
  const twin: Twin = { ...(known ?? beginTwin(request, place, deps, null)), revision: facts.revision }
  if (!tie.isTied) return known === null ? null : twin
  const pair = await tied(twin, tie, request, place, deps, attempt)
  await deps.twins.free(pair)
  await deps.twins.save(pair)
  return null
}

/** Tied to the task that was named; else again to its own, or to a new one where that is gone. */
async function tied(
  twin: Twin,
  { twinTaskId }: Tie,
  request: Request,
  place: Place,
  deps: ObeyTieDeps,
  attempt: Attempt,
): Promise<Twin> {
  const begun: Twin = { ...beginTwin(request, place, deps, twin), revision: twin.revision }
  // Without a base all words that stand there are the assistant's.
  if (twinTaskId !== null && twinTaskId !== twin.twinId) {
    if (twin.state === 'linked') await deps.bidFarewell(twin)
    const named = await place.connected.adapter.observe(twinTaskId, attempt)
    // Labels of an earlier pair are no ruling about this request.
    const shown = named === null ? begun.shown : verdictOn(named, place)
    return { ...begun, shown, twinId: twinTaskId, state: 'linked' }
  }
  const there =
    twin.twinId === null || twin.boardId !== place.board.id
      ? null
      : await place.connected.adapter.observe(twin.twinId, attempt)
  if (there === null || isGone(partingOf(there, place))) return begun
  const now = deps.now()
  return { ...twin, state: 'linked', parting: null, hops: { count: 0, since: now }, updatedAt: now }
}
