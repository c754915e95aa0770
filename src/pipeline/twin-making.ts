import type { Attempt, Capabilities } from '#model/adapter.ts'
import type { Board, Mapping } from '#model/board.ts'
import type { Shown } from '#model/operation.ts'
import type { Observed, Status } from '#model/task.ts'
import { reversible, type Twin, type TwinBase } from '#model/twin.ts'
import type { Clock } from '../clock.ts'
import type { TwinStore } from '../store/twins.ts'
import { interpret, statusIdOf } from './interpret.ts'
import type { Content } from './merge-twin.ts'
import type { Place, Request } from './pair.ts'
import { referenceOf } from './reference.ts'

const nothing: Shown = { labels: [], estimate: null, surcharge: null, status: null, comment: null }

export interface TwinMakingDeps {
  readonly twins: TwinStore
  readonly writtenWithinTheHour: (board: Board, taskId: string) => Promise<number>
  readonly now: Clock
}

/**
 * The twin of a request: the one there is, one that an earlier try made unseen, or a new one. What is to be made is
 * written down first and looked for before it is made again, so there is never a second one.
 * @returns null where there is to be none: a person took it away, the pair was halted, or the board has had as many
 * writes within the hour as it may have; what was begun, or ordered by a person, is made all the same
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
    if (known.twinId !== null) return isBack(known) ? tiedAgain(known, deps.twins) : null
    if (known.state !== 'making') return null
  }
  const unfinished = isHere ? known : null
  // Nobody can have made it before anybody began to; of what is older than our watch nobody knows, for there may have been
  // another before it.
  const mayExist = known !== null || request.observed.createdAt < request.context.board.watchedSince
  const found = mayExist ? await findMade(request, place, deps.twins, attempt) : null
  if (found === null && unfinished === null && (await isHeld(request, place, deps))) return null
  const begun = unfinished ?? beginTwin(request, place, deps, known)
  const twin =
    found === null
      ? await make(begun, request, wanted, place, deps, attempt)
      : { ...begun, ...(unfinished === null ? asFound(found, place) : adopt(found, unfinished)) }
  const linked: Twin = { ...twin, state: 'linked', updatedAt: deps.now() }
  await deps.twins.save(linked)
  return linked
}

/** Linking two boards would else make as many cards as there are requests, all at once. */
async function isHeld({ context }: Request, { board }: Place, deps: TwinMakingDeps): Promise<boolean> {
  return (await deps.writtenWithinTheHour(board, context.id)) >= board.hourlyWriteLimit
}

/** What was parted because of the request, or of its board, comes back with it; what a person took away does not. */
const isBack = ({ state, parting }: Twin) =>
  state === 'unlinked' && reversible.some((each) => each === parting)

/** At once: what is to be written may have to wait for either board, and then nothing else would tell that it is. */
async function tiedAgain(twin: Twin, twins: TwinStore): Promise<Twin> {
  const tied: Twin = { ...twin, state: 'linked', parting: null }
  await twins.save(tied)
  return tied
}

/**
 * A twin of which nothing is there yet.
 * @param former the request's twin until now: what was passed on from it stands on the client's card, and stays our copy
 */
export function beginTwin(
  { context }: Request,
  { board }: Place,
  { now }: Pick<TwinMakingDeps, 'now'>,
  former: Twin | null,
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
    relayed: former?.relayed.filter(({ from }) => from === 'twin') ?? [],
    hops: { count: 0, since: now() },
    revision: context.facts.revision,
    createdAt: now(),
    updatedAt: now(),
  }
}

/**
 * A twin's text names the request's address and reference; both together are nobody else's, unless a person has tied it to
 * another request since.
 */
async function findMade(
  { observed, context }: Request,
  { board, connected }: Place,
  twins: TwinStore,
  attempt: Attempt,
): Promise<Observed | null> {
  const { tasks } = await connected.adapter.list(board.containerId, null, attempt)
  const found = tasks.find(({ text }) => text.includes(observed.url) && text.includes(context.reference))
  const owner = found === undefined ? null : await twins.requestOf(found.ref)
  return found === undefined || (owner !== null && owner.taskId !== observed.ref.taskId) ? null : found
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
  const held = placeFor(status, board.mapping, connected.adapter.capabilities)
  const twin: Twin = {
    ...begun,
    base: { ...wanted, status: { request: status, twin: held } },
    updatedAt: now(),
  }
  await twins.save(twin)
  const task = { ...wanted, status: held }
  return { ...twin, twinId: await connected.adapter.create(board.containerId, task, board.mapping, attempt) }
}

/**
 * Where a new twin goes: where its request stands, else to where new ones come in. One that was held to stand where it cannot
 * be would seem to have been moved by the assistant.
 */
function placeFor(
  status: Status | null,
  mapping: Mapping,
  { leavesBoard }: Pick<Capabilities, 'leavesBoard'>,
): Status | null {
  const isOnBoard = (wished: Status) => {
    const id = statusIdOf(wished, mapping)
    return id !== null && !leavesBoard?.test(id)
  }
  return [status, 'requested' as const].find((wished) => wished !== null && isOnBoard(wished)) ?? null
}

/** The one that an earlier try made unseen. */
const adopt = (found: Observed, { base }: Twin): Pick<Twin, 'twinId' | 'base'> => ({
  twinId: found.ref.taskId,
  base: base ?? contentOf(found),
})

/**
 * One from when the boards were linked before. All it shows counts as ours: its words, so that later ones of the client get
 * there, and our labels, which were never the assistant's ruling.
 */
const asFound = (found: Observed, place: Place): Pick<Twin, 'twinId' | 'base' | 'shown'> => ({
  twinId: found.ref.taskId,
  base: contentOf(found),
  shown: verdictOn(found, place),
})

/** What stands of a verdict on a card that is to be a twin: nobody has ruled by it about the request that it gets. */
export function verdictOn(card: Observed, { board, owner, connected }: Place): Shown {
  const reading = {
    reference: referenceOf(card.ref.taskId, owner.language),
    userId: connected.connection.userId,
    last: null,
    timeZone: owner.timeZone,
  }
  return { ...interpret(card, board.mapping, reading).theirs, status: null }
}

const contentOf = ({ title, text, ownText, dueAt, dueDay }: Observed): TwinBase => ({
  title,
  text: ownText ?? text,
  due: { at: dueAt, day: dueDay },
  status: { request: null, twin: null },
})
