import type { Attempt } from '#model/adapter.ts'
import type { Shown } from '#model/operation.ts'
import type { Observed } from '#model/task.ts'
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
  if (known !== null && known.boardId === place.board.id) {
    if (known.state === 'linked') return known
    if (known.twinId !== null) return isBack(known) ? { ...known, state: 'linked', parting: null } : null
    if (known.state !== 'making') return null
  }
  const begun = known?.state === 'making' ? known : begin(request, place, deps)
  if (begun !== known) await deps.twins.save(begun)
  // Nobody can have made it before anybody began to.
  const found = known === null ? null : await findMade(request, place, attempt)
  const made = found === null ? await make(request, wanted, place, attempt) : adopt(found)
  const twin: Twin = { ...begun, ...made, state: 'linked', updatedAt: deps.now() }
  await deps.twins.save(twin)
  return twin
}

/** What was parted because of the request, or with the boards, comes back with them; what a person took away does not. */
const isBack = ({ state, parting }: Twin) =>
  state === 'unlinked' && (parting === 'request-gone' || parting === 'board-unlinked')

function begin({ context }: Request, { board }: Place, { now }: TwinMakingDeps): Twin {
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

async function make(
  { status }: Request,
  wanted: Content,
  { board, connected }: Place,
  attempt: Attempt,
): Promise<Pick<Twin, 'twinId' | 'base'>> {
  const held = status !== null && statusIdOf(status, board.mapping) !== null ? status : null
  const task = { ...wanted, status: held, labels: [] }
  const twinId = await connected.adapter.create(board.containerId, task, board.mapping, attempt)
  return { twinId, base: { ...wanted, status: { request: status, twin: held } } }
}

/** Its words count as ours, so that later ones of the client get there. */
function adopt({ ref, title, text, dueAt, dueDay }: Observed): Pick<Twin, 'twinId' | 'base'> {
  const status = { request: null, twin: null }
  return { twinId: ref.taskId, base: { title, text, due: { at: dueAt, day: dueDay }, status } }
}
