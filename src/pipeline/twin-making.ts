import type { Attempt } from '#model/adapter.ts'
import type { Mapping } from '#model/board.ts'
import type { Shown } from '#model/operation.ts'
import type { Observed, Status } from '#model/task.ts'
import type { Twin } from '#model/twin.ts'
import type { Clock } from '../clock.ts'
import type { TwinStore } from '../store/twins.ts'
import { statusIdOf } from './interpret.ts'
import type { Content } from './merge-twin.ts'
import type { Place, Request } from './pair.ts'

const nothing: Shown = { labels: [], estimate: null, surcharge: null, status: null, comment: null }

export interface TwinMakingDeps {
  readonly twins: TwinStore
  readonly now: Clock
}

/**
 * The twin of a request: the one there is, one that an earlier try made unseen, or a new one. What is to be made is
 * written down first and looked for before it is made again, so there is never a second one.
 * @returns null where there is to be none: a person took it away, or the pair was halted
 */
export async function twinFor(
  request: Request,
  wanted: Content,
  place: Place,
  deps: TwinMakingDeps,
  attempt: Attempt,
): Promise<Twin | null> {
  const known = await deps.twins.find(request.context.id)
  const isHere = known?.boardId === place.board.id
  if (known !== null && isHere) {
    if (known.state === 'linked') return known
    if (known.twinId !== null) return isBack(known) ? { ...known, state: 'linked', parting: null } : null
    if (known.state !== 'making') return null
  }
  const unfinished = isHere ? known : null
  // Nobody can have made it before anybody began to.
  const found = known === null ? null : await findMade(request, place, attempt)
  const twin =
    found === null
      ? await make(unfinished ?? beginTwin(request, place, deps), request, wanted, place, deps, attempt)
      : { ...(unfinished ?? beginTwin(request, place, deps)), ...adopt(found, unfinished) }
  const linked: Twin = { ...twin, state: 'linked', updatedAt: deps.now() }
  await deps.twins.save(linked)
  return linked
}

/** What was parted because of the request, or with the boards, comes back with them; what a person took away does not. */
const isBack = ({ state, parting }: Twin) =>
  state === 'unlinked' && (parting === 'request-gone' || parting === 'board-unlinked')

/** A twin of which nothing is there yet. */
export function beginTwin(
  { context }: Request,
  { board }: Place,
  { now }: Pick<TwinMakingDeps, 'now'>,
): Twin {
  return {
    taskId: context.id,
    boardId: board.id,
    connectionId: board.connectionId,
    twinId: null,
    state: 'making',
    parting: null,
    base: null,
    shown: nothing,
    pending: null,
    overrides: [],
    relayed: [],
    hops: { count: 0, since: now() },
    revision: context.facts.revision,
    createdAt: now(),
    updatedAt: now(),
  }
}

/** A twin's text names the request's address and reference; both together are nobody else's. */
async function findMade(
  { observed, context }: Request,
  { board, connected }: Place,
  attempt: Attempt,
): Promise<Observed | null> {
  const { tasks } = await connected.adapter.list(board.containerId, null, attempt)
  const found = tasks.find(({ text }) => text.includes(observed.url) && text.includes(context.reference))
  return found ?? null
}

/** What is about to be written is kept first: should nobody learn that it was, it can still be told from a person's hand. */
async function make(
  begun: Twin,
  { status }: Request,
  wanted: Content,
  { board, connected }: Place,
  { twins, now }: TwinMakingDeps,
  attempt: Attempt,
): Promise<Twin> {
  const held = placeFor(status, board.mapping)
  const twin: Twin = {
    ...begun,
    base: { ...wanted, status: { request: status, twin: held } },
    updatedAt: now(),
  }
  await twins.save(twin)
  const task = { ...wanted, status: held, labels: [] }
  return { ...twin, twinId: await connected.adapter.create(board.containerId, task, board.mapping, attempt) }
}

/** Where a new twin goes: where its request stands, else to where new ones come in. */
function placeFor(status: Status | null, mapping: Mapping): Status | null {
  const wished = [status, 'requested' as const]
  return wished.find((each) => each !== null && statusIdOf(each, mapping) !== null) ?? null
}

/** Of one that we did not mean to make just now its words count as ours, so that later ones of the client get there. */
function adopt(
  { ref, title, text, dueAt, dueDay }: Observed,
  unfinished: Twin | null,
): Pick<Twin, 'twinId' | 'base'> {
  const status = { request: null, twin: null }
  const asFound = { title, text, due: { at: dueAt, day: dueDay }, status }
  return { twinId: ref.taskId, base: unfinished?.base ?? asFound }
}
